// Publishing: says beforehand who will see the text, then freezes it for them.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { PublishDocument } from "~/domain/documents/document-orders";
import { publishDocument } from "~/domain/documents/documents.server";
import { documentToWrite } from "~/domain/documents/reading.server";
import type { FieldWrong } from "~/domain/refusal";
import { readersOfPublished } from "~/domain/networks/networks.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { documentCrumbs } from "~/ui/document-crumbs";
import { useWrongWords } from "~/ui/use-wrong-words";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";

export const handle = documentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const { id, title, language, revision, partnershipId } = await documentToWrite(member, param("document"));
  return {
    title: pageTitle(member.language, title, member.network.name),
    document: { id, title, language, revision },
    readers: await readersOfPublished(member, partnershipId),
  };
});

export const action = memberAction(({ member, param }) => ({
  publish: on(PublishDocument, async (order) => {
    const id = param("document");
    await publishDocument(member, id, order);
    return redirect(`/networks/${member.network.slug}/documents/${id}?done=published`);
  }),
}));

export default function Publish() {
  const t = useT("documents", "errors", "frame");
  const wrong = useWrongWords();
  const { network } = useParams();
  const { document, readers } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const people = t("publish.readers", { count: readers.people });
  const cities = t("publish.cities", { count: readers.cities });
  const refusal = wrong(Object.values<FieldWrong>(answer?.errors ?? {})[0]);
  return (
    <div className="page">
      <PageHeader title={t("publish.title", { title: document.title })} lead={t("publish.what")} />
      {refusal || answer?.conflict ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {refusal ?? t("errors:conflict")}
          </Notice>
        </div>
      ) : null}
      <h2 className="text-section">{t("publish.who")}</h2>
      <p className="mt-1 font-semibold">{t("publish.readersOfCities", { people, cities })}</p>
      <p className="mt-1 text-quiet">{t("publish.roles")}</p>
      <Form method="post" className="mt-6 flex flex-wrap gap-2">
        <input type="hidden" name="revision" value={document.revision} />
        <Button weight="main" name="intent" value="publish">
          {t("publish.confirm")}
        </Button>
        <LinkButton to={`/networks/${network}/documents/${document.id}/edit`}>
          {t("frame:do.cancel")}
        </LinkButton>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

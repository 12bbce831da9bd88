// Sharing a draft with the city's local group, or no longer: says beforehand who will see it and what ends.
import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { OpenWorkingText } from "~/domain/documents/document-orders";
import { documentToWrite } from "~/domain/documents/reading.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readersInLocalGroups } from "~/domain/networks/local-groups.server";
import type { FieldWrong } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { documentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { Names } from "~/ui/names";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useWrongWords } from "~/ui/use-wrong-words";

export const handle = documentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const document = await documentToWrite(member, param("document"));
  const { id, title, language, revision, partnershipId, city, isShared } = document;
  return {
    title: pageTitle(member.language, title, member.network.name),
    document: { id, title, language, revision, city, isShared },
    people: await readersInLocalGroups(member, partnershipId),
  };
});

export const action = memberAction(({ member, param }) => {
  const id = param("document");
  const back = (done: string) =>
    redirect(`/networks/${member.network.slug}/documents/${id}?text=working&done=${done}`);
  return {
    share: on(OpenWorkingText.omit({ visibility: true }), async (order) => {
      await openWorkingText(member, id, { ...order, visibility: "local-group" });
      return back("shared");
    }),
    unshare: on(z.object({}), async () => {
      await openWorkingText(member, id, { visibility: "draft" });
      return back("unshared");
    }),
  };
});

export default function Share() {
  const t = useT("groups", "errors", "frame");
  const wrong = useWrongWords();
  const { network } = useParams();
  const { document, people } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const { title, city, isShared } = document;
  const refusal = wrong(Object.values<FieldWrong>(answer?.errors ?? {})[0]);
  return (
    <div className="page">
      <PageHeader
        title={t(isShared ? "share.stopTitle" : "share.title", { title })}
        lead={t(isShared ? "share.stopWhat" : "share.what", { city })}
      />
      {refusal || answer?.conflict ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {refusal ?? t("errors:conflict")}
          </Notice>
        </div>
      ) : null}
      <h2 className="text-section">{t(isShared ? "share.whoSees" : "share.who")}</h2>
      {people.length === 0 ? (
        <p className="mt-1">{t("share.nobody", { city })}</p>
      ) : (
        <>
          <p className="mt-1 font-semibold">{t("share.people", { count: people.length, city })}</p>
          <Names people={people} />
        </>
      )}
      <p className="mt-1 text-quiet">{t(isShared ? "share.stopComments" : "share.comments")}</p>
      {isShared ? null : <p className="mt-1 text-quiet">{t("share.others")}</p>}
      <p className="mt-3">
        <Link className="link" to={`/networks/${network}/groups`}>
          {t("share.groups")}
        </Link>
      </p>
      <Form method="post" className="mt-6 flex flex-wrap gap-2">
        {isShared ? null : <input type="hidden" name="revision" value={document.revision} />}
        <Button
          weight={isShared ? "grave" : "main"}
          name="intent"
          value={isShared ? "unshare" : "share"}
          isBusy={isBusy}
        >
          {t(isShared ? "share.stopConfirm" : "share.confirm")}
        </Button>
        <LinkButton to={`/networks/${network}/documents/${document.id}`}>{t("frame:do.cancel")}</LinkButton>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

// Withdrawing: says beforehand what it does, then takes the published text from its readers.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { withdrawDocument } from "~/domain/documents/documents.server";
import { documentToWrite } from "~/domain/documents/reading.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { documentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { WrongSummary } from "~/ui/wrong-summary";
import { pageTitle } from "~/http/page-title.server";

export const handle = documentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const { id, title, language } = await documentToWrite(member, param("document"));
  return { title: pageTitle(member.language, title, member.network.name), document: { id, title, language } };
});

export const action = memberAction(({ member, param }) => ({
  withdraw: on(z.object({}), async () => {
    const id = param("document");
    await withdrawDocument(member, id);
    return redirect(`/networks/${member.network.slug}/documents/${id}?done=withdrawn`);
  }),
}));

export default function Withdraw() {
  const t = useT("documents", "frame");
  const { network } = useParams();
  const { document } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <div className="page">
      <PageHeader title={t("withdraw.title", { title: document.title })} lead={t("withdraw.what")} />
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      <Form method="post" className="flex flex-wrap gap-2">
        <Button weight="grave" name="intent" value="withdraw">
          {t("withdraw.confirm")}
        </Button>
        <LinkButton to={`/networks/${network}/documents/${document.id}`}>{t("frame:do.cancel")}</LinkButton>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

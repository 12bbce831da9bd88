// Withdrawing: says beforehand what it does, then takes the published text from its readers.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { withdrawDocument } from "~/domain/documents/publishing.server";
import { readWithdrawing } from "~/domain/documents/sharing-choices.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useSomeNames } from "~/ui/use-some-names";
import { WrongSummary } from "~/ui/wrong-summary";
import { pageTitle } from "~/http/page-title.server";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const { document, loses } = await readWithdrawing(member, param("document"));
  return { title: pageTitle(member.language, document.title, member.network.name), document, loses };
});

export const action = memberAction(({ member, param }) => ({
  withdraw: on(z.object({}), async () => {
    const id = param("document");
    await withdrawDocument(member, id);
    return redirect(`/networks/${member.network.slug}/documents/${id}?done=withdrawn`);
  }),
}));

export default function Withdraw() {
  const t = useT("documents", "sharing");
  const someNames = useSomeNames();
  const { network } = useParams();
  const { document, loses } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <div className="page">
      <PageHeader title={t("withdraw.title", { title: document.title })} lead={t("withdraw.what")} />
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      <p className="mb-2 font-semibold">
        {loses.length > 0
          ? t("sharing:withdraw.loses", { count: loses.length, names: someNames(loses) })
          : t("sharing:withdraw.nobody")}
      </p>
      {document.publishedVisibility === "public" ? (
        <p className="mb-2 font-semibold">{t("sharing:withdraw.public")}</p>
      ) : null}
      <Form method="post" className="mt-6 flex flex-wrap gap-2">
        <Button weight="grave" name="intent" value="withdraw">
          {t("withdraw.confirm")}
        </Button>
        <LinkButton to={`/networks/${network}/documents/${document.id}`}>{t("sharing:back")}</LinkButton>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

// One publication as its readers were given it; whoever decides about the text can take an earlier one back.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { readPublication, withdrawPublication } from "~/domain/documents/publications.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageText } from "~/http/page-text.server";
import { ShownText } from "~/ui/page-text";
import { pageTitle } from "~/http/page-title.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { FactsAbove } from "~/ui/facts-above";
import { FactsBelow } from "~/ui/facts-below";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { statedFacts } from "~/ui/stated-facts";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param, request }) => {
  const { language, timeZone } = member;
  const { facts, names, rendered, ...read } = await readPublication(
    member,
    param("document"),
    param("number"),
  );
  const telling = { t: translate(language), format: formatFor(language, timeZone), language };
  return {
    title: pageTitle(language, read.publication.title, member.network.name),
    ...read,
    text: pageText(request, rendered.html),
    facts: statedFacts(facts, names, telling),
  };
});

export const action = memberAction(({ member, param }) => ({
  withdraw: on(z.object({}), async () => {
    const id = param("document");
    await withdrawPublication(member, id, param("number"));
    return redirect(`/networks/${member.network.slug}/documents/${id}/publications?done=taken-back`);
  }),
}));

export default function ReadPublication() {
  const t = useT("publications", "documents");
  const format = useFormat();
  const { network } = useParams();
  const { document, publication, present, mayWithdraw, text, facts } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const path = `/networks/${network}/documents/${document.id}`;
  const { number, at, by, language, isPresent, visibility } = publication;
  return (
    <div className="page page-narrow">
      <PageHeader
        size="document"
        title={publication.title}
        titleLang={language}
        facts={
          <FactsLine
            facts={[
              { key: "which", value: t("number", { number }) },
              { key: "who", value: t("documents:publish.doneBy", { name: by, date: format.date(at) }) },
              { key: "whom", value: t(visibility) },
            ]}
          />
        }
        actions={
          <>
            <LinkButton to={path}>{t("toPresent")}</LinkButton>
            <LinkButton weight="bare" to={`${path}/publications`}>
              {t("all")}
            </LinkButton>
          </>
        }
      />
      <div className="mb-6 grid gap-3">
        <WrongSummary wrongs={answer?.errors} labels={{}} />
        {isPresent ? null : (
          <Notice tone="note">
            {t("earlier", { number, date: format.date(at), present: format.date(present.at) })}
          </Notice>
        )}
      </div>
      <FactsAbove facts={facts.facts} lang={language} />
      <ShownText text={text} lang={language} />
      <FactsBelow {...facts} lang={language} />
      {mayWithdraw && !isPresent ? (
        <section aria-labelledby="take-back" className="on-screen-only mt-10 border-t border-line pt-8">
          <h2 id="take-back" className="text-section">
            {t("take.title")}
          </h2>
          <p className="mt-1 mb-5 text-quiet">{t("take.what")}</p>
          <Form method="post">
            <Button weight="grave" name="intent" value="withdraw">
              {t("take.button")}
            </Button>
          </Form>
        </section>
      ) : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

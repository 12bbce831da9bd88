// One version of a document to read as it stood, and to give a name.
import { redirect } from "@remix-run/node";
import { Link, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { NameVersion } from "~/domain/documents/version-orders";
import { nameVersion, readVersion } from "~/domain/documents/versions.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageText } from "~/http/page-text.server";
import { ShownText } from "~/ui/page-text";
import { pageTitle } from "~/http/page-title.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { FactsAbove } from "~/ui/facts-above";
import { FactsBelow } from "~/ui/facts-below";
import { FactsLine } from "~/ui/facts-line";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { statedFacts } from "~/ui/stated-facts";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { useVersionFacts, useVersionName } from "~/ui/version-facts";
import { BringBack } from "./bring-back";
import { NameForm } from "./name-form";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param, request }) => {
  const { language, timeZone } = member;
  const { facts, names, rendered, ...read } = await readVersion(member, param("document"), param("revision"));
  const telling = { t: translate(language), format: formatFor(language, timeZone), language };
  return {
    title: pageTitle(language, read.version.title, member.network.name),
    ...read,
    text: pageText(request, rendered.html),
    sections: rendered.outline.map(({ id, text }) => ({ anchor: id.replace(/^h-/, ""), words: text })),
    facts: statedFacts(facts, names, telling),
  };
});

export const action = memberAction(({ member, param }) => ({
  name: on(NameVersion, async (order) => {
    const [id, revision] = [param("document"), param("revision")];
    await nameVersion(member, id, revision, order);
    return redirect(`/networks/${member.network.slug}/documents/${id}/versions/${revision}?done=named`);
  }),
}));

export default function ReadVersion() {
  const t = useT("versions", "comparing");
  const format = useFormat();
  const { network } = useParams();
  const { document, version, mayName, earlier, later, text, facts, isUnchanged, sections } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const [search] = useSearchParams();
  const path = `/networks/${network}/documents/${document.id}`;
  const { named, isNow, at, language } = version;
  const moment = format.dateTime(at);
  return (
    <div className="page page-narrow">
      <PageHeader
        size="document"
        title={version.title}
        titleLang={language}
        facts={
          <FactsLine
            facts={[{ key: "which", value: useVersionName()(version) }, ...useVersionFacts()(version)]}
          />
        }
        actions={
          <>
            {isNow ? null : (
              <LinkButton to={`${path}/versions/compare?from=${version.revision}`}>
                {t("comparing:withNow")}
              </LinkButton>
            )}
            {earlier === null ? null : (
              <LinkButton to={`${path}/versions/compare?from=${earlier}&to=${version.revision}`}>
                {t("comparing:whatChanged")}
              </LinkButton>
            )}
            <LinkButton to={`${path}/versions`}>{t("all")}</LinkButton>
            <LinkButton weight="bare" to={path}>
              {t("backTo")}
            </LinkButton>
          </>
        }
      />
      <div className="mb-6 grid gap-3">
        {search.get("done") === "named" ? (
          <Notice tone="ok" announce="politely">
            {t("name.done")}
          </Notice>
        ) : null}
        {isUnchanged ? null : <Notice tone="late">{t("altered")}</Notice>}
        <Notice tone="note">{isNow ? t("oldNow") : t("old", { date: moment })}</Notice>
      </div>
      {named ? (
        <details className="fold mb-6">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("hash")}
          </summary>
          {isUnchanged ? <p>{t("unchanged")}</p> : null}
          <p className="break-all text-quiet">{named.hash}</p>
        </details>
      ) : null}
      {named?.note ? <p className="mb-6 whitespace-pre-line">{named.note}</p> : null}
      <FactsAbove facts={facts.facts} lang={language} />
      {text.mark === "" ? (
        <p className="text-quiet">{t("empty")}</p>
      ) : (
        <ShownText text={text} lang={language} />
      )}
      <FactsBelow {...facts} lang={language} />
      <nav className="mt-10 flex flex-wrap justify-between gap-3" aria-label={t("list")}>
        {earlier === null ? (
          <span />
        ) : (
          <Link className="link" to={`${path}/versions/${earlier}`}>
            {t("earlier")}
          </Link>
        )}
        {later === null ? null : (
          <Link className="link" to={`${path}/versions/${later}`}>
            {t("later")}
          </Link>
        )}
      </nav>
      {mayName ? (
        <BringBack
          path={`${path}/versions/${version.revision}`}
          sections={sections}
          isNow={isNow}
          language={language}
        />
      ) : null}
      {mayName && (!named || named.name === "") ? <NameForm answer={answer} /> : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

// Two publications of a document compared, for whoever reads what is published.
import { useLoaderData, useParams } from "@remix-run/react";
import { comparePublications } from "~/domain/documents/comparing-publications.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { ChooseTwo } from "~/ui/comparison/choose-two";
import { comparedState } from "~/ui/comparison/compared-state";
import { ComparisonView } from "~/ui/comparison/comparison-view";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param, url }) => {
  const { language, timeZone } = member;
  const t = translate(language);
  const state = comparedState({ t, format: formatFor(language, timeZone), language });
  const wanted = { from: url.searchParams.get("from"), to: url.searchParams.get("to") };
  const found = await comparePublications(member, param("document"), wanted, state);
  return {
    title: pageTitle(language, t("comparing:title", { title: found.document.title }), member.network.name),
    ...found,
  };
});

export default function ComparePublications() {
  const t = useT("comparing", "publications", "versions");
  const format = useFormat();
  const { network } = useParams();
  const { document, publications, compared } = useLoaderData<typeof loader>();
  const path = `/networks/${network}/documents/${document.id}`;
  const choices = publications.map(({ number, at }) => ({
    value: String(number),
    label: t("publication", { number: format.number(number), date: format.dateTime(at) }),
  }));
  const labelOf = (wanted: number) => choices.find(({ value }) => value === String(wanted))?.label ?? "";
  return (
    <div className="page page-compared">
      <PageHeader
        title={t("title", { title: document.title })}
        lead={
          compared.from !== compared.to
            ? t("fromTo", { from: labelOf(compared.from), to: labelOf(compared.to) })
            : undefined
        }
        actions={
          <>
            <LinkButton to={`${path}/publications`}>{t("publications:all")}</LinkButton>
            <LinkButton weight="bare" to={path}>
              {t("versions:backTo")}
            </LinkButton>
          </>
        }
      />
      {choices.length > 1 ? (
        <ChooseTwo
          action={`${path}/publications/compare`}
          choices={choices}
          from={String(compared.from)}
          to={String(compared.to)}
          label={t("choose.publications")}
        />
      ) : null}
      {choices.length > 1 ? (
        <ComparisonView
          text={compared.text}
          facts={compared.facts}
          lang={compared.is.language}
          sectionAuthors={[]}
          wroteBetween={null}
          instead={<LinkButton to={path}>{t("versions:backTo")}</LinkButton>}
        />
      ) : (
        <Notice tone="note">{t("fewer")}</Notice>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

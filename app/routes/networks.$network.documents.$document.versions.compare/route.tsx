// Two versions of a document compared: what came, went, moved and was changed, section by section and in the text.
import { useLoaderData, useParams } from "@remix-run/react";
import { compareVersions } from "~/domain/documents/comparing.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { ChooseTwo } from "~/ui/comparison/choose-two";
import { useAuthorNames } from "~/ui/comparison/changed-sections";
import { comparedState } from "~/ui/comparison/compared-state";
import { ComparisonView } from "~/ui/comparison/comparison-view";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useVersionChoices, useVersionNameAndMoment } from "~/ui/version-facts";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param, url }) => {
  const { language, timeZone } = member;
  const t = translate(language);
  const state = comparedState({ t, format: formatFor(language, timeZone), language });
  const wanted = { from: url.searchParams.get("from"), to: url.searchParams.get("to") };
  const compared = await compareVersions(member, param("document"), wanted, state);
  return {
    title: pageTitle(language, t("comparing:title", { title: compared.document.title }), member.network.name),
    ...compared,
  };
});

export default function CompareVersions() {
  const t = useT("comparing");
  const { network } = useParams();
  const data = useLoaderData<typeof loader>();
  const { document, versions, was, is, from, to, isNow, authors, text, facts, sectionAuthors } = data;
  const path = `/networks/${network}/documents/${document.id}`;
  const choices = useVersionChoices(versions);
  const namesOf = useAuthorNames();
  const moment = useVersionNameAndMoment();
  const bySection = sectionAuthors.map((ids) => {
    const known = authors.filter(({ id }) => ids.includes(id));
    return known.length > 0 ? t("by", { names: namesOf(known) }) : "";
  });
  return (
    <div className="page page-compared">
      <PageHeader
        title={t("title", { title: document.title })}
        lead={t("fromTo", { from: moment(was), to: isNow ? t("now") : moment(is) })}
        actions={<LinkButton to={`${path}/versions`}>{t("toVersions")}</LinkButton>}
      />
      <ChooseTwo
        action={`${path}/versions/compare`}
        choices={withChosen(choices, [
          { value: String(from), label: moment(was) },
          { value: String(to), label: moment(is) },
        ])}
        from={String(from)}
        to={String(to)}
        label={t("choose.title")}
      />
      <ComparisonView
        text={text}
        facts={facts}
        lang={is.language}
        sectionAuthors={bySection}
        wroteBetween={authors.length === 0 ? null : namesOf(authors)}
        instead={
          <>
            <LinkButton to={`${path}/versions/${from}`}>{t("readFrom")}</LinkButton>
            <LinkButton to={`${path}/versions/${to}`}>{t("readTo")}</LinkButton>
          </>
        }
      />
    </div>
  );
}

interface Choice {
  value: string;
  label: string;
}

/** What was read last need not be a version of its own: it stands among them all the same. */
function withChosen(choices: Choice[], chosen: Choice[]): Choice[] {
  const missing = chosen.filter(({ value }) => !choices.some((choice) => choice.value === value));
  return [...choices, ...missing].sort((one, other) => Number(other.value) - Number(one.value));
}

export { PageErrorBoundary as ErrorBoundary };

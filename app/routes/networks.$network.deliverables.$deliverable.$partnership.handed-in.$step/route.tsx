// A version as a city handed it in: whatever is written since, this is what was judged.
import { useLoaderData, useParams } from "@remix-run/react";
import { readHandedIn } from "~/domain/deliverables/handing-in.server";
import { memberLoader } from "~/http/guard.server";
import { pageText } from "~/http/page-text.server";
import { pageTitle } from "~/http/page-title.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { FactsAbove } from "~/ui/facts-above";
import { FactsBelow } from "~/ui/facts-below";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { ShownText } from "~/ui/page-text";
import type { ScreenHandle } from "~/ui/screen-handle";
import { statedFacts } from "~/ui/stated-facts";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const handle: ScreenHandle = {
  crumbs: (data: { document: { title: string } }, t, network) => [
    { label: t("rail.deliverables"), to: `${network}/deliverables` },
    { label: data.document.title },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param, request }) => {
  const { language, timeZone } = member;
  const key = { deliverableId: param("deliverable"), partnershipId: param("partnership") };
  const { facts, names, rendered, ...read } = await readHandedIn(member, key, param("step"));
  const telling = { t: translate(language), format: formatFor(language, timeZone), language };
  return {
    title: pageTitle(language, read.document.title, member.network.name),
    ...read,
    text: pageText(request, rendered.html),
    facts: statedFacts(facts, names, telling),
  };
});

export default function HandedIn() {
  const t = useT("deliverables");
  const format = useFormat();
  const { network, deliverable, partnership } = useParams();
  const { document, text, facts, by, at, isTakenBack, isUnchanged } = useLoaderData<typeof loader>();
  const { language } = document;
  return (
    <div className="page page-narrow">
      <PageHeader
        size="document"
        title={document.title}
        titleLang={language}
        actions={
          <LinkButton to={`/networks/${network}/deliverables/${deliverable}/${partnership}`}>
            {t("handedIn.back")}
          </LinkButton>
        }
      />
      <div className="mb-6 grid gap-3">
        {isUnchanged ? null : <Notice tone="late">{t("handedIn.altered")}</Notice>}
        <Notice tone="note">
          {t("handedIn.told", { name: by.name, date: format.dateTime(at) })}
          {isTakenBack ? ` ${t("handedIn.takenBack")}` : null}
        </Notice>
      </div>
      <FactsAbove facts={facts.facts} lang={language} />
      {text.mark === "" ? null : <ShownText text={text} lang={language} />}
      <FactsBelow {...facts} lang={language} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

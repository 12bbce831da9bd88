// A row for each partnership; money only in the rows of which the reader may see it.
import { Link } from "@remix-run/react";
import { formatAmount } from "~/domain/networks/money";
import type { NamedPartner, PartnershipView } from "~/domain/networks/partnerships.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { useFormat, useReader } from "~/ui/use-reader";

export function PartnersTable({ partnerships }: { partnerships: PartnershipView[] }) {
  const t = useT("setup");
  const hasMoney = partnerships.some(({ seesMoney }) => seesMoney);
  return (
    <table className="ledger">
      <caption className="hidden-words">{t("partners.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("partners.partner")}</th>
          <th scope="col">{t("partners.period")}</th>
          {hasMoney ? (
            <th scope="col" className="ledger-figure">
              {t("partners.budget")}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {partnerships.map((partnership) => (
          <PartnerRow key={partnership.id} partnership={partnership} hasMoney={hasMoney} />
        ))}
      </tbody>
    </table>
  );
}

function PartnerRow({ partnership, hasMoney }: { partnership: PartnershipView; hasMoney: boolean }) {
  const t = useT("setup", "networks");
  const format = useFormat();
  const { id, city, country, institution, role, state, seesMoney } = partnership;
  const isPresent = state === "present";
  return (
    <tr>
      <th scope="row">
        <Link
          to={id}
          prefetch="intent"
          className={`link font-serif text-large font-semibold ${isPresent ? "" : "text-quiet"}`}
        >
          {city}
        </Link>
        <FactsLine
          facts={[
            { key: "role", value: t(`networks:partnership.${role}`) },
            { key: "institution", value: institution },
            { key: "country", value: format.countryName(country) },
          ]}
        />
        <Relations {...partnership} />
      </th>
      <td data-label={t("partners.period")}>
        <span>
          <Period {...partnership} />
          {isPresent ? null : (
            <span className="block text-small text-quiet">{t(`partners.state.${state}`)}</span>
          )}
        </span>
      </td>
      {hasMoney ? (
        <td className="ledger-figure figures" data-label={t("partners.budget")}>
          <Money budget={partnership.budget} isSeen={seesMoney} />
        </td>
      ) : null}
    </tr>
  );
}

/** Who came in whose place, in words. */
function Relations({ replacedBy, replaces }: Pick<PartnershipView, "replacedBy" | "replaces">) {
  const t = useT("setup");
  const named = ({ institution, city }: NamedPartner) => `${institution}, ${city}`;
  return (
    <>
      {replacedBy ? (
        <p className="text-small text-quiet">{t("partners.replacedBy", { partner: named(replacedBy) })}</p>
      ) : null}
      {replaces ? (
        <p className="text-small text-quiet">{t("partners.replaces", { partner: named(replaces) })}</p>
      ) : null}
    </>
  );
}

function Period({ since, until, state }: Pick<PartnershipView, "since" | "until" | "state">) {
  const t = useT("setup", "frame");
  const format = useFormat();
  if (until) return format.days(since, until);
  return t(state === "coming" ? "partners.from" : "partners.since", { from: format.day(since) });
}

function Money({ budget, isSeen }: { budget: number | null; isSeen: boolean }) {
  const t = useT("setup");
  const { language } = useReader();
  if (budget !== null) return formatAmount(budget, language);
  return (
    <span className="text-small text-quiet">{t(isSeen ? "partners.noBudget" : "partners.hiddenBudget")}</span>
  );
}

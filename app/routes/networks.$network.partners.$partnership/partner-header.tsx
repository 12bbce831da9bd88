// Which partner this is, since when, and who came in whose place.
import { Link } from "@remix-run/react";
import type { NamedPartner, PartnershipDetail } from "~/domain/networks/partnerships.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { useFormat } from "~/ui/use-reader";

export function PartnerHeader({ partnership }: { partnership: PartnershipDetail }) {
  const t = useT("setup", "networks", "frame", "notices");
  const format = useFormat();
  const { id, city, country, institution, role, since, until, state, cityFacts } = partnership;
  const period = until
    ? format.days(since, until)
    : t(state === "coming" ? "partners.from" : "partners.since", { from: format.day(since) });
  const { population, names } = cityFacts;
  const otherNames = names
    .filter(({ name }) => name !== city)
    .map(({ name, language }) => `${name} (${format.languageName(language)})`);
  return (
    <>
      <PageHeader
        title={city}
        lead={institution}
        actions={
          <LinkButton weight="bare" to={`../../attention?city=${id}`} relative="path">
            {t("notices:attention.title")}
          </LinkButton>
        }
        facts={
          <FactsLine
            facts={[
              { key: "role", value: t(`networks:partnership.${role}`) },
              { key: "period", name: t("partners.period"), value: period },
              state !== "present" && { key: "state", value: t(`partners.state.${state}`) },
              { key: "country", value: format.countryName(country) },
              population !== null && {
                key: "population",
                value: t("partner.population", {
                  count: population,
                  people: format.number(population),
                }),
              },
              otherNames.length > 0 && {
                key: "names",
                value: t("partner.otherNames", { names: format.list(otherNames) }),
              },
            ]}
          />
        }
      />
      <Relation words="partners.replacedBy" partner={partnership.replacedBy} />
      <Relation words="partners.replaces" partner={partnership.replaces} />
    </>
  );
}

interface RelationProps {
  words: "partners.replacedBy" | "partners.replaces";
  partner: NamedPartner | null;
}

function Relation({ words, partner }: RelationProps) {
  const t = useT("setup");
  if (!partner) return null;
  const { id, institution, city } = partner;
  return (
    <p className="mb-2">
      <Link to={`../${id}`} relative="path" prefetch="intent" className="link">
        {t(words, { partner: `${institution}, ${city}` })}
      </Link>
    </p>
  );
}

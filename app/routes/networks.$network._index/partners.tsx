// The cities of the network and the institutions that act for them.
import type { PartnerView } from "~/domain/networks/networks.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function Partners({ partners }: { partners: PartnerView[] }) {
  const t = useT("networks");
  const format = useFormat();
  return (
    <section aria-labelledby="partners" className="mt-10">
      <h2 id="partners" className="mb-3 text-section">
        {t("cities.title")}
      </h2>
      <RowList labelledBy="partners">
        {partners.map(({ id, city, country, institution, role }) => (
          <Row
            key={id}
            title={city}
            kind="work"
            below={
              <FactsLine
                facts={[
                  { key: "country", value: format.countryName(country) },
                  { key: "institution", name: t("cities.institution"), value: institution },
                ]}
              />
            }
            side={<span className="text-small text-quiet">{t(`partnership.${role as "lead-partner"}`)}</span>}
          />
        ))}
      </RowList>
    </section>
  );
}

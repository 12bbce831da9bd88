// The partners of the network: on the map, in the list that says the same in words, and those who are not partners now.
import { useState } from "react";
import type { PartnerNow, PartnersNow } from "~/domain/networks/partners-now.server";
import { useT } from "~/i18n/use-t";
import type { Drawings } from "~/ui/map/drawing";
import { EmptyState } from "~/ui/empty-state";
import { useFormat } from "~/ui/use-reader";
import { PartnerRow } from "./partner-row";
import { PartnersMap } from "./partners-map";

export interface PartnersProps {
  network: string;
  partners: PartnersNow;
  drawings: Drawings | null;
  /** Whether the member says where the cities lie. */
  mayPlace: boolean;
}

export function Partners({ network, partners, drawings, mayPlace }: PartnersProps) {
  const t = useT("networks", "home");
  const format = useFormat();
  const [marked, mark] = useState<string | null>(null);
  const { current, past, coming, endedOn } = partners;
  const left = current.filter(({ id }) => drawings?.left.includes(id) ?? true);
  const shown = current.filter((partner) => !left.includes(partner));
  const namesOf = (some: PartnerNow[]) => format.list(some.map(({ city }) => city));
  // Where nothing can be drawn yet, nobody would know that there is to be a map.
  const notOnMap =
    left.length > 0 ? (
      <div className="my-2 text-small text-quiet">
        <p>{t("home:partners.left", { cities: namesOf(left) })}</p>
        {mayPlace && left.some(({ position }) => position === null) ? (
          <p>{t("home:partners.place")}</p>
        ) : null}
      </div>
    ) : null;
  return (
    <section aria-labelledby="partners" className="mt-10">
      <h2 id="partners" className="mb-3 text-section">
        {t("home:partners.title")}
      </h2>
      {endedOn === null || current.length === 0 ? null : (
        <p className="mb-3 text-quiet">{t("home:partners.ended", { day: format.day(endedOn) })}</p>
      )}
      {current.length === 0 ? (
        <EmptyState level={3} what={t("cities.empty.what")} who={t("cities.empty.who")} />
      ) : (
        <>
          {drawings ? null : notOnMap}
          <div className="partners">
            {drawings ? (
              <div className="partners-picture">
                <PartnersMap
                  narrow={drawings.narrow}
                  wide={drawings.wide}
                  title={t("home:partners.mapTitle", { network })}
                  about={t("home:partners.mapAbout", { cities: namesOf(shown) })}
                  marked={marked}
                  onMark={mark}
                />
                {notOnMap}
              </div>
            ) : null}
            {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list */}
            <ul role="list" aria-labelledby="partners" className="rows partners-list">
              {current.map((partner) => (
                <PartnerRow
                  key={partner.id}
                  partner={partner}
                  isMarked={marked !== null && marked === partner.id}
                  onMark={mark}
                />
              ))}
            </ul>
          </div>
        </>
      )}
      <Others title={t("home:partners.coming")} partners={coming} />
      <Others title={t("cities.former")} partners={past} />
    </section>
  );
}

/** Those who are not partners now, in words: "Riga, Latvia · Municipality of Riga · from … · until …". */
function Others({ title, partners }: { title: string; partners: PartnerNow[] }) {
  const t = useT("home");
  const format = useFormat();
  if (partners.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="text-quiet">
        {partners.map(({ id, city, country, institution, since, until }) => (
          <li key={id}>
            <span className="text-ink">{city}</span>, {format.countryName(country)} · {institution} ·{" "}
            {until === null ? t("partners.from", { day: format.day(since) }) : format.days(since, until)}
          </li>
        ))}
      </ul>
    </div>
  );
}

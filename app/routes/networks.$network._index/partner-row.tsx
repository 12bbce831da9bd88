// A partner in the list beside the map: with the mark that it has there, and pointing at it there.
import { Link, useParams } from "@remix-run/react";
import type { PartnerNow } from "~/domain/networks/partners-now.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { useFormat } from "~/ui/use-reader";
import { partnerPage } from "./partner-page";

export interface PartnerRowProps {
  partner: PartnerNow;
  /** Whether its mark, or its row, is pointed at. */
  isMarked: boolean;
  onMark: (id: string | null) => void;
}

export function PartnerRow({ partner, isMarked, onMark }: PartnerRowProps) {
  const t = useT("networks", "home");
  const format = useFormat();
  const { network = "" } = useParams();
  const { id, city, country, institution, role, isLead, since } = partner;
  const to = partnerPage(network, id);
  return (
    <li
      className={isMarked ? "row partner partner-marked" : "row partner"}
      onPointerEnter={() => onMark(id)}
      onPointerLeave={() => onMark(null)}
      onFocus={() => onMark(id)}
      onBlur={() => onMark(null)}
    >
      <svg
        aria-hidden="true"
        focusable="false"
        className="partner-sign"
        width="14"
        height="14"
        viewBox="-7 -7 14 14"
      >
        {isLead ? (
          <rect className="map-lead" x="-6" y="-6" width="12" height="12" />
        ) : (
          <circle className="map-partner" r="4.5" />
        )}
      </svg>
      <div className="min-w-0">
        {to ? (
          <Link to={to} prefetch="intent" className="row-link font-semibold">
            {city}
          </Link>
        ) : (
          <span className="font-semibold">{city}</span>
        )}
        <span className="text-quiet">, {format.countryName(country)}</span>
        <p className="text-small">{institution}</p>
        <FactsLine
          facts={[
            { key: "role", name: t("cities.role"), value: t(`partnership.${role as "lead-partner"}`) },
            { key: "since", value: t("home:partners.since", { day: format.day(since) }) },
          ]}
        />
      </div>
    </li>
  );
}

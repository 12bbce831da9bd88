// Who the partners of a network are today, who was one before and who will be: partnerships are dated facts.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { dayOf } from "./calendar-day";
import { cityName, placesOf, type Place } from "./places.server";

export interface PartnerNow {
  /** The partnership's. */
  id: string;
  city: string;
  country: string;
  institution: string;
  /** "lead-partner", "project-partner" or "good-practice-city". */
  role: string;
  isLead: boolean;
  since: string;
  until: string | null;
  position: Place["position"];
}

export interface PartnersNow {
  /** The network's last day, where that is over and nobody came after it: its partners are then those of that day. */
  endedOn: string | null;
  /** The lead partner first, then by city. */
  current: PartnerNow[];
  /** Whoever left last comes first. */
  past: PartnerNow[];
  /** Those whose partnership begins later, the next one first. */
  coming: PartnerNow[];
}

/**
 * The partners today (in Brussels), whose last day may be today; in a network that has ended, those of its last day, unless its
 * partnership went on changing: then it says today's.
 */
export async function partnersNow(member: Member): Promise<PartnersNow> {
  demand(member, "see-network");
  const { endsOn } = await database().read.network.findUniqueOrThrow({
    where: { id: member.network.id },
    select: { endsOn: true },
  });
  const today = dayOf(now());
  const places = [...(await placesOf(member.network.id)).values()];
  const isOver = (last: string) =>
    last < today && !places.some(({ since }) => since > last && since <= today);
  const endedOn = endsOn !== null && isOver(endsOn) ? endsOn : null;
  const day = endedOn ?? today;
  const partners = places.map(({ partnershipId, names, role, ...place }): PartnerNow => ({
    ...place,
    id: partnershipId,
    city: cityName({ names }, member.language),
    role,
    isLead: rank(role) === 0,
  }));
  const hasLeft = ({ until }: PartnerNow) => until !== null && until < day;
  const byName = (one: PartnerNow, other: PartnerNow) => one.city.localeCompare(other.city, member.language);
  const standing = partners.filter((partner) => !hasLeft(partner));
  return {
    endedOn,
    current: standing
      .filter(({ since }) => since <= day)
      .sort((one, other) => rank(one.role) - rank(other.role) || byName(one, other)),
    past: partners
      .filter(hasLeft)
      .sort((one, other) => (other.until ?? "").localeCompare(one.until ?? "") || byName(one, other)),
    coming: standing
      .filter(({ since }) => since > day)
      .sort((one, other) => one.since.localeCompare(other.since) || byName(one, other)),
  };
}

function rank(role: string): number {
  return role === "lead-partner" ? 0 : 1;
}

// Under which partners' cities a role is shown: those it is held for; a lead partner under the city that is the lead partner.
import type { Role } from "./role";

/** A partnership as far as it tells whose city it is, and when; days as "YYYY-MM-DD". */
export interface DatedPartner {
  role: string;
  since: string;
  until: string | null;
}

/**
 * The partnerships under which a role stands on this day, out of all of its network. Where a partnership has the role's own name (the
 * lead partner's has), it is that one: of that day, else the next, else the last, so that a lead partner who was invited before there
 * was a city stands under it once there is one. Any other role, what it is held for. It decides about no access.
 */
export function heldFor(
  partners: ReadonlyMap<string, DatedPartner>,
  role: Role,
  partnershipIds: readonly string[],
  day: string,
): readonly string[] {
  const named = [...partners]
    .filter(([, partner]) => partner.role === role)
    .sort(([, one], [, other]) => one.since.localeCompare(other.since));
  const first = named.find(([, { until }]) => until === null || until >= day) ?? named.at(-1);
  return first ? [first[0]] : partnershipIds;
}

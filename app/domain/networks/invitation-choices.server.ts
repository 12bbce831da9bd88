// What the form of an invitation offers to this member: roles, partners, local groups.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { roles, type Role } from "../access/role";
import { forbidden } from "../refusal";
import { dayOf } from "./calendar-day";
import { mayOffer, mayOfferAny } from "./invitation";
import { cityName, readPlaces } from "./places.server";

export interface InvitationChoices {
  roles: Role[];
  /** Partners of the network for which at least one of the roles may be offered, by city. */
  partners: Array<{ id: string; city: string; institution: string }>;
  groups: Array<{ id: string; name: string; city: string }>;
}

/** What may be chosen. Refuses `forbidden` whoever may offer no role. */
export async function invitationChoices(member: Member): Promise<InvitationChoices> {
  if (!mayOfferAny(member)) throw forbidden();
  const at = now();
  const offered = roles.filter((role) => mayOffer(member, role, []));
  const places = [...(await readPlaces(member.network.id)).values()].filter(
    ({ partnershipId, until }) =>
      (until === null || until >= dayOf(at)) &&
      offered.some((role) => mayOffer(member, role, [partnershipId])),
  );
  const city = new Map(places.map((place) => [place.partnershipId, cityName(place, member.language)]));
  const groups = await database().read.localGroup.findMany({
    where: {
      networkId: member.network.id,
      partnershipId: { in: [...city.keys()] },
      OR: [{ endedAt: null }, { endedAt: { gt: at } }],
    },
    select: { id: true, name: true, partnershipId: true },
  });
  const byCity = (one: { city: string }, other: { city: string }) =>
    one.city.localeCompare(other.city, member.language);
  return {
    roles: offered,
    partners: places
      .map(({ partnershipId: id, institution }) => ({ id, institution, city: city.get(id) ?? "" }))
      .sort(byCity),
    groups: groups
      .map(({ id, name, partnershipId }) => ({ id, name, city: city.get(partnershipId) ?? "" }))
      .sort(byCity),
  };
}

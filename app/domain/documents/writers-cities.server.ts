// Of which cities people write in a network: told beside their names.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { isRole } from "../access/role";
import { cityName, placesOf } from "../networks/places.server";

/** By person, the cities whose roles they hold or held in the network, each once; none where a role is of the network as a whole. */
export async function citiesOfWriters(
  member: Member,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const networkId = member.network.id;
  const [held, places] = await Promise.all([
    database().read.membership.findMany({
      where: { networkId, personId: { in: [...personIds] }, partnershipId: { not: null } },
      select: { personId: true, partnershipId: true, role: true },
      orderBy: { since: "asc" },
    }),
    placesOf(networkId),
  ]);
  const cities = new Map<string, string[]>();
  for (const { personId, partnershipId, role } of held) {
    const city = isRole(role) ? cityName(places.get(partnershipId ?? ""), member.language) : "";
    const known = cities.get(personId) ?? [];
    if (city !== "" && !known.includes(city)) cities.set(personId, [...known, city]);
  }
  return cities;
}

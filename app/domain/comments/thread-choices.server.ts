// By whom and by which city the threads on a document can be narrowed: of the remarks that the member reads, and nobody else.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { cityName, placesOf } from "../networks/places.server";

interface Choice {
  id: string;
  name: string;
}

export interface ThreadChoices {
  people: Choice[];
  cities: Choice[];
}

interface Said {
  parentId: string | null;
  authorId: string;
  name: string;
  assigneeId: string | null;
  assigneeName: string | null;
}

/** For which partners these people hold or held a role here. */
export async function citiesOfPeople(
  member: Member,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const cities = new Map<string, string[]>();
  if (personIds.length === 0) return cities;
  const held = await database().read.membership.findMany({
    where: {
      networkId: member.network.id,
      personId: { in: [...new Set(personIds)] },
      partnershipId: { not: null },
    },
    select: { personId: true, partnershipId: true },
  });
  for (const { personId, partnershipId } of held) {
    if (partnershipId) cities.set(personId, [...new Set([...(cities.get(personId) ?? []), partnershipId])]);
  }
  return cities;
}

/** Whoever wrote a remark or is to see to one, and the cities of those who began a thread; by name. */
export async function choicesOf(
  member: Member,
  said: readonly Said[],
  citiesOf: ReadonlyMap<string, readonly string[]>,
): Promise<ThreadChoices> {
  const people = new Map<string, string>();
  const cities = new Map<string, string>();
  const places = said.length === 0 ? new Map() : await placesOf(member.network.id);
  for (const { parentId, authorId, name, assigneeId, assigneeName } of said) {
    people.set(authorId, name);
    if (assigneeId) people.set(assigneeId, assigneeName ?? "");
    if (parentId !== null) continue;
    for (const id of citiesOf.get(authorId) ?? []) cities.set(id, cityName(places.get(id), member.language));
  }
  const byName = new Intl.Collator(member.language);
  const sorted = (of: Map<string, string>) =>
    [...of].map(([id, name]) => ({ id, name })).sort((one, other) => byName.compare(one.name, other.name));
  return { people: sorted(people), cities: sorted(cities) };
}

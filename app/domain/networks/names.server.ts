// Members to name in a text while one writes.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { fold } from "~/text/fold";
import { demand, type Member } from "../access/member";
import { holdersAt } from "./holders-now";
import { cityName, placesOf } from "./places.server";

/** Names offered at once, and characters of what was typed that count. */
const [most, longest] = [8, 80];

export interface NameOffered {
  id: string;
  name: string;
  /** The city they work for, which tells people of one name apart. */
  aside?: string;
}

/** Who holds a role in the network now and whose name has all these words, in any spelling; those that begin with them first. */
export async function namesToMention(member: Member, typed: string): Promise<NameOffered[]> {
  demand(member, "see-network");
  const at = now();
  const words = fold(typed.slice(0, longest)).split(/\s+/u).filter(Boolean);
  const [first = ""] = words;
  const memberships = await database().read.membership.findMany({
    where: holdersAt(member, at),
    select: { partnershipId: true, person: { select: { id: true, name: true } } },
    orderBy: [{ since: "asc" }, { id: "asc" }],
  });
  const places = await placesOf(member.network.id);
  const people = new Map<string, NameOffered & { folded: string }>();
  for (const { person, partnershipId } of memberships) {
    const folded = fold(person.name);
    if (people.has(person.id) || !words.every((word) => folded.includes(word))) continue;
    const aside = partnershipId ? cityName(places.get(partnershipId), member.language) : undefined;
    people.set(person.id, { ...person, aside, folded });
  }
  return [...people.values()]
    .sort(
      (one, other) =>
        Number(other.folded.startsWith(first)) - Number(one.folded.startsWith(first)) ||
        one.name.localeCompare(other.name, member.language),
    )
    .slice(0, most)
    .map(({ folded: _folded, ...offer }) => offer);
}

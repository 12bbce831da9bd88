// The people behind the hands that wrote a text, at the places they had when they wrote.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { expertRoles, isRole, type Role } from "../access/role";
import { dayOf } from "../networks/calendar-day";
import { cityOfRole, placesOf } from "../networks/places.server";
import type { Hand } from "./authors-of-saves";

/** Somebody at the place that they had when they wrote: a city, or a role that stands for itself. */
export interface TextWriter {
  /** null: nobody knows who it was. */
  person: { id: string; name: string; colour: number } | null;
  place: { city: string } | { role: Role } | null;
  words: number;
}

/** The hands as people at their places; the number that is asked for last stands for those of whom nobody knows. */
export async function writersOf(member: Member, hands: readonly Hand[]) {
  const ids = [...new Set(hands.flatMap(({ person }) => person ?? []))];
  const [people, memberships, places] = await Promise.all([
    database().read.person.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, colour: true },
    }),
    database().read.membership.findMany({
      where: { networkId: member.network.id, personId: { in: ids } },
      select: { personId: true, role: true, partnershipId: true, since: true, until: true },
      orderBy: [{ since: "asc" }, { id: "asc" }],
    }),
    placesOf(member.network.id),
  ]);
  const placeAt = ({ person, at }: Hand): TextWriter["place"] => {
    const own = memberships.filter(({ personId }) => personId === person);
    const then = own.filter(
      ({ since, until }) => since.getTime() <= at && (until === null || until.getTime() > at),
    );
    // Who wrote before the role is on record, or after it ended, is told by the nearest.
    const held = (then.length > 0 ? then : own.slice(-1)).flatMap(({ role, partnershipId }) =>
      isRole(role) ? { role, partnershipId } : [],
    );
    const ofCity = held.filter(({ role }) => !expertRoles.includes(role));
    for (const one of ofCity) {
      const city = cityOfRole(places, one, member.language, dayOf(new Date(at)));
      if (city) return { city };
    }
    const [first] = held;
    return first ? { role: first.role } : null;
  };
  const writers: TextWriter[] = [];
  const numbers = new Map<string, number>();
  const numbered = (key: string, writer: Omit<TextWriter, "words">) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, writers.length);
    return writers.push({ ...writer, words: 0 }) - 1;
  };
  const ofHand = hands.map((hand) => {
    const person = people.find(({ id }) => id === hand.person);
    if (!person) return numbered("", { person: null, place: null });
    const place = placeAt(hand);
    return numbered(JSON.stringify([person.id, place]), { person, place });
  });
  const numberOf = (hand: number) => ofHand[hand] ?? numbered("", { person: null, place: null });
  return { writers, numberOf };
}

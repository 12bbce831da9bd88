// Who wrote what in a text, for whoever reads its working text: with names, and the cities and roles that people had when they wrote.
import { database } from "~/platform/db.server";
import { mayWrite, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { expertRoles, isRole, type Role } from "../access/role";
import { dayOf } from "../networks/calendar-day";
import { cityOfRole, placesOf } from "../networks/places.server";
import { notFound } from "../refusal";
import { sectionsWithHands } from "./authorship-work.server";
import type { AuthoredNode, AuthoredSection } from "./authorship-shares";
import type { Hand } from "./authors-of-saves";
import type { DocumentKind } from "./document";
import { bringUp } from "./projection.server";

/** Somebody at the place that they had when they wrote: a city, or a role that stands for itself. */
export interface TextWriter {
  /** null: nobody knows who it was. */
  person: { id: string; name: string; colour: number } | null;
  place: { city: string } | { role: Role } | null;
  words: number;
}

export interface Authorship {
  document: { id: string; title: string; language: string };
  mayWrite: boolean;
  /** Most words first. */
  writers: TextWriter[];
  /** `by` names writers by their place in `writers`. */
  sections: AuthoredSection[];
  words: number;
}

/**
 * The working text as it stands, with its writers. Whoever left is named as well, under the city or the role they had at the time. Refuses
 * `not-found` whoever does not read the working text.
 */
export async function readAuthorship(member: Member, id: string): Promise<Authorship> {
  const columns = { ...sharedDocument, kind: true, sealedAt: true, title: true, language: true, text: true };
  const known = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: sharedDocument,
  });
  if (!known || !readsWorkingText(member, known)) throw notFound();
  await bringUp(id);
  const document = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: columns,
  });
  if (!document || !readsWorkingText(member, document)) throw notFound();
  const { title, language } = document;
  const { hands, sections } = await sectionsWithHands(document);
  const { writers, numberOf } = await writersOf(member, hands);
  const merged = sections.map((section): AuthoredSection => {
    const counts = new Map<number, number>();
    for (const [hand, words] of section.by) {
      const writer = numberOf(hand);
      counts.set(writer, (counts.get(writer) ?? 0) + words);
      const one = writers[writer];
      if (one) one.words += words;
    }
    return { ...section, by: [...counts], blocks: section.blocks.map((block) => named(block, numberOf)) };
  });
  const order = writers.map((_, index) => index).filter((index) => (writers[index]?.words ?? 0) > 0);
  order.sort((one, other) => (writers[other]?.words ?? 0) - (writers[one]?.words ?? 0));
  const placeOf = (writer: number) => order.indexOf(writer);
  const shown = merged.map((section): AuthoredSection => ({
    heading: section.heading,
    by: section.by
      .map(([writer, words]): [number, number] => [placeOf(writer), words])
      .sort(([, one], [, other]) => other - one),
    blocks: section.blocks.map((block) => named(block, placeOf)),
  }));
  return {
    document: { id, title, language },
    mayWrite: mayWrite(member, { ...document, kind: document.kind as DocumentKind }),
    writers: order.flatMap((index) => writers[index] ?? []),
    sections: shown,
    words: writers.reduce((sum, { words }) => sum + words, 0),
  };
}

function named(node: AuthoredNode, numberOf: (by: number) => number): AuthoredNode {
  return {
    ...node,
    ...(node.by !== undefined && { by: numberOf(node.by) }),
    ...(node.content && { content: joined(node.content.map((child) => named(child, numberOf))) }),
  };
}

/** Neighbours that one person wrote at different times are one. */
function joined(nodes: AuthoredNode[]): AuthoredNode[] {
  const found: AuthoredNode[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    const isOne =
      last?.type === "text" &&
      node.type === "text" &&
      last.by === node.by &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (isOne) last.text = `${last.text ?? ""}${node.text ?? ""}`;
    else found.push({ ...node });
  }
  return found;
}

/** The hands as people at their places; the number that is asked for last stands for those of whom nobody knows. */
async function writersOf(member: Member, hands: readonly Hand[]) {
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

// Who wrote what in a text, for whoever reads its working text: with names, and the cities and roles that people had when they wrote.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { mayWrite, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { notFound } from "../refusal";
import { lettersWithHands, sectionsWithHands } from "./authorship-work.server";
import type { TracedLetters } from "./authorship";
import type { AuthoredNode, AuthoredSection } from "./authorship-shares";
import type { DocumentKind } from "./document";
import { bringUp } from "./projection.server";
import { writersOf, type TextWriter } from "./text-writers.server";

export interface Authorship {
  document: { id: string; title: string; language: string; kind: DocumentKind };
  mayWrite: boolean;
  /** Most words first. */
  writers: TextWriter[];
  /** `by` names writers by their place in `writers`. */
  sections: AuthoredSection[];
  words: number;
}

/** `clients` and `stretches` as in `TracedLetters`, but that they name writers by their place in `writers`. */
export interface TracedText extends Pick<TracedLetters, "clients" | "stretches"> {
  writers: Array<Pick<TextWriter, "person" | "place">>;
  /** Who asks. */
  own: number;
}

/**
 * The working text as it stands, with its writers. Whoever left is named as well, under the city or the role they had at the time. Refuses
 * `not-found` whoever does not read the working text.
 */
export async function readAuthorship(member: Member, id: string): Promise<Authorship> {
  const columns = { ...sharedDocument, kind: true, sealedAt: true, title: true, language: true, text: true };
  await demandWorkingText(member, id);
  await bringUp(id);
  const document = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: columns,
  });
  if (!document || !readsWorkingText(member, document)) throw notFound();
  const { title, language } = document;
  const kind = document.kind as DocumentKind;
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
    document: { id, title, language, kind },
    mayWrite: mayWrite(member, { ...document, kind }),
    writers: order.flatMap((index) => writers[index] ?? []),
    sections: shown,
    words: writers.reduce((sum, { words }) => sum + words, 0),
  };
}

async function demandWorkingText(member: Member, id: string): Promise<void> {
  const known = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: sharedDocument,
  });
  if (!known || !readsWorkingText(member, known)) throw notFound();
}

/**
 * Whose each letter of the working text is, for whoever has that text open: by Yjs client and clock, what is deleted included. The member is
 * among the writers in any case. Refuses `not-found` whoever does not read the working text.
 */
export async function traceAuthorship(member: Member, id: string): Promise<TracedText> {
  await demandWorkingText(member, id);
  const { hands, clients, stretches } = await lettersWithHands(id);
  const { writers, numberOf } = await writersOf(member, [
    ...hands,
    { person: member.personId, at: now().getTime() },
  ]);
  const own = numberOf(hands.length);
  return {
    clients: clients.map(([client, known, hand]) => [client, known, hand < 0 ? -1 : numberOf(hand)]),
    stretches: stretches.map(([client, clock, length, hand]) => [
      ...([client, clock, length] as const),
      hand < 0 ? -1 : numberOf(hand),
    ]),
    writers: writers.map(({ person, place }) => ({ person, place })),
    own,
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

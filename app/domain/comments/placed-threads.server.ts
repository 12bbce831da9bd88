// Threads that are about a passage: where it stands in the text beside them, and in which section.
import { passagesOf, placesOf } from "../documents/passages.server";
import { besideTold, withoutBlanks } from "../documents/found-words";
import type { Passage } from "../documents/passage";
import type { PassageStands, SectionOf } from "../documents/picked-passage";
import { checkOf, type BriefPassage } from "./brief-passages";
import type { PassageView } from "./comment";
import type { ThreadsBeside } from "./threads.server";

export interface PlacedThreads {
  viewOf(id: string): PassageView | null;
  /** Nothing where it is no passage of words that stands in the text. */
  brieflyOf(id: string, isResolved: boolean): BriefPassage[];
  /** The id of the heading above it. */
  sectionOf(id: string): string | null;
  /** What comes first in the text comes first; then all that has no place in it. */
  order(id: string): number;
}

/** Of these remarks; their passages are theirs to read who read the remarks. */
export async function placedBeside(
  documentId: string,
  remarks: ReadonlyArray<{ id: string; parentId: string | null }>,
  beside?: ThreadsBeside,
): Promise<PlacedThreads> {
  const kept = remarks.length === 0 ? new Map<string, Passage>() : await passagesOf(documentId);
  const read = new Set(remarks.map(({ id }) => id));
  const passages = new Map([...kept].filter(([id]) => read.has(id)));
  const places = beside && passages.size > 0 ? await placesOf(documentId, beside.text, passages) : new Map();
  const stands = (id: string): PassageStands | null => places.get(id) ?? null;
  const anchors = anchorsOf(beside?.outline ?? []);
  return {
    viewOf: (id) => {
      const passage = passages.get(id);
      if (!passage) return null;
      const { quotation, picture } = passage;
      return {
        quotation,
        isPicture: picture !== undefined,
        stands: told(stands(id), beside?.isForWriting ?? false),
      };
    },
    brieflyOf: (id, isResolved) => {
      const place = stands(id);
      if (place?.kind !== "words") return [];
      const letters = withoutBlanks(place.words);
      const check = checkOf(withoutBlanks(place.before), letters, withoutBlanks(place.after));
      return [{ id, isResolved, kind: "letters", at: place.at, length: letters.length, check }];
    },
    sectionOf: (id) => {
      const place = stands(id);
      return place && place.kind !== "gone" && place.section ? (anchors(place.section) ?? null) : null;
    },
    order: (id) => {
      const place = stands(id);
      if (place && place.kind !== "gone") return place.at;
      return Number.MAX_SAFE_INTEGER;
    },
  };
}

/** An editor finds a passage by the ids of its letters, a text that is read by its words; what a screen does not need it is not sent. */
function told(stands: PassageStands | null, isForWriting: boolean): PassageStands | null {
  if (stands?.kind === "picture" && !isForWriting) return { ...stands, element: undefined };
  if (stands?.kind !== "words") return stands;
  if (isForWriting) return { ...stands, words: "", before: "", after: "", at: 0 };
  const [before, after] = besideTold(stands);
  return { ...stands, letters: [], words: stands.isAsItWas ? "" : stands.words, before, after };
}

/** Headings by their words, the first of the same words first. */
function anchorsOf(outline: ThreadsBeside["outline"]): (section: SectionOf) => string | undefined {
  const byWords = new Map<string, string[]>();
  for (const { id, text } of outline) {
    const words = text.replaceAll(/\s+/g, " ").trim();
    byWords.set(words, [...(byWords.get(words) ?? []), id]);
  }
  return ({ words, number }) => byWords.get(words.replaceAll(/\s+/g, " ").trim())?.[number];
}

// Who wrote what: whose each letter of a text is, by the Yjs client ids whose persons the log knows and by where words came from.
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { Claim, Origin, TextHistory } from "~/platform/update-log";
import { fromShared } from "~/text/shared-document";
import { handsByWords, numbering, type Hand, type KnownWords, type NumberOf } from "./authors-of-saves";
import { newDocument } from "./document-state";
import { mostOf, passagesIn, passagesOf } from "./letters";

export interface Authored {
  document: Node;
  hands: Hand[];
  /** For each unit of UTF-16 of its text nodes, in their order, a number of `hands`; -1: nobody knows. */
  of: Int32Array;
}

/** Words that came from words that came from words: no editor makes so many; a log that was tampered with may go in a ring. */
const deepest = 1_000;

/** The text that these updates make. Nothing where there are none. */
export function sharedOf({ updates }: Pick<TextHistory, "updates">): Y.Doc | undefined {
  if (updates.length === 0) return undefined;
  const shared = newDocument();
  shared.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(shared, update);
      } catch {
        // One that breaks off spoils none of the others; opening the text sets it aside.
      }
    }
  });
  return shared;
}

/**
 * Whose each letter of the text is as it stands. `former` is what is known of the words that it had before it was written together: they
 * are nobody's client's.
 */
export function authoredText(
  shared: Y.Doc,
  history: Pick<TextHistory, "writers" | "origins">,
  former: KnownWords,
): Authored {
  const { hands, numberOf } = numbering();
  const ownerOf = owners(shared, history, former, numberOf);
  const letters: string[] = [];
  const of: number[] = [];
  for (const passage of passagesIn(shared, ({ deleted }) => !deleted)) {
    letters.push(passage.map(({ text }) => text).join(""));
    for (const { client, clock, text } of passage)
      for (const { hand, length } of ownerOf(client, clock, text.length))
        for (let count = 0; count < length; count += 1) of.push(hand);
  }
  const { document } = fromShared(shared);
  const passages = passagesOf(document);
  if (passages.join("") === letters.join("")) return { document, hands, of: Int32Array.from(of) };
  // What people's writing at once has put where it cannot stand is left out in reading.
  return { document, hands, of: handsByWords(passages, wordsOf(letters, of, hands), numberOf) };
}

/** Whose the letters of a shared document are, as somebody finds it who has that document: by client and clock, what is deleted included. */
export interface TracedLetters {
  hands: Hand[];
  /** How many letters and other things of each client are known, and whose they are unless a stretch says otherwise; -1: nobody knows. */
  clients: Array<[client: number, known: number, hand: number]>;
  stretches: Array<[client: number, clock: number, length: number, hand: number]>;
}

export function tracedLetters(
  shared: Y.Doc,
  history: Pick<TextHistory, "writers" | "origins">,
  former: KnownWords,
): TracedLetters {
  const { hands, numberOf } = numbering();
  const ownerOf = owners(shared, history, former, numberOf);
  const claimedBy = (client: number) => {
    const claim = history.writers.get(client);
    return claim ? numberOf(claim) : -1;
  };
  const clients = [...shared.store.clients.keys()].map((client): TracedLetters["clients"][number] => [
    client,
    Y.getState(shared.store, client),
    claimedBy(client),
  ]);
  const claims = new Map(clients.map(([client, , hand]) => [client, hand]));
  const stretches: TracedLetters["stretches"] = [];
  for (const { client, clock, text } of [...passagesIn(shared, () => true)].flat()) {
    let at = clock;
    for (const { hand, length } of ownerOf(client, clock, text.length)) {
      const last = stretches.at(-1);
      if (last && last[0] === client && last[1] + last[2] === at && last[3] === hand) last[2] += length;
      else if (hand !== claims.get(client)) stretches.push([client, at, length, hand]);
      at += length;
    }
  }
  return { hands, clients, stretches };
}

/** Whose the letters of a document in Markdown are, where the words are known from elsewhere. */
export function authoredByWords(document: Node, known: KnownWords): Authored {
  const { hands, numberOf } = numbering();
  return { document, hands, of: handsByWords(passagesOf(document), known, numberOf) };
}

/** The words of what is known letter by letter. */
export function knownWordsOf({ document, hands, of }: Authored): KnownWords {
  return wordsOf(passagesOf(document), of, hands);
}

function wordsOf(passages: readonly string[], of: ArrayLike<number>, hands: readonly Hand[]): KnownWords {
  const known: KnownWords = { words: [], by: [] };
  let start = 0;
  for (const passage of passages) {
    for (const { 0: letters, index } of passage.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      known.words.push(letters);
      known.by.push(hands[mostOf(of, start + index, letters.length)] ?? { person: null, at: 0 });
    }
    start += passage.length;
  }
  return known;
}

/**
 * Whose the letters are that a client has brought into the text: by `by`, which says it for each letter of the text as it now stands, in
 * reading order; undefined: they are that client's.
 */
export function originsOf(shared: Y.Doc, client: number, by: ReadonlyArray<Hand | undefined>): Origin[] {
  const passages = [...passagesIn(shared, ({ deleted }) => !deleted)].flat();
  if (passages.reduce((sum, { text }) => sum + text.length, 0) !== by.length) return [];
  const origins: Origin[] = [];
  let at = 0;
  for (const { client: whose, clock, text } of passages) {
    for (let place = 0; place < text.length; place += 1, at += 1) {
      const hand = by[at];
      if (whose !== client || !hand) continue;
      const last = origins.at(-1);
      if (last?.by === hand && last.clock + last.length === clock + place) last.length += 1;
      else origins.push({ client, clock: clock + place, length: 1, by: hand });
    }
  }
  return origins;
}

type OwnerOf = (client: number, clock: number, length: number) => Array<{ hand: number; length: number }>;

function owners(
  shared: Y.Doc,
  { writers, origins }: Pick<TextHistory, "writers" | "origins">,
  former: KnownWords,
  numberOf: NumberOf,
): OwnerOf {
  const came = new Map<number, Origin[]>();
  for (const origin of origins) came.set(origin.client, [...(came.get(origin.client) ?? []), origin]);
  for (const list of came.values()) list.sort((one, other) => one.clock - other.clock);
  let formerly: Map<number, Int32Array> | undefined;

  const ownerOf = (client: number, clock: number, length: number, depth: number): ReturnType<OwnerOf> => {
    const found: ReturnType<OwnerOf> = [];
    let at = clock;
    const end = clock + length;
    for (const origin of came.get(client) ?? []) {
      if (origin.clock + origin.length <= at || origin.clock >= end) continue;
      if (origin.clock > at) found.push(...claimed(client, at, origin.clock - at));
      const from = Math.max(at, origin.clock);
      const to = Math.min(end, origin.clock + origin.length);
      at = to;
      if (origin.by) found.push({ hand: numberOf(origin.by), length: to - from });
      else if (origin.from && depth < deepest)
        found.push(
          ...ownerOf(origin.from.client, origin.from.clock + from - origin.clock, to - from, depth + 1),
        );
      else found.push({ hand: -1, length: to - from });
    }
    if (at < end) found.push(...claimed(client, at, end - at));
    return found;
  };

  const claimed = (client: number, clock: number, length: number): ReturnType<OwnerOf> => {
    const claim: Claim | undefined = writers.get(client);
    if (claim) return [{ hand: numberOf(claim), length }];
    formerly ??= formerOwners(shared, writers, former, numberOf);
    const known = formerly.get(client);
    const found: ReturnType<OwnerOf> = [];
    for (let place = clock; place < clock + length; place += 1) {
      const hand = known?.[place] ?? -1;
      const last = found.at(-1);
      if (last?.hand === hand) last.length += 1;
      else found.push({ hand, length: 1 });
    }
    return found;
  };
  return (client, clock, length) => ownerOf(client, clock, length, 0);
}

/** Of the letters that are nobody's client's, what was deleted of them included: by client and clock. */
function formerOwners(
  shared: Y.Doc,
  writers: ReadonlyMap<number, Claim>,
  former: KnownWords,
  numberOf: NumberOf,
): Map<number, Int32Array> {
  const passages = [...passagesIn(shared, () => true)]
    .map((passage) => passage.filter(({ client }) => !writers.has(client)))
    .filter((passage) => passage.length > 0);
  const hands = handsByWords(
    passages.map((passage) => passage.map(({ text }) => text).join("")),
    former,
    numberOf,
  );
  const found = new Map<number, Int32Array>();
  let at = 0;
  for (const { client, clock, text } of passages.flat()) {
    const known = found.get(client) ?? new Int32Array(Y.getState(shared.store, client)).fill(-1);
    found.set(client, known);
    known.set(hands.subarray(at, at + text.length), clock);
    at += text.length;
  }
  return found;
}

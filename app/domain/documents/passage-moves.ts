// Passages that an update has moved: an editor tells a move as letters that go and the same letters that come.
import * as Y from "yjs";
import type { MovedLetters } from "~/platform/update-log";
import { indexOf, movedTo, occurrences, placeOf, stretchesIn, surroundings, type Passage } from "./passage";
import { lettersOf, type Stretch, type TextLetters } from "./text-letters";

export interface PassageWatch {
  watch(id: string, passage: Passage): void;
  forget(id: string): void;
  /** Applies what the person of these Yjs client ids hands in, and answers what of the passages it has moved. */
  from(clients: readonly number[], apply: () => void): MovedLetters[];
  /** All that was ever moved of them. */
  moves(): readonly MovedLetters[];
  watched(): ReadonlyMap<string, Passage>;
}

interface Lost {
  words: string;
  letters: Stretch[];
  clients: readonly number[];
  /** All of the text as it was before they went, and where they stood in it. */
  text: string;
  from: number;
  to: number;
  /** Nobody here saw them go: known by what stood beside them alone. */
  isLongAgo?: boolean;
}

/** A passage as it last stood. */
interface Watched {
  passage: Passage;
  /** Its words when they went, their letters, and by whose hand. Given while nobody knows where it is. */
  lost?: Lost;
}

/** The part of the same words that must be new with one update where they were moved, and where they were put in after having been cut. */
const [mostlyNew, putIn] = [0.5, 0.8];
/** Letters beside words that tell them from the same words elsewhere. */
const telling = 6;
/** Words of so many letters that were cut are known again whoever puts them in; fewer only from the same hand. */
const unmistakable = 24;

/** Listens to the document; `known` is what is known of moves already. */
export function watchPassages(doc: Y.Doc, known: readonly MovedLetters[]): PassageWatch {
  const watched = new Map<string, Watched>();
  const all = [...known];
  let applied: { clients: readonly number[]; moves: MovedLetters[] } | undefined;
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    if (applied) applied.moves.push(...hear(transaction, applied.clients));
  });

  function hear(transaction: Y.Transaction, clients: readonly number[]): MovedLetters[] {
    if (watched.size === 0) return [];
    const fresh = freshLetters(transaction);
    const isHit = hitBy(transaction);
    const hitMoves = all.filter(isHit);
    const touched = [...watched.values()].filter(
      ({ passage, lost }) =>
        !passage.picture &&
        (lost
          ? isPutIn(lost, fresh, clients)
          : mayComeBack(passage, fresh) || isTouched(passage, isHit, hitMoves, all)),
    );
    if (touched.length === 0) return [];
    const before = indexOf(lettersOf(transaction.doc, (item) => stood(transaction, item)));
    const after = indexOf(lettersOf(transaction.doc));
    const moved = touched.flatMap((one) => {
      const moved = movedTo(all);
      const was = placeOf(before, one.passage, moved);
      if (!("from" in was) && mayComeBack(one.passage, fresh)) one.lost ??= lostLongAgo(one.passage);
      if (!("from" in was) && !one.lost) return [];
      const words = "from" in was ? before.letters.text.slice(was.from, was.to) : (one.lost?.words ?? "");
      const is = placeOf(after, one.passage, moved);
      if ("from" in was && "from" in is && after.letters.text.slice(is.from, is.to) === words) return [];
      const letters = "from" in was ? was.letters : (one.lost?.letters ?? []);
      const to = comeAgain(
        transaction,
        before.letters,
        after.letters,
        words,
        "from" in was ? was : undefined,
      );
      const isIt = to && ("from" in was || isTheLost(one.lost, after.letters.text, to, fresh));
      if (isIt) {
        delete one.lost;
        return pairs(letters, to.letters);
      }
      if ("from" in is) delete one.lost;
      else if ("from" in was)
        one.lost = { words, letters, clients, text: before.letters.text, from: was.from, to: was.to };
      return [];
    });
    all.push(...moved);
    return moved;
  }

  return {
    watch: (id, passage) => void watched.set(id, { passage }),
    forget: (id) => void watched.delete(id),
    from: (clients, apply) => {
      const own = (applied = { clients, moves: [] });
      try {
        apply();
      } finally {
        applied = undefined;
      }
      return own.moves;
    },
    moves: () => all,
    watched: () => new Map([...watched].map(([id, { passage }]) => [id, passage])),
  };
}

/** Where the words have come again that stood at `was`, or went before: nothing where they may be other ones. */
function comeAgain(
  transaction: Y.Transaction,
  before: TextLetters,
  after: TextLetters,
  words: string,
  was?: { from: number; to: number },
): Standing | undefined {
  // What was all of a paragraph, a heading or a cell is looked for as such first: in a sentence the same words are other ones.
  const isWhole = was && isAlone(before.text, was);
  const alone = isWhole ? comeAmong(transaction, before, after, words, was, isAlone) : undefined;
  return alone ?? comeAmong(transaction, before, after, words, was, () => true);
}

/** Whether nothing else stands in its line. */
function isAlone(text: string, { from, to }: { from: number; to: number }): boolean {
  return (from === 0 || text[from - 1] === "\n") && (to === text.length || text[to] === "\n");
}

function comeAmong(
  transaction: Y.Transaction,
  before: TextLetters,
  after: TextLetters,
  words: string,
  was: { from: number; to: number } | undefined,
  counts: typeof isAlone,
): Standing | undefined {
  const stoodBefore = standings(before, words, counts);
  const standsNow = standings(after, words, counts);
  const come = [...standsNow].filter(([key]) => !stoodBefore.has(key));
  const isNew = ([, { letters }]: (typeof come)[number]) =>
    newPart(transaction, letters) >= (was ? mostlyNew : putIn);
  const others = [...stoodBefore.values()].filter(({ from }) => from !== was?.from);
  const areOthersThere = [...stoodBefore].every(
    ([key, { from }]) => from === was?.from || standsNow.has(key),
  );
  if (others.length === 0 || (!was && areOthersThere)) {
    const [only, ...more] = come;
    return only && more.length === 0 && isNew(only) ? only[1] : undefined;
  }
  // The same words stand elsewhere as well, and an editor may write either anew: what surrounds them tells which is which, if anything.
  if (!was) return undefined;
  const alike = (one: { from: number; to: number }, other: { from: number; to: number }) =>
    sameBeside(before.text, one, after.text, other);
  const [best, ...less] = [...standsNow].toSorted(
    ([, one], [, other]) => alike(was, other) - alike(was, one),
  );
  if (!best || stoodBefore.has(best[0]) || !isNew(best)) return undefined;
  const own = alike(was, best[1]);
  if (own < telling || less.some(([, other]) => alike(was, other) === own)) return undefined;
  return others.some((other) => alike(other, best[1]) >= own) ? undefined : best[1];
}

interface Standing {
  from: number;
  to: number;
  letters: Stretch[];
}

/** Wherever the words stand, by their letters. */
function standings(letters: TextLetters, words: string, counts: typeof isAlone): Map<string, Standing> {
  return new Map(
    occurrences(letters.text, words)
      .filter((one) => counts(letters.text, one))
      .map(({ from, to }) => {
        const own = stretchesIn(letters, from, to);
        return [JSON.stringify(own), { from, to, letters: own }];
      }),
  );
}

/** Few words may come again by chance in much that is new: they are known by coming alone, or with what stood beside them. */
function isTheLost(lost: Lost | undefined, text: string, standing: Standing, fresh: number): boolean {
  if (!lost) return false;
  const { length } = lost.words;
  if (lost.isLongAgo) {
    const besides = sameBeside(lost.text, lost, text, standing);
    return besides >= telling && besides + length >= telling + unmistakable;
  }
  if (length >= unmistakable || fresh <= 1.5 * length + telling) return true;
  return sameBeside(lost.text, lost, text, standing) >= telling;
}

/** How many letters beside the one are those beside the other. */
function sameBeside(
  text: string,
  one: { from: number; to: number },
  otherText: string,
  other: { from: number; to: number },
): number {
  let [back, forth] = [0, 0];
  while (back < surroundings && text[one.from - 1 - back] === otherText[other.from - 1 - back]) back += 1;
  while (forth < surroundings && text[one.to + forth] === otherText[other.to + forth]) forth += 1;
  return back + forth;
}

/** Whether so many new letters may be those that were lost. */
function isPutIn({ words, clients, isLongAgo }: Lost, fresh: number, by: readonly number[]): boolean {
  if (isLongAgo) return mayComeBack({ quotation: words }, fresh);
  return (
    fresh >= putIn * words.length && (words.length >= unmistakable || clients.some((one) => by.includes(one)))
  );
}

/** Whether so many new letters may be a passage that went before anybody here watched, as when a version is brought back. */
const mayComeBack = ({ quotation }: Pick<Passage, "quotation">, fresh: number) =>
  fresh >= Math.max(unmistakable, putIn * quotation.length);

/** As it was pointed out: how it stood when it went nobody here has seen. */
function lostLongAgo({ quotation: words, letters, before, after }: Passage): Lost {
  const [from, to] = [before.length, before.length + words.length];
  return { words, letters, clients: [], text: before + words + after, from, to, isLongAgo: true };
}

const isFresh = ({ beforeState }: Y.Transaction, { client, clock }: { client: number; clock: number }) =>
  clock >= (beforeState.get(client) ?? 0);

/** Whether it stood there before the transaction. */
function stood(transaction: Y.Transaction, item: Y.Item): boolean {
  if (isFresh(transaction, item.id)) return false;
  return !item.deleted || Y.isDeleted(transaction.deleteSet, item.id);
}

function freshLetters({ doc, beforeState, afterState }: Y.Transaction): number {
  let letters = 0;
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0;
    const structs = to > from ? doc.store.clients.get(client) : undefined;
    if (!structs) continue;
    for (let place = structs.length - 1; place >= 0; place -= 1) {
      const struct = structs[place];
      if (!struct || struct.id.clock < from) break;
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
        letters += struct.length;
    }
  }
  return letters;
}

/** Whether letters were deleted that stood there before. */
function hitBy({ deleteSet: { clients } }: Y.Transaction): (letters: Stretch) => boolean {
  return ({ client, clock, length }) =>
    clients.get(client)?.some((gone) => gone.clock < clock + length && clock < gone.clock + gone.len) ??
    false;
}

/** Whether letters of the passage are among them, or such as were written for these. */
function isTouched(
  passage: Passage,
  isHit: (letters: Stretch) => boolean,
  hitMoves: readonly MovedLetters[],
  moves: readonly MovedLetters[],
): boolean {
  return passage.letters.some(isHit) || hitMoves.some((move) => comesFrom(move, passage, moves, 0));
}

function comesFrom(
  { from, length }: MovedLetters,
  passage: Passage,
  moves: readonly MovedLetters[],
  depth: number,
): boolean {
  const isOf = ({ client, clock, length: letters }: Stretch) =>
    client === from.client && clock < from.clock + length && from.clock < clock + letters;
  if (passage.letters.some(isOf)) return true;
  return depth < 50 && moves.some((move) => isOf(move) && comesFrom(move, passage, moves, depth + 1));
}

function newPart(transaction: Y.Transaction, letters: readonly Stretch[]): number {
  let [fresh, all] = [0, 0];
  for (const stretch of letters) {
    all += stretch.length;
    if (isFresh(transaction, stretch)) fresh += stretch.length;
  }
  return fresh / Math.max(1, all);
}

/** Letter by letter, what was written for what. */
function pairs(from: readonly Stretch[], to: readonly Stretch[]): MovedLetters[] {
  const found: MovedLetters[] = [];
  const [olds, news] = [from.map((one) => ({ ...one })), to.map((one) => ({ ...one }))];
  for (let i = 0, j = 0; i < olds.length && j < news.length;) {
    const [old, written] = [olds[i], news[j]];
    if (!old || !written) break;
    const length = Math.min(old.length, written.length);
    const isSame = old.client === written.client && old.clock === written.clock;
    if (!isSame) found.push({ ...written, length, from: { client: old.client, clock: old.clock } });
    for (const one of [old, written]) {
      one.clock += length;
      one.length -= length;
    }
    if (old.length === 0) i += 1;
    if (written.length === 0) j += 1;
  }
  return found;
}

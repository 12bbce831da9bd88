// A passage of a text that goes on changing, such as one that somebody remarked on: known by its letters, wherever these stand by now.
import type { MovedLetters } from "~/platform/update-log";
import type { Stretch, StandingLetters, TextLetters } from "./text-letters";

/** As it stood when it was pointed out. */
export interface Passage {
  /** The letters of the passage in reading order. Empty for a picture. */
  letters: Stretch[];
  /** The words as they stood, a line break between two passages, and what stood before and behind them. */
  quotation: string;
  before: string;
  after: string;
  /** `others`: the pictures of the same file that stood then as well. */
  picture?: { client: number; clock: number; file: string; others?: Array<[client: number, clock: number]> };
}

/** Where the passage stands: letters of `TextLetters.text`, `to` excluded. Or why nobody can say so with certainty. */
export type Place =
  | { from: number; to: number; isAsItWas: boolean; letters: Stretch[] }
  | { picture: TextLetters["pictures"][number] }
  | { gone: "deleted" | "rewritten" | "unsure" };

/** Letters that stand in a text, by client, to be looked up by clock. */
export interface LetterIndex {
  letters: TextLetters;
  byClient: ReadonlyMap<number, readonly StandingLetters[]>;
}

/** Letters that were written for those of passages when these were moved, by the client of those that stood before. */
export type MovedTo = ReadonlyMap<number, readonly MovedLetters[]>;

/** Letters of a passage, and beside it, that are kept. */
export const [longestPassage, surroundings] = [5_000, 40];

/** The part of a passage's letters that must stand together; of a short one nearly all: in few letters much is alike by chance. */
const [few, enough, nearlyAll, short] = [0.25, 0.5, 0.8, 12];
/** How many letters may come between two of a passage, in one paragraph and from one to the next; and between two large parts of it. */
const [between, acrossLines, inserted, large] = [30, 20, 400, 0.2];
/** So few letters, so far from the others, are none of a passage's. */
const alone = 2;
/** Words that came from words that came from words: no editor makes so many. */
const deepest = 50;

export function indexOf(letters: TextLetters): LetterIndex {
  const byClient = new Map<number, StandingLetters[]>();
  for (const run of letters.runs) {
    const known = byClient.get(run.client);
    if (known) known.push(run);
    else byClient.set(run.client, [run]);
  }
  for (const runs of byClient.values()) runs.sort((one, other) => one.clock - other.clock);
  return { letters, byClient };
}

export function movedTo(moves: readonly MovedLetters[]): MovedTo {
  const moved = new Map<number, MovedLetters[]>();
  for (const move of moves) {
    const known = moved.get(move.from.client);
    if (known) known.push(move);
    else moved.set(move.from.client, [move]);
  }
  return moved;
}

/** The passage from `from` to `to`, blanks at its ends left out. Nothing where no letter stands there, or too many. */
export function passageAt(letters: TextLetters, from: number, to: number): Passage | undefined {
  const { text } = letters;
  const within = text.slice(from, to);
  const start = from + (within.length - within.trimStart().length);
  const end = from + within.trimEnd().length;
  if (end <= start || end - start > longestPassage) return undefined;
  return {
    letters: stretchesIn(letters, start, end),
    quotation: text.slice(start, end),
    before: text.slice(Math.max(0, start - surroundings), start),
    after: text.slice(end, end + surroundings),
  };
}

/** Where the passage stands now. Never where it may be another one: two of the same words are told apart by whose letters they are. */
export function placeOf(index: LetterIndex, passage: Passage, moved: MovedTo): Place {
  if (passage.picture) return placeOfPicture(index, passage.picture);
  const { text } = index.letters;
  const wanted = countOf(passage.quotation);
  const found = standing(index, passage, moved);
  const whole = untouched(index, passage, found);
  if (whole) return whole;
  const groups = joinedAgain(together(peeled(found), text), text, wanted);
  if (groups.length === 0) return { gone: "deleted" };
  const again = occurrences(text, passage.quotation);
  // An editor that moves words may leave some letters of a passage where another stands by now: its very words tell which it is.
  const asItWas = groups.flatMap((group): Group[] => {
    const same = again.find(({ from, to }) => from < group.to && group.from < to);
    return same && group.letters >= wanted * few ? [{ ...group, ...same }] : [];
  });
  const isAsItWas = asItWas.length > 0;
  const [best] = (isAsItWas ? asItWas : groups).toSorted((one, other) => other.letters - one.letters);
  if (!best) return { gone: "deleted" };
  const { from, to, letters } = best;
  if (!isAsItWas && letters < wanted * (wanted < short ? nearlyAll : enough)) return { gone: "rewritten" };
  // Most of its letters stand here, its very words somewhere else.
  if (!isAsItWas && again.length > 0) return { gone: "unsure" };
  return { from, to, isAsItWas, letters: stretchesIn(index.letters, from, to) };
}

/** Where all letters stand side by side as they did: what most passages are at most times. */
function untouched(
  { letters }: LetterIndex,
  { quotation }: Passage,
  found: readonly Standing[],
): Place | undefined {
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || last.at + 1 - first.at !== quotation.length) return undefined;
  const areInOrder = found.every(({ slot }, place) => slot === place);
  if (!areInOrder || letters.text.slice(first.at, last.at + 1) !== quotation) return undefined;
  const [from, to] = [first.at, last.at + 1];
  return { from, to, isAsItWas: true, letters: stretchesIn(letters, from, to) };
}

/** Wherever these words stand. */
export function occurrences(text: string, words: string): Array<{ from: number; to: number }> {
  const found: Array<{ from: number; to: number }> = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1))
    found.push({ from, to: from + words.length });
  return found;
}

function placeOfPicture(
  { letters: { pictures } }: LetterIndex,
  { client, clock, file, others = [] }: NonNullable<Passage["picture"]>,
): Place {
  const same = pictures.find((one) => one.client === client && one.clock === clock);
  if (same) return { picture: same };
  // What was moved is another element of the same file, and none of those that stood beside it.
  const known = new Set(others.map(String));
  const [moved, ...more] = pictures.filter(
    (one) => one.file === file && !known.has(String([one.client, one.clock])),
  );
  return moved && more.length === 0 ? { picture: moved } : { gone: "deleted" };
}

/** A letter of the passage by its number, and where it stands. */
interface Standing {
  slot: number;
  at: number;
}

/** Letters that stand together, and how many of the passage they are, blanks not counted. */
interface Group {
  from: number;
  to: number;
  letters: number;
}

/** Where the letters of the passage stand; one that was moved and left behind as well stands in two places. */
function standing(index: LetterIndex, { letters }: Passage, moved: MovedTo): Standing[] {
  const found: Standing[] = [];
  let slot = 0;
  for (const stretch of letters) {
    follow(index, moved, stretch, slot, 0, found);
    slot += stretch.length;
  }
  return found.sort((one, other) => one.at - other.at);
}

/** Puts down where these letters stand, and where those stand that were written for them. */
function follow(
  index: LetterIndex,
  moved: MovedTo,
  { client, clock, length }: Stretch,
  slot: number,
  depth: number,
  found: Standing[],
): void {
  for (const run of reaching(index.byClient.get(client) ?? [], clock)) {
    if (run.clock >= clock + length) break;
    const [from, to] = [Math.max(clock, run.clock), Math.min(clock + length, run.clock + run.length)];
    for (let letter = from; letter < to; letter += 1)
      found.push({ slot: slot + letter - clock, at: run.at + letter - run.clock });
  }
  if (depth >= deepest) return;
  for (const origin of moved.get(client) ?? []) {
    const start = Math.max(clock, origin.from.clock);
    const end = Math.min(clock + length, origin.from.clock + origin.length);
    if (end <= start) continue;
    const { client: by, clock: since, from } = origin;
    const written = { client: by, clock: since + start - from.clock, length: end - start };
    follow(index, moved, written, slot + start - clock, depth + 1, found);
  }
}

/** The runs from the one on that holds this clock or comes after it. */
function* reaching(runs: readonly StandingLetters[], clock: number): Generator<StandingLetters> {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.clock + run.length <= clock) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < runs.length; place += 1) {
    const run = runs[place];
    if (run) yield run;
  }
}

function together(places: readonly Standing[], text: string): Group[] {
  const groups: Array<{ from: number; to: number; slots: Set<number> }> = [];
  for (const { slot, at } of places) {
    const last = groups.at(-1);
    const gap = last && text.slice(last.to, at);
    const isNear = gap !== undefined && gap.length <= (gap.includes("\n") ? acrossLines : between);
    const group = last && isNear ? last : { from: at, to: at, slots: new Set<number>() };
    if (group !== last) groups.push(group);
    group.to = at + 1;
    if (!/\s/.test(text.charAt(at))) group.slots.add(slot);
  }
  return groups.map(({ slots, ...group }) => ({ ...group, letters: slots.size }));
}

/**
 * Without a letter or two that stand by themselves: what is written behind "ends." an editor may tell as written before its full stop, which
 * then ends other words.
 */
function peeled(places: readonly Standing[]): Standing[] {
  const runs: Standing[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    const end = last?.at(-1);
    if (last && end && place.at - end.at <= alone) last.push(place);
    else runs.push([place]);
  }
  const rest = runs.filter(({ length }) => length > alone).flat();
  return rest.length > 0 ? rest : [...places];
}

/** Large parts of a passage into which much was written; a few letters that were left somewhere near belong to none. */
function joinedAgain(groups: readonly Group[], text: string, wanted: number): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const gap = last && text.slice(last.to, group.from);
    const isOne =
      gap !== undefined &&
      !gap.includes("\n") &&
      gap.length <= inserted &&
      Math.min(last?.letters ?? 0, group.letters) >= large * wanted;
    if (last && isOne) {
      last.to = group.to;
      last.letters += group.letters;
    } else if (group.letters > 0) joined.push({ ...group });
  }
  return joined;
}

/** The letters from `from` to `to`. */
export function stretchesIn({ runs }: TextLetters, from: number, to: number): Stretch[] {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.at + run.length <= from) low = middle + 1;
    else high = middle;
  }
  const found: Stretch[] = [];
  for (let place = low; place < runs.length; place += 1) {
    const run = runs[place];
    if (!run || run.at >= to) break;
    const [first, last] = [Math.max(from, run.at), Math.min(to, run.at + run.length)];
    found.push({ client: run.client, clock: run.clock + first - run.at, length: last - first });
  }
  return joined(found);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.client === stretch.client && last.clock + last.length === stretch.clock)
      last.length += stretch.length;
    else found.push({ ...stretch });
  }
  return found;
}

const squeezed = (text: string) => text.replaceAll(/\s+/g, "");

/** Letters without blanks. */
const countOf = (text: string) => squeezed(text).length;

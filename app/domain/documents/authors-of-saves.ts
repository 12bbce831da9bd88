// Whose the words of a text in Markdown are: by what each of its saves brought.
import { aligned } from "~/text/alignment";

/** Whose something is (null: nobody knows), and since when, in ms. */
export interface Hand {
  person: string | null;
  at: number;
}

export interface SavedText {
  text: string;
  person: string;
  at: number;
}

/** Words in their order, and whose each is. */
export interface KnownWords {
  words: string[];
  by: Hand[];
}

export const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of the last of these saves, each by who saved it first of those who had it without a break, wherever it was moved. `before` is the text of which the
 * first was made: what it took over from there is not by who saved it.
 */
export function authorsOfSaves(
  saves: readonly SavedText[],
  before: KnownWords = { words: [], by: [] },
): KnownWords {
  let known = before;
  for (const { text, person, at } of saves) {
    const words = text.match(word) ?? [];
    const places = withMoved(known.words, words, aligned(known.words, words));
    const hand: Hand = { person, at };
    known = { words, by: words.map((_, index) => known.by[places[index] ?? -1] ?? hand) };
  }
  return known;
}

/** Letters of a stretch of words from which on it was moved, and not by chance written once more. */
const fewestMoved = 16;
/** Places where two words stood beside each other that are tried. */
const mostTried = 50;

/**
 * The places, but for stretches that stand, word for word, elsewhere than before: theirs are where they stood. What is alike by a word or
 * two gives way to them.
 */
function withMoved(before: readonly string[], words: readonly string[], places: Int32Array): Int32Array {
  const all = places.slice();
  const isFree = new Uint8Array(words.length).fill(1);
  const isLoose = new Uint8Array(before.length).fill(1);
  /** By its place before, where a word stands that is alike. */
  const standsAt = new Int32Array(before.length).fill(-1);
  for (let at = 0; at < words.length;) {
    const place = places[at] ?? -1;
    const start = at;
    do at += 1;
    while (place >= 0 && places[at] === place + at - start);
    if (place < 0) continue;
    for (let index = start; index < at; index += 1) standsAt[place + index - start] = index;
    if (words.slice(start, at).join(" ").length < fewestMoved) continue;
    isFree.fill(0, start, at);
    isLoose.fill(0, place, place + at - start);
  }
  const pairs = new Map<string, number[]>();
  for (let at = 0; at + 1 < before.length; at += 1) {
    if (!isLoose[at] || !isLoose[at + 1]) continue;
    const pair = `${before[at]} ${before[at + 1]}`;
    const found = pairs.get(pair) ?? [];
    if (found.length < mostTried) pairs.set(pair, [...found, at]);
  }
  const sameFrom = (from: number, at: number) => {
    let count = 0;
    while (isLoose[from + count] && isFree[at + count] && before[from + count] === words[at + count])
      count += 1;
    return count;
  };
  let isMoved = false;
  for (let at = 0; at + 1 < words.length; at += 1) {
    const tried = isFree[at] ? (pairs.get(`${words[at]} ${words[at + 1]}`) ?? []) : [];
    const [best] = tried
      .map((from) => ({ from, count: sameFrom(from, at) }))
      .sort((one, other) => other.count - one.count);
    if (!best || words.slice(at, at + best.count).join(" ").length < fewestMoved) continue;
    isMoved = true;
    for (let index = 0; index < best.count; index += 1) {
      const alike = standsAt[best.from + index] ?? -1;
      if (alike >= 0 && all[alike] === best.from + index) all[alike] = -1;
      all[at + index] = best.from + index;
    }
    isLoose.fill(0, best.from, best.from + best.count);
    isFree.fill(0, at, at + best.count);
    at += best.count - 1;
  }
  return isMoved ? withRest(before, words, all) : all;
}

/** What has no place yet is laid beside what nothing has taken. */
function withRest(before: readonly string[], words: readonly string[], places: Int32Array): Int32Array {
  const taken = new Set(places);
  const left = [...before.keys()].filter((place) => !taken.has(place));
  const open = [...words.keys()].filter((at) => places[at] === -1);
  const found = aligned(
    left.map((place) => before[place] ?? ""),
    open.map((at) => words[at] ?? ""),
  );
  for (const [index, at] of open.entries()) places[at] = left[found[index] ?? -1] ?? -1;
  return places;
}

/**
 * Whose each letter of these passages is, where their words are known from elsewhere: a number of `hands`, -1 where nobody knows. Blanks and
 * signs are of the word before them. Where all that is known is one person's, so is all.
 */
export function handsByWords(passages: readonly string[], known: KnownWords, numberOf: NumberOf): Int32Array {
  const found = passages.flatMap((passage) => [...passage.matchAll(word)].map(([letters]) => letters));
  const places = aligned(known.words, found);
  const [first] = known.by;
  const isOnes = known.by.every(({ person }) => person === first?.person);
  const otherwise = first && isOnes ? numberOf(first) : -1;
  const hands = new Int32Array(passages.reduce((sum, { length }) => sum + length, 0)).fill(otherwise);
  let [start, index] = [0, 0];
  for (const passage of passages) {
    const matches = [...passage.matchAll(word)];
    for (const [place, { index: at }] of matches.entries()) {
      const hand = known.by[places[index] ?? -1];
      const from = place === 0 ? 0 : at;
      const to = matches[place + 1]?.index ?? passage.length;
      if (hand) hands.fill(numberOf(hand), start + from, start + to);
      index += 1;
    }
    start += passage.length;
  }
  return hands;
}

export type NumberOf = (hand: Hand) => number;

/** Gives each hand a number, the same one to the same hand. */
export function numbering(): { hands: Hand[]; numberOf: NumberOf } {
  const hands: Hand[] = [];
  const numbers = new Map<string, number>();
  return {
    hands,
    numberOf: (hand) => {
      if (hand.person === null) return -1;
      const key = `${hand.person} ${hand.at}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, hands.length);
      return hands.push(hand) - 1;
    },
  };
}

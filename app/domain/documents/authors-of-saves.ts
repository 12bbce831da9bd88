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
 * The words of the last of these saves, each by who saved it first of those who had it without a break. `before` is the text of which the
 * first was made: what it took over from there is not by who saved it.
 */
export function authorsOfSaves(
  saves: readonly SavedText[],
  before: KnownWords = { words: [], by: [] },
): KnownWords {
  let known = before;
  for (const { text, person, at } of saves) {
    const words = text.match(word) ?? [];
    const places = aligned(known.words, words);
    const hand: Hand = { person, at };
    known = { words, by: words.map((_, index) => known.by[places[index] ?? -1] ?? hand) };
  }
  return known;
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

// Which of two lists of passages that differ became which of the other: by the words they share.

interface Passage {
  /** "" for words that stand directly in a passage. */
  name: string;
  words: string;
}

/** Of its words two passages share at least so much if one became the other. */
const enough = 0.3;
/** Pairs that are compared; what goes beyond is paired by its order. */
const mostPairs = 40_000;

/**
 * Pairs of places, rising in both lists. Only passages of one name become each other; two that stand alone against each other always do.
 */
export function paired(one: readonly Passage[], other: readonly Passage[]): Array<[number, number]> {
  if (one.length === 0 || other.length === 0) return [];
  const [only, alone] = [one[0], other[0]];
  if (one.length === 1 && other.length === 1) return only?.name === alone?.name ? [[0, 0]] : [];
  if (one.length * other.length > mostPairs) return inOrder(one, other);
  const bags = [one, other].map((list) => list.map(({ words }) => bagOf(words)));
  const width = other.length + 1;
  const best = new Float64Array((one.length + 1) * width);
  const likeness = new Float64Array(one.length * other.length);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const isOfOneName = one[i]?.name === other[j]?.name;
      const alike = isOfOneName ? likenessOf(bags[0]?.[i], bags[1]?.[j], one[i]?.name === "") : 0;
      likeness[i * other.length + j] = alike;
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
        alike > 0 ? alike + (best[(i + 1) * width + j + 1] ?? 0) : 0,
      );
    }
  const pairs: Array<[number, number]> = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const alike = likeness[i * other.length + j] ?? 0;
    const here = best[i * width + j] ?? 0;
    if (alike > 0 && here === alike + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (here === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}

function inOrder(one: readonly Passage[], other: readonly Passage[]): Array<[number, number]> {
  const pairs: Array<[number, number]> = [];
  for (let place = 0; place < Math.min(one.length, other.length); place += 1)
    if (one[place]?.name === other[place]?.name) pairs.push([place, place]);
  return pairs;
}

interface Bag {
  words: Map<string, number>;
  count: number;
}

function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  const all = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, count: all.length };
}

/** 0: too little. Words that stand directly in a passage become each other however little they share. */
function likenessOf(one: Bag | undefined, other: Bag | undefined, isAlways: boolean): number {
  if (!one || !other) return 0;
  let shared = 0;
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0);
  const all = one.count + other.count;
  const part = all === 0 ? 0 : (2 * shared) / all;
  return part >= enough ? part : isAlways ? 0.01 : 0;
}

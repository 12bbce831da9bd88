// Which pieces of a text come from which of an earlier one: the same pieces in the same order, as many as can be found in bounded time.

/** Pairs of pieces that are compared at once, and in one alignment altogether. */
const [mostAtOnce, mostOfAll] = [1_000_000, 8_000_000];
/** Neighbours that have to be the same, and nowhere else in either text, for a place to be taken as the same. */
const neighbours = 3;

/**
 * For each of `other` its place in `one`, or -1 where it has none; places rise. What is alike at both ends is found at once; long texts
 * that differ in between are parted at what stands in each of them once. What is still too long is taken as different.
 */
export function aligned(one: readonly string[], other: readonly string[]): Int32Array {
  const places = new Int32Array(other.length).fill(-1);
  const left = { cost: mostOfAll };
  align(one, other, { one: [0, one.length], other: [0, other.length] }, places, left);
  return places;
}

interface Stretch {
  one: [from: number, to: number];
  other: [from: number, to: number];
}

function align(
  one: readonly string[],
  other: readonly string[],
  stretch: Stretch,
  places: Int32Array,
  left: { cost: number },
): void {
  let [from, to] = stretch.one;
  let [otherFrom, otherTo] = stretch.other;
  while (from < to && otherFrom < otherTo && one[from] === other[otherFrom]) {
    places[otherFrom] = from;
    from += 1;
    otherFrom += 1;
  }
  while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
    places[otherTo] = to;
  }
  const cost = (to - from) * (otherTo - otherFrom);
  if (cost === 0) return;
  const middle: Stretch = { one: [from, to], other: [otherFrom, otherTo] };
  if (cost <= mostAtOnce && cost <= left.cost) {
    left.cost -= cost;
    return longest(one, other, middle, places);
  }
  const anchors = anchorsOf(one, other, middle, neighbours) ?? anchorsOf(one, other, middle, 1);
  if (!anchors) return;
  let [before, otherBefore] = [from, otherFrom];
  for (const [at, otherAt] of [...anchors, [to, otherTo] as const]) {
    align(one, other, { one: [before, at], other: [otherBefore, otherAt] }, places, left);
    if (otherAt < otherTo) places[otherAt] = at;
    [before, otherBefore] = [at + 1, otherAt + 1];
  }
}

/** The longest common order, by a table of all pairs. */
function longest(
  one: readonly string[],
  other: readonly string[],
  { one: [from, to], other: [otherFrom, otherTo] }: Stretch,
  places: Int32Array,
): void {
  const [height, width] = [to - from, otherTo - otherFrom + 1];
  const common = new Uint32Array((height + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = height - 1; i >= 0; i -= 1)
    for (let j = width - 2; j >= 0; j -= 1)
      common[i * width + j] =
        one[from + i] === other[otherFrom + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < height && j < width - 1;)
    if (one[from + i] === other[otherFrom + j]) {
      places[otherFrom + j] = from + i;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
}

/** Places where so many neighbours stand in both texts and only once in each, in rising order; nothing where there is none. */
function anchorsOf(
  one: readonly string[],
  other: readonly string[],
  { one: [from, to], other: [otherFrom, otherTo] }: Stretch,
  length: number,
): Array<readonly [number, number]> | undefined {
  const there = onlyOnes(one, from, to, length);
  const here = onlyOnes(other, otherFrom, otherTo, length);
  const pairs: Array<readonly [number, number]> = [];
  for (const [key, otherAt] of here) {
    const at = there.get(key);
    if (at !== undefined && at >= 0 && otherAt >= 0) pairs.push([at, otherAt]);
  }
  const rising = risingOf(pairs.sort(([, a], [, b]) => a - b));
  return rising.length > 0 ? rising : undefined;
}

/** -1: it stands there more than once. */
function onlyOnes(pieces: readonly string[], from: number, to: number, length: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let place = from; place + length <= to; place += 1) {
    const key = length === 1 ? (pieces[place] ?? "") : pieces.slice(place, place + length).join("\n");
    found.set(key, found.has(key) ? -1 : place);
  }
  return found;
}

/** The longest part of the pairs in which the first number rises, too. */
function risingOf(pairs: ReadonlyArray<readonly [number, number]>): Array<readonly [number, number]> {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const value = (index: number | undefined) => (index === undefined ? -1 : (pairs[index]?.[0] ?? -1));
  for (const [index, [at]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(tails[middle]) < at) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const rising: Array<readonly [number, number]> = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}

// The longest row of things that stand in two lists in the same order, in bounded time, however long and however alike they are.

/** What comparing may still cost, in steps; shared by all that belongs to one comparison. What would go beyond is told as different. */
export interface Patience {
  left: number;
}

export type Pair = readonly [one: number, other: number];

/** Rounds of one search: each keeps as many numbers as it has places, so that memory is bounded, too. */
const mostRounds = 2_000;
/** Lists beyond this (the product of their lengths) are first parted where both have something that stands in each just once. */
const largeAtOnce = 250_000;

/** Pairs of places with equal things, both rising; as many as patience allows. */
export function commonPairs(one: readonly number[], other: readonly number[], patience: Patience): Pair[] {
  return between(one, 0, one.length, other, 0, other.length, patience, true);
}

function between(
  one: readonly number[],
  oneFrom: number,
  oneTo: number,
  other: readonly number[],
  otherFrom: number,
  otherTo: number,
  patience: Patience,
  mayPart: boolean,
): Pair[] {
  const before: Pair[] = [];
  const after: Pair[] = [];
  while (oneFrom < oneTo && otherFrom < otherTo && one[oneFrom] === other[otherFrom])
    before.push([oneFrom++, otherFrom++]);
  while (oneFrom < oneTo && otherFrom < otherTo && one[oneTo - 1] === other[otherTo - 1])
    after.push([--oneTo, --otherTo]);
  after.reverse();
  // What stands in one of them alone cannot be common.
  const inOne = new Set(one.slice(oneFrom, oneTo));
  const inOther = new Set(other.slice(otherFrom, otherTo));
  const left = placesOf(one, oneFrom, oneTo, inOther);
  const right = placesOf(other, otherFrom, otherTo, inOne);
  patience.left -= oneTo - oneFrom + otherTo - otherFrom;
  if (left.length === 0 || right.length === 0) return [...before, ...after];
  const anchors =
    mayPart && left.length * right.length > largeAtOnce ? anchorsOf(one, left, other, right) : [];
  if (anchors.length === 0) return [...before, ...search(one, left, other, right, patience), ...after];
  const middle: Pair[] = [];
  let [oneAt, otherAt] = [oneFrom, otherFrom];
  for (const [oneNext, otherNext] of [...anchors, [oneTo, otherTo] as const]) {
    for (const pair of between(one, oneAt, oneNext, other, otherAt, otherNext, patience, false))
      middle.push(pair);
    if (oneNext < oneTo) middle.push([oneNext, otherNext]);
    [oneAt, otherAt] = [oneNext + 1, otherNext + 1];
  }
  return [...before, ...middle, ...after];
}

function placesOf(all: readonly number[], from: number, to: number, common: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let place = from; place < to; place += 1) if (common.has(all[place] ?? -1)) places.push(place);
  return places;
}

/** What stands once in each, as far as it stands in the same order. */
function anchorsOf(
  one: readonly number[],
  left: number[],
  other: readonly number[],
  right: number[],
): Pair[] {
  const [onceLeft, onceRight] = [onceIn(one, left), onceIn(other, right)];
  const pairs: Pair[] = [];
  for (const [thing, place] of onceLeft) {
    const there = onceRight.get(thing);
    if (place >= 0 && there !== undefined && there >= 0) pairs.push([place, there]);
  }
  return longestRising(pairs);
}

/** Where each thing stands; -1: several times. */
function onceIn(all: readonly number[], places: number[]): Map<number, number> {
  const once = new Map<number, number>();
  for (const place of places) {
    const thing = all[place] ?? -1;
    once.set(thing, once.has(thing) ? -1 : place);
  }
  return once;
}

/** The longest part of these pairs, which rise in the first place, that rises in the second as well. */
export function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const rising: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}

/** Myers' search for the fewest differences: in round `d` it knows how far each diagonal comes with `d` of them. */
function search(
  one: readonly number[],
  left: number[],
  other: readonly number[],
  right: number[],
  patience: Patience,
): Pair[] {
  const [n, m] = [left.length, right.length];
  const rounds = Math.min(n + m, mostRounds);
  const reach = new Int32Array(2 * rounds + 3);
  const middle = rounds + 1;
  const kept: Int32Array[] = [];
  const isEqual = (x: number, y: number) => one[left[x] ?? -1] === other[right[y] ?? -1];
  for (let d = 0; d <= rounds; d += 1) {
    if (patience.left <= 0) return [];
    kept.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const isDown = k === -d || (k !== d && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0));
      let x = isDown ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1;
      let y = x - k;
      const from = x;
      while (x < n && y < m && isEqual(x, y)) {
        x += 1;
        y += 1;
      }
      patience.left -= 1 + x - from;
      reach[middle + k] = x;
      if (x >= n && y >= m) return wayBack(kept, n, m).map(([x, y]) => [left[x] ?? 0, right[y] ?? 0]);
    }
  }
  return [];
}

/** The pairs on the way that the search found, from its end. `kept[d]` holds the diagonals from -d-1 to d+1 as they were before round d. */
function wayBack(kept: readonly Int32Array[], n: number, m: number): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [n, m];
  for (let d = kept.length - 1; d >= 0; d -= 1) {
    const reach = kept[d];
    const at = (diagonal: number) => reach?.[diagonal + d + 1] ?? 0;
    const k = x - y;
    const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = isDown ? k + 1 : k - 1;
    const [fromX, fromY] = d === 0 ? [0, 0] : [at(before), at(before) - before];
    const startX = d === 0 ? 0 : isDown ? fromX : fromX + 1;
    while (x > startX) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}

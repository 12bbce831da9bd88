// Lays two rows of things side by side: what is the same, what was changed, what came, went, or was moved.
import { commonPairs, type Pair, type Patience } from "./common-pairs";

/** One place of both rows, in reading order. */
export type Step =
  | { as: "both"; one: number; other: number }
  | { as: "removed"; one: number }
  | { as: "added"; other: number }
  /** Where it stood before, and where it stands now. */
  | { as: "moved-away"; one: number; other: number }
  | { as: "moved-here"; one: number; other: number };

export interface Rows {
  /** Equal names: the same thing. */
  one: readonly number[];
  other: readonly number[];
  /** From 0 to 1; 0 for things of different sorts. */
  likeness(one: number, other: number): number;
  /** Whether the thing of the first row says enough to be known again elsewhere. */
  isKnownAgain(one: number): boolean;
  /** Places of things that part the rows, such as headings: they are laid side by side first. */
  parting?: { one: readonly number[]; other: readonly number[] };
}

/** Things alike by less than this are different things. */
const alike = 0.4;
/** Elsewhere than in its place only what is very alike is known again. */
const alikeElsewhere = 0.7;
/** As many pairs as are looked at for likeness at one place. */
const mostPairs = 60_000;

export function align(rows: Rows, patience: Patience): Step[] {
  const { one, other } = rows;
  const partner = new Int32Array(one.length).fill(-1);
  const partnerOfOther = new Int32Array(other.length).fill(-1);
  const join = (left: number, right: number) => {
    partner[left] = right;
    partnerOfOther[right] = left;
  };
  const same = commonInOrder(rows, patience);
  for (const [left, right] of same) join(left, right);

  const moved = new Set<number>();
  const move = (left: number, right: number) => {
    join(left, right);
    moved.add(left);
  };
  moveSame(rows, partner, partnerOfOther, move);
  const gaps = gapsBetween(same, one.length, other.length);
  for (const { ones, others } of gaps)
    joinAlike(
      rows,
      ones.filter((left) => partner[left] === -1),
      others.filter((right) => partnerOfOther[right] === -1),
      patience,
      join,
    );
  moveAlike(rows, partner, partnerOfOther, patience, move);
  return steps(partner, partnerOfOther, moved);
}

function commonInOrder({ one, other, parting }: Rows, patience: Patience): Pair[] {
  if (!parting) return commonPairs(one, other, patience);
  const [ones, others] = [parting.one, parting.other];
  const parts = commonPairs(
    ones.map((place) => one[place] ?? -1),
    others.map((place) => other[place] ?? -1),
    patience,
  ).map(([left, right]) => [ones[left] ?? 0, others[right] ?? 0] as const);
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  for (const [oneNext, otherNext] of [...parts, [one.length, other.length] as const]) {
    const within = commonPairs(one.slice(left, oneNext), other.slice(right, otherNext), patience);
    for (const [a, b] of within) pairs.push([left + a, right + b]);
    if (oneNext < one.length) pairs.push([oneNext, otherNext]);
    [left, right] = [oneNext + 1, otherNext + 1];
  }
  return pairs;
}

interface Gap {
  ones: number[];
  others: number[];
}

function gapsBetween(same: ReadonlyArray<readonly [number, number]>, one: number, other: number): Gap[] {
  const gaps: Gap[] = [];
  let [left, right] = [0, 0];
  for (const [oneNext, otherNext] of [...same, [one, other] as const]) {
    if (oneNext > left && otherNext > right)
      gaps.push({ ones: range(left, oneNext), others: range(right, otherNext) });
    [left, right] = [oneNext + 1, otherNext + 1];
  }
  return gaps;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

type Join = (one: number, other: number) => void;

function moveSame(rows: Rows, partner: Int32Array, partnerOfOther: Int32Array, move: Join): void {
  const waiting = new Map<number, number[]>();
  for (const [right, name] of rows.other.entries()) {
    if (partnerOfOther[right] !== -1) continue;
    const places = waiting.get(name);
    if (places) places.push(right);
    else waiting.set(name, [right]);
  }
  for (const places of waiting.values()) places.reverse();
  for (const [left, name] of rows.one.entries()) {
    if (partner[left] !== -1 || !waiting.has(name) || !rows.isKnownAgain(left)) continue;
    const right = waiting.get(name)?.pop();
    if (right !== undefined) move(left, right);
  }
}

/** Joins what is alike between two places that are the same, in order, so that all together is as alike as can be. */
function joinAlike(rows: Rows, ones: number[], others: number[], patience: Patience, join: Join): void {
  const [n, m] = [ones.length, others.length];
  if (n === 0 || m === 0) return;
  if (n * m > mostPairs || n * m > patience.left) return joinInOrder(rows, ones, others, patience, join);
  patience.left -= n * m;
  const width = m + 1;
  const like = new Float64Array(n * m);
  const best = new Float64Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i -= 1)
    for (let j = m - 1; j >= 0; j -= 1) {
      const value = rows.likeness(ones[i] ?? 0, others[j] ?? 0);
      like[i * m + j] = value;
      const apart = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const together = value < alike ? 0 : value + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(apart, together);
    }
  for (let i = 0, j = 0; i < n && j < m;) {
    const value = like[i * m + j] ?? 0;
    const here = best[i * width + j] ?? 0;
    if (value >= alike && here === value + (best[(i + 1) * width + j + 1] ?? 0))
      join(ones[i++] ?? 0, others[j++] ?? 0);
    else if (here === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
}

/** For very many: each with the next few of the other row. */
function joinInOrder(rows: Rows, ones: number[], others: number[], patience: Patience, join: Join): void {
  const ahead = 8;
  let from = 0;
  for (const left of ones) {
    for (let at = from; at < Math.min(from + ahead, others.length); at += 1) {
      if ((patience.left -= 1) <= 0) return;
      const right = others[at] ?? 0;
      if (rows.likeness(left, right) < alike) continue;
      join(left, right);
      from = at + 1;
      break;
    }
  }
}

function moveAlike(
  rows: Rows,
  partner: Int32Array,
  partnerOfOther: Int32Array,
  patience: Patience,
  move: Join,
): void {
  const gone = [...partner.keys()].filter((left) => partner[left] === -1 && rows.isKnownAgain(left));
  const come = [...partnerOfOther.keys()].filter((right) => partnerOfOther[right] === -1);
  if (gone.length * come.length > Math.min(mostPairs, patience.left)) return;
  patience.left -= gone.length * come.length;
  for (const left of gone) {
    let [found, most] = [-1, alikeElsewhere];
    for (const right of come) {
      if (partnerOfOther[right] !== -1) continue;
      const value = rows.likeness(left, right);
      if (value >= most) [found, most] = [right, value];
      if (value === 1) break;
    }
    if (found >= 0) move(left, found);
  }
}

/** In reading order; what went stands before what came in its place. */
function steps(partner: Int32Array, partnerOfOther: Int32Array, moved: ReadonlySet<number>): Step[] {
  const all: Step[] = [];
  let left = 0;
  const goneUntil = (end: number) => {
    for (; left < end; left += 1) {
      const other = partner[left] ?? -1;
      if (other === -1) all.push({ as: "removed", one: left });
      else if (moved.has(left)) all.push({ as: "moved-away", one: left, other });
    }
  };
  for (const [right, one] of partnerOfOther.entries()) {
    if (one === -1) all.push({ as: "added", other: right });
    else if (moved.has(one)) all.push({ as: "moved-here", one, other: right });
    else {
      goneUntil(one);
      all.push({ as: "both", one, other: right });
      left = one + 1;
    }
  }
  goneUntil(partner.length);
  return goneFirst(all);
}

/** Between two places that stand in both, what went is told first. */
function goneFirst(all: Step[]): Step[] {
  const ordered: Step[] = [];
  let gone: Step[] = [];
  let come: Step[] = [];
  for (const step of all) {
    if (step.as === "removed" || step.as === "moved-away") gone.push(step);
    else if (step.as !== "both") come.push(step);
    else {
      ordered.push(...gone, ...come, step);
      [gone, come] = [[], []];
    }
  }
  return [...ordered, ...gone, ...come];
}

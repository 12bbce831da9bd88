// The order of long lists: what a page shows is found without putting ten thousand rows in order for it.
import { fold } from "~/text/fold";

/** A row by what it is sorted by. */
export interface Ranked {
  id: string;
  key: string;
}

/** So many are put in their place one by one; of more, all are sorted. */
const mostPlaced = 100;

/** The first so many in the order of `compare`, which never takes two for equal. Those after them are left as they are. */
export function firstOf(
  all: readonly Ranked[],
  count: number,
  compare: (one: Ranked, other: Ranked) => number,
): Ranked[] {
  if (count > mostPlaced) return [...all].sort(compare).slice(0, count);
  const first: Ranked[] = [];
  for (const one of all) {
    const last = first[count - 1];
    if (last && compare(last, one) < 0) continue;
    const place = first.findIndex((other) => compare(one, other) < 0);
    first.splice(place < 0 ? first.length : place, 0, one);
    if (first.length > count) first.pop();
  }
  return first;
}

/** Folding ten thousand titles takes longer than reading them: they are kept, until they are too many. */
const keptFolded = new Map<string, string>();
const mostFolded = 20_000;

/** The text as `fold` gives it. */
export function folded(text: string): string {
  const kept = keptFolded.get(text);
  if (kept !== undefined) return kept;
  if (keptFolded.size >= mostFolded) keptFolded.clear();
  const key = fold(text);
  keptFolded.set(text, key);
  return key;
}

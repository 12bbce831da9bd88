// What comes first among all that was found, and how much there is of what.
import type { Found } from "./view.server";

/** Something found, and what it weighs. */
export interface Weighed {
  found: Found;
  weight: number;
}

/** The weightier one, then the newer one; what is the same in both stands in an order of its own. */
export function isBetter(one: Weighed, other: Weighed): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  if (one.found.at !== other.found.at) return one.found.at > other.found.at;
  if (one.found.subject !== other.found.subject) return one.found.subject < other.found.subject;
  return one.found.text === "published";
}

/** The best of them, in order: so many at most, without putting all of them in order. */
export function bestOf(all: readonly Weighed[], many: number): Weighed[] {
  const best: Weighed[] = [];
  for (const one of all) {
    const last = best[best.length - 1];
    if (last && best.length >= many && !isBetter(one, last)) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = best[middle];
      if (other && isBetter(one, other)) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, one);
    if (best.length > many) best.pop();
  }
  return best;
}

/** How many there are of each; an entry may count for several. */
export function count(
  found: readonly Weighed[],
  keysOf: (found: Found) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of found) for (const key of keysOf(each.found)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

// What comes first among all that was found, and how much there is of what.
import type { SearchOrder } from "./search";
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

/** What the filters of the order leave, and how much each filter would, as the other two stand. */
export interface Counted {
  shown: Weighed[];
  kinds: Map<string, number>;
  languages: Map<string, number>;
  cities: Map<string, number>;
}

/** Counts what was found, in one go: of ten thousand finds each step costs. */
export function counted(
  found: readonly Weighed[],
  { kind, cityId, language }: Pick<SearchOrder, "kind" | "cityId" | "language">,
): Counted {
  const shown: Weighed[] = [];
  const [kinds, languages, cities] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const weighed of found) {
    const one = weighed.found;
    const isOfKind = kind === undefined || one.kind === kind;
    const isOfCity = cityId === undefined || one.cityIds.includes(cityId);
    const isOfLanguage = language === undefined || one.language === language;
    if (isOfCity && isOfLanguage) addTo(kinds, one.kind);
    if (isOfCity && isOfKind && one.language !== "") addTo(languages, one.language);
    if (!isOfKind || !isOfLanguage) continue;
    // Somebody with two roles in a city is there once.
    if (one.cityIds.length < 2) for (const id of one.cityIds) addTo(cities, id);
    else for (const id of new Set(one.cityIds)) addTo(cities, id);
    if (isOfCity) shown.push(weighed);
  }
  return { shown, kinds, languages, cities };
}

function addTo(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

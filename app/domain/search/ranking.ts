// What comes first among all that was found, and how much there is of what.
import type { SearchOrder } from "./search";
import type { Found, View } from "./view.server";

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

/** Finds that no filter tells apart are counted together: of ten thousand finds each step costs. */
export function counted(
  found: readonly Weighed[],
  groupOf: Uint32Array,
  { kind, cityId, language }: Pick<SearchOrder, "kind" | "cityId" | "language">,
): Counted {
  const many = new Uint32Array(groupOf.length);
  const groups: Found[] = [];
  for (const { found: one } of found) {
    const group = groupOf[one.row] ?? 0;
    if (many[group] === 0) groups.push(one);
    many[group] = (many[group] ?? 0) + 1;
  }
  const [kinds, languages, cities] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const isShown = new Uint8Array(groupOf.length);
  for (const one of groups) {
    const group = groupOf[one.row] ?? 0;
    const count = many[group] ?? 0;
    const isOfKind = kind === undefined || one.kind === kind;
    const isOfCity = cityId === undefined || one.cityIds.includes(cityId);
    const isOfLanguage = language === undefined || one.language === language;
    if (isOfCity && isOfLanguage) addTo(kinds, one.kind, count);
    if (isOfCity && isOfKind && one.language !== "") addTo(languages, one.language, count);
    // Somebody with two roles in a city is there once.
    if (isOfKind && isOfLanguage) for (const id of new Set(one.cityIds)) addTo(cities, id, count);
    isShown[group] = isOfKind && isOfCity && isOfLanguage ? 1 : 0;
  }
  const shown = found.filter(({ found: one }) => isShown[groupOf[one.row] ?? 0] === 1);
  return { shown, kinds, languages, cities };
}

/** By row, the first row of those that all filters take for the same. */
export function groupsOf(view: View): Uint32Array {
  const groups = new Uint32Array(view.length);
  const firstOf = new Map<string, number>();
  for (const found of view) {
    if (!found) continue;
    const { row, kind, language, cityIds } = found;
    const key = `${kind} ${language} ${cityIds.join(" ")}`;
    const first = firstOf.get(key) ?? row;
    firstOf.set(key, first);
    groups[row] = first;
  }
  return groups;
}

function addTo(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

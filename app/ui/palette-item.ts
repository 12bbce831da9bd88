// What the palette offers, and which of it answers to the words typed.

export interface PaletteItem {
  id: string;
  label: string;
  /** The heading it stands under, as "Go to". */
  group: string;
  /** Shown quietly at the end, as a city or a key. */
  detail?: string;
  /** Further words that find it, as a city's names in other languages. */
  otherWords?: string;
  /** An address to go to; without one `onChoose` is called. */
  to?: string;
  onChoose?: () => void;
}

const unfolding: Record<string, string> = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/** Small letters without marks: "Žešuvas" and "zesuvas" are the same. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łđøßæœı]/gu, (letter) => unfolding[letter] ?? letter);
}

/**
 * The items whose words begin with every word typed, in their order; those whose label begins with it come first within
 * their group. All of them for an empty query.
 */
export function matchingItems(items: readonly PaletteItem[], query: string): PaletteItem[] {
  const asked = folded(query).split(/\s+/u).filter(Boolean);
  if (asked.length === 0) return [...items];
  const start = asked.join(" ");
  const found = items.flatMap((item) => {
    const words = folded(`${item.label} ${item.detail ?? ""} ${item.otherWords ?? ""}`).split(
      /[^\p{L}\p{N}]+/u,
    );
    if (!asked.every((word) => words.some((candidate) => candidate.startsWith(word)))) return [];
    return [{ item, isFirst: folded(item.label).startsWith(start) }];
  });
  const groups = [...new Set(found.map(({ item }) => item.group))];
  return groups.flatMap((group) => {
    const own = found.filter(({ item }) => item.group === group);
    return [...own.filter(({ isFirst }) => isFirst), ...own.filter(({ isFirst }) => !isFirst)].map(
      ({ item }) => item,
    );
  });
}

// Cards beside what they are about: each as near to it as the others leave room, none over another.

export interface Card {
  id: string;
  /** Where it would stand by itself, in pixels. */
  wanted: number;
  height: number;
}

/** Pixels between two cards. */
const gap = 12;

/**
 * Where each card stands, in pixels, none above 0: in the order in which they are given, and the one of this id just where it wants to.
 */
export function linedUp(cards: readonly Card[], current: string | null): Map<string, number> {
  const tops = new Map<string, number>();
  const fixed = Math.max(
    0,
    cards.findIndex(({ id }) => id === current),
  );
  let next = 0;
  for (const { id, wanted, height } of cards.slice(fixed)) {
    const top = Math.max(wanted, next, 0);
    tops.set(id, top);
    next = top + height + gap;
  }
  const above = cards.slice(0, fixed).reverse();
  let end = (tops.get(cards[fixed]?.id ?? "") ?? 0) - gap;
  for (const { id, wanted, height } of above) {
    const top = Math.min(wanted, end - height);
    tops.set(id, top);
    end = top - gap;
  }
  // There is no room above for all of them: the others give way.
  const [first] = cards;
  if (first && (tops.get(first.id) ?? 0) < 0) return linedUp(cards, first.id === current ? null : first.id);
  return tops;
}

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
 * Those before it for which there is no room above come behind it.
 */
export function linedUp(cards: readonly Card[], current: string | null): Map<string, number> {
  const tops = new Map<string, number>();
  const fixed = Math.max(
    0,
    cards.findIndex(({ id }) => id === current),
  );
  const [first, ...behind] = cards.slice(fixed);
  if (!first) return tops;
  const start = Math.max(first.wanted, 0);
  tops.set(first.id, start);
  const without: Card[] = [];
  let end = start - gap;
  for (const card of cards.slice(0, fixed).reverse()) {
    const top = Math.min(card.wanted, end - card.height);
    const hasRoom = without.length === 0 && end - card.height >= 0;
    if (hasRoom) tops.set(card.id, Math.max(0, top));
    else without.unshift(card);
    end = (tops.get(card.id) ?? 0) - gap;
  }
  let next = start + first.height + gap;
  for (const { id, wanted, height } of [...without, ...behind]) {
    const top = Math.max(wanted, next);
    tops.set(id, top);
    next = top + height + gap;
  }
  return tops;
}

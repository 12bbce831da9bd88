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
  const above = roomAbove(cards.slice(0, fixed), start);
  let end = -gap;
  for (const { id, wanted, height } of above) {
    const top = Math.max(wanted, end + gap);
    tops.set(id, top);
    end = top + height;
  }
  let limit = start - gap;
  for (const { id, height } of above.toReversed()) {
    const top = Math.min(tops.get(id) ?? 0, limit - height);
    tops.set(id, top);
    limit = top - gap;
  }
  const without = cards.slice(0, fixed - above.length);
  let next = start + first.height + gap;
  for (const { id, wanted, height } of [...without, ...behind]) {
    const top = Math.max(wanted, next);
    tops.set(id, top);
    next = top + height + gap;
  }
  return tops;
}

/** The last of these that have room one behind the other between 0 and this place. */
function roomAbove(cards: readonly Card[], end: number): readonly Card[] {
  let room = end;
  const first = cards.findLastIndex(({ height }) => (room -= height + gap) < 0);
  return cards.slice(first + 1);
}

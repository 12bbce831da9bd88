// Numbers that look drawn at random and are the same for the same seed, so that whatever fails by them fails again.

/** From 0 to below 1. */
export function drawnFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whole numbers from 0 to below the end that is asked for. */
export function drawnBelow(seed: number): (end: number) => number {
  const draw = drawnFrom(seed);
  return (end) => Math.floor(draw() * end);
}

// Puts what lies beside each other in time into lanes, so that nothing stands on anything else.

export interface Extent {
  left: number;
  right: number;
}

/**
 * The lane of each, counted from 0, in the order given: from left to right each takes the first lane in which `gap` is kept to what is
 * there. The same extents always get the same lanes.
 */
export function packLanes(extents: readonly Extent[], gap: number): number[] {
  const ends: number[] = [];
  const lanes = extents.map(() => 0);
  const fromLeft = [...extents.entries()].sort(([, one], [, other]) => one.left - other.left);
  for (const [at, { left, right }] of fromLeft) {
    const free = ends.findIndex((end) => end + gap <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = right;
    lanes[at] = lane;
  }
  return lanes;
}

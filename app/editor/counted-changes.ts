// How many changes somebody made, counted as a person would and not as the keyboard does.

/** Writing that pauses no longer than so many ms counts as one change. */
const pause = 1_500;

/** From when each edit was made (ms), in their order. */
export function countedChanges(times: readonly number[]): number {
  return times.filter((at, index) => at - (times[index - 1] ?? -Infinity) > pause).length;
}

// The one place that knows what time it is, so that a test can say so.

let shift = 0;

/** The present instant. */
export function now(): Date {
  return new Date(Date.now() + shift);
}

/** Moves this process's clock by so many milliseconds from the real one; 0 puts it right. For tests. */
export function shiftClock(milliseconds: number): void {
  shift = milliseconds;
}

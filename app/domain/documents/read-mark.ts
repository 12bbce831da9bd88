// Up to where somebody has read a text: what they have before their eyes, and what they had read before they came back to it.

export interface ReadMark {
  /** The state they have before their eyes since `readAt`. */
  revision: number;
  readAt: Date;
  /** What they had read before this visit; null: nothing else. */
  former: { revision: number; readAt: Date } | null;
}

/** Milliseconds after which whoever opens a text has come back to it: until then they are still at it. */
export const visit = 30 * 60_000;

/** The mark of whoever opens this state of the text now. What they had read before a visit is the same all through it. */
export function readAgain(mark: ReadMark | null, revision: number, at: Date): ReadMark {
  if (!mark) return { revision, readAt: at, former: null };
  const { readAt, former } = mark;
  const isComingBack = at.getTime() - readAt.getTime() >= visit;
  const isOther = mark.revision !== revision;
  if (isOther) {
    const last = { revision: mark.revision, readAt };
    return { revision, readAt: at, former: isComingBack ? last : (former ?? last) };
  }
  return { revision, readAt: at, former: isComingBack ? null : former };
}

// Which of a document's saves are its versions: one for each sitting, and those that were named, published or signed.

/** One save, as far as versions are made of it. */
export interface Save {
  revision: number;
  savedAt: Date;
  savedById: string;
}

/** A version: all that was saved after the one before it. */
export interface Span {
  revision: number;
  /** The revision of the version before it; 0: there is none. */
  after: number;
  since: Date;
  at: Date;
  savedBy: ReadonlySet<string>;
  /** Its sitting is not over: somebody wrote less than half an hour ago. */
  isGoingOn: boolean;
}

/** What a version is known by: its name, or the number of its publication; null: nothing but its moment. */
export function nameOf({
  named,
  published,
}: {
  named: { name: string } | null;
  published: { number: number } | null;
}): { name: string } | { number: number } | null {
  if (named && named.name !== "") return { name: named.name };
  return published ? { number: published.number } : null;
}

/** Characters. */
export const [versionNameLimit, versionNoteLimit] = [100, 1_000];

/** Milliseconds without writing after which an author's sitting is over. */
export const quiet = 30 * 60_000;

/**
 * The versions of these saves, the latest first. Each author's sitting ends with their last save before half an hour in which they saved
 * nothing, also while others go on; what is marked is a version of its own, and so is the text as it stands. `saves` come in the order of their revisions.
 */
export function versionsOf(saves: readonly Save[], marked: ReadonlySet<number>, at: Date): Span[] {
  const ends = new Set([...marked, ...sittingEnds(saves)]);
  const spans: Span[] = [];
  let [after, since, savedBy] = [0, undefined as Date | undefined, new Set<string>()];
  for (const [index, save] of saves.entries()) {
    since ??= save.savedAt;
    savedBy.add(save.savedById);
    const isLast = index === saves.length - 1;
    if (!isLast && !ends.has(save.revision)) continue;
    const isGoingOn = isLast && !marked.has(save.revision) && at.getTime() - save.savedAt.getTime() < quiet;
    spans.push({ revision: save.revision, after, since, at: save.savedAt, savedBy, isGoingOn });
    [after, since, savedBy] = [save.revision, undefined, new Set<string>()];
  }
  return spans.reverse();
}

/** The revisions with which somebody's sitting ended. */
function sittingEnds(saves: readonly Save[]): number[] {
  const lastOf = new Map<string, Save>();
  const ends: number[] = [];
  for (const save of saves) {
    const before = lastOf.get(save.savedById);
    if (before && save.savedAt.getTime() - before.savedAt.getTime() >= quiet) ends.push(before.revision);
    lastOf.set(save.savedById, save);
  }
  return [...ends, ...[...lastOf.values()].map(({ revision }) => revision)];
}

// What a feed offers now, held against what it has offered: what changed counts on, what is no more is cancelled, all else stays as it was.
import { createHash } from "node:crypto";
import { dayAfter, dayOf } from "../networks/calendar-day";
import { cancelledDays, type CalendarEntry } from "./calendar-entry";
import type { EntryOfKind } from "./entry-kinds.server";

/** An entry as it was offered last, as it is kept. */
export interface KeptEntry {
  uid: string;
  kind: string;
  networkId: string;
  partnershipId: string | null;
  day: string;
  title: string;
  digest: string;
  sequence: number;
  changedAt: Date;
  cancelledAt: Date | null;
}

/** An entry as it goes out. */
export interface OfferedEntry {
  uid: string;
  day: string;
  title: string;
  sequence: number;
  changedAt: Date;
  /** What else is said of it; null: it is cancelled. */
  standing: Pick<CalendarEntry, "lastDay" | "description" | "url" | "category" | "hasAlarms"> | null;
}

/** What a cancelled entry is called: its title, or another word where its reader may not know of it any more. */
export type CancelledTitle = (kept: KeptEntry) => string;

/** The rows that are new or not as they were; empty where a reading says what the one before said. */
export function rowsToWrite(
  kept: readonly KeptEntry[],
  entries: readonly EntryOfKind[],
  titleOf: CancelledTitle,
  at: Date,
): KeptEntry[] {
  const before = new Map(kept.map((row) => [row.uid, row]));
  const standing = new Set(entries.map(({ uid }) => uid));
  return [
    ...entries.flatMap((entry) => changed(before.get(entry.uid), rowOf(entry), at)),
    ...kept
      .filter((row) => !standing.has(row.uid) && isTold(row, at))
      .flatMap((row) => changed(row, cancelled(row, titleOf(row), at), at)),
  ];
}

/** What goes out of these rows, by day; those that were cancelled long ago do not. */
export function offeredOf(
  kept: readonly KeptEntry[],
  entries: readonly EntryOfKind[],
  titleOf: CancelledTitle,
  at: Date,
): OfferedEntry[] {
  const standing = new Map(entries.map((entry) => [entry.uid, entry]));
  return kept
    .filter((row) => isTold(row, at))
    .map((row): OfferedEntry => {
      const { uid, day, sequence, changedAt } = row;
      const entry = row.cancelledAt === null ? (standing.get(uid) ?? null) : null;
      const title = entry ? entry.title : titleOf(row);
      return { uid, day, title, sequence, changedAt, standing: entry };
    })
    .sort((one, other) => compare(one.day, other.day) || compare(one.uid, other.uid));
}

const isTold = ({ cancelledAt }: KeptEntry, at: Date) =>
  cancelledAt === null || dayOf(at) <= dayAfter(dayOf(cancelledAt), cancelledDays);

type Row = Omit<KeptEntry, "sequence" | "changedAt">;

function rowOf(entry: EntryOfKind): Row {
  const { uid, kind, networkId, partnershipId, day, lastDay, title, description, url } = entry;
  const { category, hasAlarms } = entry;
  // One day is said as it always was: a digest made otherwise would tell of a change in every entry.
  const days = lastDay === undefined ? [day] : [day, lastDay];
  const digest = digestOf([...days, title, description, url, category, hasAlarms]);
  return { uid, kind, networkId, partnershipId, day, title, digest, cancelledAt: null };
}

/** Its own title is kept: whoever is let in again reads it again. */
function cancelled(row: KeptEntry, shownTitle: string, at: Date): Row {
  return { ...row, digest: digestOf(["cancelled", row.day, shownTitle]), cancelledAt: row.cancelledAt ?? at };
}

function changed(before: KeptEntry | undefined, row: Row, at: Date): KeptEntry[] {
  if (!before) return [{ ...row, sequence: 0, changedAt: at }];
  if (before.digest === row.digest) return [];
  return [{ ...row, sequence: before.sequence + 1, changedAt: at }];
}

function digestOf(said: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 22);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

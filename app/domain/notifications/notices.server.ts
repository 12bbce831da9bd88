// The notices of one person: counted for the bell, listed, read, put off and dealt with. Each time they are judged anew.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import type { Memberships } from "../access/members.server";
import type { SignedIn } from "../accounts/sessions.server";
import { notFound } from "../refusal";
import { readable } from "./judging.server";
import { countedNotices, type NoticeShelf } from "./notice";
import type { NameNotice, SnoozeNotice } from "./notice-orders";
import { snoozedUntil } from "./snooze";
import { tellPeople } from "./telling.server";
import { noticeColumns, toldOf, type NoticeTold } from "./words.server";

export interface NoticeView extends NoticeTold {
  isRead: boolean;
  snoozedUntil: Date | null;
}

/** Where a list goes on. */
export interface NoticePlace {
  at: Date;
  id: string;
}

export interface NoticeList {
  notices: NoticeView[];
  /** Where the next page begins; null: this is the last. */
  older: NoticePlace | null;
}

/** Rows of a page, of which some may not be shown. */
const page = 50;

/** How many unread ones the person may know of, put-off and done ones apart; counted as far as `countedNotices` and one more. `seen` is the remark that is before their eyes. */
export async function countUnread(
  own: SignedIn,
  memberships?: Promise<Memberships>,
  seen?: string | null,
): Promise<number> {
  const { id } = own.person;
  // Asked before every answer, mostly in vain: in SQL for the same reason as the session (domain/accounts/sessions.server.ts).
  const rows = await database().read.$queryRaw<UnreadRow[]>`
    SELECT id, kind, networkId, documentId, commentId, deliverableId, partnershipId FROM Notice
    WHERE personId = ${id} AND doneAt IS NULL AND readAt IS NULL AND (snoozedUntil IS NULL OR snoozedUntil <= ${now()})
    ORDER BY at DESC LIMIT ${2 * countedNotices}`;
  const unseen = rows.filter(({ commentId }) => !seen || commentId !== seen);
  const { size } = await readable(own.person, unseen, memberships);
  return Math.min(size, countedNotices + 1);
}

type UnreadRow = Parameters<typeof readable>[1][number];

/** A page of the person's notices, the latest first: what may be known no more is not among them. */
export async function listNotices(
  own: SignedIn,
  shelf: NoticeShelf,
  older?: NoticePlace,
): Promise<NoticeList> {
  const found = await database().read.notice.findMany({
    where: { personId: own.person.id, AND: [onShelf(shelf), ...(older ? [after(older)] : [])] },
    select: { ...noticeColumns, readAt: true, snoozedUntil: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: page + 1,
  });
  const rows = found.slice(0, page);
  const last = found.length > page ? rows.at(-1) : undefined;
  const told = await toldOf(own.person, rows);
  const states = new Map(rows.map((row) => [row.id, row]));
  return {
    notices: told.map((one) => ({
      ...one,
      isRead: states.get(one.id)?.readAt != null,
      snoozedUntil: states.get(one.id)?.snoozedUntil ?? null,
    })),
    older: last ? { at: last.at, id: last.id } : null,
  };
}

function onShelf(shelf: NoticeShelf): Prisma.NoticeWhereInput {
  const at = now();
  if (shelf === "done") return { doneAt: { not: null } };
  if (shelf === "snoozed") return { doneAt: null, snoozedUntil: { gt: at } };
  return { doneAt: null, OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: at } }] };
}

function after({ at, id }: NoticePlace): Prisma.NoticeWhereInput {
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: id } }] };
}

/** Reads a notice and answers where what it is about stands. Refuses `not-found` another's, and what may be known no more. */
export async function openNotice(own: SignedIn, { id }: NameNotice): Promise<string> {
  const row = await database().read.notice.findFirst({
    where: { id, personId: own.person.id },
    select: noticeColumns,
  });
  const [told] = row ? await toldOf(own.person, [row]) : [];
  if (!told) throw notFound();
  await set(own, id, { readAt: now() });
  return told.to;
}

/** Refuses `not-found` another's, as all that follow do. */
export async function readNotice(own: SignedIn, { id }: NameNotice): Promise<void> {
  await set(own, id, { readAt: now() });
}

export async function unreadNotice(own: SignedIn, { id }: NameNotice): Promise<void> {
  await set(own, id, { readAt: null });
}

/** It is dealt with, and read by that. */
export async function finishNotice(own: SignedIn, { id }: NameNotice): Promise<void> {
  const at = now();
  await set(own, id, { doneAt: at, readAt: at, snoozedUntil: null });
}

/** Back among those to be dealt with. */
export async function reopenNotice(own: SignedIn, { id }: NameNotice): Promise<void> {
  await set(own, id, { doneAt: null, snoozedUntil: null });
}

/** Puts it off: then it comes back as unread. No mail tells of what was seen and put off. */
export async function snoozeNotice(own: SignedIn, { id, until }: SnoozeNotice): Promise<void> {
  const at = snoozedUntil(until, now(), own.person.timeZone);
  await set(own, id, { snoozedUntil: at, readAt: null, doneAt: null, mailBy: null });
}

/** Reads all that the person has had before them: what came after this instant stays unread. */
export async function readAllNotices(own: SignedIn, until: Date): Promise<void> {
  const personId = own.person.id;
  const at = now();
  await database().write((transaction) =>
    transaction.notice.updateMany({
      where: { personId, readAt: null, at: { lte: until }, AND: [onShelf("open")] },
      data: { readAt: at },
    }),
  );
  tellPeople([personId]);
}

/** Somebody came by a link straight to a remark: what they were to hear of it they have read. */
export async function readAtRemark(own: SignedIn, commentId: string): Promise<void> {
  const personId = own.person.id;
  const unread = { personId, commentId, readAt: null };
  if ((await database().read.notice.count({ where: unread })) === 0) return;
  await database().write((transaction) =>
    transaction.notice.updateMany({ where: unread, data: { readAt: now() } }),
  );
  tellPeople([personId]);
}

async function set(own: SignedIn, id: string, data: Prisma.NoticeUncheckedUpdateManyInput): Promise<void> {
  const personId = own.person.id;
  const { count } = await database().write((transaction) =>
    transaction.notice.updateMany({ where: { id, personId }, data }),
  );
  if (count === 0) throw notFound();
  tellPeople([personId]);
}

/** Brings back what was put off until now: it is told to the windows that are open. */
export async function wakeSnoozed(): Promise<void> {
  const due = { snoozedUntil: { lte: now() } };
  const rows = await database().read.notice.findMany({ where: due, select: { personId: true } });
  if (rows.length === 0) return;
  await database().write((transaction) =>
    transaction.notice.updateMany({ where: due, data: { snoozedUntil: null } }),
  );
  tellPeople([...new Set(rows.map(({ personId }) => personId))]);
}

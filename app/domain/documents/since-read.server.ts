// What changed in a text since its reader last read it: found when they open it, by what they had before their eyes then.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import {
  readsPublishedText,
  readsWorkingText,
  sharedDocument,
  type DocumentText,
} from "../access/document-texts";
import type { Member } from "../access/member";
import { notFound } from "../refusal";
import { readAgain, type ReadMark } from "./read-mark";
import type { NoteRead } from "./read-mark-orders";
import { keepReadMark, readMark } from "./read-marks.server";

/** When they last read it, and what of it to compare with what stands there now. */
export interface SinceRead {
  at: Date;
  /** A revision of the working text, or the number of a publication. */
  from: number;
  /** The number of the publication that they read now; null of a working text: with what stands there now. */
  to: number | null;
}

/**
 * What the reader of this state of a text had read before, where others have changed it since; null otherwise. `isSeen`: they have it
 * before their eyes, so that it is what they will have read. For a text that the member was judged to read.
 */
export async function sinceRead(
  member: Member,
  { id, text, revision, isSeen }: { id: string; text: DocumentText; revision: number; isSeen: boolean },
): Promise<SinceRead | null> {
  const whose = { personId: member.personId, documentId: id, of: text };
  const mark = readAgain(await readMark(whose), revision, now());
  if (isSeen) keepReadMark(whose, mark);
  if (!mark.former || mark.former.revision === revision) return null;
  return text === "working"
    ? changedDraft(member, id, mark.former)
    : changedPublication(member, id, mark.former, revision);
}

/**
 * Keeps that the member has this text before their eyes. Without one, that which
 * they are shown first. Refuses `not-found` whoever does not read it.
 */
export async function noteRead(member: Member, id: string, seen: NoteRead): Promise<void> {
  const document = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: {
      ...sharedDocument,
      ...{ revision: true, updatedAt: true, publishedRevision: true, publishedAt: true },
    },
  });
  if (!document) throw notFound();
  const isPublished = readsPublishedText(member, document);
  const text = seen.text ?? (isPublished ? "published" : "working");
  const isRead = text === "working" ? readsWorkingText(member, document) : isPublished;
  const revision = text === "working" ? document.revision : document.publishedRevision;
  if (!isRead || revision === null) throw notFound();
  const at = text === "working" ? document.updatedAt : document.publishedAt;
  // Meanwhile another state has come that they may not have seen.
  if (seen.at && seen.at.getTime() !== at?.getTime()) return;
  const whose = { personId: member.personId, documentId: id, of: text };
  keepReadMark(whose, readAgain(await readMark(whose), revision, now()));
}

type Former = NonNullable<ReadMark["former"]>;

/** What one has written oneself one knows. A save that went on after it was read is gone by its number: the one before it stands in. */
async function changedDraft(member: Member, documentId: string, former: Former): Promise<SinceRead | null> {
  const { read } = database();
  const by = { not: member.personId };
  const [base, savedSince, wroteSince] = await Promise.all([
    read.documentSave.findFirst({
      where: { documentId, revision: { lte: former.revision } },
      select: { revision: true },
      orderBy: { revision: "desc" },
    }),
    read.documentSave.findFirst({
      where: { documentId, revision: { gt: former.revision }, savedById: by },
      select: { revision: true },
    }),
    read.activity.findFirst({
      where: { documentId, at: { gt: former.readAt }, kind: "document-saved", personId: by },
      select: { id: true },
    }),
  ]);
  if (!base || (!savedSince && !wroteSince)) return null;
  return { at: former.readAt, from: base.revision, to: null };
}

/** Of a publication that was taken back nobody is told any more. */
async function changedPublication(
  member: Member,
  documentId: string,
  former: Former,
  revision: number,
): Promise<SinceRead | null> {
  const publications = await database().read.publication.findMany({
    where: { documentId, revision: { in: [former.revision, revision] }, withdrawnAt: null },
    select: { number: true, revision: true },
    orderBy: { number: "asc" },
  });
  const numberOf = (wanted: number) => publications.findLast((one) => one.revision === wanted)?.number;
  const [from, to] = [numberOf(former.revision), numberOf(revision)];
  if (from === undefined || to === undefined || from >= to) return null;
  return { at: former.readAt, from, to };
}

// What is said beside a visit note and never changed: the city's reply, and additions once both sides have signed.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { can, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { forbidden, invalid, notFound } from "../refusal";
import { sidesOf, type StatementKind } from "./visit";
import type { StateOnVisit } from "./visit-orders";
import { happenedToVisit, workingVisitNote, type VisitNote } from "./visit-notes.server";

/**
 * Replies for the city, also to an expert's note and to a signed one; the latest reply stands, earlier ones are kept. It is read by all
 * who read the note, beside the published text as well. Refuses `not-found` whoever does not read the working text, `forbidden` whoever
 * does not write for that city.
 */
export async function replyToVisit(member: Member, documentId: string, order: StateOnVisit): Promise<void> {
  await change(async (transaction, record) => {
    const note = await workingVisitNote(transaction, member, documentId);
    if (!can(member, "write-document", note.partnershipId)) throw forbidden();
    if (!(await isSaid(transaction, member, note, "reply", order))) return;
    await record(happenedToVisit(member, "visit-replied", note, { text: widest(note), subjectId: order.id }));
  });
}

/**
 * Adds to a note that both sides have signed, with the day and the name. Refuses as replying does, `forbidden` whoever speaks for
 * neither side, and `invalid` a note that is not signed by both yet: that is changed by writing.
 */
export async function addToVisit(member: Member, documentId: string, order: StateOnVisit): Promise<void> {
  await change(async (transaction, record) => {
    const note = await workingVisitNote(transaction, member, documentId);
    if (sidesOf(member, note).length === 0) throw forbidden();
    if (!note.sealedAt) throw invalid("text", "visits:wrong.notSealed");
    if (!(await isSaid(transaction, member, note, "addition", order))) return;
    await record(
      happenedToVisit(member, "visit-added-to", note, { text: widest(note), subjectId: order.id }),
    );
  });
}

/** Writes it down; false where the same form has been sent before. */
async function isSaid(
  transaction: Transaction,
  member: Member,
  note: VisitNote,
  kind: StatementKind,
  { id, text }: StateOnVisit,
): Promise<boolean> {
  const existing = await transaction.visitStatement.findUnique({
    where: { id },
    select: { authorId: true, documentId: true },
  });
  if (existing) {
    if (existing.authorId === member.personId && existing.documentId === note.id) return false;
    throw notFound();
  }
  const { personId: authorId, network } = member;
  await transaction.visitStatement.create({
    data: { id, networkId: network.id, documentId: note.id, kind, text, authorId, at: now() },
  });
  return true;
}

const widest = ({ publishedVisibility }: VisitNote) =>
  publishedVisibility === null ? ("working" as const) : ("published" as const);

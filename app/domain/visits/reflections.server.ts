// Private reflections on a visit: read by their writer alone until they share them. No list, feed or export has them; search judges
// them as the note's page does.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import type { Member } from "../access/member";
import { change, type NewActivity } from "../activity/activities.server";
import { conflict, forbidden, notFound } from "../refusal";
import { mayReflect } from "./visit";
import type { KeepReflection } from "./visit-orders";
import { happenedToVisit, workingVisitNote, type VisitNote } from "./visit-notes.server";

/** A reflection as it stands, given to its writer alone. */
export interface OwnReflection {
  text: string;
  revision: number;
  updatedAt: Date;
  sharedAt: Date | null;
}

/**
 * Keeps the member's own reflection on a visit note. What happened is recorded for nobody but them, and never with its words; of a
 * shared one its readers hear. Refuses `not-found` whoever does not read the working text, `forbidden` whoever writes no visit notes
 * and nothing for that city, and everybody in a closed network; `conflict` (with the text that stands) when it was kept since, as from
 * another window.
 */
export async function keepReflection(
  member: Member,
  documentId: string,
  order: KeepReflection,
): Promise<{ revision: number }> {
  return change(async (transaction, record) => {
    const { note, own } = await ownReflection(transaction, member, documentId);
    const { text } = order;
    if ((own?.text ?? "") === text) return { revision: own?.revision ?? 0 };
    if ((own?.revision ?? 0) !== order.revision) throw conflict(own);
    const revision = order.revision + 1;
    const { personId: authorId, network } = member;
    const kept = { text, revision, updatedAt: now() };
    const { id } = await transaction.reflection.upsert({
      where: { documentId_authorId: { documentId, authorId } },
      update: kept,
      create: { id: newId(), networkId: network.id, documentId, authorId, ...kept },
      select: { id: true },
    });
    await record(
      own?.sharedAt
        ? happenedToVisit(member, "reflection-changed", note, { text: "working", subjectId: id })
        : happenedAlone(member, "reflection-kept", id),
    );
    return { revision };
  });
}

/** Lets whoever reads the working text read the member's own reflection, or no longer. Refuses as keeping does; where there is none, `not-found`. */
export async function shareReflection(member: Member, documentId: string, isShared: boolean): Promise<void> {
  await change(async (transaction, record) => {
    const { note, own } = await ownReflection(transaction, member, documentId);
    if (!own || (isShared && own.text.trim() === "")) throw notFound();
    if ((own.sharedAt !== null) === isShared) return;
    await transaction.reflection.update({
      where: { id: own.id },
      data: { sharedAt: isShared ? now() : null },
    });
    const kind = isShared ? "reflection-shared" : "reflection-unshared";
    await record(happenedToVisit(member, kind, note, { text: "working", subjectId: own.id }));
  });
}

async function ownReflection(
  transaction: Transaction,
  member: Member,
  documentId: string,
): Promise<{ note: VisitNote; own: (OwnReflection & { id: string }) | null }> {
  const note = await workingVisitNote(transaction, member, documentId);
  if (!mayReflect(member, note.partnershipId)) throw forbidden();
  const own = await transaction.reflection.findUnique({
    where: {
      documentId_authorId: { documentId, authorId: member.personId },
      networkId: member.network.id,
    },
    select: { id: true, text: true, revision: true, updatedAt: true, sharedAt: true },
  });
  return { note, own };
}

/** Not even of which note: that somebody keeps something is theirs, too. */
function happenedAlone(member: Member, kind: NewActivity["kind"], subjectId: string): NewActivity {
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    subjectId,
    audience: [{ room: "person", personId: member.personId }],
  };
}

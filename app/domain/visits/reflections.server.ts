// Private reflections on a visit: read by their writer alone until they share them. No list, feed or export has them; search judges
// them as the note's page does.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { change, type NewActivity } from "../activity/activities.server";
import { audienceOf } from "../documents/audience";
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

/**
 * Lets whoever reads the working text read the member's own reflection, too. Refuses as keeping does; where there is none, or an empty
 * one, `not-found`.
 */
export async function shareReflection(member: Member, documentId: string): Promise<void> {
  await change(async (transaction, record) => {
    const { note, own } = await ownReflection(transaction, member, documentId);
    if (!own || own.text.trim() === "") throw notFound();
    if (own.sharedAt !== null) return;
    await transaction.reflection.update({ where: { id: own.id }, data: { sharedAt: now() } });
    await record(happenedToVisit(member, "reflection-shared", note, { text: "working", subjectId: own.id }));
  });
}

/**
 * Takes the member's own reflection back: only they read it again. Their words stay theirs, so it asks for nothing else: not that they
 * still read the note or write notes, nor that the network is open. Refuses `not-found` where they keep none.
 */
export async function unshareReflection(member: Member, documentId: string): Promise<void> {
  const { personId, network } = member;
  await change(async (transaction, record) => {
    const own = await transaction.reflection.findUnique({
      where: { documentId_authorId: { documentId, authorId: personId }, networkId: network.id },
      select: {
        id: true,
        sharedAt: true,
        document: { select: { ...sharedDocument, named: { select: { personId: true } } } },
      },
    });
    if (!own) throw notFound();
    if (own.sharedAt === null) return;
    await transaction.reflection.update({ where: { id: own.id }, data: { sharedAt: null } });
    await record({
      kind: "reflection-unshared",
      personId,
      networkId: network.id,
      documentId,
      subjectId: own.id,
      audience: audienceOf(own.document, "working"),
    });
  });
}

export interface LeftReflection {
  documentId: string;
  text: string;
  sharedAt: Date;
}

/** The member's own reflections that others read beside notes which they read no longer, the latest first; nothing of the notes. */
export async function leftReflections(member: Member): Promise<LeftReflection[]> {
  const reflections = await database().read.reflection.findMany({
    where: {
      networkId: member.network.id,
      authorId: member.personId,
      sharedAt: { not: null },
      document: { purgedAt: null },
    },
    select: { documentId: true, text: true, sharedAt: true, document: { select: sharedDocument } },
    orderBy: { sharedAt: "desc" },
  });
  return reflections.flatMap(({ documentId, text, sharedAt, document }) =>
    sharedAt && !readsWorkingText(member, document) ? [{ documentId, text, sharedAt }] : [],
  );
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

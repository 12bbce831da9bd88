// One visit note as the use-cases of a visit judge it: loaded once, inside what the member may know of.
import type { Reader, Transaction } from "~/platform/db.server";
import { readsPublishedText, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import type { NewActivity } from "../activity/activities.server";
import { audienceOf } from "../documents/audience";
import { factsIn } from "../documents/document-facts";
import { notFound } from "../refusal";

/** The note, and which of its texts the member reads. Refuses `not-found` what is none, and whoever may read neither text. */
export async function visitNote(from: Transaction | Reader, member: Member, id: string) {
  const document = await from.document.findFirst({
    where: { id, kind: "visit-note", ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      createdById: true,
      revision: true,
      text: true,
      facts: true,
      publishedRevision: true,
      sealedAt: true,
      named: { select: { personId: true } },
    },
  });
  if (!document) throw notFound();
  return {
    ...document,
    experts: factsIn("visit-note", document.facts).experts,
    readsWorking: readsWorkingText(member, document),
    readsPublished: readsPublishedText(member, document),
  };
}

export type VisitNote = Awaited<ReturnType<typeof visitNote>>;

/** The note for what concerns its working text. Refuses `not-found` whoever does not read that, too. */
export async function workingVisitNote(from: Transaction | Reader, member: Member, id: string) {
  const note = await visitNote(from, member, id);
  if (!note.readsWorking) throw notFound();
  return note;
}

/** A row about the note for those who read this text of it. */
export function happenedToVisit(
  member: Member,
  kind: NewActivity["kind"],
  note: VisitNote,
  { text, subjectId = note.id }: { text: "working" | "published"; subjectId?: string },
): NewActivity {
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    documentId: note.id,
    subjectId,
    audience: audienceOf(note, text),
  };
}

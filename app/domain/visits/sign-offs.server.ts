// Signing a visit note: each side says that the text is right as it stands; once both have said so of the same text, it is sealed.
import { now } from "~/platform/clock";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { hasSeen } from "../documents/live-writing.server";
import { whileStill } from "../documents/projection.server";
import { conflict, forbidden, invalid } from "../refusal";
import { sidesOf, visitSides } from "./visit";
import type { SignVisit } from "./visit-orders";
import { happenedToVisit, workingVisitNote } from "./visit-notes.server";

/**
 * Signs the working text of this revision for a side; when the other side has signed the same, the note is sealed: from then on it
 * changes only by dated additions, and no edit that was under way gets into it. A signature of an earlier revision counts no more. Refuses
 * `not-found` whoever does not read the working text, `forbidden` whoever does not speak for that side; `conflict` when anybody else saved,
 * or wrote, since; `invalid` an empty text, a sealed note, and one person for both sides.
 */
export async function signVisit(member: Member, documentId: string, order: SignVisit): Promise<void> {
  const { side } = order;
  await whileStill(documentId, async (seal) => {
    const isSealed = await change(async (transaction, record) => {
      const note = await workingVisitNote(transaction, member, documentId);
      if (!sidesOf(member, note).includes(side)) throw forbidden();
      const { revision } = note;
      const signed = await transaction.signOff.findMany({
        where: { documentId, revision, document: { networkId: member.network.id } },
        select: { side: true, personId: true },
      });
      if (signed.some((one) => one.side === side)) return false;
      if (note.sealedAt) throw invalid("form", "visits:wrong.sealed");
      if (!hasSeen(member.personId, note, order.revision)) throw conflict();
      if (note.text.trim() === "") throw invalid("form", "visits:wrong.nothingToSign");
      if (signed.some(({ personId }) => personId === member.personId))
        throw invalid("form", "visits:wrong.bothSides");
      const at = now();
      const signature = { revision, personId: member.personId, at };
      await transaction.signOff.upsert({
        where: { documentId_side: { documentId, side } },
        update: signature,
        create: { documentId, side, ...signature },
      });
      const isSealed = signed.length + 1 === visitSides.length;
      if (isSealed) await transaction.document.update({ where: { id: documentId }, data: { sealedAt: at } });
      const text = note.publishedRevision === revision ? "published" : "working";
      await record({
        ...happenedToVisit(member, isSealed ? "visit-sealed" : "visit-signed", note, { text }),
        after: { side, revision },
      });
      return isSealed;
    });
    if (isSealed) seal();
  });
}

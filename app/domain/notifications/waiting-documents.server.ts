// Which documents wait for a member: for an answer to a remark, to see to one, for their signature, for their city's reply.
import { database } from "~/platform/db.server";
import { can, type Member } from "../access/member";
import { visibleWorkingTexts } from "../access/visible-to.server";
import { documentsWithAssignments } from "../comments/assigned.server";
import { documentsWithAnswersDue } from "../comments/waiting.server";
import { factsIn } from "../documents/document-facts";
import { sidesOf } from "../visits/visit";

/** Their ids, in no order: of texts the member may read. */
export async function documentsThatWait(member: Member): Promise<string[]> {
  const ids = await Promise.all([
    documentsWithAnswersDue(member),
    documentsWithAssignments(member),
    visitNotesThatWait(member),
  ]);
  return [...new Set(ids.flat())];
}

/**
 * Visit notes that their writers have shared and that are not signed by both sides yet: they wait for the experts who may sign until
 * those have signed the text as it stands, for the city's officers until these have signed it and replied.
 */
async function visitNotesThatWait(member: Member): Promise<string[]> {
  // A role ended, a network closed: then there is nothing to be done any more.
  if (!can(member, "write-visit-note")) return [];
  const notes = await database().read.document.findMany({
    where: {
      AND: [
        visibleWorkingTexts(member),
        { kind: "visit-note", visibility: { not: "private" }, sealedAt: null, archivedAt: null },
      ],
    },
    select: {
      id: true,
      partnershipId: true,
      createdById: true,
      revision: true,
      facts: true,
      signOffs: { select: { side: true, revision: true, personId: true } },
      statements: { where: { kind: "reply" }, select: { id: true }, take: 1 },
    },
  });
  return notes
    .filter(({ partnershipId, createdById, revision, facts, signOffs, statements }) => {
      const current = signOffs.filter((one) => one.revision === revision);
      const hasSigned = (side: string) => current.some((one) => one.side === side);
      // Whoever has signed for the one side does not sign for the other: that waits for somebody else.
      const isDone = current.some(({ personId }) => personId === member.personId);
      const stated = factsIn("visit-note", facts);
      const experts = stated.kind === "visit-note" ? stated.experts : [];
      const sides = sidesOf(member, { partnershipId, createdById, experts });
      if (sides.some((side) => !hasSigned(side)) && !isDone) return true;
      return sides.includes("city") && statements.length === 0;
    })
    .map(({ id }) => id);
}

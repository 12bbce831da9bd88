// What is open on somebody's desk in a city: found when they hand over, in the transaction that does it.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import type { Member } from "../access/member";
import { whoWaits } from "../comments/waiting.server";
import { stateOf } from "../documents/document";
import type { HeldMembership } from "../networks/membership-rows.server";
import type { OpenThing } from "./handover";

/** More remarks than this nobody leaves behind. */
const mostRemarks = 200;

/** Which of the partner's documents are the person's to look after: theirs by name, or begun by them and nobody's since. */
export function lookedAfterBy(member: Member, personId: string, partnershipId: string) {
  return {
    networkId: member.network.id,
    partnershipId,
    trashedAt: null,
    visibility: { not: "private" },
    OR: [{ responsibleId: personId }, { responsibleId: null, createdById: personId }],
  };
}

/** The leaver's open texts of this partner, the remarks that wait for them, and the invitations they sent that are still open. */
export async function openThingsOf(
  transaction: Transaction,
  member: Member,
  { personId, role, partnershipId }: HeldMembership & { partnershipId: string },
): Promise<OpenThing[]> {
  const documents = await transaction.document.findMany({
    where: lookedAfterBy(member, personId, partnershipId),
    select: { id: true, title: true, revision: true, publishedRevision: true, sealedAt: true },
    orderBy: { createdAt: "asc" },
  });
  const own = new Set(documents.map(({ id }) => id));
  const leaver: Member = {
    ...member,
    personId,
    roles: [{ role, partnershipId }],
    named: new Map(),
    nextEnd: null,
  };
  const waiting = (await whoWaits(leaver, mostRemarks)).filter(
    ({ isReply, documentId }) => isReply || own.has(documentId),
  );
  const invitations = await transaction.invitation.findMany({
    where: {
      networkId: member.network.id,
      invitedById: personId,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: now() },
    },
    select: { id: true, name: true, email: true, partnerships: true },
    orderBy: { createdAt: "asc" },
  });
  return [
    ...documents.flatMap(({ id, title, ...revisions }): OpenThing[] => {
      const state = stateOf(revisions);
      if (state === "published" || state === "signed") return [];
      return [{ kind: state === "draft" ? "draft" : "unpublished-changes", id, title, documentId: id }];
    }),
    ...waiting.map(({ commentId, documentId, title }): OpenThing => ({
      kind: "comment",
      id: commentId,
      title,
      documentId,
    })),
    ...invitations
      .filter(({ partnerships }) => Array.isArray(partnerships) && partnerships.includes(partnershipId))
      .map(({ id, name, email }): OpenThing => ({ kind: "invitation", id, title: name || email })),
  ];
}

// The floor under every list: which documents and remarks a member may know of. Every query of theirs goes through here.
import type { Prisma } from "~/platform/generated/client";
import { reachOf, type Member } from "./member";
import type { Ability } from "./role";

/** Documents of which the member may read the working text, the published text, or both. */
export function visibleDocuments(member: Member): Prisma.DocumentWhereInput {
  return {
    networkId: member.network.id,
    OR: [
      ofReach(member, "read-working-text"),
      { publishedVisibility: { not: null }, ...ofReach(member, "read-published") },
    ],
  };
}

/** Remarks on those documents: one made on a working text only where the member may read that. */
export function visibleComments(member: Member): Prisma.CommentWhereInput {
  return {
    networkId: member.network.id,
    OR: [
      { document: { networkId: member.network.id, ...ofReach(member, "read-working-text") } },
      {
        madeOn: "published",
        document: {
          networkId: member.network.id,
          publishedVisibility: { not: null },
          ...ofReach(member, "read-published"),
        },
      },
    ],
  };
}

/** What happened to those documents: of a working text only where the member may read that. */
export function visibleActivities(member: Member): Prisma.ActivityWhereInput {
  return {
    networkId: member.network.id,
    OR: [
      { reach: "network" },
      { reach: { in: ["working", "published"] }, document: ofReach(member, "read-working-text") },
      {
        reach: "published",
        document: { publishedVisibility: { not: null }, ...ofReach(member, "read-published") },
      },
    ],
  };
}

function ofReach(member: Member, ability: Ability): { partnershipId?: { in: string[] } } {
  const reached = reachOf(member, ability);
  return reached.everywhere ? {} : { partnershipId: { in: reached.partnershipIds } };
}

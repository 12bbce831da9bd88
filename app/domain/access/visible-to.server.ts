// The floor under every list: which documents and remarks a member may know of. Every query of theirs goes through here.
import type { Prisma } from "~/platform/generated/client";
import { can, reachOf, type Member } from "./member";
import type { Ability } from "./role";

/** Documents of which the member may read the working text, the published text, or both: visibility first, role second. */
export function visibleDocuments(member: Member): Prisma.DocumentWhereInput {
  return {
    networkId: member.network.id,
    OR: [
      ofReach(member, "read-working-text"),
      { visibility: "local-group", ...ofReach(member, "read-group-text") },
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
        document: {
          networkId: member.network.id,
          visibility: "local-group",
          ...ofReach(member, "read-group-text"),
        },
      },
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

/** What happened that the member may know of: to documents and remarks as they may read them, else as far as its reach says. */
export function visibleActivities(member: Member): Prisma.ActivityWhereInput {
  const byRow: Prisma.ActivityWhereInput[] = [
    { reach: "network" },
    ...(can(member, "manage-members") || can(member, "export-activity") ? [{ reach: "managers" }] : []),
    { reach: "finance", ...ofReach(member, "see-finance") },
    { reach: { in: ["working", "group", "published"] }, ...ofReach(member, "read-working-text") },
  ];
  const byDocument: Array<{ row: Prisma.ActivityWhereInput; document: Prisma.DocumentWhereInput }> = [
    {
      row: { reach: "published", ...ofReach(member, "read-published") },
      document: { publishedVisibility: { not: null } },
    },
    ...(readsGroupTextsOnly(member)
      ? [
          {
            row: { reach: { in: ["group", "published"] }, ...ofReach(member, "read-group-text") },
            document: { visibility: "local-group" },
          },
        ]
      : []),
  ];
  return {
    networkId: member.network.id,
    // What the row itself says comes first: only for what may then be visible is its document looked at.
    AND: [{ OR: [...byRow, ...byDocument.map(({ row }) => row)] }],
    OR: [...byRow, ...byDocument.map(({ row, document }) => ({ ...row, document }))],
  };
}

/** Whether there is a city of which the member reads what is shared with its local groups, and not all of its working texts. */
function readsGroupTextsOnly(member: Member): boolean {
  const [working, group] = [reachOf(member, "read-working-text"), reachOf(member, "read-group-text")];
  if (working.everywhere) return false;
  return group.everywhere || group.partnershipIds.some((id) => !working.partnershipIds.includes(id));
}

function ofReach(member: Member, ability: Ability): { partnershipId?: { in: string[] } } {
  const reached = reachOf(member, ability);
  return reached.everywhere ? {} : { partnershipId: { in: reached.partnershipIds } };
}

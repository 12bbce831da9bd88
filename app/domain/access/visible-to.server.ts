// The floor under every list: which documents and remarks a member may know of. Every query of theirs goes through here.
import type { Prisma } from "~/platform/generated/client";
import { can, reachOf, type Member } from "./member";
import type { Ability } from "./role";

/** Documents of which the member may read the working text, the published text, or both: visibility first, role second. */
export function visibleDocuments(member: Member): Prisma.DocumentWhereInput {
  return {
    networkId: member.network.id,
    trashedAt: null,
    OR: [...workingTexts(member), ...publishedTexts(member)],
  };
}

/** Documents of which the member may read the working text. */
export function visibleWorkingTexts(member: Member): Prisma.DocumentWhereInput {
  return { networkId: member.network.id, trashedAt: null, OR: workingTexts(member) };
}

/** Documents of which the member may read the published text. */
export function visiblePublishedTexts(member: Member): Prisma.DocumentWhereInput {
  return { networkId: member.network.id, trashedAt: null, OR: publishedTexts(member) };
}

/** Documents of which the member may read the published text and not the working one. */
export function visiblePublishedTextsAlone(member: Member): Prisma.DocumentWhereInput {
  return {
    networkId: member.network.id,
    trashedAt: null,
    OR: publishedTexts(member),
    NOT: { OR: workingTexts(member) },
  };
}

/**
 * Remarks on those documents: one made on a working text only where the member may read that, one for experts alone only where they
 * read those, or wrote it themselves. access/remarks.ts says the same of one remark.
 */
export function visibleComments(member: Member): Prisma.CommentWhereInput {
  const floor = { networkId: member.network.id, trashedAt: null };
  return {
    networkId: member.network.id,
    OR: [
      { document: { ...floor, OR: workingTexts(member) } },
      { madeOn: "published", document: { ...floor, OR: publishedTexts(member) } },
    ],
    ...(reachOf(member, "read-expert-remarks").everywhere ? {} : { AND: [notForExperts(member)] }),
  };
}

/** Tasks of those texts: what is agreed in a draft alone only those know who may read it. */
export function visibleTasks(member: Member): Prisma.TaskWhereInput {
  return {
    OR: [
      { workingPlace: { not: null }, document: visibleWorkingTexts(member) },
      { publishedPlace: { not: null }, document: visiblePublishedTextsAlone(member) },
    ],
  };
}

/** Remarks for experts alone only in the cities where the member reads those, but for their own. */
function notForExperts(member: Member): Prisma.CommentWhereInput {
  const partners = ofReach(member, "read-expert-remarks");
  return { OR: [{ readers: "all" }, { authorId: member.personId }, { document: partners }] };
}

function workingTexts(member: Member): Prisma.DocumentWhereInput[] {
  return [
    ...namedOn(member),
    { visibility: { not: "private" }, ...ofReach(member, "read-working-text") },
    { visibility: { in: [...sharedWithGroup] }, ...ofReach(member, "read-group-text") },
    { visibility: "network", ...ofReach(member, "read-open-text") },
  ];
}

function publishedTexts(member: Member): Prisma.DocumentWhereInput[] {
  return [
    ...namedOn(member).map((named) => ({ ...named, publishedVisibility: { not: null } })),
    { publishedVisibility: { not: null }, ...ofReach(member, "read-published") },
    { publishedVisibility: "public", ...ofReach(member, "see-network") },
  ];
}

function namedOn(member: Member): Array<{ id: { in: string[] } }> {
  return member.named.size > 0 ? [{ id: { in: [...member.named.keys()] } }] : [];
}

const sharedWithGroup = ["local-group", "network"] as const;

/** What happened that the member may know of: to documents and remarks as they may read them, else as far as its reach says. */
export function visibleActivities(member: Member): Prisma.ActivityWhereInput {
  const onTexts = ["open", "group", "working", "published"];
  const byRow: Prisma.ActivityWhereInput[] = [
    { reach: "network" },
    ...(can(member, "manage-members") || can(member, "export-activity") ? [{ reach: "managers" }] : []),
    { reach: "finance", ...ofReach(member, "see-finance") },
    { reach: "deliverables", ...ofReach(member, "see-deliverables") },
    // A private text never becomes one again: what reaches the city's writers does so as long as they are its writers.
    { reach: { in: onTexts }, ...ofReach(member, "read-working-text") },
    ...namedOn(member).map(({ id }) => ({ reach: { in: ["named", ...onTexts] }, documentId: id })),
  ];
  const byDocument: Array<{ row: Prisma.ActivityWhereInput; document: Prisma.DocumentWhereInput }> = [
    {
      row: { reach: "published", ...ofReach(member, "read-published") },
      document: { publishedVisibility: { not: null } },
    },
    ...(reachOf(member, "read-published").everywhere
      ? []
      : [
          {
            row: { reach: "published", ...ofReach(member, "see-network") },
            document: { publishedVisibility: "public" },
          },
        ]),
    ...(readsMore(member, "read-group-text")
      ? [
          {
            row: { reach: { in: ["open", "group", "published"] }, ...ofReach(member, "read-group-text") },
            document: { visibility: { in: [...sharedWithGroup] } },
          },
        ]
      : []),
    ...(readsMore(member, "read-open-text")
      ? [
          {
            row: { reach: { in: ["open", "published"] }, ...ofReach(member, "read-open-text") },
            document: { visibility: "network" },
          },
        ]
      : []),
    ...toExperts(member),
  ];
  return {
    networkId: member.network.id,
    // What the row itself says comes first: only for what may then be visible is its document looked at.
    AND: [{ OR: [...byRow, ...byDocument.map(({ row }) => row)] }],
    OR: [...byRow, ...byDocument.map(({ row, document }) => ({ ...row, document }))],
  };
}

/** What happened to remarks for experts alone: they read them and the text, or did it themselves. */
function toExperts(member: Member) {
  const partners = ofReach(member, "read-expert-remarks");
  const among = reachOf(member, "read-expert-remarks").everywhere
    ? {}
    : { OR: [{ personId: member.personId }, partners] };
  return [
    { row: { reach: "experts-working", ...among }, document: { OR: workingTexts(member) } },
    {
      row: { reach: "experts-published", ...among },
      document: { OR: [...workingTexts(member), ...publishedTexts(member)] },
    },
  ];
}

/** Whether there is a city where the member has this ability and does not read all working texts anyway. */
function readsMore(member: Member, ability: Ability): boolean {
  const [working, more] = [reachOf(member, "read-working-text"), reachOf(member, ability)];
  if (working.everywhere) return false;
  return more.everywhere || more.partnershipIds.some((id) => !working.partnershipIds.includes(id));
}

function ofReach(member: Member, ability: Ability): { partnershipId?: { in: string[] } } {
  const reached = reachOf(member, ability);
  return reached.everywhere ? {} : { partnershipId: { in: reached.partnershipIds } };
}

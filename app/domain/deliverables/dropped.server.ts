// Since when a deliverable is no longer asked for, and by whom: from the record of what happened.
import { database } from "~/platform/db.server";
import { can, type Member } from "../access/member";

export interface Dropped {
  at: Date;
  /** Null where the record does not name anybody. */
  by: string | null;
  /** The member may ask for it again. */
  mayAskAgain: boolean;
}

/** Null of what is asked for. The deliverable is one that the member has read. */
export async function readDropped(
  member: Member,
  { id, droppedAt }: { id: string; droppedAt: Date | null },
): Promise<Dropped | null> {
  if (droppedAt === null) return null;
  const row = await database().read.activity.findFirst({
    where: { networkId: member.network.id, kind: "deliverable-dropped", subjectId: id },
    select: { person: { select: { name: true } } },
    orderBy: { position: "desc" },
  });
  const mayAskAgain = can(member, "manage-deliverables");
  return { at: droppedAt, by: row?.person?.name ?? null, mayAskAgain };
}

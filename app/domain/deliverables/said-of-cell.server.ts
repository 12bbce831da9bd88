// What was set for one partner's deliverable besides its steps: a due day of its own, and whether it applies to the city, as the record says.
import { database } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import type { ActivityKind } from "../activity/activity";
import type { CellKey } from "./one-cell.server";

const kinds = [
  "deliverable-due-set",
  "deliverable-not-applicable",
  "deliverable-applicable",
] as const satisfies readonly ActivityKind[];

export interface SaidOfCell {
  id: string;
  kind: (typeof kinds)[number];
  by: { id: string; name: string } | null;
  at: Date;
  /** Why it does not apply; empty where that is not what was said. */
  reason: string;
  /** The due day that was set; null: the common one counts again. */
  dueOn: string | null;
}

/** The first one first. Refuses whoever does not see how this partner's deliverables stand. */
export async function readSaidOfCell(member: Member, key: CellKey): Promise<SaidOfCell[]> {
  const { deliverableId: subjectId, partnershipId } = key;
  demand(member, "see-deliverables", partnershipId);
  const rows = await database().read.activity.findMany({
    where: { networkId: member.network.id, partnershipId, kind: { in: [...kinds] }, subjectId },
    select: { id: true, kind: true, after: true, at: true, person: { select: { id: true, name: true } } },
    orderBy: [{ at: "asc" }, { position: "asc" }],
  });
  return rows.flatMap(({ id, kind: name, after, at, person: by }) => {
    const kind = kinds.find((known) => known === name);
    const { reason = "", dueOn = null } = (after ?? {}) as { reason?: string; dueOn?: string | null };
    return kind ? [{ id, kind, by, at, reason, dueOn }] : [];
  });
}

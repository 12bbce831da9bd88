// What notices of a morning remind of and is still to be done: deliverables first, then tasks.
import type { Member } from "../access/member";
import { remindedDeliverables, type NoticeLine } from "./deliverable-lines.server";
import { remindedTasks } from "./near-tasks.server";

/** By notice; none of one that has nothing left to remind of. */
export async function standingReminders(
  member: Member,
  notices: ReadonlyArray<{ id: string; kind: string }>,
): Promise<ReadonlyMap<string, NoticeLine[]>> {
  const ids = notices.flatMap(({ id, kind }) => (kind === "reminder" ? [id] : []));
  const [deliverables, tasks] = await Promise.all([
    remindedDeliverables(member, ids),
    remindedTasks(member, ids),
  ]);
  return new Map(
    [...new Set([...deliverables.keys(), ...tasks.keys()])].map((id) => [
      id,
      [...(deliverables.get(id) ?? []), ...(tasks.get(id) ?? [])],
    ]),
  );
}

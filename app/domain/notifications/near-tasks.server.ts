// Tasks of which their people are to be told in the morning, and what a notice that tells of them says.
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import type { Member } from "../access/member";
import { membershipsOf, memberOf } from "../access/members.server";
import { visibleTasks } from "../access/visible-to.server";
import { cityName, placesOf } from "../networks/places.server";
import { ownTasks } from "../tasks/tasks.server";
import type { NoticeLine } from "./deliverable-lines.server";
import { addresseeOf } from "./mail-choice.server";
import { nearnessOf, type Nearness } from "./nearness";

/** "given": its day is far off; that one has it is told all the same. */
export interface NearTask {
  taskId: string;
  day: string;
  nearness: Nearness | "given";
}

const toDo = {
  isDone: false,
  document: { archivedAt: null, trashedAt: null },
} satisfies Prisma.TaskWhereInput;

/** Networks in which there is any. */
export const withTasksToDo: Prisma.NetworkWhereInput = {
  documents: { some: { archivedAt: null, trashedAt: null, tasks: { some: { isDone: false } } } },
};

/** By person, what they have to do, as they themselves see it now. What is past for long is no news. */
export async function nearTasks({
  networkId,
  slug,
}: {
  networkId: string;
  slug: string;
}): Promise<Map<string, NearTask[]>> {
  const given = await database().read.task.findMany({
    where: { ...toDo, document: { ...toDo.document, networkId } },
    select: { assigneeId: true },
    distinct: ["assigneeId"],
  });
  const found = new Map<string, NearTask[]>();
  for (const { assigneeId } of given) {
    const person = await addresseeOf(assigneeId);
    const memberships = await membershipsOf(assigneeId);
    if (!person || memberships.every(({ network }) => network.id !== networkId)) continue;
    const tasks = await ownTasks(await memberOf(person, slug));
    found.set(
      assigneeId,
      tasks.flatMap(({ id: taskId, day, days }): NearTask[] => {
        const nearness = nearnessOf(days) ?? (days > 0 ? ("given" as const) : null);
        return nearness ? [{ taskId, day, nearness }] : [];
      }),
    );
  }
  return found;
}

/** By notice, the tasks of which it tells and that are the member's to do still, by their days. */
export async function remindedTasks(
  member: Member,
  noticeIds: readonly string[],
): Promise<ReadonlyMap<string, NoticeLine[]>> {
  const lines = new Map<string, NoticeLine[]>();
  if (noticeIds.length === 0) return lines;
  const rows = await database().read.taskReminder.findMany({
    where: {
      noticeId: { in: [...noticeIds] },
      task: { AND: [visibleTasks(member), { ...toDo, assigneeId: member.personId }] },
    },
    select: {
      noticeId: true,
      task: { select: { words: true, day: true, document: { select: { partnershipId: true } } } },
    },
    orderBy: [{ task: { day: "asc" } }, { taskId: "asc" }],
  });
  const places = rows.length === 0 ? new Map() : await placesOf(member.network.id);
  for (const { noticeId, task } of rows) {
    const city = cityName(places.get(task.document.partnershipId), member.language);
    const line = { title: task.words, city, day: task.day, isTask: true };
    if (noticeId) lines.set(noticeId, [...(lines.get(noticeId) ?? []), line]);
  }
  return lines;
}

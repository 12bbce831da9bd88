// The tasks that a member may know of: what visit notes and minutes agree on, with somebody and a day.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { can, demand, type Member } from "../access/member";
import { mayTick } from "../access/tasks";
import { visiblePublishedTexts, visibleTasks } from "../access/visible-to.server";
import { dayOf, daysAhead, daysBetween } from "../networks/calendar-day";
import { cityName, placesOf } from "../networks/places.server";
import { assigneesIn } from "./assignees.server";
import type { TaskFilter } from "./task-filter";

export interface TaskView {
  id: string;
  words: string;
  /** Until when, and days from today in Brussels until then, negative where it is past. */
  day: string;
  days: number;
  isDone: boolean;
  /** Who ticked it by its box, and when; null where nobody did, or it was done by writing. */
  ticked: { by: string; at: Date } | null;
  assignee: { id: string; name: string; colour: number; isMe: boolean };
  /** The assignee may not read the text: it is nobody's task until they may. */
  isUnread: boolean;
  /** The city of the assignee or, where they have none, that of the document. */
  partnershipId: string;
  city: string;
  document: { id: string; title: string; language: string };
  /** In which of its texts the member reads it, as of which revision, and which of that text's boxes it is. */
  text: "working" | "published";
  revision: number;
  place: number;
  mayTick: boolean;
}

/** Rows of one list. */
const most = 500;

export interface Tasks {
  rows: TaskView[];
  /** Of those in this state: one's own, and all. */
  counts: { mine: number; all: number };
}

/** Open or done ones, one's own or everybody's; the earliest day first, of done ones the latest. What is archived is left out. */
export async function listTasks(member: Member, { list, isDone }: TaskFilter): Promise<Tasks> {
  demand(member, "see-network");
  const inState: Prisma.TaskWhereInput = {
    AND: [visibleTasks(member), { isDone, document: { archivedAt: null } }],
  };
  const mine = { AND: [inState, { assigneeId: member.personId }] };
  const { read } = database();
  const [rows, ownCount, allCount] = await Promise.all([
    tasksWhere(member, list === "mine" ? mine : inState, { day: isDone ? "desc" : "asc" }),
    read.task.count({ where: mine }),
    read.task.count({ where: inState }),
  ]);
  return { rows, counts: { mine: ownCount, all: allCount } };
}

/** What the member still has to do, the earliest day first; nothing in a network that is closed. */
export async function ownTasks(member: Member): Promise<TaskView[]> {
  demand(member, "see-network");
  return can(member, "do-tasks") ? tasksGivenTo(member, { isDone: false }) : [];
}

/** Those of them that are late or have their day soon, at most so many. */
export async function ownTasksAhead(member: Member, atMost: number): Promise<TaskView[]> {
  return (await ownTasks(member)).filter(({ days }) => days <= daysAhead).slice(0, atMost);
}

/** What was given to the member, done or not, the earliest day first; of archived texts nothing. */
export async function tasksGivenTo(
  member: Member,
  besides: Pick<Prisma.TaskWhereInput, "isDone"> = {},
): Promise<TaskView[]> {
  demand(member, "see-network");
  const given = { ...besides, assigneeId: member.personId, document: { archivedAt: null } };
  return tasksWhere(member, { AND: [visibleTasks(member), given] }, { day: "asc" });
}

/** Those of one text of the document as the member reads it, in the order of their boxes. Others than its readers get none. */
export async function tasksOfText(
  member: Member,
  documentId: string,
  text: "working" | "published",
): Promise<TaskView[]> {
  demand(member, "see-network");
  const place = text === "working" ? "workingPlace" : "publishedPlace";
  const where = { AND: [{ documentId, [place]: { not: null } }, readableIn(member, text)] };
  return tasksWhere(member, where, { [place]: "asc" }, text);
}

/** Whoever reads both texts may look at the published one, too. */
function readableIn(member: Member, text: "working" | "published"): Prisma.TaskWhereInput {
  return text === "working" ? visibleTasks(member) : { document: visiblePublishedTexts(member) };
}

async function tasksWhere(
  member: Member,
  where: Prisma.TaskWhereInput,
  order: Prisma.TaskOrderByWithRelationInput,
  text?: "working" | "published",
): Promise<TaskView[]> {
  const [rows, places] = await Promise.all([
    database().read.task.findMany({
      where,
      select: {
        id: true,
        words: true,
        day: true,
        isDone: true,
        tickedAt: true,
        workingPlace: true,
        publishedPlace: true,
        tickedBy: { select: { name: true } },
        assignee: { select: { id: true, name: true, colour: true } },
        document: {
          select: {
            ...sharedDocument,
            kind: true,
            title: true,
            language: true,
            revision: true,
            publishedTitle: true,
            publishedLanguage: true,
            publishedRevision: true,
          },
        },
      },
      orderBy: [order, { documentId: "asc" }, { workingPlace: "asc" }, { id: "asc" }],
      take: most,
    }),
    placesOf(member.network.id),
  ]);
  if (rows.length === 0) return [];
  const assignees = await assigneesIn(
    member,
    rows.map(({ assignee }) => assignee.id),
  );
  const today = dayOf(now());
  return rows.map(({ document, assignee, tickedBy, tickedAt, ...row }): TaskView => {
    const isOwnText = readsWorkingText(member, document);
    const of = text ?? (isOwnText ? "working" : "published");
    const read = assignees.textOf(assignee.id, document);
    const isUnread = read === null || (read === "published" && row.publishedPlace === null);
    const partnershipId = assignees.partnerOf(assignee.id) ?? document.partnershipId;
    return {
      id: row.id,
      words: row.words,
      day: row.day,
      days: daysBetween(today, row.day),
      isDone: row.isDone,
      ticked: row.isDone && tickedBy && tickedAt ? { by: tickedBy.name, at: tickedAt } : null,
      assignee: { ...assignee, isMe: assignee.id === member.personId },
      isUnread,
      partnershipId,
      city: cityName(places.get(partnershipId), member.language),
      document: {
        id: document.id,
        title: (of === "working" ? document.title : document.publishedTitle) ?? "",
        language: (of === "working" ? null : document.publishedLanguage) ?? document.language,
      },
      text: of,
      revision: (of === "working" ? document.revision : document.publishedRevision) ?? 0,
      place: (of === "working" ? row.workingPlace : row.publishedPlace) ?? 0,
      // Whoever reads the draft goes by that: what it agrees on no more is nobody's there.
      mayTick: (!isOwnText || row.workingPlace !== null) && mayTick(member, assignee.id, document),
    };
  });
}

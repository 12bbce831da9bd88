// Somebody's week across their networks: what is due, what waits for them, and what changed in the last seven days.
import { now } from "~/platform/clock";
import { can, type Member } from "../access/member";
import { assignedTo, type AssignedView } from "../comments/assigned.server";
import { whoWaits, type WaitingView } from "../comments/waiting.server";
import { readMyDesk, type DeskItem } from "../deliverables/my-desk.server";
import { whatChanged } from "../documents/what-changed.server";
import { dayAfter, daysAhead, dayOf } from "../networks/calendar-day";
import { whatIsDue, type DueView } from "../networks/due.server";
import type { FeedRow } from "../networks/feed.server";
import { ownTasks, type TaskView } from "../tasks/tasks.server";

export interface InNetwork {
  network: { slug: string; name: string };
}

/** Something with a day, or that one was asked to see to without one. */
export type DueItem = InNetwork & { day: string | null; days: number | null } & (
    | { kind: "deliverable"; item: DeskItem }
    | { kind: "remark"; item: AssignedView }
    | { kind: "task"; item: TaskView }
    | { kind: "date"; item: DueView }
  );

/** Something that goes on only after this person's word or step. */
export type WaitingItem = InNetwork & { since: Date | null } & (
    { kind: "deliverable"; item: DeskItem } | { kind: "remark"; item: WaitingView }
  );

export interface MyWeek {
  /** Over in Brussels. */
  late: DueItem[];
  /** Until Sunday. */
  thisWeek: DueItem[];
  /** In the four weeks after. */
  soon: DueItem[];
  undated: DueItem[];
  waiting: WaitingItem[];
  changed: Array<InNetwork & { row: FeedRow }>;
}

/** Rows of each list. */
const most = 60;
const mostChanges = 20;

/** What each of these memberships brings, the earliest day, the longest waiting and the latest change first. */
export async function readMyWeek(members: readonly Member[]): Promise<MyWeek> {
  const at = now();
  const today = dayOf(at);
  const sunday = dayAfter(today, (7 - weekdayOf(today)) % 7);
  const parts = await Promise.all(members.map((member) => inNetwork(member, at)));
  const due = parts
    .flatMap((part) => part.due)
    .filter(({ days }) => days === null || days <= daysAhead)
    .sort((one, other) => (one.day ?? "9").localeCompare(other.day ?? "9"));
  const dated = due.filter(({ day }) => day !== null);
  return {
    late: dated.filter(({ day }) => (day ?? "") < today).slice(0, most),
    thisWeek: dated.filter(({ day }) => day !== null && day >= today && day <= sunday).slice(0, most),
    soon: dated.filter(({ day }) => day !== null && day > sunday).slice(0, most),
    undated: due.filter(({ day }) => day === null).slice(0, most),
    waiting: parts
      .flatMap((part) => part.waiting)
      .sort((one, other) => (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0))
      .slice(0, most),
    changed: parts
      .flatMap((part) => part.changed)
      .sort((one, other) => other.row.at.getTime() - one.row.at.getTime())
      .slice(0, mostChanges),
  };
}

async function inNetwork(member: Member, at: Date) {
  const network = { slug: member.network.slug, name: member.network.name };
  const [desk, assigned, tasks, dates, remarks, rows] = await Promise.all([
    readMyDesk(member),
    assignedTo(member, most),
    ownTasks(member),
    whatIsDue(member),
    whoWaits(member),
    whatChanged(member, mostChanges),
  ]);
  const weekAgo = at.getTime() - 7 * 86_400_000;
  const due: DueItem[] = [
    ...desk
      .filter(({ turn }) => turn === "hand-in")
      .map((item) => ({ network, kind: "deliverable" as const, item, day: item.day, days: item.days })),
    ...assigned.map((item) => ({ network, kind: "remark" as const, item, day: item.day, days: item.days })),
    ...tasks.map((item) => ({ network, kind: "task" as const, item, day: item.day, days: item.days })),
    // That a network ended long ago is said on its own pages; that a phase should have begun is for whoever says when it did.
    ...dates
      .filter(({ kind, days }) => kind !== "network-ended" && (days >= 0 || can(member, "manage-network")))
      .map((item) => ({ network, kind: "date" as const, item, day: item.day, days: item.days })),
  ];
  const waiting: WaitingItem[] = [
    ...desk
      .filter(({ turn }) => turn !== "hand-in")
      .map((item) => ({ network, kind: "deliverable" as const, item, since: item.since })),
    ...remarks.map((item) => ({ network, kind: "remark" as const, item, since: item.at })),
  ];
  const changed = rows
    .filter((row) => row.at.getTime() >= weekAgo && row.by?.id !== member.personId)
    .map((row) => ({ network, row }));
  return { due, waiting, changed };
}

/** 1 is Monday, 7 Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

// Reminds of the days of deliverables and of tasks, and tells that one has a task: in the morning of its person, once a day for all of a
// network. A deadline is the end of its day in Brussels, so nearness is counted in days there.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/once";
import { dayOf, daysBetween, beginningOf } from "../networks/calendar-day";
import { handInDay } from "../deliverables/deliverable";
import { readMatrix, type CellView } from "../deliverables/matrix.server";
import { holdersOf, cityPeopleIn } from "../deliverables/people-of.server";
import { memberOf } from "../access/members.server";
import type { Member } from "../access/member";
import { nextHour } from "../networks/reader-days";
import { nearnessOf, type Nearness } from "./nearness";
import { addresseeOf, type Addressee } from "./mail-choice.server";
import { nearTasks, withTasksToDo, type NearTask } from "./near-tasks.server";
import { mailBy, morningHour } from "./mail-times.server";
import { tellPeople } from "./telling.server";

/** The instant from which somebody may be reminded of what is near on this day in Brussels: the first morning of theirs in it. */
export function reminderHour(day: string, timeZone: string): Date {
  return nextHour(new Date(beginningOf(day).getTime() - 1), morningHour, timeZone);
}

/** A day of a partner's deliverable of which somebody is to be reminded. */
interface Near {
  deliverableId: string;
  partnershipId: string;
  day: string;
  nearness: Nearness;
}

/** Sees once to everybody in whose morning something is near or past. */
export async function remindOfDays(): Promise<void> {
  const networks = await database().read.network.findMany({
    where: { state: "open", OR: [{ deliverables: { some: { droppedAt: null } } }, withTasksToDo] },
    select: { id: true, slug: true },
  });
  for (const network of networks) await remindIn(network);
}

/** Morning comes somewhere at every quarter of an hour, nowhere in between: not asked oftener, and once when a process begins. */
export async function remindByQuarters(): Promise<void> {
  const quarter = Math.floor(now().getTime() / 900_000);
  const asked = once("reminders-asked", () => ({ quarter: 0 }));
  if (asked.quarter === quarter) return;
  await remindOfDays();
  asked.quarter = quarter;
}

interface ToRemind {
  days: Near[];
  tasks: NearTask[];
}

async function remindIn({ id: networkId, slug }: { id: string; slug: string }): Promise<void> {
  const today = dayOf(now());
  const byPerson = new Map<string, ToRemind>();
  const of = (personId: string): ToRemind => {
    const known = byPerson.get(personId) ?? { days: [], tasks: [] };
    byPerson.set(personId, known);
    return known;
  };
  const near = await nearDeliverables(networkId, slug, today);
  const peopleOf = near.length === 0 ? () => [] : await cityPeopleIn(networkId);
  for (const one of near) {
    const leads =
      one.nearness === "overdue" ? await holdersOf("manage-deliverables", { networkId, ...one }) : [];
    for (const personId of new Set([...peopleOf(one), ...leads])) of(personId).days.push(one);
  }
  for (const [personId, tasks] of await nearTasks({ networkId, slug })) of(personId).tasks.push(...tasks);
  for (const [personId, toRemind] of byPerson) {
    const person = await addresseeOf(personId);
    if (person && reminderHour(today, person.timeZone) <= now())
      await remind(person, networkId, today, toRemind);
  }
}

async function nearDeliverables(networkId: string, slug: string, today: string): Promise<Near[]> {
  const reader = await someoneWhoSeesAll(networkId, slug);
  if (!reader) return [];
  const { cells } = await readMatrix(reader);
  return cells.flatMap((cell) => nearOf(cell, today) ?? []);
}

/** Days are the same for everybody: they are read as somebody sees them who sees them all. */
async function someoneWhoSeesAll(networkId: string, slug: string): Promise<Member | null> {
  const [someone] = await holdersOf("see-deliverables", { networkId, partnershipId: "" });
  const person = someone === undefined ? null : await addresseeOf(someone);
  return person && memberOf(person, slug);
}

function nearOf(cell: CellView, today: string): Near | null {
  const { state, deliverableId, partnershipId } = cell;
  const day = state === "not-applicable" ? null : handInDay({ ...cell, state });
  const nearness = day === null ? null : nearnessOf(daysBetween(today, day));
  return day !== null && nearness !== null ? { deliverableId, partnershipId, day, nearness } : null;
}

/** One notice of the day for all that they were not reminded of yet; nothing where they were reminded today. */
async function remind(
  person: Addressee,
  networkId: string,
  today: string,
  { days, tasks }: ToRemind,
): Promise<void> {
  const at = now();
  const { id: personId } = person;
  const activityId = `reminder ${networkId} ${today}`;
  const isTold = await database().write(async (transaction) => {
    const told = await transaction.notice.count({ where: { personId, activityId } });
    if (told > 0) return false;
    const known = await transaction.reminder.findMany({
      where: { personId, deliverableId: { in: days.map(({ deliverableId }) => deliverableId) } },
    });
    const said = new Set(known.map(keyOf));
    const anew = days.filter((one) => !said.has(keyOf(one)));
    const knownTasks = await transaction.taskReminder.findMany({
      where: { personId, taskId: { in: tasks.map(({ taskId }) => taskId) } },
    });
    const anewTasks = tasks.filter(({ taskId, day, nearness }) => {
      const told = knownTasks.filter((one) => one.taskId === taskId);
      // That one has it is told once, by whatever tells of it first.
      return nearness === "given"
        ? told.length === 0
        : told.every((one) => one.day !== day || one.nearness !== nearness);
    });
    if (anew.length + anewTasks.length === 0) return false;
    const id = newId();
    await transaction.notice.create({
      data: {
        id,
        personId,
        networkId,
        kind: "reminder",
        activityId,
        at,
        mailBy: mailBy("reminder", at, person.times),
      },
    });
    await transaction.reminder.createMany({ data: anew.map((one) => ({ ...one, personId, noticeId: id })) });
    await transaction.taskReminder.createMany({
      data: anewTasks.map((one) => ({ ...one, personId, noticeId: id })),
    });
    return true;
  });
  if (isTold) tellPeople([personId]);
}

function keyOf(of: { deliverableId: string; partnershipId: string; day: string; nearness: string }): string {
  return [of.deliverableId, of.partnershipId, of.day, of.nearness].join(" ");
}

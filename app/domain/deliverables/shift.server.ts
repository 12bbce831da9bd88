// What a change of days would move, before anybody makes it: every due day of every city, and the people concerned. Writes nothing.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { dayOf } from "../networks/calendar-day";
import { endBefore, lastExtension } from "../networks/phase-ends.server";
import type { ChangePhase } from "../networks/phase-orders";
import { mergedPhase } from "../networks/phases.server";
import { mergedInto } from "../merging";
import { invalid, notFound } from "../refusal";
import { isFinished, type DeliverableState } from "./deliverable";
import type { ChangeDeliverable } from "./deliverable-orders";
import { followsItself, type DueRule } from "./due-day";
import { movedDays, type AskedTurn } from "./moved-days";
import { demandOn, type CellKey } from "./one-cell.server";
import type { OwedRow } from "./owed-row.server";
import { readOwedRows, type OwedRows } from "./owed-rows.server";
import { cityPeopleIn } from "./people-of.server";

/** A due day that would move, for these cities; null: there is none. */
export interface MovedDay {
  deliverableId: string;
  title: string;
  before: string | null;
  after: string | null;
  /** It would no longer be asked for, or again; null: only its day would be another. */
  turn: AskedTurn | null;
  cities: string[];
}

export interface Shift {
  /** In the order of the deliverables; cities whose days move alike stand together. */
  moved: MovedDay[];
  /** Who would be told: of each city whoever sees to what moves, or all its officers where nobody does; by name. */
  people: Array<{ id: string; name: string }>;
}

/** What putting off the last day of a phase would move. Refuses as putting it off does. */
export async function previewExtension(
  member: Member,
  { phaseId, to }: { phaseId: string; to: string },
): Promise<Shift> {
  demand(member, "manage-network");
  const owed = await readOwedRows(member);
  const phase = owed.phases.find(({ id }) => id === phaseId);
  if (!phase) throw notFound();
  endBefore(phase, to);
  const phases = owed.phases.map((one) => (one.id === phaseId ? { ...one, extendedTo: to } : one));
  return shiftBetween(member, owed, { ...owed, phases });
}

/** What taking back the last extension of a phase would move. Refuses as taking it back does. */
export async function previewTakingBack(member: Member, id: string): Promise<Shift> {
  demand(member, "manage-network");
  const { read } = database();
  const extension = await lastExtension(read, member, id);
  const owed = await readOwedRows(member);
  if (!extension) return shiftBetween(member, owed, owed);
  // Then the one before it stands again, where there is one.
  const before = await read.phaseExtension.findFirst({
    where: { phaseId: extension.phaseId, takenBackAt: null, id: { not: id } },
    orderBy: { madeAt: "desc" },
    select: { to: true },
  });
  const extendedTo = before?.to ?? null;
  const phases = owed.phases.map((one) => (one.id === extension.phaseId ? { ...one, extendedTo } : one));
  return shiftBetween(member, owed, { ...owed, phases });
}

/** What other dates of a phase would move. Refuses as changing them does. */
export async function previewPhaseChange(
  member: Member,
  { id, found, ...asked }: ChangePhase,
): Promise<Shift> {
  demand(member, "manage-network");
  const owed = await readOwedRows(member);
  const now = owed.phases.find((phase) => phase.id === id);
  if (!now) throw notFound();
  const { phaseName: _, ...days } = mergedPhase(asked, found, now);
  const phases = owed.phases.map((phase) => (phase.id === id ? { ...phase, ...days } : phase));
  return shiftBetween(member, owed, { ...owed, phases });
}

/** What a due day of its own for one partner, or none (null), would move. Refuses as setting it does. */
export async function previewDue(member: Member, key: CellKey, dueOn: string | null): Promise<Shift> {
  await demandOn(member, "manage-deliverables", key);
  const owed = await readOwedRows(member);
  const isIt = (row: { deliverableId: string; partnershipId: string }) =>
    row.deliverableId === key.deliverableId && row.partnershipId === key.partnershipId;
  if (!owed.deliverables.some(({ id }) => id === key.deliverableId)) throw notFound();
  const rows = owed.rows.some(isIt)
    ? owed.rows.map((row) => (isIt(row) ? { ...row, dueOn } : row))
    : [...owed.rows, { ...untouched, ...key, dueOn }];
  return shiftBetween(member, owed, { ...owed, rows });
}

/** A partner's deliverable of which nothing was said yet. */
const untouched: Omit<OwedRow, "deliverableId" | "partnershipId" | "dueOn"> = {
  ...{ state: "not-started", since: null, until: null, hasWord: false, notApplicable: null },
  ...{ documentId: null, document: null, responsible: null, handedIn: null },
};

/** What another rule for a due day would move. Refuses as changing the deliverable does. */
export async function previewChange(member: Member, id: string, order: ChangeDeliverable): Promise<Shift> {
  demand(member, "manage-deliverables");
  const owed = await readOwedRows(member);
  const rule = owed.rules.find((one) => one.id === id);
  if (!rule) throw notFound();
  const ruleIn = ({ anchor, months, fixedOn, phaseId, afterId }: Omit<DueRule, "id">) => ({
    ...{ anchor, months, fixedOn, phaseId, afterId },
  });
  const changed: DueRule = {
    id,
    ...mergedInto(ruleIn(order), order.found && ruleIn(order.found), ruleIn(rule)),
  };
  const { afterId } = changed;
  if (afterId === id || followsItself(owed.rules, id, afterId))
    throw invalid("afterId", "deliverables:wrong.circle");
  const rules = owed.rules.map((one) => (one.id === id ? changed : one));
  return shiftBetween(member, owed, { ...owed, rules });
}

/** What it would mean to ask for it no longer. Refuses as dropping it does; of what is dropped already nothing moves. */
export async function previewDrop(member: Member, id: string): Promise<Shift> {
  return previewTurn(member, id, true);
}

/** What it would mean to ask for it again. Refuses as asking for it again does; of what is asked for already nothing moves. */
export async function previewAskAgain(member: Member, id: string): Promise<Shift> {
  return previewTurn(member, id, false);
}

async function previewTurn(member: Member, id: string, isDropped: boolean): Promise<Shift> {
  demand(member, "manage-deliverables");
  const owed = await readOwedRows(member);
  const asked = [...owed.deliverables, ...owed.dropped];
  if (!asked.some((one) => one.id === id)) throw notFound();
  const isAsked = (one: { id: string; droppedAt: Date | null }) =>
    one.id === id ? !isDropped : one.droppedAt === null;
  return shiftBetween(member, owed, { ...owed, deliverables: asked.filter(isAsked) });
}

async function shiftBetween(member: Member, was: OwedRows, is: OwedRows): Promise<Shift> {
  const moved = new Map<string, MovedDay>();
  const concerned = new Set<string>();
  const peopleOfCell = await cityPeopleIn(member.network.id);
  for (const { deliverable, partner, row, before, after, turn } of movedDays(was, is, dayOf(now()))) {
    const { id: deliverableId, title, goesToProgramme } = deliverable;
    const key = [deliverableId, before, after].join(" ");
    const known = moved.get(key);
    if (known) known.cities.push(partner.city);
    else moved.set(key, { deliverableId, title, before, after, turn, cities: [partner.city] });
    // What a city has finished concerns it no more: nobody there is told.
    const state = (row?.state ?? "not-started") as DeliverableState;
    if (isFinished({ state, goesToProgramme })) continue;
    for (const id of peopleOfCell({ deliverableId, partnershipId: partner.id })) concerned.add(id);
  }
  const people = await database().read.person.findMany({
    where: { id: { in: [...concerned] } },
    select: { id: true, name: true },
  });
  const byName = new Intl.Collator(member.language);
  return {
    moved: [...moved.values()],
    people: people.sort((one, other) => byName.compare(one.name, other.name)),
  };
}

// The phases of a network: planned and actual dates, in their order.
import { now as present } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import type { ActivityKind } from "../activity/activity";
import { mergedInto } from "../merging";
import { conflict, invalid, notFound } from "../refusal";
import { dayOf, isInOrder } from "./calendar-day";
import { nothingMoves, type Moving } from "./moving.server";
import { phaseInForm } from "./phase";
import { phaseDays, withExtension } from "./phase-ends.server";
import type { AddPhase, ChangePhase, MovePhase } from "./phase-orders";

export interface PhaseView {
  id: string;
  name: string;
  plannedStart: string | null;
  plannedEnd: string | null;
  actualStart: string | null;
  actualEnd: string | null;
}

/** As it is listed, with the last day to which it was put off; null: it was not. */
export interface ListedPhase extends PhaseView {
  extendedTo: string | null;
}

const shown = {
  id: true,
  name: true,
  plannedStart: true,
  plannedEnd: true,
  actualStart: true,
  actualEnd: true,
} as const;

/** The phases of the member's network in their order. */
export async function listPhases(member: Member): Promise<ListedPhase[]> {
  demand(member, "see-network");
  const phases = await database().read.phase.findMany({
    where: { networkId: member.network.id },
    select: { ...shown, ...phaseDays },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return phases.map(withExtension);
}

/** Adds a phase after the last one. Refuses `invalid` an actual day that is still to come. */
export async function addPhase(
  member: Member,
  { phaseName: name, ...dates }: AddPhase,
): Promise<{ id: string }> {
  demand(member, "manage-network");
  happenedBy(dates);
  const id = newId();
  await change(async (transaction, record) => {
    const position = (await transaction.phase.count({ where: { networkId: member.network.id } })) + 1;
    await transaction.phase.create({
      data: { id, networkId: member.network.id, position, name, ...dates },
    });
    await record(happened(member, "phase-added", id, { after: { title: name, ...dates } }));
  });
  return { id };
}

/**
 * Changes a phase's name and dates; answers by what it is undone, null where nothing changed. Refuses `not-found` one of another network,
 * and `invalid` what somebody else has changed since the form found it, days that with theirs stand in no order, and an actual day that is
 * still to come.
 */
export async function changePhase(
  member: Member,
  { id, found, ...asked }: ChangePhase,
  moving: Moving = nothingMoves,
): Promise<Undoable> {
  demand(member, "manage-network");
  return change(async (transaction, record) => {
    const { id: _, ...before } = await phaseOf(transaction, member, id);
    const { phaseName: name, ...dates } = mergedPhase(asked, found, before);
    const after = { name, ...dates };
    if (isSame(before, after)) return { undo: null };
    const activityId = newId();
    const moved = await moving(transaction, () => transaction.phase.update({ where: { id }, data: after }));
    const said = { before, after: { ...after, title: name, ...moved } };
    await record({ ...happened(member, "phase-changed", id, said), id: activityId });
    return { undo: activityId };
  });
}

type PhaseAsked = Omit<ChangePhase, "id" | "found">;

/** What a form asks for over how the phase stands by now. Refuses as changing it does. */
export function mergedPhase(
  asked: PhaseAsked,
  found: PhaseAsked | undefined,
  now: Omit<PhaseView, "id">,
): PhaseAsked {
  const merged = mergedInto(asked, found, phaseInForm(now));
  if (!isInOrder(merged.plannedStart, merged.plannedEnd)) throw invalid("plannedEnd", "endBeforeStart");
  if (!isInOrder(merged.actualStart, merged.actualEnd)) throw invalid("actualEnd", "endBeforeStart");
  happenedBy(merged, now);
  return merged;
}

/** What happened in fact has happened by today in Brussels; what stood there before is left as it is. */
function happenedBy(
  days: Pick<PhaseView, "actualStart" | "actualEnd">,
  before?: Pick<PhaseView, "actualStart" | "actualEnd">,
): void {
  const today = dayOf(present());
  for (const field of ["actualStart", "actualEnd"] as const) {
    const day = days[field];
    if (day !== null && day > today && day !== before?.[field]) throw invalid(field, "stillToCome");
  }
}

/** By what a change is undone. */
export interface Undoable {
  undo: string | null;
}

/**
 * Gives a phase the name and the dates that it had before this change. Refuses `not-found` a change of another network, and `conflict`
 * where the phase is another by now.
 */
export async function undoPhaseChange(
  member: Member,
  activityId: string,
  moving: Moving = nothingMoves,
): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const made = await transaction.activity.findFirst({
      where: { id: activityId, networkId: member.network.id, kind: "phase-changed" },
      select: { subjectId: true, before: true, after: true },
    });
    if (!made) throw notFound();
    const [was, became] = [made.before, made.after] as Array<Omit<PhaseView, "id">>;
    const { id, ...before } = await phaseOf(transaction, member, made.subjectId);
    if (!was || !became || !isSame(before, became)) throw conflict();
    const { name, plannedStart, plannedEnd, actualStart, actualEnd } = was;
    const after = { name, plannedStart, plannedEnd, actualStart, actualEnd };
    const moved = await moving(transaction, () => transaction.phase.update({ where: { id }, data: after }));
    const said = { before, after: { ...after, title: name, ...moved, undoes: activityId } };
    await record(happened(member, "phase-changed", id, said));
  });
}

function isSame(one: Omit<PhaseView, "id">, other: Omit<PhaseView, "id">): boolean {
  const keys = ["name", "plannedStart", "plannedEnd", "actualStart", "actualEnd"] as const;
  return keys.every((key) => one[key] === other[key]);
}

/** Moves a phase one place earlier (-1) or later (1); at the end of the row nothing happens. */
export async function movePhase(member: Member, { id, by }: MovePhase): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const phase = await phaseOf(transaction, member, id);
    const phases = await inOrder(transaction, member);
    const from = phases.findIndex((other) => other.id === id);
    const other = phases[from + by];
    if (!other) return;
    phases[from] = other;
    phases[from + by] = { id };
    await number(transaction, phases);
    await record(
      happened(member, "phase-moved", id, { after: { title: phase.name, position: from + by + 1 } }),
    );
  });
}

/** Removes a phase; the later ones move up. Refuses `not-found` one of another network. */
export async function removePhase(member: Member, id: string, moving: Moving = nothingMoves): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const { id: _, ...before } = await phaseOf(transaction, member, id);
    const moved = await moving(transaction, () => transaction.phase.delete({ where: { id } }));
    await number(transaction, await inOrder(transaction, member));
    await record(happened(member, "phase-removed", id, { before, after: { title: before.name, ...moved } }));
  });
}

async function phaseOf(transaction: Transaction, member: Member, id: string): Promise<PhaseView> {
  const phase = await transaction.phase.findFirst({
    where: { id, networkId: member.network.id },
    select: shown,
  });
  if (!phase) throw notFound();
  return phase;
}

function inOrder(transaction: Transaction, member: Member): Promise<Array<{ id: string }>> {
  return transaction.phase.findMany({
    where: { networkId: member.network.id },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

async function number(transaction: Transaction, phases: Array<{ id: string }>): Promise<void> {
  for (const [index, { id }] of phases.entries())
    await transaction.phase.update({ where: { id }, data: { position: index + 1 } });
}

function happened(
  member: Member,
  kind: ActivityKind,
  subjectId: string,
  said: { before?: Record<string, string | null>; after: Prisma.InputJsonObject },
) {
  const networkId = member.network.id;
  const audience = [{ room: "network" as const, networkId }];
  return { kind, personId: member.personId, networkId, subjectId, ...said, audience };
}

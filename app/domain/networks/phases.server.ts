// The phases of a network: planned and actual dates, in their order.
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import type { ActivityKind } from "../activity/activity";
import { notFound } from "../refusal";
import type { AddPhase, ChangePhase, MovePhase } from "./phase-orders";

export interface PhaseView {
  id: string;
  name: string;
  plannedStart: string | null;
  plannedEnd: string | null;
  actualStart: string | null;
  actualEnd: string | null;
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
export async function listPhases(member: Member): Promise<PhaseView[]> {
  demand(member, "see-network");
  return database().read.phase.findMany({
    where: { networkId: member.network.id },
    select: shown,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** Adds a phase after the last one. */
export async function addPhase(
  member: Member,
  { phaseName: name, ...dates }: AddPhase,
): Promise<{ id: string }> {
  demand(member, "manage-network");
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

/** Changes a phase's name and dates. Refuses `not-found` one of another network. */
export async function changePhase(
  member: Member,
  { id, phaseName: name, ...dates }: ChangePhase,
): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const { id: _, ...before } = await phaseOf(transaction, member, id);
    const after = { name, ...dates };
    const keys = Object.keys(after) as Array<keyof typeof after>;
    if (keys.every((key) => before[key] === after[key])) return;
    await transaction.phase.update({ where: { id }, data: after });
    await record(happened(member, "phase-changed", id, { before, after: { ...after, title: name } }));
  });
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
export async function removePhase(member: Member, id: string): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const { id: _, ...before } = await phaseOf(transaction, member, id);
    await transaction.phase.delete({ where: { id } });
    await number(transaction, await inOrder(transaction, member));
    await record(happened(member, "phase-removed", id, { before, after: { title: before.name } }));
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
  said: { before?: Record<string, string | null>; after: Record<string, string | number | null> },
) {
  const networkId = member.network.id;
  const audience = [{ room: "network" as const, networkId }];
  return { kind, personId: member.personId, networkId, subjectId, ...said, audience };
}

// The gate of a phase: what has to be there before it is over, and who said that it is.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { invalid, notFound } from "../refusal";
import type { AddGateItem, TickGateItem } from "./gate-orders";
import { aboutPhase } from "./phase-ends.server";

/** Items that a gate may have. */
export const gateLimit = 50;

/** Adds an item at the end of a phase's gate. Refuses `not-found` a phase of another network, and `invalid` where there are too many. */
export async function addGateItem(member: Member, { id, phaseId, item }: AddGateItem): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const phase = await transaction.phase.findFirst({
      where: { id: phaseId, networkId: member.network.id },
      select: { name: true, gate: { select: { id: true, position: true } } },
    });
    if (!phase) throw notFound();
    if (phase.gate.some((known) => known.id === id)) return;
    if (phase.gate.length >= gateLimit) throw invalid("item", "tooMany", { limit: gateLimit });
    const position = Math.max(0, ...phase.gate.map((known) => known.position)) + 1;
    await transaction.gateItem.create({ data: { id, phaseId, position, text: item } });
    await record({
      ...aboutPhase(member, phaseId),
      kind: "phase-gate-added",
      after: { title: item, phase: phase.name },
    });
  });
}

/** Says of an item that it is there, or that it is not. What is said already changes nothing. */
export async function tickGateItem(member: Member, { id, isDone }: TickGateItem): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const { phaseId, phase, text, doneAt } = await itemOf(transaction, member, id);
    if ((doneAt !== null) === isDone) return;
    await transaction.gateItem.update({
      where: { id },
      data: isDone ? { doneAt: now(), doneById: member.personId } : { doneAt: null, doneById: null },
    });
    await record({
      ...aboutPhase(member, phaseId),
      kind: isDone ? "phase-gate-done" : "phase-gate-undone",
      after: { title: text, phase: phase.name },
    });
  });
}

/** Takes an item out of the gate. Refuses `not-found` one of another network. */
export async function removeGateItem(member: Member, id: string): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const { phaseId, phase, text, doneAt } = await itemOf(transaction, member, id);
    await transaction.gateItem.delete({ where: { id } });
    await record({
      ...aboutPhase(member, phaseId),
      kind: "phase-gate-removed",
      before: { text, doneAt: doneAt?.toISOString() ?? null },
      after: { title: text, phase: phase.name },
    });
  });
}

async function itemOf(transaction: Transaction, member: Member, id: string) {
  const item = await transaction.gateItem.findFirst({
    where: { id, phase: { networkId: member.network.id } },
    select: { phaseId: true, text: true, doneAt: true, phase: { select: { name: true } } },
  });
  if (!item) throw notFound();
  return item;
}

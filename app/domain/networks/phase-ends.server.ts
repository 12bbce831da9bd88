// Putting off a phase's last day, with a reason; what was put off is never forgotten, also when it is taken back.
import { now } from "~/platform/clock";
import type { Reader } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { invalid, notFound } from "../refusal";
import type { ExtendPhase } from "./gate-orders";
import { nothingMoves, type Moving } from "./moving.server";
import { endOf, type PhaseDays } from "./phase";

/** What is read of a phase to tell its days; `withExtension` makes them of it. */
export const phaseDays = {
  plannedStart: true,
  plannedEnd: true,
  actualStart: true,
  actualEnd: true,
  extensions: {
    where: { takenBackAt: null },
    orderBy: { madeAt: "desc" },
    take: 1,
    select: { to: true },
  },
} as const;

type Read = Omit<PhaseDays, "extendedTo"> & { extensions: Array<{ to: string }> };

export function withExtension<Phase extends Read>({ extensions, ...phase }: Phase) {
  return { ...phase, extendedTo: extensions[0]?.to ?? null };
}

/**
 * Puts off the last day of a phase. Refuses `not-found` one of another network, and `invalid` a phase that is over or has no end yet,
 * and a day that is not later than its end.
 */
export async function extendPhase(
  member: Member,
  { id, phaseId, to, reason }: ExtendPhase,
  moving: Moving = nothingMoves,
): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const { name, ...phase } = await phaseOf(transaction, member, phaseId);
    const known = await transaction.phaseExtension.findFirst({ where: { id } });
    if (known) return;
    const from = endBefore(phase, to);
    const madeAt = now();
    const moved = await moving(transaction, () =>
      transaction.phaseExtension.create({
        data: { id, phaseId, from, to, reason, madeById: member.personId, madeAt },
      }),
    );
    await record({
      ...aboutPhase(member, phaseId),
      kind: "phase-extended",
      before: { to: from },
      after: { title: name, to, reason, ...moved },
    });
  });
}

/** The end that a new last day puts off. Refuses `invalid` as `extendPhase` does. */
export function endBefore(phase: PhaseDays, to: string): string {
  const from = endOf(phase);
  if (phase.actualEnd !== null) throw invalid("to", "phases:wrong.over");
  if (from === null) throw invalid("to", "phases:wrong.noEnd");
  if (to <= from) throw invalid("to", "phases:wrong.notLater");
  return from;
}

/**
 * Takes the last extension of a phase back; its row stays with who did it. Refuses `not-found` one of another network, and `invalid` one
 * after which the phase was put off again or came to its end.
 */
export async function takeBackExtension(
  member: Member,
  id: string,
  moving: Moving = nothingMoves,
): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const extension = await lastExtension(transaction, member, id);
    if (!extension) return;
    const { phaseId, name, from, to } = extension;
    const moved = await moving(transaction, () =>
      transaction.phaseExtension.update({
        where: { id },
        data: { takenBackAt: now(), takenBackById: member.personId },
      }),
    );
    await record({
      ...aboutPhase(member, phaseId),
      kind: "phase-extension-taken-back",
      before: { to },
      after: { title: name, to: from, ...moved },
    });
  });
}

/** An extension that may be taken back, null where it was already. Refuses as taking it back does. */
export async function lastExtension(read: Reader, member: Member, id: string) {
  const extension = await read.phaseExtension.findFirst({
    where: { id, phase: { networkId: member.network.id } },
    select: { phaseId: true, from: true, to: true, takenBackAt: true },
  });
  if (!extension) throw notFound();
  const { takenBackAt, ...rest } = extension;
  if (takenBackAt) return null;
  const { name, ...phase } = await phaseOf(read, member, rest.phaseId);
  if (phase.actualEnd !== null) throw invalid("form", "phases:wrong.over");
  if (phase.extendedTo !== rest.to) throw invalid("form", "phases:wrong.notLast");
  return { ...rest, name };
}

async function phaseOf(read: Reader, member: Member, id: string) {
  const phase = await read.phase.findFirst({
    where: { id, networkId: member.network.id },
    select: { name: true, ...phaseDays },
  });
  if (!phase) throw notFound();
  return withExtension(phase);
}

/** Who did something with a phase of which network, and who hears of it. */
export function aboutPhase(member: Member, phaseId: string) {
  const networkId = member.network.id;
  return {
    personId: member.personId,
    networkId,
    subjectId: phaseId,
    audience: [{ room: "network" as const, networkId }],
  };
}

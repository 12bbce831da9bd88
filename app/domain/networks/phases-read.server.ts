// The phases of a network as everybody in it reads them: baseline, what was put off and why, what happened, and their gates.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { can, demand, type Member } from "../access/member";
import { dayOf } from "./calendar-day";
import { daysApart, endOf, phaseState, startOf, type PhaseDays, type PhaseState } from "./phase";

interface Who {
  id: string;
  name: string;
}

export interface ExtensionView {
  id: string;
  from: string;
  to: string;
  reason: string;
  by: Who;
  at: Date;
  takenBack: { by: Who | null; at: Date } | null;
  /** The one that stands, and may be taken back. */
  isLast: boolean;
}

export interface PhaseRead extends PhaseDays {
  id: string;
  name: string;
  start: string | null;
  end: string | null;
  state: PhaseState;
  /**
   * Days between the end of the phase before and its beginning, negative where they overlap; null where there is none, or where either
   * is not known.
   */
  daysAfterPrevious: number | null;
  /** In the order in which they were made. */
  extensions: ExtensionView[];
  gate: Array<{ id: string; text: string; done: { by: Who | null; at: Date } | null }>;
  /** Its end is known, and not reached. */
  mayExtend: boolean;
}

export interface PhasesRead {
  phases: PhaseRead[];
  mayManage: boolean;
}

/** The phases of the member's network in their order. */
export async function readPhases(member: Member): Promise<PhasesRead> {
  demand(member, "see-network");
  const who = { select: { id: true, name: true } } as const;
  const rows = await database().read.phase.findMany({
    where: { networkId: member.network.id },
    select: {
      id: true,
      name: true,
      plannedStart: true,
      plannedEnd: true,
      actualStart: true,
      actualEnd: true,
      extensions: {
        select: {
          id: true,
          from: true,
          to: true,
          reason: true,
          madeBy: who,
          madeAt: true,
          takenBackBy: who,
          takenBackAt: true,
        },
        orderBy: [{ madeAt: "asc" }, { id: "asc" }],
      },
      gate: {
        select: { id: true, text: true, doneBy: who, doneAt: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const mayManage = can(member, "manage-network");
  const today = dayOf(now());
  const days = rows.map(({ extensions, ...row }): PhaseDays => {
    return { ...row, extendedTo: extensions.findLast(({ takenBackAt }) => !takenBackAt)?.to ?? null };
  });
  const phases = rows.map((row, at): PhaseRead => {
    const { id, name, plannedStart, plannedEnd, actualStart, actualEnd, extensions, gate } = row;
    const extendedTo = days[at]?.extendedTo ?? null;
    const phase = { plannedStart, plannedEnd, actualStart, actualEnd, extendedTo };
    const before = days[at - 1];
    const last = extensions.findLast(({ takenBackAt }) => !takenBackAt)?.id;
    return {
      ...{ id, name, ...phase, start: startOf(phase), end: endOf(phase) },
      state: phaseState(phase, today),
      daysAfterPrevious: before ? daysApart(before, phase) : null,
      extensions: extensions.map(({ madeBy: by, madeAt: made, takenBackBy, takenBackAt, ...extension }) => ({
        ...{ ...extension, by, at: made, isLast: extension.id === last },
        takenBack: takenBackAt && { by: takenBackBy, at: takenBackAt },
      })),
      gate: gate.map(({ doneBy, doneAt, ...item }) => ({
        ...item,
        done: doneAt && { by: doneBy, at: doneAt },
      })),
      mayExtend: mayManage && actualEnd === null && endOf(phase) !== null,
    };
  });
  return { phases, mayManage };
}

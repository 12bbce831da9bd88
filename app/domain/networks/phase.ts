// What the days of a phase say: its baseline, its end as it was put off, and what came of both. Days are "YYYY-MM-DD", in Brussels.
import { daysBetween } from "./calendar-day";

export interface PhaseDays {
  /** The baseline. */
  plannedStart: string | null;
  plannedEnd: string | null;
  /** What happened. */
  actualStart: string | null;
  actualEnd: string | null;
  /** The last day to which it was put off and which still stands; null: none. */
  extendedTo: string | null;
}

/** A phase as its form has it. */
export function phaseInForm(phase: Omit<PhaseDays, "extendedTo"> & { name: string }) {
  const { name, plannedStart, plannedEnd, actualStart, actualEnd } = phase;
  return { phaseName: name, plannedStart, plannedEnd, actualStart, actualEnd };
}

/** The day on which it began, or is to begin. */
export const startOf = ({ actualStart, plannedStart }: PhaseDays): string | null =>
  actualStart ?? plannedStart;

/** Its last day: the actual one, else the one to which it was put off, else the baseline. */
export const endOf = ({ actualEnd, extendedTo, plannedEnd }: PhaseDays): string | null =>
  actualEnd ?? extendedTo ?? plannedEnd;

export type PhaseState = "ahead" | "running" | "past-its-end" | "over" | "undated";

/** Where it stands on this day. It is over when its actual end is; until then its last day only passes. */
export function phaseState(phase: PhaseDays, today: string): PhaseState {
  if (phase.actualEnd !== null && phase.actualEnd < today) return "over";
  const [start, end] = [startOf(phase), endOf(phase)];
  if (start === null) return "undated";
  if (start > today) return "ahead";
  return end !== null && end < today ? "past-its-end" : "running";
}

/** Days from the end of one phase to the beginning of the next; null where either is not known. */
export function daysApart(before: PhaseDays, after: PhaseDays): number | null {
  const [end, start] = [endOf(before), startOf(after)];
  return end === null || start === null ? null : daysBetween(end, start);
}

// A network's time as one looks at it: its phases, what is due in them and the meetings known from documents, in the order of their days.
import type { Meeting } from "../documents/meetings.server";
import { daysBetween } from "../networks/calendar-day";
import type { DeliverableState } from "./deliverable";
import type { PhaseSpan } from "./due-day";

export interface TimelinePhase {
  id: string;
  name: string;
  /** The baseline. */
  planned: PhaseSpan;
  /** What happened, or is to happen with what was put off. */
  actual: PhaseSpan;
}

/** A day on which something is due, for the cities of which that day and its baseline are the same. */
export interface TimelineDue {
  deliverableId: string;
  title: string;
  phaseId: string | null;
  phase: string | null;
  /** null: there is none yet. */
  day: string | null;
  /** By the phases' baseline and without the days that cities got of their own; null where that gives none. */
  planned: string | null;
  cities: string[];
  /** Where it is one city's alone. */
  partnershipId: string | null;
  /** How its cities stand, each state once. */
  states: DeliverableState[];
  handedIn: number;
  /** The cities. */
  late: string[];
  atRisk: string[];
}

export interface Timeline {
  today: string;
  phases: TimelinePhase[];
  /** Empty for whoever does not see how deliverables stand. */
  dues: TimelineDue[];
  meetings: Meeting[];
  seesDeliverables: boolean;
}

/** What happens on a day; `key` is one of its own. */
export type TimelineRow = { key: string; day: string | null; planned: string | null } & (
  | { kind: "phase-start" | "phase-end"; phase: TimelinePhase }
  | { kind: "due"; due: TimelineDue }
  | { kind: "meeting"; meeting: Meeting }
);

/** By day, what has none at the end; of one day first what begins, then meetings, what is due, and last what ends. */
export function timelineRows({ phases, dues, meetings }: Timeline): TimelineRow[] {
  const starts = phases.flatMap((phase): TimelineRow[] => {
    const { actual, planned, id } = phase;
    if (actual.start === null) return [];
    return [{ kind: "phase-start", key: `start-${id}`, day: actual.start, planned: planned.start, phase }];
  });
  const ends = phases.flatMap((phase): TimelineRow[] => {
    const { actual, planned, id } = phase;
    if (actual.end === null) return [];
    return [{ kind: "phase-end", key: `end-${id}`, day: actual.end, planned: planned.end, phase }];
  });
  const met = meetings.map((meeting): TimelineRow => {
    return { kind: "meeting", key: meetingKey(meeting), day: meeting.from, planned: null, meeting };
  });
  const due = dues.map((one): TimelineRow => {
    return { kind: "due", key: dueKey(one), day: one.day, planned: one.planned, due: one };
  });
  const never = "~";
  return [...starts, ...met, ...due, ...ends].sort(({ day: one }, { day: other }) =>
    (one ?? never) < (other ?? never) ? -1 : Number((one ?? never) > (other ?? never)),
  );
}

export const meetingKey = ({ kind, documentId }: Meeting): string => `${kind}-${documentId}`;

export const dueKey = ({ deliverableId, day, planned }: TimelineDue): string =>
  ["due", deliverableId, day ?? "none", planned ?? "none"].join("-");

/** By how many days it comes later than planned; negative: earlier; null where one of both is not known. */
export function daysMoved({ day, planned }: Pick<TimelineRow, "day" | "planned">): number | null {
  return day === null || planned === null ? null : daysBetween(planned, day);
}

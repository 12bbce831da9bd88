// A band of a timeline: a phase with what is due in it, or the meetings; its bar, and its marks in lanes with their words beside them.
import type { TimelinePhase } from "~/domain/deliverables/timeline";
import { fitted } from "../map/text-width";
import type { Mark, Speech } from "./marks";
import { inLanes, type PlacedMark } from "./marks-in-lanes";
import { left, right, sizes } from "./sheet";

/** From left to right, or from top to bottom. */
export type Stretch = readonly [number, number];

export interface DrawnMark extends PlacedMark {
  y: number;
}

export interface Band {
  key: string;
  top: number;
  bottom: number;
  name: string;
  note: string;
  bar: {
    y: number;
    planned: Stretch | null;
    actual: Stretch | null;
    /** The part of it by which it was put off. */
    extension: Stretch | null;
  } | null;
  marks: DrawnMark[];
}

const lane = 22;
/** So far below a band's top its name reaches: no line stands there. */
export const named = 28;
/** Above its bar, of the bar, below its marks. */
const [head, bar, foot] = [30, 24, 12];

export interface Unplaced {
  key: string;
  name: string;
  note: string;
  phase?: TimelinePhase;
  marks: Mark[];
  top: number;
}

/** With its top where it is to begin; `place` says where a day stands. */
export function placeBand(
  { key, name, note, phase, marks, top }: Unplaced,
  place: (day: string) => number,
  speech: Speech,
): Band {
  const drawnBar = phase ? barOf(phase, place, top + head) : null;
  const firstLane = top + head + (drawnBar ? bar : 0) + lane / 2 - 2;
  const { lanes, placed } = inLanes(marks, place, speech);
  return {
    ...{ key, top, name: fitted(name, sizes.name, 460), note, bar: drawnBar },
    bottom: top + head + (drawnBar ? bar : 0) + lanes * lane + foot,
    marks: placed.map(({ mark, lane: at }) => ({ ...mark, y: firstLane + at * lane })),
  };
}

function barOf({ planned, actual }: TimelinePhase, place: (day: string) => number, y: number): Band["bar"] {
  // What has no beginning, or no end, reaches to the sheet's edge.
  const stretch = (start: string | null, end: string | null): Stretch | null =>
    start === null && end === null
      ? null
      : [start === null ? left : place(start), end === null ? right : place(end)];
  const put = { planned: stretch(planned.start, planned.end), actual: stretch(actual.start, actual.end) };
  if (!put.planned && !put.actual) return null;
  const isPutOff = planned.end !== null && actual.end !== null && actual.end > planned.end;
  const begun = put.actual?.[0] ?? left;
  const extension: Stretch | null =
    isPutOff && put.actual ? [Math.max(begun, place(planned.end ?? "")), put.actual[1]] : null;
  return { y, ...put, extension };
}

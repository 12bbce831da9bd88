// A network's timeline in figures: where each phase, mark and word stands on the sheet. Made on the server, the same for everybody who
// reads that language.
import type { Timeline, TimelineDue, TimelinePhase } from "~/domain/deliverables/timeline";
import { dayAfter, daysBetween } from "~/domain/networks/calendar-day";
import { axisOf, type Axis } from "./axis";
import { placeBand, type Band, type Stretch, type Unplaced } from "./bands";
import { legendOf, type LegendEntry } from "./legend";
import { lineAt } from "./line-of-today";
import { dueMarks, meetingMarks, type Mark, type Speech } from "./marks";
import { left, right, sizes, tenth, width } from "./sheet";
import { isShown, spanOf, type Span } from "./span";

export interface TimelineDrawing extends Axis {
  title: string;
  about: string;
  width: number;
  height: number;
  /** Where the years are written, and where the bands begin and end. */
  axis: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** The parts of its line from top to bottom: it stops at names and words. */
  today: { x: number; words: string; y: number; line: Stretch[] } | null;
  bands: Band[];
  legend: LegendEntry[];
  /** Today comes after what is drawn. */
  isOver: boolean;
  /** How many due days and meetings lie too far away to be drawn. */
  notDrawn: number;
}

interface Drawn extends Speech {
  /** Of the network. */
  name: string;
  /** The address of its pages. */
  home: string;
  language: string;
}

/** Null where no day is known. Whoever draws it shares its figures: nobody changes them. */
export function drawTimeline(timeline: Timeline, drawn: Drawn): TimelineDrawing | null {
  const shown = spanOf(timeline);
  if (!shown) return null;
  const { t, format } = drawn;
  const { span, hasToday, left: notDrawn } = shown;
  const place = placeIn(span);
  const axis = 16;
  // Below the years and months stands "Today", and under that its line begins.
  const top = hasToday ? 60 : 42;
  const bands: Band[] = [];
  let bottom = top;
  const add = (band: Omit<Unplaced, "top">) => {
    const placed = placeBand({ ...band, top: bottom }, place, drawn);
    bottom = placed.bottom;
    bands.push(placed);
  };
  // In the order of their days, which is the order in which keys go through them.
  const drawnOf = (marks: Mark[]) =>
    marks.filter((mark) => isIn(mark, span)).sort((one, other) => daysBetween(other.from, one.from));
  const owed = (dues: TimelineDue[]) => drawnOf(dueMarks(dues, drawn.home, drawn));
  for (const phase of timeline.phases) {
    const marks = owed(timeline.dues.filter(({ phaseId }) => phaseId === phase.id));
    add({ key: phase.id, name: phase.name, note: noteOf(phase, drawn), phase, marks });
  }
  const ofNone = owed(timeline.dues.filter(({ phase }) => phase === null));
  if (ofNone.length > 0)
    add({ key: "none", name: t("deliverables:matrix.noPhase"), note: "", marks: ofNone });
  const met = drawnOf(meetingMarks(timeline.meetings, drawn.home, drawn));
  if (met.length > 0) add({ key: "meetings", name: t("timeline:meetings"), note: "", marks: met });
  const legend = legendOf(bands, { left, right, top: bottom + 24 }, drawn.t);
  const today = hasToday
    ? { ...lineAt(place(timeline.today), bands), words: t("timeline:today"), y: 52 }
    : null;
  return {
    title: t("timeline:picture.title", { network: drawn.name }),
    about: t("timeline:picture.about", { period: format.days(span.from, dayAfter(span.to, -1)) }),
    ...{ width, left, right, top, axis, bottom, today, bands, legend, notDrawn },
    isOver: timeline.today >= span.to,
    height: (legend.at(-1)?.y ?? bottom) + 16,
    ...axisOf(span, place, drawn.language, sizes.small),
  };
}

function placeIn({ from, to }: Span): (day: string) => number {
  const days = daysBetween(from, to);
  return (day) => tenth(left + (daysBetween(from, day) / days) * (right - left));
}

const isIn = ({ from, until, planned }: Mark, span: Span) =>
  [from, until, planned ?? from].every((day) => isShown(day, span));

function noteOf({ actual, planned }: TimelinePhase, { t, format }: Speech): string {
  const { start, end } = actual;
  if (start === null && end === null) return t("timeline:phase.undated");
  const days =
    start !== null && end !== null
      ? format.days(start, end)
      : start !== null
        ? t("timeline:phase.from", { day: format.day(start) })
        : t("timeline:phase.until", { day: format.day(end ?? "") });
  const isMoved = planned.end !== null && planned.end !== end;
  return isMoved ? `${days} · ${t("timeline:phase.planned", { day: format.day(planned.end ?? "") })}` : days;
}

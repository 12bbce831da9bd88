// The timeline as a file for a spreadsheet: a line for each day, in the words of who takes it along.
import { daysMoved, timelineRows, type Timeline, type TimelineRow } from "~/domain/deliverables/timeline";
import { stateInWords, whatInWords, type TimelineWords } from "~/domain/deliverables/timeline-in-words";
import type { Format } from "~/i18n/format";
import { csvBegin, csvLine } from "./csv";

const columns = ["day", "until", "what", "phase", "cities", "planned", "difference", "state"] as const;

/** Days as "YYYY-MM-DD", so that a spreadsheet knows them for days; the difference in days, below 0 where it came earlier. */
export async function* timelineFile(
  timeline: Timeline,
  t: TimelineWords,
  format: Pick<Format, "list">,
): AsyncGenerator<string> {
  const lines = timelineRows(timeline).map((row) =>
    csvLine([
      ...[row.day, row.kind === "meeting" ? row.meeting.to : row.day, whatInWords(t, row), phaseOf(row)],
      ...[format.list(citiesOf(row)), row.planned, daysMoved(row)],
      stateInWords(t, format, row).join(" · "),
    ]),
  );
  yield csvBegin + csvLine(columns.map((column) => t(`timeline:table.${column}`))) + lines.join("");
}

function phaseOf(row: TimelineRow): string | null {
  if (row.kind === "due") return row.due.phase;
  return row.kind === "meeting" ? null : row.phase.name;
}

function citiesOf(row: TimelineRow): string[] {
  if (row.kind === "due") return row.due.cities;
  return row.kind === "meeting" ? [row.meeting.city] : [];
}

// How a timeline is said: what happens on a day, how far it moved from its baseline, and how what is due stands.
import type { Meeting } from "../documents/meetings.server";
import { daysMoved, type TimelineDue, type TimelineRow } from "./timeline";
import type { Format } from "~/i18n/format";
import type { Translate } from "~/i18n/keys";

/** The words of the screens, or of a file that is made for somebody; keys come with their namespace. */
export type TimelineWords = Translate<["frame", "timeline", "deliverables"]>;

/** "Phase 2 begins", or the title of what is due or told of. */
export function whatInWords(t: TimelineWords, row: TimelineRow): string {
  switch (row.kind) {
    case "phase-start":
      return t("timeline:phase.start", { phase: row.phase.name });
    case "phase-end":
      return t("timeline:phase.end", { phase: row.phase.name });
    case "due":
      return row.due.title;
    case "meeting":
      if (row.meeting.kind === "next-meeting")
        return t("timeline:meeting.agreedIn", { title: row.meeting.title });
      return row.meeting.title;
  }
}

/** "92 days later"; null where it is not known. */
export function movedInWords(t: TimelineWords, row: Pick<TimelineRow, "day" | "planned">): string | null {
  const days = daysMoved(row);
  if (days === null) return null;
  if (days === 0) return t("timeline:moved.not");
  return days > 0
    ? t("timeline:moved.later", { count: days })
    : t("timeline:moved.earlier", { count: -days });
}

/** What it is, or how it stands: "2 of 5 handed in", "Late: Alytus and Novska", where all are "Late". Phases say nothing. */
export function stateInWords(t: TimelineWords, format: Pick<Format, "list">, row: TimelineRow): string[] {
  if (row.kind === "due") return dueInWords(t, format, row.due);
  return row.kind === "meeting" ? [meetingInWords(t, row.meeting)] : [];
}

export const meetingInWords = (t: TimelineWords, { kind }: Meeting): string => t(`timeline:meeting.${kind}`);

function dueInWords(
  t: TimelineWords,
  { list }: Pick<Format, "list">,
  { states, cities, handedIn, late, atRisk }: TimelineDue,
): string[] {
  const [state] = states;
  // Of all of them no city is named.
  const named = (ofThem: string[], alone: string, said: (cities: string) => string) =>
    ofThem.length === 0 ? [] : [ofThem.length === cities.length ? alone : said(list(ofThem))];
  return [
    state !== undefined && states.length === 1
      ? t(`deliverables:state.${state}`)
      : t("timeline:handedIn", { done: handedIn, all: cities.length }),
    ...named(late, t("deliverables:filter.late"), (cities) => t("timeline:late", { cities })),
    ...named(atRisk, t("deliverables:filter.atRisk"), (cities) => t("timeline:atRisk", { cities })),
  ];
}

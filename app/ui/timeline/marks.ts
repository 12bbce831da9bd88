// What is drawn of a timeline beside its phases: one mark for each due day and meeting, or one for several where there are too many.
import { dueKey, meetingKey, type TimelineDue } from "~/domain/deliverables/timeline";
import {
  movedInWords,
  meetingInWords,
  stateInWords,
  type TimelineWords,
} from "~/domain/deliverables/timeline-in-words";
import type { Meeting } from "~/domain/documents/meetings.server";
import type { Format } from "~/i18n/format";
import { commonTone, dueTone } from "../deliverables/due-tone";
import type { StateTone } from "../state-mark";

export type MarkShape = StateTone | "meeting" | "next-meeting" | "visit";

export interface Mark {
  key: string;
  to: string;
  title: string;
  /** Beside the title, quieter. */
  detail: string;
  /** All else that is said of it, for whoever does not see where it stands. */
  more: string;
  shape: MarkShape;
  from: string;
  /** The last day. */
  until: string;
  /** The baseline, where it moved. */
  planned: string | null;
}

export interface Speech {
  t: TimelineWords;
  format: Format;
}

/** What is said of a mark, beginning with what is seen of it. */
export const aboutMark = ({ title, detail, more }: Pick<Mark, "title" | "detail" | "more">): string =>
  `${detail === "" ? title : `${title} ${detail}`}, ${more}`;

/** Of those that have a day; `home` is the address of the network's pages. */
export function dueMarks(dues: readonly TimelineDue[], home: string, { t, format }: Speech): Mark[] {
  return dues.flatMap((due): Mark[] => {
    const { day, planned, title, cities, handedIn, partnershipId, deliverableId } = due;
    if (day === null) return [];
    const row = { kind: "due" as const, key: dueKey(due), day, planned, due };
    const moved = planned === null || planned === day ? null : movedInWords(t, row);
    const said = [
      due.phase,
      ...(cities.length === 2 ? cities : []),
      t("deliverables:due.on", { day: format.day(day) }),
      moved,
    ];
    return [
      {
        ...{ key: row.key, title, shape: dueTone(due), from: day, until: day },
        to: [`${home}/deliverables/${deliverableId}`, ...(partnershipId ? [partnershipId] : [])].join("/"),
        more: [...said, ...stateInWords(t, format, row)].filter((one) => one !== null).join(", "),
        detail: partnershipId ? (cities[0] ?? "") : `${handedIn}/${cities.length}`,
        planned: moved === null ? null : planned,
      },
    ];
  });
}

export function meetingMarks(meetings: readonly Meeting[], home: string, { t, format }: Speech): Mark[] {
  return meetings.map((meeting) => {
    const { kind, documentId, title, city, from, to } = meeting;
    const is = meetingInWords(t, meeting);
    const days = format.days(from, to);
    // Of the next one only the minutes of the last one are there, and their title is not its own.
    const said =
      kind === "next-meeting"
        ? { title: is, more: [t("timeline:meeting.agreedIn", { title }), days].join(", ") }
        : { title, more: [is, days].join(", ") };
    return {
      ...{ key: meetingKey(meeting), ...said, detail: city, shape: kind },
      ...{ to: `${home}/documents/${documentId}`, from, until: to, planned: null },
    };
  });
}

/** One mark for all of a day, or of a month, that leads to the first of them in the table; what is alone stays as it is. */
export function together(marks: readonly Mark[], by: "day" | "month", { t, format }: Speech): Mark[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = by === "day" ? mark.from : mark.from.slice(0, 7);
    const group = groups.get(key);
    if (group) group.push(mark);
    else groups.set(key, [mark]);
  }
  return [...groups.values()].flatMap((group): Mark[] => {
    const sorted = group.sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
    const [first] = sorted;
    const last = sorted.at(-1);
    if (!first || !last || group.length === 1) return group;
    const title = t("timeline:several", { count: group.length });
    return [
      {
        ...{ key: `several-${first.key}`, to: `#${first.key}`, title, detail: "", planned: null },
        ...{ from: first.from, until: last.from },
        more: format.days(first.from, last.from),
        shape: commonShape(group.map(({ shape }) => shape)),
      },
    ];
  });
}

const isTone = (shape: MarkShape): shape is StateTone =>
  shape !== "meeting" && shape !== "next-meeting" && shape !== "visit";

function commonShape(shapes: MarkShape[]): MarkShape {
  const tones = shapes.filter(isTone);
  if (tones.length > 0) return commonTone(tones);
  const [first = "meeting"] = shapes;
  return shapes.every((shape) => shape === first) ? first : "meeting";
}

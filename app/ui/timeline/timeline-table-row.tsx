// One day of the timeline: what it is, where it leads, how far it moved and how it stands.
/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- its parts are laid out anew
   on phones, where browsers forget what they are unless it is said */
import type { TimelineRow } from "~/domain/deliverables/timeline";
import { movedInWords, stateInWords, whatInWords } from "~/domain/deliverables/timeline-in-words";
import { useT } from "~/i18n/use-t";
import { dueTone } from "../deliverables/due-tone";
import { StateMark } from "../state-mark";
import { useFormat } from "../use-reader";

export function TimelineTableRow({ row, home }: { row: TimelineRow; home: string }) {
  const t = useT("frame", "timeline", "deliverables");
  const format = useFormat();
  const { key, day, planned } = row;
  const moved = movedInWords(t, row);
  return (
    <tr role="row" id={key}>
      <td role="cell" className="timeline-day">
        {day === null
          ? t("timeline:table.noDay")
          : row.kind === "meeting"
            ? format.days(row.meeting.from, row.meeting.to)
            : format.day(day)}
      </td>
      <th role="rowheader" scope="row">
        <a href={addressOf(row, home)} lang={languageOf(row)} className="timeline-what">
          {whatInWords(t, row)}
        </a>
      </th>
      <td role="cell">{row.kind === "due" ? row.due.phase : null}</td>
      <td role="cell">{citiesOf(row, format.list)}</td>
      {/* On phones it is enough that nothing moved. */}
      <td role="cell" className={planned === day ? "timeline-same" : undefined}>
        {planned === null ? null : (
          <>
            <span className="timeline-label">{t("timeline:table.planned")}: </span>
            {format.day(planned)}
          </>
        )}
      </td>
      <td role="cell" className={planned === null || planned === day ? "text-quiet" : undefined}>
        {moved}
      </td>
      <td role="cell">
        <State row={row} />
      </td>
    </tr>
  );
}

function State({ row }: { row: TimelineRow }) {
  const t = useT("frame", "timeline", "deliverables");
  const format = useFormat();
  const words = stateInWords(t, format, row).join(" · ");
  if (row.kind !== "due") return words === "" ? null : <span className="text-quiet">{words}</span>;
  return <StateMark tone={dueTone(row.due)} word={words} />;
}

/** Of a title that stands alone: what is said around one is said in the page's. */
function languageOf(row: TimelineRow): string | undefined {
  return row.kind === "meeting" && row.meeting.kind !== "next-meeting" ? row.meeting.language : undefined;
}

function addressOf(row: TimelineRow, home: string): string {
  switch (row.kind) {
    case "meeting":
      return `${home}/documents/${row.meeting.documentId}`;
    case "due": {
      const { deliverableId, partnershipId } = row.due;
      return [`${home}/deliverables/${deliverableId}`, ...(partnershipId ? [partnershipId] : [])].join("/");
    }
    default:
      return `${home}/phases#phase-${row.phase.id}`;
  }
}

function citiesOf(row: TimelineRow, list: (cities: string[]) => string): string | null {
  if (row.kind === "due") return list(row.due.cities);
  return row.kind === "meeting" ? row.meeting.city : null;
}

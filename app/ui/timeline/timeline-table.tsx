// The timeline day by day, in words: what the picture shows, and what lies too far away for it. On phones a list.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- its parts are laid out anew
   on phones, where browsers forget what they are unless it is said */
import { useParams } from "@remix-run/react";
import { Fragment } from "react";
import { timelineRows, type Timeline } from "~/domain/deliverables/timeline";
import { useT } from "~/i18n/use-t";
import { useFormat } from "../use-reader";
import { TimelineTableRow } from "./timeline-table-row";

interface TimelineTableProps {
  id: string;
  timeline: Timeline;
}

export function TimelineTable({ id, timeline }: TimelineTableProps) {
  const t = useT("timeline");
  const format = useFormat();
  const { network = "" } = useParams();
  const rows = timelineRows(timeline);
  const { today } = timeline;
  const next = rows.find(({ day }) => day !== null && day >= today)?.key;
  const columns = ["day", "what", "phase", "cities", "planned", "moved", "state"] as const;
  return (
    <table id={id} tabIndex={-1} role="table" className="timeline-table">
      <caption>{t("table.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Fragment key={row.key}>
            {row.key === next ? (
              <tr role="row" className="timeline-today">
                <td role="cell" colSpan={columns.length}>
                  {t("todayIs", { day: format.day(today) })}
                </td>
              </tr>
            ) : null}
            <TimelineTableRow row={row} home={`/networks/${network}`} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

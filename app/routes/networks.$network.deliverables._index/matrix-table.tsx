// The matrix itself: deliverables by phase down the side, cities across; on phones each deliverable with its cities below it.
/* eslint-disable jsx-a11y/no-redundant-roles -- its parts are laid out anew on phones, where browsers forget what they are unless it is
   said */
import { Fragment, type KeyboardEvent } from "react";
import type { Matrix } from "~/domain/deliverables/matrix.server";
import { useT } from "~/i18n/use-t";
import { MatrixRow } from "./matrix-row";

type Shown = Pick<Matrix, "deliverables" | "partners" | "cells">;

export function MatrixTable({ matrix: { deliverables, partners, cells } }: { matrix: Shown }) {
  const t = useT("deliverables");
  const cellOf = new Map(cells.map((cell) => [`${cell.deliverableId} ${cell.partnershipId}`, cell]));
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys move between the links in it */}
      <div role="region" aria-label={t("matrix.label")} className="matrix-frame" onKeyDown={moveByKey}>
        <table role="table" className="matrix" aria-describedby="matrix-keys">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t("matrix.deliverable")}
              </th>
              {partners.map(({ id, city, institution }) => (
                <th key={id} role="columnheader" scope="col" title={institution}>
                  {city}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {deliverables.map((deliverable, at) => (
              <Fragment key={deliverable.id}>
                {deliverables[at - 1]?.phaseId === deliverable.phaseId && at > 0 ? null : (
                  <tr role="row" className="matrix-phase">
                    <th role="rowheader" scope="rowgroup" colSpan={partners.length + 1}>
                      <span>{deliverable.phase ?? t("matrix.noPhase")}</span>
                    </th>
                  </tr>
                )}
                <MatrixRow
                  id={deliverable.id}
                  title={deliverable.title}
                  cities={partners.map(({ id, city }) => ({
                    ...{ id, city },
                    cell: cellOf.get(`${deliverable.id} ${id}`),
                  }))}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <p id="matrix-keys" className="matrix-keys">
        {t("matrix.keys")}
      </p>
    </>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** From one cell's link to the next one in that direction that has a link; Tab goes through them as everywhere. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const from = event.target instanceof Element ? event.target.closest("td, th") : null;
  const row = from?.closest("tr");
  const table = from?.closest("table");
  if (!step || !row || !table || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...table.rows];
  let [down, across] = [rows.indexOf(row), [...row.cells].indexOf(from as HTMLTableCellElement)];
  for (;;) {
    [down, across] = [down + step[0], across + step[1]];
    const next = rows[down];
    if (!next || across < 0 || (step[1] !== 0 && across >= next.cells.length)) return;
    const link = next.cells[across]?.querySelector<HTMLElement>("a");
    if (!link) continue;
    event.preventDefault();
    link.focus();
    return;
  }
}

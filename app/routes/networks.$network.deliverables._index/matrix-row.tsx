// One deliverable's row in the matrix: its title, and how each city stands.
/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- its parts are laid out anew on phones, where browsers forget
   what they are unless it is said */
import { Link } from "@remix-run/react";
import { memo } from "react";
import type { Matrix } from "~/domain/deliverables/matrix.server";
import { useT } from "~/i18n/use-t";
import { CellState } from "~/ui/deliverables/cell-state";
import { Icon } from "~/ui/icon";

export interface MatrixRowProps {
  id: string;
  title: string;
  /** In the order of the columns; without a cell where the city does not owe it. */
  cities: Array<{ id: string; city: string; cell: Matrix["cells"][number] | undefined }>;
}

/** Drawn anew only where it says something else: what is read again after a step is the same in all rows but one. */
export const MatrixRow = memo(
  Row,
  (before, after) =>
    before.id === after.id &&
    before.title === after.title &&
    before.cities.length === after.cities.length &&
    before.cities.every((city, at) => isSame(city, after.cities[at])),
);

/** Most of what is drawn again is the very same object; what was read again says mostly the same. */
function isSame(one: MatrixRowProps["cities"][number], other: typeof one | undefined): boolean {
  if (one.id !== other?.id || one.city !== other.city) return false;
  return one.cell === other.cell || JSON.stringify(one.cell) === JSON.stringify(other.cell);
}

function Row({ id, title, cities }: MatrixRowProps) {
  const t = useT("deliverables");
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to={id} prefetch="intent" className="matrix-title">
          {title}
        </Link>
      </th>
      {cities.map(({ id: partnershipId, city, cell }) => {
        if (!cell)
          return (
            <td key={partnershipId} role="cell" className="matrix-not-owed">
              <span className="sr-only">{t("matrix.notOwed")}</span>
            </td>
          );
        return (
          <td key={partnershipId} role="cell">
            <Link to={`${id}/${partnershipId}`} prefetch="intent" className="matrix-cell">
              <span className="matrix-city">{city}</span>
              <CellState cell={cell} />
            </Link>
            {cell.documentId || cell.handedInId ? (
              <Link
                to={
                  cell.documentId
                    ? `../documents/${cell.documentId}`
                    : // Whoever may not read the draft reads what was handed in.
                      `${id}/${partnershipId}/handed-in/${cell.handedInId}`
                }
                prefetch="intent"
                className="matrix-document"
                aria-label={t("matrix.openDocument", { title, city })}
                title={t("cell.openDocument")}
              >
                <Icon name="contents" size={16} />
              </Link>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

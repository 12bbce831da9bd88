// How the matrix is narrowed by its address: phase, city, how it stands, who sees to it. What is unknown narrows nothing.
import { deliverableStates, type DeliverableState } from "./deliverable";
import type { CellView, Matrix } from "./matrix.server";

export const standings = ["late", "at-risk", "open"] as const;
export type ShownState = (typeof standings)[number] | DeliverableState | "not-applicable";
export const shownStates: readonly ShownState[] = [...standings, ...deliverableStates, "not-applicable"];

/** The value of "nobody sees to it yet". */
export const nobody = "nobody";

export interface MatrixFilter {
  phase: string;
  city: string;
  state: ShownState | "";
  owner: string;
}

export function filterIn(search: URLSearchParams): MatrixFilter {
  const asked = (name: string) => search.get(name) ?? "";
  return {
    phase: asked("phase"),
    city: asked("city"),
    state: shownStates.find((state) => state === asked("state")) ?? "",
    owner: asked("owner"),
  };
}

export function isNarrowed({ phase, city, state, owner }: MatrixFilter): boolean {
  return [phase, city, state, owner].some((value) => value !== "");
}

/** What is left: the cells that fit, and the deliverables and partners that still have one. */
export function narrowed<Whole extends Matrix>(matrix: Whole, filter: MatrixFilter): Whole {
  if (!isNarrowed(filter)) return matrix;
  const phaseOf = new Map(matrix.deliverables.map(({ id, phaseId }) => [id, phaseId]));
  const cells = matrix.cells.filter(
    (cell) =>
      (filter.phase === "" || phaseOf.get(cell.deliverableId) === filter.phase) &&
      (filter.city === "" || cell.partnershipId === filter.city) &&
      (filter.state === "" || standsAs(cell, filter.state)) &&
      (filter.owner === "" ||
        (filter.owner === nobody ? cell.responsible === null : cell.responsible?.id === filter.owner)),
  );
  const [rows, columns] = [
    new Set(cells.map(({ deliverableId }) => deliverableId)),
    new Set(cells.map(({ partnershipId }) => partnershipId)),
  ];
  return {
    ...matrix,
    cells,
    deliverables: matrix.deliverables.filter(({ id }) => rows.has(id)),
    partners: matrix.partners.filter(({ id }) => columns.has(id)),
  };
}

function standsAs({ state, kind, isFinished }: CellView, asked: ShownState): boolean {
  if (asked === "late" || asked === "at-risk") return kind === asked;
  return asked === "open" ? !isFinished : state === asked;
}

// Inviting many at once from a list: what its columns are, and what will happen with each of its rows.
import type { FieldWrong } from "../refusal";
import type { Role } from "../access/role";

export const bulkColumns = ["email", "name", "role", "city", "language", "until"] as const;
export type BulkColumn = (typeof bulkColumns)[number];

export const bulkLimits = {
  bytes: 200_000,
  rows: 500,
  columns: bulkColumns,
  needed: ["email", "role"],
} as const;

export interface BulkRow {
  /** The line of the file, counted from 1. */
  line: number;
  cells: Partial<Record<BulkColumn, string>>;
}

/** A cell that cannot stand: a name nobody knows, one that two partners have, or what the form would refuse as well. */
export type CellWrong = { column: BulkColumn; cell: string } & (
  { reason: "unknown" | "ambiguous" | "not-yours" } | { reason: "refused"; wrong: FieldWrong }
);

/** What will happen, or has happened, with a row. */
export type BulkOutcome = { line: number; email: string; name: string } & (
  | { kind: "invite"; role: Role; cities: string[]; language: string; until: string | null }
  /** Holds the role already; has an open invitation to it already; stands in the list already. */
  | { kind: "member" | "invited" | "twice" }
  | { kind: "wrong"; wrongs: CellWrong[] }
);

// The record of what happened as a file: comma-separated values for a spreadsheet, JSON lines for a program that checks the seals.
import type { TakenRow } from "~/domain/activity/take-along.server";
import { csvBegin, csvLine } from "./csv";

export const activityFormats = ["csv", "jsonl"] as const;

export type ActivityFormat = (typeof activityFormats)[number];

export const mediaTypes: Record<ActivityFormat, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

/** The format asked for; whatever is none is taken for CSV. */
export function formatOf(asked: string | null): ActivityFormat {
  return activityFormats.find((format) => format === asked) ?? "csv";
}

const columns = [
  "position",
  "at",
  "person",
  "kind",
  "reach",
  "withheld",
  "before",
  "after",
  "subjectId",
  "documentId",
  "partnershipId",
  "personId",
  "networkId",
  "id",
  "chain",
  "hash",
] as const satisfies ReadonlyArray<keyof TakenRow>;

/** The file in pieces, as its pages come. */
export async function* activityFile(
  pages: AsyncIterable<TakenRow[]>,
  format: ActivityFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield csvBegin + csvLine(columns);
  for await (const rows of pages)
    yield rows.map((row) => (format === "csv" ? csvOf(row) : `${JSON.stringify(row)}\n`)).join("");
}

function csvOf(row: TakenRow): string {
  return csvLine(
    columns.map((column) => {
      if (column !== "before" && column !== "after") return row[column];
      return row[column] === null || row[column] === undefined ? "" : JSON.stringify(row[column]);
    }),
  );
}

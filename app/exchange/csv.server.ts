// Reads a list that somebody made in a spreadsheet: cells are text and nothing else, whatever they begin with.
import { parse, type Info } from "csv-parse/sync";
import { invalid } from "~/domain/refusal";

export interface CsvLimits<Column extends string> {
  /** Of the text in UTF-8. */
  bytes: number;
  /** Without the first one. */
  rows: number;
  columns: readonly Column[];
  /** Without these the list is refused. */
  needed: readonly Column[];
}

export interface CsvRow<Column extends string> {
  /** The line of the file, counted from 1. */
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** The text of a file. Refuses `invalid` what is larger or no UTF-8; a byte order mark is taken off. */
export function csvText(bytes: Uint8Array, limit: number): string {
  if (bytes.byteLength > limit) throw invalid("file", "csvTooLarge");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid("file", "csvNotUtf8");
  }
}

/**
 * The rows of a list with a first row of column names in any order and case; columns of other names are left out. Cells are parted by
 * commas, semicolons or tabs, as the first row has them. Refuses `invalid`, on the field "csv", what is over the limits, lacks a
 * needed column, has no rows, or cannot be read.
 */
export function csvRows<Column extends string>(text: string, limits: CsvLimits<Column>): CsvRow<Column>[] {
  if (Buffer.byteLength(text) > limits.bytes) throw invalid("csv", "csvTooLarge");
  const [first, ...rest] = recordsOf(text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n"));
  const names = (first?.record ?? []).map((name) => name.trim().toLowerCase());
  for (const column of limits.needed)
    if (!names.includes(column)) throw invalid("csv", "csvNoColumn", { column });
  if (rest.length === 0) throw invalid("csv", "csvEmpty");
  if (rest.length > limits.rows) throw invalid("csv", "csvTooMany", { limit: limits.rows });
  return rest.map(({ record, info }) => {
    const cells: Partial<Record<Column, string>> = {};
    for (const column of limits.columns) {
      const cell = record[names.indexOf(column)]?.trim();
      if (cell) cells[column] = cell;
    }
    return { line: firstLine(record, info), cells };
  });
}

/** The line on which a row begins; the reader tells that of its end, and a cell may have several. */
function firstLine(record: string[], { lines }: Info): number {
  const breaks = record.map((cell) => cell.split("\n").length - 1);
  return breaks.reduce((line, count) => line - count, lines);
}

interface CsvRecord {
  record: string[];
  info: Info;
}

function recordsOf(text: string): CsvRecord[] {
  try {
    // With `info` every record comes with its place; the types of the package do not say so.
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    const line = typeof error === "object" && error !== null && "lines" in error ? Number(error.lines) : 1;
    throw invalid("csv", "csvBroken", { line });
  }
}

/** Whichever parts the first row most often. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 2_000).trimStart().split(/\r?\n/u, 1)[0] ?? "";
  const count = (sign: string) => first.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

// Lines of comma-separated values that a spreadsheet opens as what they are: text, and never a formula.

/** What a file begins with, so that spreadsheets read it as UTF-8. */
export const csvBegin = "\uFEFF";

/** One line with its end. A cell that a spreadsheet would calculate gets an apostrophe before it. */
export function csvLine(cells: ReadonlyArray<string | number | null | undefined>): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const guarded = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

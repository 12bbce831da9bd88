// Tables as Markdown can say them: one row of headers or none, columns aligned as one, no merged cells.
import type { Node } from "@tiptap/pm/model";
import { documentSchema } from "~/text/document-schema";
import type { Report } from "~/text/settle-blocks";

const { paragraph, tableCell, tableHeader, tableRow } = documentSchema.nodes;

/** Columns beyond these are left out of a merged cell's width. */
const mostColumns = 200;

/** The table with every row as wide as the widest; `contentOf` makes the paragraphs of a cell. */
export function settledTable(table: Node, report: Report, contentOf: (cell: Node) => Node[]): Node {
  const grid = gridOf(table, report);
  const width = Math.max(1, ...grid.map((row) => row.length));
  const [first = []] = grid;
  const hasHeaders = first.some((cell) => cell?.type === tableHeader);
  const isHeader = (row: number) => hasHeaders && row === 0;
  const aligns = Array.from({ length: width }, (_, column) => alignOf(first[column]));
  const rows = grid.map((row, index) => {
    const cells = aligns.map((align, column) => {
      const cell = row[column];
      if (cell && (cell.type === tableHeader) !== isHeader(index)) report("cell-headers", cell.textContent);
      if (cell && alignOf(cell) !== align) report("cell-alignment", cell.textContent);
      if (cell?.attrs.colwidth) report("column-widths", cell.textContent);
      const type = isHeader(index) ? tableHeader : tableCell;
      return type.create({ align }, cell ? contentOf(cell) : paragraph.create());
    });
    return tableRow.create(null, cells);
  });
  return table.type.create(null, rows);
}

function alignOf(cell: Node | undefined): string | null {
  const align: unknown = cell?.attrs.align;
  return align === "left" || align === "center" || align === "right" ? align : null;
}

/** The cells at the places where they are seen; places that a merged cell covers besides its first are empty. */
function gridOf(table: Node, report: Report): Array<Array<Node | undefined>> {
  const grid: Array<Array<Node | undefined>> = table.children.map(() => []);
  for (const [index, row] of table.children.entries()) {
    let column = 0;
    for (const cell of row.children) {
      const here = grid[index] ?? [];
      while (column in here) column += 1;
      const wide = span(cell.attrs.colspan, mostColumns - column);
      const high = span(cell.attrs.rowspan, grid.length - index);
      if (wide > 1 || high > 1) report("merged-cells", cell.textContent);
      for (let down = 0; down < high; down += 1)
        for (let right = 0; right < wide; right += 1) {
          const covered = grid[index + down];
          if (covered) covered[column + right] = down === 0 && right === 0 ? cell : undefined;
        }
      column += wide;
    }
  }
  return grid.map((row) => Array.from(row));
}

function span(value: unknown, most: number): number {
  return typeof value === "number" ? Math.max(1, Math.min(Math.trunc(value) || 1, most)) : 1;
}

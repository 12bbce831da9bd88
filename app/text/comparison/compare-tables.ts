// Compares two tables: columns are laid side by side first, then rows, then the words of each cell.
import type { Node } from "@tiptap/pm/model";
import { align } from "./align";
import type { Comparing } from "./compare-blocks";
import type { Cell, Column, Compared, Move, Row } from "./compared";
import { wordsTogether, type Words } from "./sameness";

type CompareBlocks = (was: readonly Node[], is: readonly Node[], comparing: Comparing) => Compared[];

/** Cells of one row that are looked at for likeness; a longer row is told by its first ones. */
const mostCells = 40;

/** Tables of which one is wide and the other long would, laid into one, have many more cells than both: they are told as two. */
export function isOneTable(was: Node, is: Node): boolean {
  const cellsOf = (table: Node) => table.children.reduce((sum, row) => sum + row.childCount, 0);
  const together = (was.childCount + is.childCount) * (widthOf(was) + widthOf(is));
  return together <= 5 * (cellsOf(was) + cellsOf(is)) + 1_000;
}

export function compareTables(
  was: Node,
  is: Node,
  comparing: Comparing,
  compareBlocks: CompareBlocks,
): { columns: Column[]; rows: Row[] } {
  const columns = columnsOf(was, is, comparing);
  const kept = columns.filter((column) => column.one !== null && column.other !== null);
  const { sameness, patience } = comparing;
  const names = new Map<string, number>();
  // A row is the same when its cells in the columns that stayed are.
  const nameOf = (row: Node, side: "one" | "other") => {
    const cells = kept.map((column) => nameOfCell(row.maybeChild(column[side] ?? -1)));
    const key = `${row.firstChild?.type.name}${kept.length > 0 ? cells.join() : sameness.name(row)}`;
    const name = names.get(key) ?? names.size;
    names.set(key, name);
    return name;
  };
  const nameOfCell = (cell: Node | null) => (cell ? sameness.name(cell) : -1);
  const steps = align(
    {
      one: was.children.map((row) => nameOf(row, "one")),
      other: is.children.map((row) => nameOf(row, "other")),
      likeness: (left, right) => {
        const [before, after] = [was.maybeChild(left), is.maybeChild(right)];
        return before && after ? rowLikeness(before, after, kept, comparing) : 0;
      },
      isKnownAgain: (left) => sameness.words(was.child(left)).total > 1,
    },
    patience,
  );
  const moves = new Map<number, Move>();
  const moveOf = (place: number) => {
    const known = moves.get(place) ?? { number: comparing.nextMove++ };
    moves.set(place, known);
    return known;
  };
  const rows = steps.flatMap((step): Row[] => {
    const before = "one" in step ? was.maybeChild(step.one) : null;
    const after = "other" in step ? is.maybeChild(step.other) : null;
    if (step.as === "added" && after)
      return [{ as: "added", node: after, cells: cellsOfOne(after, columns, "other") }];
    if (step.as === "removed" && before)
      return [{ as: "removed", was: before, cells: cellsOfOne(before, columns, "one") }];
    if (step.as === "moved-away" && before)
      return [{ as: "moved-away", was: before, move: moveOf(step.one) }];
    if (!before || !after || !("one" in step)) return [];
    const cells = columns.flatMap((column) => cellOf(column, before, after, comparing, compareBlocks));
    const as = cells.every((cell) => cell.as === "same") ? "same" : "changed";
    return [{ as, node: after, cells, ...(step.as === "moved-here" ? { move: moveOf(step.one) } : {}) }];
  });
  return { columns, rows };
}

function rowLikeness(was: Node, is: Node, kept: Column[], { sameness }: Comparing): number {
  const byWords = sameness.likeness(sameness.words(was), sameness.words(is));
  let [equal, all] = [0, 0];
  for (const { one, other } of kept.slice(0, mostCells)) {
    const [before, after] = [was.maybeChild(one ?? -1), is.maybeChild(other ?? -1)];
    if (!before || !after) continue;
    all += 1;
    const isSame = sameness.name(before) === sameness.name(after) && before.textContent !== "";
    // What stands first usually says what the row is about.
    if (isSame && all === 1) equal += 0.5;
    if (isSame) equal += 1;
  }
  return Math.min(1, Math.max(byWords, all === 0 ? 0 : equal / (all + 0.5)));
}

function cellOf(
  column: Column,
  was: Node,
  is: Node,
  comparing: Comparing,
  compareBlocks: CompareBlocks,
): Cell[] {
  const before = was.maybeChild(column.one ?? -1);
  const after = is.maybeChild(column.other ?? -1);
  if (before && after) {
    const blocks = compareBlocks(before.children, after.children, comparing);
    const isSame = blocks.every((block) => block.as === "same" && !block.move);
    return [{ as: isSame ? "same" : "changed", cell: after, blocks }];
  }
  if (after) return [wholly("added", after)];
  return before ? [wholly("removed", before)] : [];
}

/** The cells of a row that came or went, in the columns of both tables: a column it never had is left empty. */
function cellsOfOne(row: Node, columns: Column[], side: "one" | "other"): Cell[] {
  const as = side === "other" ? "added" : "removed";
  return columns.flatMap((column): Cell[] => {
    const cell = row.maybeChild(column[side] ?? -1);
    if (cell) return [wholly(as, cell)];
    return row.firstChild ? [{ as: "same", cell: row.firstChild, blocks: [] }] : [];
  });
}

function wholly(as: "added" | "removed", cell: Node): Cell {
  const blocks = cell.children.map((node): Compared => (as === "added" ? { as, node } : { as, was: node }));
  return { as, cell, blocks };
}

/** Columns by their heads where they have any, else by what stands in them. */
function columnsOf(was: Node, is: Node, comparing: Comparing): Column[] {
  const [one, other] = [widthOf(was), widthOf(is)];
  const { sameness, patience } = comparing;
  const head = (table: Node, column: number) => table.firstChild?.maybeChild(column) ?? null;
  const [isHeaded, wasHeaded] = [is, was].map((table) => head(table, 0)?.type.name === "tableHeader");
  const nameOf = (table: Node, column: number, side: number) => {
    const cell = head(table, column);
    if (isHeaded && wasHeaded && cell && cell.textContent.trim() !== "") return sameness.name(cell);
    // Columns without a head have no name by which they could be known at once.
    return -1 - (2 * column + side);
  };
  const memo = new Map<string, Words>();
  const wordsOf = (table: Node, column: number) => {
    const key = `${table === was} ${column}`;
    const known = memo.get(key) ?? wordsOfColumn(table, column, comparing);
    memo.set(key, known);
    return known;
  };
  const steps = align(
    {
      one: Array.from({ length: one }, (_, column) => nameOf(was, column, 0)),
      other: Array.from({ length: other }, (_, column) => nameOf(is, column, 1)),
      likeness: (left, right) => {
        const like = sameness.likeness(wordsOf(was, left), wordsOf(is, right));
        // As many columns as before: the same ones, though all that stands in one may have been written anew.
        return one === other && left === right ? Math.max(like, 0.45) : like;
      },
      isKnownAgain: () => false,
    },
    patience,
  );
  return steps.map((step) => ({
    one: "one" in step ? step.one : null,
    other: "other" in step ? step.other : null,
  }));
}

const widthOf = (table: Node) => table.children.reduce((most, row) => Math.max(most, row.childCount), 0);

function wordsOfColumn(table: Node, column: number, { sameness }: Comparing): Words {
  const cells = table.children.flatMap((row) => row.maybeChild(column) ?? []);
  return wordsTogether(cells.map((cell) => sameness.words(cell)));
}

// What comparing two documents says of each block: a tree that follows the new document, with what went where it stood.
import type { Node } from "@tiptap/pm/model";
import type { Run } from "./compare-words";

/** Something that stands elsewhere than before; both places carry its number. */
export interface Move {
  number: number;
}

export type Compared =
  | { as: "same"; node: Node; was: Node; move?: Move }
  | { as: "added"; node: Node }
  | { as: "removed"; was: Node }
  | { as: "changed"; node: Node; was: Node; inside: Inside; move?: Move }
  /** The place where something stood that stands elsewhere now. */
  | { as: "moved-away"; was: Node; move: Move };

/** What changed inside a block. */
export type Inside =
  | { of: "words"; runs: Run[] }
  | { of: "blocks"; blocks: Compared[] }
  | { of: "lines"; lines: Line[] }
  | { of: "table"; columns: Column[]; rows: Row[] }
  /** Something without words of its own: all of it, in its attributes. */
  | { of: "attributes" };

export interface Line {
  as: "same" | "added" | "removed";
  text: string;
}

/** Places in a row of the new and of the former table; one of them is null in a column that came or went. */
export interface Column {
  one: number | null;
  other: number | null;
}

export type Row =
  | { as: "same" | "changed"; node: Node; cells: Cell[]; move?: Move }
  | { as: "added"; node: Node; cells: Cell[] }
  | { as: "removed"; was: Node; cells: Cell[] }
  | { as: "moved-away"; was: Node; move: Move };

export interface Cell {
  as: "same" | "added" | "removed" | "changed";
  /** The cell as it stands, or stood. */
  cell: Node;
  blocks: Compared[];
}

/** Words that came and went. */
export interface Amount {
  added: number;
  removed: number;
}

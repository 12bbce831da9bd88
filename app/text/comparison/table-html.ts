// Tables of a compared text as HTML: cell by cell, with what came and went inside each.
import type { Node } from "@tiptap/pm/model";
import { escaped } from "~/text/escaped";
import { onlyParagraph, type BlockWriting } from "./block-html";
import type { Cell, Compared, Row } from "./compared";
import type { State } from "./inline-html";

type Whole = (node: Node, state: State, writing: BlockWriting, isSpoken?: boolean) => string;
type OfCompared = (block: Compared, writing: BlockWriting, isSpoken?: boolean) => string;

/** A table all of which is the same, came, or went. */
export function wholeTableHtml(
  table: Node,
  state: State,
  writing: BlockWriting,
  isSpoken: boolean,
  whole: Whole,
): string {
  const rows = table.children.map((row, at) => ({
    isHead: isHeadRow(row),
    html: `<tr>${row.children
      .map((cell, place) => {
        const blocks = cell.children.map((block) =>
          whole(block, state, writing, isSpoken && at + place === 0),
        );
        return cellHtml(cell, inCell(blocks), "");
      })
      .join("")}</tr>`,
  }));
  return framed(rows, writing);
}

/** A table of which some rows, columns or cells are others than before. */
export function tableHtml(
  { rows, columns }: { rows: readonly Row[]; columns: readonly unknown[] },
  writing: BlockWriting,
  compared: OfCompared,
): string {
  const { labels } = writing;
  return framed(
    rows.map((row) => {
      if (row.as === "moved-away")
        return {
          isHead: false,
          html: `<tr><td colspan="${columns.length}"><span class="compared-aside">[${escaped(labels.standsElsewhere)}: ${escaped(row.was.firstChild?.textContent.slice(0, 80) ?? "")}]</span></td></tr>`,
        };
      const node = row.as === "removed" ? row.was : row.node;
      const isHead = isHeadRow(node);
      const cells = row.cells.map((cell, place) => {
        // A row that came or went is said at its first cell, a column at its head.
        const isSpoken = cell.as === "changed" || place === 0 || isHead;
        const blocks = cell.blocks.map((block) => compared(block, writing, isSpoken));
        const isMoved = place === 0 && "move" in row && row.move !== undefined;
        const note = isMoved
          ? `<span class="compared-aside">[${escaped(labels.stoodElsewhere)}]</span> `
          : "";
        return cellHtml(cell.cell, `${note}${inCell(blocks)}`, classOf(cell, row));
      });
      return { isHead, html: `<tr>${cells.join("")}</tr>` };
    }),
    writing,
  );
}

function classOf({ as }: Cell, row: Row): string {
  if (as === "added" || (row.as === "added" && as === "same")) return "cell-added";
  if (as === "removed" || (row.as === "removed" && as === "same")) return "cell-removed";
  return as === "changed" ? "cell-changed" : "";
}

const isHeadRow = (row: Node) => row.firstChild?.type.name === "tableHeader";

/** Paragraphs of a cell are parted by breaks; what went and what came in its place stand on one line. */
function inCell(blocks: readonly string[]): string {
  let html = "";
  for (const block of blocks) {
    const words = onlyParagraph(block);
    const isPair = html.endsWith("</del>") && words?.startsWith("<ins>") === true;
    html += `${html === "" ? "" : isPair ? " " : "<br>"}${words ?? block}`;
  }
  return html;
}

function cellHtml(cell: Node, content: string, happened: string): string {
  const align = /^(left|center|right)$/.exec(String(cell.attrs.align))?.[1];
  const classes = [align && `align-${align}`, happened].filter(Boolean).join(" ");
  const isHead = cell.type.name === "tableHeader" && content !== "";
  const element = isHead ? "th" : "td";
  const scope = isHead ? ` scope="col"` : "";
  return `<${element}${classes === "" ? "" : ` class="${classes}"`}${scope}>${content}</${element}>`;
}

/** Its frame can be focused, so that keys scroll a wide table. */
function framed(
  rows: ReadonlyArray<{ isHead: boolean; html: string }>,
  { labels, nextTable }: BlockWriting,
): string {
  const heads = rows.findIndex(({ isHead }) => !isHead);
  const split = heads === -1 ? rows.length : heads;
  const part = (element: string, of: typeof rows) =>
    of.length === 0 ? "" : `<${element}>${of.map(({ html }) => html).join("")}</${element}>`;
  const name = `${escaped(labels.table)} ${nextTable()}`;
  return `<div class="table-frame" role="group" tabindex="0" aria-label="${name}"><table>${part("thead", rows.slice(0, split))}${part("tbody", rows.slice(split))}</table></div>`;
}

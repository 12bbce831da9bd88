// Blocks as Markdown can say them: lists, notes and what lies too deep.
import { Fragment, type Node } from "@tiptap/pm/model";
import type { LossKind } from "~/text/document-loss";
import { documentSchema } from "~/text/document-schema";
import { mayStandApart } from "~/text/list-spacing";
import { type Notes, settledInline, settledText, settleNotes } from "~/text/settle-inline";
import { settledPicture } from "~/text/settle-picture";
import { settledTable } from "~/text/settle-table";

export type Report = (kind: LossKind, words: string) => void;

/** As deep as the dialect reads blocks: ten lists inside each other. */
const deepest = 20;
const latestNumber = 999_999_999;

const { paragraph, picture, text } = documentSchema.nodes;

/** What may stand anywhere, in a cell too: in Markdown both are paragraphs. */
const isParagraph = ({ type }: Node) => type === paragraph || type === picture;

/** The document's blocks, at least one, settled; every loss is reported. */
export function settledBlocks(document: Node, report: Report): Node[] {
  return atLeastOne(settleAll(document.children, 0, { report, notes: settleNotes(document, report) }));
}

interface Settling {
  report: Report;
  notes: Notes;
}

function settleAll(blocks: readonly Node[], level: number, settling: Settling): Node[] {
  return blocks.flatMap((block) => {
    if (isParagraph(block) || level < deepest) return [settle(block, level, settling)];
    settling.report("depth", block.textContent);
    return flattened(block).map((flat) => settle(flat, level, settling));
  });
}

function settle(block: Node, level: number, settling: Settling): Node {
  const { attrs, type } = block;
  const inside = (deeper: number) => atLeastOne(settleAll(block.children, level + deeper, settling));
  switch (type.name) {
    case "paragraph":
      return type.create(null, settledInline(block.children, settling));
    case "heading":
      return type.create({ level: whole(attrs.level, 1, 6) ?? 1 }, settledInline(block.children, settling));
    case "codeBlock": {
      const code = settledText(block.textContent, settling.report);
      return type.create(
        { language: language(attrs.language) },
        code === "" ? null : documentSchema.text(code),
      );
    }
    case "picture":
      return settledPicture(block, settling.report);
    case "guidance":
      return type.create({ text: settledText(String(attrs.text), settling.report) });
    case "blockquote":
      return type.create(null, inside(1));
    case "footnote":
      return type.create({ label: settling.notes.labelOf(String(attrs.label)) }, inside(1));
    case "bulletList":
    case "orderedList":
    case "taskList":
      return settledList(block, level, settling);
    case "table":
      return settledTable(block, settling.report, (cell) => {
        const paragraphs = cell.children.flatMap((child) => {
          if (isParagraph(child)) return [child];
          settling.report("cell-blocks", child.textContent);
          return flattened(child);
        });
        return atLeastOne(paragraphs.map((flat) => settle(flat, level, settling)));
      });
    default:
      return type.create();
  }
}

function settledList(list: Node, level: number, settling: Settling): Node {
  const { attrs, type } = list;
  const items = list.children.map((item) =>
    item.type.create(
      item.type.name === "taskItem" ? { checked: Boolean(item.attrs.checked) } : null,
      settleAll(item.children, level + 2, settling),
    ),
  );
  const start = whole(attrs.start, 0, latestNumber);
  const isNumbered = type.name === "orderedList";
  if (isNumbered && attrs.type !== null && attrs.type !== "1") settling.report("numbering", list.textContent);
  const kept = isNumbered ? { start: start ?? 1 } : type.name === "taskList" ? { start } : {};
  const settled = type.create({ ...kept, loose: Boolean(attrs.loose) }, items);
  return mayStandApart(settled) ? settled : type.create({ ...kept, loose: false }, items);
}

function whole(value: unknown, least: number, most: number): number | null {
  return typeof value === "number" && Number.isFinite(value)
    ? Math.min(most, Math.max(least, Math.trunc(value)))
    : null;
}

/** The first line of a code block holds it: one line, nothing that looks like the fence. */
function language(value: unknown): string | null {
  const name = settledText(String(value ?? ""), () => undefined)
    .replace(/\s+/g, " ")
    .replace(/^[`~ ]+/, "")
    .trim();
  return name === "" ? null : name;
}

function atLeastOne(blocks: Node[]): Node[] {
  return blocks.length > 0 ? blocks : [paragraph.create()];
}

const signs: Record<string, (item: Node, index: number, list: Node) => string> = {
  bulletList: () => "• ",
  orderedList: (_item, index, list) => `${(whole(list.attrs.start, 0, latestNumber) ?? 1) + index}. `,
  taskList: (item) => (item.attrs.checked ? "☑ " : "☐ "),
};

/** The words of a block as paragraphs and its pictures, items with their signs; what has no words leaves none. */
function flattened(block: Node): Node[] {
  if (isParagraph(block)) return [block];
  if (block.type.name === "codeBlock") {
    const lines = block.textContent.split(/\r\n?|\n/);
    return lines.map((line) => paragraph.create(null, line === "" ? null : documentSchema.text(line)));
  }
  if (block.isTextblock) return [paragraph.create(null, block.content)];
  const sign = signs[block.type.name];
  if (!sign) return block.children.flatMap(flattened);
  return block.children.flatMap((item, index) => {
    const [first = paragraph.create(), ...rest] = item.children.flatMap(flattened);
    const marked = Fragment.from(documentSchema.text(sign(item, index, block))).append(first.content);
    return [paragraph.create(null, joined(marked)), ...rest];
  });
}

function joined(content: Fragment): Fragment {
  return Fragment.fromArray(content.content.filter((node) => node.type !== text || node.text !== ""));
}

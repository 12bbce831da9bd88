// A document as Markdown of our dialect, so that reading it again gives the same document.
import type { Node } from "@tiptap/pm/model";
import { settled } from "~/text/document-loss";
import { type InlinePlace, inlineToMarkdown, pictureToMarkdown } from "~/text/inline-to-markdown";
import { standsApart, writtenBlocks } from "~/text/list-spacing";
import { guidanceLine } from "~/text/rules/guidance";
import { isVisible } from "~/text/visible-text";

/**
 * The document as Markdown. Reading it again gives the document as it is `settled`; what is lost by that is told by `lossesOf`. Never
 * throws on a document that the schema allows. Empty for an empty document, else ended by a line's end.
 */
export function toMarkdown(document: Node): string {
  const { children } = settled(document).document;
  const [first] = children;
  if (children.length === 1 && first?.type.name === "paragraph" && first.childCount === 0) return "";
  return `${linesOf(children, { apart: true, inList: false }).join("\n")}\n`;
}

interface Surroundings {
  /** Blank lines stand between the blocks. */
  apart: boolean;
  inList: boolean;
  /** The list marker before the first block on the same line. */
  marker?: string;
}

function linesOf(blocks: readonly Node[], around: Surroundings): string[] {
  const lines: string[] = [];
  let markerBefore = around.marker;
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && around.apart) lines.push("");
    const written = blockLines(block, around.inList, markerBefore);
    markerBefore = written.marker;
    for (const line of written.lines) lines.push(line);
  }
  return lines;
}

interface Written {
  lines: string[];
  /** What a list that follows at once must not begin with. */
  marker?: string;
}

function blockLines(block: Node, inList: boolean, avoid: string | undefined): Written {
  switch (block.type.name) {
    case "paragraph":
      return { lines: inlineLines(block) ?? ["&nbsp;"] };
    case "heading":
      return { lines: [`${"#".repeat(block.attrs.level)} ${inline(block, "heading")}`.trimEnd()] };
    case "blockquote":
      return { lines: quoteLines(block) };
    case "codeBlock":
      return { lines: codeLines(block) };
    case "horizontalRule":
      return { lines: [inList ? "___" : "---"] };
    case "picture":
      return { lines: [pictureToMarkdown(block)] };
    case "guidance":
      return { lines: [guidanceLine(block.attrs.text)] };
    case "table":
      return { lines: tableLines(block) };
    case "footnote":
      return { lines: footnoteLines(block) };
    default:
      return listLines(block, avoid);
  }
}

function inline(block: Node, place: InlinePlace): string {
  return inlineToMarkdown(block.children, place);
}

function inlineLines(paragraph: Node): string[] | undefined {
  return paragraph.childCount === 0 ? undefined : inline(paragraph, "paragraph").split("\n");
}

const isEmptyAlone = ({ children: [first], childCount }: Node) =>
  childCount === 1 && first?.type.name === "paragraph" && first.childCount === 0;

function quoteLines(quote: Node): string[] {
  if (isEmptyAlone(quote)) return [">"];
  return linesOf(quote.children, { apart: true, inList: false }).map((line) =>
    line === "" ? ">" : `> ${line}`,
  );
}

function codeLines(code: Node): string[] {
  const text = code.textContent;
  const language = String(code.attrs.language ?? "");
  const sign = language.includes("`") ? "~" : "`";
  const longest = Math.max(2, ...[...text.matchAll(/`+|~+/g)].map(([run]) => run.length));
  const fence = sign.repeat(longest + 1);
  const info = language.replace(/[\\&]/g, "\\$&");
  return [fence + info, ...(text === "" ? [] : text.split("\n")), fence];
}

function footnoteLines(footnote: Node): string[] {
  const start = `[^${footnote.attrs.label}]:`;
  if (isEmptyAlone(footnote)) return [start];
  const lines = linesOf(footnote.children, { apart: true, inList: false });
  if (footnote.firstChild?.type.name === "paragraph")
    return [`${start} ${lines[0]}`, ...indented(lines.slice(1), 4)];
  return [start, "", ...indented(lines, 4)];
}

const indented = (lines: string[], by: number) =>
  lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));

function listLines(list: Node, avoid: string | undefined): Written {
  const isTasks = list.type.name === "taskList";
  const start: number | null = list.type.name === "bulletList" ? null : list.attrs.start;
  const marker = (start === null ? ["-", "*"] : [".", ")"]).find((sign) => sign !== avoid) ?? "-";
  const apart = standsApart(list);
  const lines: string[] = [];
  for (const [index, item] of list.children.entries()) {
    if (index > 0 && apart) lines.push("");
    const sign = start === null ? marker : `${Math.min(start + index, 999_999_999)}${marker}`;
    const [first = "", ...rest] = itemLines(item, isTasks, apart, start === null ? marker : undefined);
    lines.push(first === "" ? sign : `${sign} ${first}`, ...indented(rest, sign.length + 1));
  }
  return { lines, marker };
}

function itemLines(item: Node, isTask: boolean, apart: boolean, marker: string | undefined): string[] {
  const lines = linesOf(writtenBlocks(item), {
    apart,
    inList: true,
    ...(marker !== undefined && { marker }),
  });
  if (!isTask) return lines;
  const [first = "", ...rest] = lines;
  const words =
    item.firstChild && !isSeen(item.firstChild) && item.firstChild.childCount > 0 ? `&nbsp;${first}` : first;
  return [`[${item.attrs.checked ? "x" : " "}] ${words}`, ...rest];
}

/** Whether a reader of the paragraph would hear words. */
function isSeen(paragraph: Node): boolean {
  return paragraph.children.some(
    ({ attrs, text, type }) => type.name === "mention" || isVisible(text ?? "") || Boolean(attrs.title),
  );
}

const rulers: Record<string, string> = { left: ":--", center: ":--:", right: "--:" };

/** A table without a row of headers has an empty one, ruled with the shortest lines there are. */
function tableLines(table: Node): string[] {
  const [first] = table.children;
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const ruler = (first?.children ?? []).map(({ attrs }) => rulers[attrs.align] ?? "---");
  const [top = "", ...lines] = table.children.map((cells) => row(cells.children.map(cellText)));
  if (first?.firstChild?.type.name === "tableHeader") return [top, row(ruler), ...lines];
  return [row(ruler.map(() => "")), row(ruler.map((rule) => rule.replace(/-+/, "-"))), top, ...lines];
}

function cellText(cell: Node): string {
  return cell.children
    .map((block) => (block.type.name === "picture" ? pictureToMarkdown(block) : inline(block, "cell")))
    .join("<br/>")
    .replaceAll("|", "\\|");
}

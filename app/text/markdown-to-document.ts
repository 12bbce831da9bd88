// Markdown of our dialect as a document, losing nothing that the dialect shows.
import type { Node } from "@tiptap/pm/model";
import type { Token } from "markdown-it";
import { dialect } from "~/text/dialect";
import { type Loss, settled } from "~/text/document-loss";
import { documentSchema } from "~/text/document-schema";
import { type InlineOf, readInline } from "~/text/markdown-to-inline";
import { environmentAsWritten } from "~/text/settings";

const { nodes } = documentSchema;

/** In UTF-16 units, as for rendering; a longer text becomes one block of code, as it was typed. */
const longestText = 2 * 1024 * 1024;

/** The document that the Markdown says, settled. Never throws; its depth is bounded, and its time grows with the text's length. */
export function toDocument(markdown: string): Node {
  return readMarkdown(markdown).document;
}

/** The document, and what of the Markdown it cannot hold: addresses of images that nobody is shown. */
export function readMarkdown(markdown: string): { document: Node; losses: Loss[] } {
  const text = markdown.replace(/\r\n?/g, "\n").replace(/\p{Cs}/gu, "\ufffd");
  if (text.length > longestText) return settled(nodes.doc.create(null, [code(text, "")]));
  const tokens = dialect.parse(text, environmentAsWritten());
  const reading: Reading = { tokens, at: 0, lines: text.split("\n"), losses: [] };
  const { document, losses } = settled(nodes.doc.create(null, someBlock(blocksUntil(reading, undefined))));
  return { document, losses: [...reading.losses, ...losses] };
}

interface Reading {
  tokens: Token[];
  at: number;
  lines: string[];
  losses: Loss[];
}

/** Reads blocks until the token that closes what holds them, and steps over it. */
function blocksUntil(reading: Reading, close: string | undefined): Node[] {
  const blocks: Node[] = [];
  for (;;) {
    const token = reading.tokens[reading.at++];
    if (!token || token.type === close) return blocks;
    blocks.push(...blocksFrom(reading, token));
  }
}

function blocksFrom(reading: Reading, token: Token): Node[] {
  switch (token.type) {
    case "paragraph_open":
      return [paragraphOf(inline(reading))];
    case "heading_open":
      return [nodes.heading.create({ level: headingLevel(token.markup) }, inline(reading))];
    case "blockquote_open":
      return [nodes.blockquote.create(null, someBlock(blocksUntil(reading, "blockquote_close")))];
    case "bullet_list_open":
      return listsFrom(reading, "bullet_list_close", undefined);
    case "ordered_list_open":
      return listsFrom(reading, "ordered_list_close", Number(token.attrGet("start") ?? 1));
    case "table_open":
      return [tableFrom(reading, token)];
    case "footnote_open": {
      const content = someBlock(blocksUntil(reading, "footnote_close"));
      return [nodes.footnote.create({ label: String(token.meta?.label) }, content)];
    }
    case "fence":
      return [code(token.content.replace(/\n$/, ""), dialect.utils.unescapeAll(token.info).trim())];
    case "code_block":
      return [code(token.content.replace(/\n$/, ""), "")];
    case "hr":
      return [nodes.horizontalRule.create()];
    case "guidance":
      return [nodes.guidance.create({ text: token.content })];
    default:
      return [];
  }
}

function code(text: string, language: string): Node {
  return nodes.codeBlock.create(
    { language: language || null },
    text === "" ? null : documentSchema.text(text),
  );
}

const someBlock = (blocks: Node[]) => (blocks.length > 0 ? blocks : [nodes.paragraph.create()]);

/** `## `, or the line below. */
function headingLevel(markup: string): number {
  return markup === "=" ? 1 : markup === "-" ? 2 : markup.length;
}

/** Reads the inline token and what closes its block. */
function inline(reading: Reading, place: InlineOf = "line"): Node[] {
  const token = reading.tokens[reading.at];
  reading.at += 2;
  if (!token) return [];
  const { content, images } = readInline(token, place);
  reading.losses.push(...images);
  return content;
}

interface Item {
  checked: boolean | undefined;
  blocks: Node[];
}

/** A task without words to be seen holds their place; to the dialect's readers it is none. */
const heldTask = /^\[([ xX])\] &nbsp;/;

/** A list in which some items are tasks and others not becomes several, one after the other. */
function listsFrom(reading: Reading, close: string, start: number | undefined): Node[] {
  const items: Item[] = [];
  let isLoose = false;
  for (
    let token = reading.tokens[reading.at];
    token && token.type !== close;
    token = reading.tokens[reading.at]
  ) {
    reading.at += 1;
    const paragraph = reading.tokens[reading.at];
    const first = reading.tokens[reading.at + 1];
    const level = paragraph?.level;
    const isTask = token.attrGet("class") === "task";
    const held = paragraph?.type === "paragraph_open" && !isTask ? heldTask.exec(first?.content ?? "") : null;
    const box = first?.children?.find(({ type }) => type === "task_box");
    const from = reading.at;
    const blocks: Node[] = [];
    if (held || isTask) {
      reading.at += 1;
      blocks.push(nodes.paragraph.create(null, inline(reading, held ? "held-task" : "task")));
    }
    blocks.push(...blocksUntil(reading, "list_item_close"));
    for (let at = from; at < reading.at; at += 1) {
      const inside = reading.tokens[at];
      if (inside?.type === "paragraph_open" && inside.level === level && !inside.hidden) isLoose = true;
    }
    const checked = held ? held[1] !== " " : isTask ? box?.attrGet("checked") != null : undefined;
    items.push({ checked, blocks });
  }
  reading.at += 1;
  return grouped(items).map((group) =>
    listOf(group.items, isLoose, start === undefined ? undefined : start + group.from),
  );
}

function grouped(items: Item[]): Array<{ items: Item[]; from: number }> {
  const groups: Array<{ items: Item[]; from: number }> = [];
  for (const [index, item] of items.entries()) {
    const last = groups.at(-1);
    if (last && (last.items[0]?.checked === undefined) === (item.checked === undefined))
      last.items.push(item);
    else groups.push({ items: [item], from: index });
  }
  return groups;
}

function listOf(items: Item[], loose: boolean, start: number | undefined): Node {
  const isTasks = items[0]?.checked !== undefined;
  const content = items.map(({ checked, blocks }) => {
    const [first] = blocks;
    const begun = first?.type === nodes.paragraph ? blocks : [nodes.paragraph.create(), ...blocks];
    return isTasks ? nodes.taskItem.create({ checked }, begun) : nodes.listItem.create(null, begun);
  });
  if (isTasks) return nodes.taskList.create({ loose, start: start ?? null }, content);
  return start === undefined
    ? nodes.bulletList.create({ loose }, content)
    : nodes.orderedList.create({ loose, start }, content);
}

/** The shortest ruler below empty headers says that the table has none. */
function tableFrom(reading: Reading, open: Token): Node {
  const rows: Node[] = [];
  let cells: Node[] = [];
  for (;;) {
    const token = reading.tokens[reading.at++];
    if (!token || token.type === "table_close") break;
    if (token.type === "tr_close") {
      rows.push(nodes.tableRow.create(null, cells));
      cells = [];
    } else if (token.type === "th_open" || token.type === "td_open") {
      const type = token.type === "th_open" ? nodes.tableHeader : nodes.tableCell;
      const align = /^align-(\w+)$/.exec(String(token.attrGet("class") ?? ""))?.[1] ?? null;
      cells.push(type.create({ align }, paragraphsOf(inline(reading, "cell"))));
    }
  }
  const ruler = /[-|: \t]*$/.exec(reading.lines[(open.map?.[0] ?? 0) + 1] ?? "")?.[0] ?? "";
  const [first] = rows;
  const isHeadless =
    rows.length > 1 &&
    !ruler.includes("--") &&
    first?.textContent === "" &&
    first.children.every((cell) => cell.content.size === 2);
  return nodes.table.create(null, isHeadless ? rows.slice(1) : rows);
}

/** Paragraphs of a cell are parted by breaks of their own kind. */
function paragraphsOf(content: Node[]): Node[] {
  const paragraphs: Node[][] = [[]];
  for (const node of content) {
    if (node.type === nodes.horizontalRule) paragraphs.push([]);
    else paragraphs.at(-1)?.push(node);
  }
  return paragraphs.map(paragraphOf);
}

/** A picture, where it is alone. */
function paragraphOf(content: Node[]): Node {
  const [first] = content;
  return first?.type === nodes.picture ? first : nodes.paragraph.create(null, content);
}

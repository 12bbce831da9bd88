// The words of one block as Markdown: marks opened and closed so that they mean what they are, whatever stands beside them.
import type { Mark, Node } from "@tiptap/pm/model";
import { dialect } from "~/text/dialect";
import { coded, escapedSigns } from "~/text/escape-markdown";
import { documentAddress, personAddress } from "~/text/own-addresses";

export type InlinePlace = "paragraph" | "heading" | "cell";

type Item =
  | { kind: "words"; signs: string[] }
  | { kind: "raw"; typed: string }
  | { kind: "delimiter"; typed: string; opens: boolean; isItalic: boolean };

const delimiters: Record<string, string> = { bold: "**", italic: "*", strike: "~~" };

/** The nodes as Markdown, on one line but for hard breaks of a paragraph. Expects a settled block. */
export function inlineToMarkdown(nodes: readonly Node[], place: InlinePlace): string {
  const items = itemsOf(nodes, place);
  chooseItalics(items);
  protectEdges(items);
  while (protectDelimiters(items)) continue;
  return items.map(typedOf).join("");
}

function typedOf(item: Item): string {
  return item.kind === "words" ? item.signs.join("") : item.typed;
}

function itemsOf(nodes: readonly Node[], place: InlinePlace): Item[] {
  const items: Item[] = [];
  const open: Mark[] = [];
  const wanted = marksAt(nodes);
  const isShort = (index: number) => isAutolink(nodes, index);
  const close = (index: number) => {
    const mark = open.pop();
    if (mark?.type.name === "link") {
      if (!isShort(index - 1)) items.push({ kind: "raw", typed: `](${destination(mark)})` });
    } else if (mark) items.push(delimiter(mark, false));
  };
  for (const [index, node] of nodes.entries()) {
    const marks = wanted[index] ?? [];
    const link = marks.find(({ type }) => type.name === "link");
    const end = (mark: Mark) => endOf(mark, index, wanted, mark === link ? nodes.length : index + farthest);
    // A link is never parted, since a piece of it might have no words left to be seen: marks that end inside it end before it.
    const linkEnd = link && !link.isInSet(open) ? end(link) : 0;
    const ending = open.findIndex((mark) => !mark.isInSet(marks) || end(mark) < linkEnd);
    while (ending >= 0 && open.length > ending) close(index);
    const opening = marks
      .filter((mark) => !mark.isInSet(open))
      .map((mark) => ({ mark, end: mark === link ? linkEnd - 0.5 : end(mark) }));
    for (const { mark } of opening.sort((one, other) => other.end - one.end)) {
      open.push(mark);
      if (mark.type.name !== "link") items.push(delimiter(mark, true));
      else if (!isShort(index)) items.push({ kind: "raw", typed: "[" });
    }
    items.push(
      isShort(index) ? { kind: "raw", typed: `<${node.text}>` } : itemOf(nodes, index, place, Boolean(link)),
    );
  }
  while (open.length > 0) close(nodes.length);
  return items;
}

function endOf(mark: Mark, start: number, wanted: Mark[][], most: number): number {
  let end = start;
  while (end < most && mark.isInSet(wanted[end] ?? [])) end += 1;
  return end;
}

const marksOf = (node: Node) => node.marks.filter(({ type }) => type.name !== "code");

/** How many nodes ahead are looked at for which mark goes on longest. */
const farthest = 50;
const passing = new Set(["hardBreak", "footnoteReference"]);

/**
 * The marks that stand open at each node. Breaks and references to notes do not part the marks around them; a link goes on over breaks
 * alone, and parts everything else.
 */
function marksAt(nodes: readonly Node[]): Mark[][] {
  const marks: Mark[][] = [];
  for (let index = 0; index < nodes.length;) {
    let end = index;
    while (end < nodes.length && passing.has(nodes[end]?.type.name ?? "")) end += 1;
    if (end > index) {
      const between = common(nodes[index - 1], nodes.slice(index, end), nodes[end]);
      while (index < end) marks[index++] = between;
    } else {
      const node = nodes[index];
      marks[index++] = node?.isText ? marksOf(node) : [];
    }
  }
  return marks;
}

function common(before: Node | undefined, between: readonly Node[], after: Node | undefined): Mark[] {
  if (!before?.isText || !after?.isText) return [];
  const link = linkOf(before) ?? linkOf(after);
  const isOverBreaks = between.every(({ type }) => type.name === "hardBreak");
  if (link && !(isOverBreaks && link.isInSet(before.marks) && link.isInSet(after.marks))) return [];
  return marksOf(before).filter((mark) => mark.isInSet(after.marks));
}

const linkOf = (node: Node) => node.marks.find(({ type }) => type.name === "link");

function delimiter(mark: Mark, opens: boolean): Item {
  const { name } = mark.type;
  return { kind: "delimiter", typed: delimiters[name] ?? "", opens, isItalic: name === "italic" };
}

function itemOf(nodes: readonly Node[], index: number, place: InlinePlace, inLink: boolean): Item {
  const node = nodes[index];
  const attrs = node?.attrs ?? {};
  switch (node?.type.name) {
    case "text":
      return node.marks.some(({ type }) => type.name === "code")
        ? { kind: "raw", typed: codeSpan(node.text ?? "") }
        : {
            kind: "words",
            signs: escapedSigns(node.text ?? "", {
              startsLine:
                place === "paragraph" && (index === 0 || nodes[index - 1]?.type.name === "hardBreak"),
              startsBlock: index === 0,
              inLink,
              endsHeading: place === "heading" && index === nodes.length - 1,
            }),
          };
    case "hardBreak":
      if (place !== "paragraph") return { kind: "raw", typed: "<br>" };
      return { kind: "raw", typed: index === nodes.length - 1 ? "\\\n&nbsp;" : "\\\n" };
    case "footnoteReference":
      return { kind: "raw", typed: `[^${attrs.label}]` };
    case "documentLink":
      return { kind: "raw", typed: `[${label(attrs.title)}](${documentAddress(attrs.id)})` };
    case "mention":
      return { kind: "raw", typed: `[${label(`@${attrs.name}`)}](${personAddress(attrs.personId)})` };
    default:
      return { kind: "raw", typed: "" };
  }
}

function label(text: string): string {
  return escapedSigns(text, { startsLine: false, startsBlock: false, inLink: true, endsHeading: false }).join(
    "",
  );
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  // One run of another length does not end the code: the shortest that does not occur will do, but longer ones read better.
  const fence = "`".repeat(longest + 1);
  const isPadded = /^`|`$/.test(text) || (/^ .* $/s.test(text) && /[^ ]/.test(text));
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function destination({ attrs }: Mark): string {
  const href = String(attrs.href)
    .replace(/[()\\]/g, "\\$&")
    .replace(/&(?=#?\w)/g, "&amp;");
  if (attrs.title === null) return href;
  const title = String(attrs.title)
    .replace(/["\\]/g, "\\$&")
    .replace(/&(?=#?\w)/g, "&amp;")
    .replace(/[\n\r]/g, coded);
  return `${href} "${title}"`;
}

/** Whether the link at this place is alone its address, so that `<address>` says all of it. */
function isAutolink(nodes: readonly Node[], index: number): boolean {
  const node = nodes[index];
  const link = node?.marks.find(({ type }) => type.name === "link");
  if (!node?.text || !link || link.attrs.title !== null) return false;
  if (node.marks.some(({ type }) => type.name === "code")) return false;
  const beside = [nodes[index - 1], nodes[index + 1]];
  if (beside.some((other) => other && (link.isInSet(other.marks) || other.type.name === "hardBreak")))
    return false;
  return (
    /^[a-z][a-z0-9+.-]{1,31}:[^<>\s\p{C}]+$/iu.test(node.text) &&
    dialect.normalizeLink(node.text) === link.attrs.href &&
    dialect.normalizeLinkText(link.attrs.href) === node.text
  );
}

/** Italics beside bold take `_`, so that their stars do not run into each other. */
function chooseItalics(items: Item[]): void {
  const opened: number[] = [];
  const besideStars = (index: number) =>
    [items[index - 1], items[index + 1]].some(
      (item) => item?.kind === "delimiter" && item.typed.includes("*"),
    );
  for (const [index, item] of items.entries()) {
    if (item.kind !== "delimiter" || !item.isItalic) continue;
    if (item.opens) opened.push(index);
    else {
      const start = opened.pop() ?? index;
      const opening = items[start];
      if (opening?.kind === "delimiter" && (besideStars(start) || besideStars(index)))
        opening.typed = item.typed = "_";
    }
  }
}

const space = /^\s/;

/** Spaces at the beginning or the end of a line would be dropped. */
function protectEdges(items: Item[]): void {
  for (const [index, item] of items.entries()) {
    if (item.kind !== "words") continue;
    if (space.test(item.signs[0] ?? "") && isEdge(items[index - 1])) encode(item, 0);
    if (space.test(item.signs.at(-1) ?? "") && isEdge(items[index + 1])) encode(item, item.signs.length - 1);
  }
}

const isEdge = (item: Item | undefined) => !item || (item.kind === "raw" && /\n|^<br/.test(item.typed));

function encode(item: Item | undefined, index: number): boolean {
  const sign = item?.kind === "words" ? item.signs[index] : undefined;
  if (item?.kind !== "words" || sign === undefined || sign.startsWith("&#")) return false;
  item.signs[index] = coded(sign.startsWith("\\") ? sign.slice(1) : sign);
  return true;
}

type SignClass = "space" | "sign" | "letter";

function classOf(sign: string | undefined): SignClass {
  const code = sign?.codePointAt(0);
  if (code === undefined || dialect.utils.isWhiteSpace(code)) return "space";
  return dialect.utils.isMdAsciiPunct(code) || dialect.utils.isPunctCharCode(code) ? "sign" : "letter";
}

const firstClass = (item: Item | undefined) =>
  classOf(item && (item.kind === "words" ? item.signs[0] : item.typed));
const lastClass = (item: Item | undefined): SignClass => {
  if (!item) return "space";
  if (item.kind !== "words") return item.kind === "delimiter" ? "sign" : classOf(item.typed.at(-1));
  const last = item.signs.at(-1) ?? "";
  return last.length > 1 && /^[\\&]/.test(last) ? "sign" : classOf(last);
};

/** Turns the signs beside a delimiter into codes where it would else not open or close; true where something was turned. */
function protectDelimiters(items: Item[]): boolean {
  let isTurned = false;
  for (const [index, item] of items.entries()) {
    if (item.kind !== "delimiter") continue;
    const [outside, inside] = item.opens
      ? [items[index - 1], items[index + 1]]
      : [items[index + 1], items[index - 1]];
    const outer = item.opens ? lastClass(outside) : firstClass(outside);
    const inner = item.opens ? firstClass(inside) : lastClass(inside);
    const end = (words: Item | undefined, isBefore: boolean) =>
      words?.kind === "words" ? encode(words, isBefore ? words.signs.length - 1 : 0) : false;
    if (inner === "space") isTurned = end(inside, !item.opens) || isTurned;
    if (outer === "letter" && (inner !== "letter" || item.typed === "_"))
      isTurned = end(outside, item.opens) || isTurned;
  }
  return isTurned;
}

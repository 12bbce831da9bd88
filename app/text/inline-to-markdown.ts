// The words of one block as Markdown: marks opened and closed so that they mean what they are, whatever stands beside them.
import type { Mark, Node } from "@tiptap/pm/model";
import { dialect } from "~/text/dialect";
import { coded, escapedSigns } from "~/text/escape-markdown";
import { type Item, protectedItems, typedOf } from "~/text/protect-marks";
import { documentAddress, personAddress } from "~/text/own-addresses";
import { pictureAddress } from "~/text/own-pictures";

export type InlinePlace = "paragraph" | "heading" | "cell";

const delimiters: Record<string, string> = { bold: "**", italic: "*", strike: "~~" };

/** The nodes as Markdown, on one line but for hard breaks of a paragraph. Expects a settled block. */
export function inlineToMarkdown(nodes: readonly Node[], place: InlinePlace): string {
  return protectedItems(itemsOf(nodes, place)).map(typedOf).join("");
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
  return attrs.title === null ? href : `${href} ${quoted(attrs.title)}`;
}

function quoted(title: unknown): string {
  const written = String(title)
    .replace(/["\\]/g, "\\$&")
    .replace(/&(?=#?\w)/g, "&amp;")
    .replace(/[\n\r]/g, coded);
  return `"${written}"`;
}

/** A settled picture as it stands alone on its line or in its cell. */
export function pictureToMarkdown({ attrs: { file, width, height, alt, caption } }: Node): string {
  const title = caption === "" ? "" : ` ${quoted(caption)}`;
  return `![${label(alt)}](${pictureAddress({ file, width, height })}${title})`;
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

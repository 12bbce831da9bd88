// Blocks of a compared text as HTML, in the elements of the reading view (app/text/render.ts).
import type { Node } from "@tiptap/pm/model";
import { escaped } from "~/text/escaped";
import { pictureOf, pictureSources } from "~/text/own-pictures";
import { isVisible } from "~/text/visible-text";
import { isMadeOtherwise } from "./amount";
import type { Compared, Inside, Line } from "./compared";
import { inState, lineHtml, runsHtml, type InlineWriting, type State } from "./inline-html";
import { filled, type CompareLabels } from "./labels";
import { sayableAttributes } from "./sameness";
import { tableHtml, wholeTableHtml } from "./table-html";

export interface BlockWriting extends InlineWriting {
  /** The level of a heading on its page, for each in reading order. */
  levelOf(heading: Node): number;
  /** Counts the tables, whose frames bear their number. */
  nextTable(): number;
}

/** A block all of which is the same, came, or went. `isSpoken`: it is said so at its first words. */
export function wholeHtml(node: Node, state: State, writing: BlockWriting, isSpoken = false): string {
  if (node.isTextblock && !node.type.spec.code) {
    const words = lineHtml(node, state, writing, isSpoken);
    return inElement(node, words, writing);
  }
  const blocks = () => wholeBlocks(node.children, state, writing, isSpoken);
  switch (node.type.name) {
    case "bulletList":
    case "orderedList":
    case "taskList":
      return listHtml(
        node,
        node.children.map((item, at) =>
          itemHtml(item, wholeBlocks(item.children, state, writing, isSpoken && at === 0)),
        ),
      );
    case "listItem":
    case "taskItem":
      return itemHtml(node, blocks());
    case "blockquote":
      return `<blockquote>${blocks()}</blockquote>`;
    case "codeBlock":
      return `<pre class="code"><code>${inState(escaped(node.textContent), state, writing, isSpoken)}</code></pre>`;
    case "horizontalRule":
      return "<hr>";
    case "picture":
      return pictureHtml(node, state, writing, isSpoken);
    case "table":
      return wholeTableHtml(node, state, writing, isSpoken, wholeHtml);
    case "footnote":
      return noteHtml(node, blocks(), state, writing);
    default:
      return node.isLeaf ? thingHtml(node, state, writing, isSpoken) : blocks();
  }
}

function wholeBlocks(nodes: readonly Node[], state: State, writing: BlockWriting, isSpoken: boolean): string {
  return nodes.map((node, at) => wholeHtml(node, state, writing, isSpoken && at === 0)).join("");
}

/** A block as comparing found it. */
export function comparedHtml(block: Compared, writing: BlockWriting, isSpoken = true): string {
  switch (block.as) {
    case "same":
      return wholeHtml(block.node, "same", writing);
    case "added":
      return wholeHtml(block.node, "added", writing, isSpoken);
    case "removed":
      return wholeHtml(block.was, "removed", writing, isSpoken);
    case "moved-away":
      return asItem(block.was, awayHtml(block.was, writing.labels));
    case "changed": {
      const note = isMadeOtherwise(block) ? asideHtml(madeOtherwise(block, writing.labels)) : "";
      return changedHtml(block, note, writing);
    }
  }
}

/** In a list even what stands elsewhere now is an item. */
function asItem({ type }: Node, html: string): string {
  return type.name === "listItem" || type.name === "taskItem" ? `<li>${html}</li>` : html;
}

const asideHtml = (words: string) => `<p class="compared-note">${escaped(words)}</p>`;

function awayHtml(was: Node, labels: CompareLabels): string {
  return `<p class="compared-note">${escaped(labels.standsElsewhere)}: ${firstWords(was)}</p>`;
}

/** Enough of a block to know which it is. */
export function firstWords(node: Node): string {
  const words = node.textBetween(0, node.content.size, " ", " ").trim().split(/\s+/u);
  const shown = words.slice(0, 10).join(" ").slice(0, 120);
  return `<q>${escaped(shown)}${words.length > 10 ? " …" : ""}</q>`;
}

function madeOtherwise({ node, was }: { node: Node; was: Node }, labels: CompareLabels): string {
  if (node.type.name === "taskItem" && was.type.name === "taskItem")
    return node.attrs.checked === true ? labels.ticked : labels.unticked;
  const form = labels.forms[was.type.name];
  if (node.type !== was.type && form) return filled(labels.was, { form });
  if (node.type.name === "orderedList")
    return filled(labels.numberedFrom, { number: String(was.attrs.start) });
  return labels.restyled;
}

function changedHtml(
  { node, was, inside }: Extract<Compared, { as: "changed" }>,
  note: string,
  writing: BlockWriting,
): string {
  const within = insideHtml(inside, { node, was }, writing);
  switch (node.type.name) {
    case "bulletList":
    case "orderedList":
    case "taskList":
      return `${note}${listHtml(node, [within])}`;
    case "listItem":
      return itemHtml(node, `${note}${within}`);
    case "taskItem":
      return itemHtml(node, `${within}${note}`);
    case "blockquote":
      return `<blockquote>${within}</blockquote>`;
    case "footnote":
      return noteHtml(node, within, "same", writing);
    default:
      return `${note}${inside.of === "words" ? inElement(node, within, writing) : within}`;
  }
}

function insideHtml(inside: Inside, { node, was }: { node: Node; was: Node }, writing: BlockWriting): string {
  switch (inside.of) {
    case "words":
      return runsHtml(inside.runs, writing);
    case "blocks":
      return inside.blocks.map((block) => nestedHtml(block, writing)).join("");
    case "lines":
      return `<pre class="code"><code>${linesHtml(inside.lines, writing)}</code></pre>`;
    case "table":
      return tableHtml(inside, writing, comparedHtml);
    case "attributes":
      return `${wholeHtml(was, "removed", writing, true)}${wholeHtml(node, "added", writing, true)}`;
  }
}

/** Of what moved within a list or a quotation it is said where it stands now. */
function nestedHtml(block: Compared, writing: BlockWriting): string {
  const html = comparedHtml(block, writing);
  if (block.as === "moved-away" || !("move" in block) || !block.move) return html;
  const note = asideHtml(writing.labels.stoodElsewhere);
  return html.startsWith("<li") ? html.replace(/^<li[^>]*>/, (item) => `${item}${note}`) : `${note}${html}`;
}

function linesHtml(lines: readonly Line[], writing: BlockWriting): string {
  return lines
    .map(({ as, text }) => {
      const sign = as === "added" ? "+ " : as === "removed" ? "\u2212 " : "";
      const shown = sign === "" ? "" : `<span aria-hidden="true">${sign}</span>`;
      return `${shown}${inState(escaped(text), as, writing, true)}`;
    })
    .join("\n");
}

/** A paragraph or a heading; a heading without words is none. */
function inElement(node: Node, words: string, writing: BlockWriting): string {
  if (node.type.name !== "heading" || !isVisible(node.textContent)) return `<p>${words}</p>`;
  const level = writing.levelOf(node);
  return `<h${level}>${words}</h${level}>`;
}

function listHtml(list: Node, items: string[]): string {
  const { start } = list.attrs as { start?: number | null };
  const isNumbered = list.type.name === "orderedList" || (start !== null && start !== undefined);
  const element = isNumbered ? "ol" : "ul";
  const from = isNumbered && start !== 1 ? ` start="${Number(start)}"` : "";
  const tasks = list.type.name === "taskList" ? ` class="task-list"` : "";
  return `<${element}${tasks}${from}>${items.join("")}</${element}>`;
}

/** `blocks`: its content; short items stand without a paragraph of their own. */
function itemHtml(item: Node, blocks: string): string {
  const content = onlyParagraph(blocks) ?? blocks;
  if (item.type.name !== "taskItem") return `<li>${content}</li>`;
  const box = `<input type="checkbox" disabled=""${item.attrs.checked === true ? ` checked=""` : ""}> `;
  // The box belongs to the first words.
  const [from, to] = content.startsWith("<p")
    ? [content.indexOf("<p>") + 3, content.indexOf("</p>", content.indexOf("<p>"))]
    : [0, content.length];
  return `<li class="task">${content.slice(0, from)}<label>${box}${content.slice(from, to)}</label>${content.slice(to)}</li>`;
}

/** What is in the paragraph, where these blocks are one paragraph and nothing else. */
export function onlyParagraph(blocks: string): string | undefined {
  const isOnly = blocks.startsWith("<p>") && blocks.indexOf("</p>") === blocks.length - 4;
  return isOnly ? blocks.slice(3, -4) : undefined;
}

function noteHtml(note: Node, blocks: string, state: State, { notes }: InlineWriting): string {
  const label = String(note.attrs.label);
  const number = notes[state === "removed" ? "was" : "is"].get(label) ?? label;
  return `<div class="compared-footnote"><span class="compared-footnote-number">[${escaped(String(number))}]</span><div>${blocks}</div></div>`;
}

/** A picture and what is said of it; of one that came or went that is told below it. */
function pictureHtml(node: Node, state: State, writing: BlockWriting, isSpoken: boolean): string {
  const { file, width, height, alt, caption } = node.attrs as Record<string, unknown>;
  const picture = pictureOf({ file, width, height });
  if (!picture) return thingHtml(node, state, writing, isSpoken);
  const { src, srcset, sizes } = pictureSources(picture);
  const [described, below] = [String(alt), String(caption)];
  const told = [below, state === "same" ? "" : described].filter((words) => words.trim() !== "");
  const words = told.length > 0 || state === "same" ? told.join(" · ") : writing.labels.picture;
  const said =
    words === "" ? "" : `<figcaption>${inState(escaped(words), state, writing, isSpoken)}</figcaption>`;
  return `<figure class="compared-picture"><img src="${src}" srcset="${srcset}" sizes="${sizes}" width="${picture.width}" height="${picture.height}" loading="lazy" alt="${escaped(described)}">${said}</figure>`;
}

/** Something without words of its own, told by what is said of it. */
function thingHtml(node: Node, state: State, writing: BlockWriting, isSpoken: boolean): string {
  const words = sayableAttributes(node).map(escaped).join(" · ");
  return words === "" ? "<hr>" : `<p class="compared-thing">${inState(words, state, writing, isSpoken)}</p>`;
}

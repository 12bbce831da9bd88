// A compared text as its readers see it: every change marked and numbered, long stretches in which nothing changed folded away.
import type { Node } from "@tiptap/pm/model";
import { escaped } from "~/text/escaped";
import { isVisible } from "~/text/visible-text";
import { comparedHtml, firstWords, type BlockWriting } from "./block-html";
import { notesTitle, type ComparedDocuments, type Group } from "./compare-documents";
import type { Compared } from "./compared";
import { filled, type CompareLabels } from "./labels";

export interface ComparedPart {
  html: string;
  /** How many blocks it has, all as they were; 0: it is shown, since something changed in it or beside it. */
  folded: number;
}

/** One unchanged block stands on each side of a change; fewer than so many are not worth folding. */
const fewest = 2;

const signs: Record<Group["as"], string> = {
  same: "",
  changed: "\u00b1",
  added: "+",
  removed: "\u2212",
  "moved-here": "\u2195",
  "moved-away": "\u2195",
};

/** `topHeading`: the level of the text's highest heading on its page; `prefix` keeps ids of several comparisons on one page apart. */
export function comparedParts(
  documents: ComparedDocuments,
  labels: CompareLabels,
  { topHeading, prefix }: { topHeading: number; prefix: string },
): ComparedPart[] {
  const writing = writingOf(documents, labels, topHeading);
  const shown = shownBlocks(documents);
  const parts: ComparedPart[] = [];
  let tables = "";
  const add = (html: string, isFolded: boolean) => {
    const last = parts.at(-1);
    if (last && last.folded > 0 === isFolded) {
      last.html += html;
      if (isFolded) last.folded += 1;
    } else parts.push({ html, folded: isFolded ? 1 : 0 });
  };
  for (const group of documents.groups) {
    const isFirstNote = tables === "" && documents.sections[group.section]?.title === notesTitle;
    if (isFirstNote) {
      tables = "notes";
      add(`<h${topHeading}>${escaped(labels.notes)}</h${topHeading}>`, false);
    }
    if (group.number !== null) add(groupHtml(group, documents, writing, prefix), false);
    else for (const block of group.blocks) add(comparedHtml(block, writing), !shown.has(block));
  }
  return unfoldShort(parts);
}

function unfoldShort(parts: readonly ComparedPart[]): ComparedPart[] {
  const joined: ComparedPart[] = [];
  for (const part of parts) {
    const folded = part.folded < fewest ? 0 : part.folded;
    const last = joined.at(-1);
    if (last && last.folded === 0 && folded === 0) last.html += part.html;
    else joined.push({ html: part.html, folded });
  }
  return joined;
}

/** What is the same and stands beside a change, and the headings of the sections in which something changed. */
function shownBlocks({ groups, sections }: ComparedDocuments): ReadonlySet<Compared> {
  const shown = new Set<Compared>();
  for (const [index, group] of groups.entries()) {
    if (group.number !== null) continue;
    const [first] = group.blocks;
    const last = group.blocks.at(-1);
    if (first && groups[index - 1]?.number != null) shown.add(first);
    if (last && groups[index + 1]?.number != null) shown.add(last);
    const isTold = sections[group.section]?.firstChange != null;
    for (const block of group.blocks)
      if (isTold && block.as === "same" && block.node.type.name === "heading") shown.add(block);
  }
  return shown;
}

function groupHtml(
  { number, as, blocks }: Group,
  documents: ComparedDocuments,
  writing: BlockWriting,
  prefix: string,
): string {
  const { labels } = writing;
  const spoken: Partial<Record<Group["as"], string>> = {
    added: labels.added,
    removed: labels.removed,
    changed: labels.changed,
  };
  const said = spoken[as] ? `<span class="hidden-words">${escaped(spoken[as])}: </span>` : "";
  return `<div class="compared-change compared-${as}" id="${prefix}change-${number}" tabindex="-1"><span class="compared-sign" aria-hidden="true">${signs[as]}</span>${said}${movedNote(as, blocks, documents, labels)}${
    as === "moved-away" ? "" : blocks.map((block) => comparedHtml(block, writing, false)).join("")
  }</div>`;
}

/** Says of what stands elsewhere now where that is, and of what stands here where it was. */
function movedNote(
  as: Group["as"],
  blocks: readonly Compared[],
  { moves, sections }: ComparedDocuments,
  labels: CompareLabels,
): string {
  const [block] = blocks;
  if (!block || !("move" in block) || !block.move) return "";
  const { from, to } = moves.get(block.move.number) ?? { from: 0, to: 0 };
  const nameOf = (place: number) => sectionName(sections[place]?.title ?? "", labels);
  const isAway = as === "moved-away";
  const words =
    from === to
      ? labels[isAway ? "standsElsewhere" : "stoodElsewhere"]
      : filled(labels[isAway ? "movedAway" : "movedHere"], { section: nameOf(isAway ? to : from) });
  const which = isAway && block.as === "moved-away" ? `: ${firstWords(block.was)}` : "";
  return `<p class="compared-note">${escaped(words)}${which}</p>`;
}

/** What a section is called on the page. */
export function sectionName(title: string, labels: CompareLabels): string {
  if (title === notesTitle) return labels.notes;
  if (title === "") return labels.beginning;
  return isVisible(title) ? title.trim() : labels.untitled;
}

function writingOf(
  { groups, notes }: ComparedDocuments,
  labels: CompareLabels,
  topHeading: number,
): BlockWriting {
  const levels = new Map<Node, number>();
  const above: number[] = [];
  for (const node of groups.flatMap(({ blocks }) =>
    blocks.map((block) => ("node" in block ? block.node : block.was)),
  )) {
    if (node.type.name !== "heading") continue;
    const typed = Number(node.attrs.level);
    while ((above.at(-1) ?? 0) >= typed) above.pop();
    above.push(typed);
    levels.set(node, Math.min(6, topHeading + above.length - 1));
  }
  let tables = 0;
  return {
    labels,
    notes,
    levelOf: (heading) => levels.get(heading) ?? 6,
    nextTable: () => (tables += 1),
  };
}

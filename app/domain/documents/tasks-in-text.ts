// What a visit note or minutes agree on: the boxes of their text, with whom they name and until when. A box with both is a task.
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { lastDayIn } from "~/text/day-in-words";
import { isVisible } from "~/text/visible-text";
import type { DocumentKind } from "./document";

export interface Box {
  /** Which of the text's boxes it is, counted from 0, as they are shown. */
  place: number;
  /** Its own words, without those of what is indented below it. */
  words: string;
  /** Whom it names first, and the day it names last. */
  personId: string | null;
  day: string | null;
  isDone: boolean;
}

/** What is agreed in other texts is no task: a plan's list of steps is its own. */
export const kindsWithTasks: readonly DocumentKind[] = ["visit-note", "minutes"];

/** More of a task's words than these no list shows. */
const mostWords = 500;

/** Whether it can hold a task at all: a text without a box that could name somebody need not be read for them. */
export function mayHoldTasks(markdown: string): boolean {
  return /\[[ xX]\]/.test(markdown) && markdown.includes("/people/");
}

/** The boxes of this text in their order. One without words is shown as none; one in a footnote, which is shown elsewhere, is no agreement. */
export function boxesIn(document: Node): Box[] {
  return boxNodes(document).map(({ node }, place) => boxOf(node, place));
}

/** The document with this box ticked, or not; null where no box of these words is at its place. */
export function withBox(
  document: Node,
  { place, words, isDone }: Omit<Box, "personId" | "day">,
): Node | null {
  const box = boxNodes(document)[place];
  if (!box || boxOf(box.node, place).words !== words) return null;
  const { node, at } = box;
  const ticked = node.type.create({ ...node.attrs, checked: isDone }, node.content, node.marks);
  return document.replace(at, at + node.nodeSize, new Slice(Fragment.from(ticked), 0, 0));
}

/** Each with where it stands in the document. */
function boxNodes(document: Node): Array<{ node: Node; at: number }> {
  const found: Array<{ node: Node; at: number }> = [];
  document.descendants((node, at) => {
    if (node.type.name === "footnote") return false;
    if (node.type.name === "taskItem" && isShown(node)) found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}

function isShown(item: Node): boolean {
  const first = item.firstChild;
  let isAny = false;
  first?.forEach((inline) => {
    if (inline.isAtom && !inline.isText && inline.type.name !== "hardBreak") isAny = true;
  });
  return isAny || isVisible(first?.textContent ?? "");
}

function boxOf(item: Node, place: number): Box {
  const parts: string[] = [];
  let personId: string | null = null;
  item.forEach((block) => {
    if (!block.isTextblock) return;
    let words = "";
    block.forEach((inline) => {
      const { personId: mentioned, name } = inline.attrs as { personId?: string; name?: string };
      personId ??= mentioned ?? linkedPerson(inline);
      words += mentioned === undefined ? (inline.text ?? " ") : `@${name ?? ""}`;
    });
    parts.push(words);
  });
  const words = parts.join(" ").replace(/\s+/gu, " ").trim();
  const { checked } = item.attrs as { checked?: boolean };
  return {
    place,
    words: words.slice(0, mostWords),
    personId,
    day: lastDayIn(words),
    isDone: checked === true,
  };
}

/** Where the name is a link of the writer's own. */
function linkedPerson({ marks }: Node): string | null {
  for (const { attrs } of marks) {
    const href = (attrs as { href?: unknown }).href;
    const id = typeof href === "string" ? /^\/people\/([0-9a-hjkmnp-tv-z]{20})$/.exec(href)?.[1] : undefined;
    if (id !== undefined) return id;
  }
  return null;
}

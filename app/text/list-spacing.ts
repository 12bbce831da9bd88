// When the items of a list stand close together in Markdown, and when a blank line has to part them.
import type { Node } from "@tiptap/pm/model";

export const isList = (node: Node) => node.type.spec.group === "block list";

/**
 * The blocks of an item that are written: an empty paragraph before another block is only the place of the marker, and so is one that
 * is alone; a task always has its words' place written.
 */
export function writtenBlocks(item: Node): readonly Node[] {
  const [first, second] = item.children;
  const isMarkerOnly =
    item.type.name === "listItem" &&
    first?.childCount === 0 &&
    (second === undefined || second.type.name !== "paragraph");
  return isMarkerOnly ? item.children.slice(1) : item.children;
}

/** Whether the list's items are written with blank lines between them. */
export function standsApart(list: Node): boolean {
  return Boolean(list.attrs.loose) || mustStandApart(list);
}

/** Whether the wish to stand apart can be said: it shows only in paragraphs, and only between two blocks. */
export function mayStandApart(list: Node): boolean {
  const items = list.children.map(writtenBlocks);
  return (
    (items.length > 1 || items.some((blocks) => blocks.length > 1)) &&
    items.some((blocks) => blocks.some((block) => block.type.name === "paragraph")) &&
    !mustStandApart(list)
  );
}

function mustStandApart(list: Node): boolean {
  return list.children.some((item) => {
    const blocks = writtenBlocks(item);
    return blocks.some((block, index) => index > 0 && !maySit(blocks[index - 1], block));
  });
}

/** In Markdown a picture is a paragraph of its own. */
const isParagraph = (kind: string) => kind === "paragraph" || kind === "picture";

/** Whether a block can follow another on the next line without becoming part of it. */
function maySit(above: Node | undefined, below: Node): boolean {
  if (!above || below.type.name === "guidance" || above.type.name === "guidance") return false;
  const kind = above.type.name;
  if (kind === "heading" || kind === "codeBlock" || kind === "horizontalRule") return true;
  if (isParagraph(kind)) return interrupts(below);
  if (isList(above)) return interrupts(below) && below.type.name !== "table" && !isEmptyQuote(below);
  return false;
}

function interrupts(block: Node): boolean {
  const kind = block.type.name;
  if (!isList(block)) return !isParagraph(kind) && kind !== "table";
  const [item] = block.children;
  const isWritten = item !== undefined && (kind === "taskList" || beginsWritten(item));
  return isWritten && (block.attrs.start ?? 1) === 1;
}

/** An item without anything on its first line cannot follow a paragraph. */
function beginsWritten(item: Node): boolean {
  return writtenBlocks(item).length > 0;
}

const isEmptyQuote = (block: Node) => block.type.name === "blockquote" && block.textContent === "";

// What a writer gets back of edits that were refused: the passages they stand in, for copying.
import { Fragment, type Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { textField } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";
import { fromShared } from "~/text/shared-document";

/**
 * The outermost passages of the text in which something written by these edits stands, as Markdown in the order of the text; "" where they
 * only deleted. The text itself is not touched.
 */
export function refusedWords(shared: Y.Doc, edits: readonly Uint8Array[]): string {
  const copy = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
    const root = copy.getXmlFragment(textField);
    const touched = passagesWith(copy, root, edits);
    if (touched.size === 0) return "";
    copy.transact(() => {
      for (let at = root.length - 1; at >= 0; at -= 1) if (!touched.has(root.get(at))) root.delete(at);
    });
    return toMarkdown(withoutEmpty(fromShared(copy).document)).trim();
  } finally {
    copy.destroy();
  }
}

function passagesWith(copy: Y.Doc, root: Y.XmlFragment, edits: readonly Uint8Array[]): Set<unknown> {
  const passages = new Set<unknown>();
  for (const edit of edits)
    for (const { id, length } of Y.decodeUpdate(edit).structs)
      for (const struct of copy.store.clients.get(id.client) ?? [])
        if (struct.id.clock < id.clock + length && id.clock < struct.id.clock + struct.length)
          if (struct instanceof Y.Item && !struct.deleted) passages.add(passageOf(struct, root));
  return passages;
}

/** The child of the root in which it stands; the item's own, where it is one. */
function passageOf(item: Y.Item, root: Y.XmlFragment): unknown {
  let standing: Y.Item = item;
  while (standing.parent !== root) {
    const above = standing.parent instanceof Y.AbstractType ? standing.parent._item : null;
    if (!above) return undefined;
    standing = above;
  }
  return standing.content instanceof Y.ContentType ? standing.content.type : undefined;
}

/**
 * Empty paragraphs, and breaks and blanks at the edges of one, which Markdown holds as `&nbsp;` and `&#32;`: whoever copies words to write
 * them elsewhere would have to take that out again.
 */
function withoutEmpty(node: Node): Node {
  if (node.isText || node.childCount === 0 || node.type.spec.code) return node;
  if (node.isTextblock) return node.copy(Fragment.from(withoutEdges(node.children)));
  const children = node.children.map(withoutEmpty);
  const kept = children.filter(
    // An item of a list begins with its paragraph, whatever stands in it.
    (child, index) => !isEmptyParagraph(child) || (index === 0 && node.type.name.endsWith("Item")),
  );
  return node.copy(Fragment.from(kept.length > 0 ? kept : children.slice(0, 1)));
}

const isEmptyParagraph = (node: Node) => node.type.name === "paragraph" && node.childCount === 0;

function withoutEdges(inline: readonly Node[]): Node[] {
  const isBlank = (node?: Node) => node?.type.name === "hardBreak" || node?.text?.trim() === "";
  const kept = [...inline];
  while (isBlank(kept.at(-1))) kept.pop();
  while (isBlank(kept[0])) kept.shift();
  return kept.map((node, index) => {
    let { text = "" } = node;
    if (index === 0) text = text.trimStart();
    if (index === kept.length - 1) text = text.trimEnd();
    return node.isText ? node.type.schema.text(text, node.marks) : node;
  });
}

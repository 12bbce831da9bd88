// A text that was saved as Markdown, with what Markdown could not say of it put back where nobody changed anything.
import type { Node } from "@tiptap/pm/model";
import { documentSchema } from "./document-schema";
import { toMarkdown } from "./document-to-markdown";
import { readMarkdown } from "./markdown-to-document";

/**
 * `written` as somebody saved it who was shown `standing` as Markdown. Its blocks that are what they were shown are those of `standing`: a
 * table keeps its merged cells while another paragraph is mended. A block that was changed is as it was written.
 */
export function carriedOver(standing: Node, written: Node): Node {
  const shown = readMarkdown(toMarkdown(standing)).document;
  // Where Markdown parts the text into other blocks it is not known which is which.
  if (shown.childCount !== standing.childCount) return written;
  const blocks = [...written.children];
  let next = 0;
  for (let place = 0; place < shown.childCount; place += 1) {
    const [stands, said] = [standing.child(place), shown.child(place)];
    if (stands.eq(said)) continue;
    const found = blocks.findIndex((block, index) => index >= next && block.eq(said));
    if (found < 0) continue;
    blocks[found] = stands;
    next = found + 1;
  }
  return documentSchema.node("doc", null, blocks);
}

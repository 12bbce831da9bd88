// What Markdown cannot say of a document, told before anything of it is lost.
import type { Node } from "@tiptap/pm/model";
import { documentSchema } from "~/text/document-schema";
import { settledBlocks } from "~/text/settle-blocks";

/** Each is explained in docs/markdown.md. */
const limits = [
  "merged-cells",
  "column-widths",
  "cell-alignment",
  "cell-headers",
  "cell-blocks",
  "numbering",
  "link-address",
  "link-words",
  "mention",
  "document-link",
  "picture",
  "footnote-reference",
  "footnote-label",
  "depth",
  "signs",
  "image",
] as const;

export type LossKind = (typeof limits)[number];

export interface Loss {
  kind: LossKind;
  /** The first words of what it befalls, at most 80 characters; may be empty. */
  words: string;
}

/** Everything that Markdown of our dialect cannot say of a document, and of an image when Markdown is read. */
export function markdownLimits(): readonly LossKind[] {
  return limits;
}

/** The document as Markdown can say it, and what was lost by that. A document already settled comes back equal, without losses. */
export function settled(document: Node): { document: Node; losses: Loss[] } {
  const losses: Loss[] = [];
  const blocks = settledBlocks(document, (kind, words) => losses.push({ kind, words: beginning(words) }));
  return { document: documentSchema.node("doc", null, blocks), losses };
}

/** What would be lost if the document were written as Markdown and read again; empty for most. */
export function lossesOf(document: Node): Loss[] {
  return settled(document).losses;
}

function beginning(words: string): string {
  return words
    .slice(0, 80)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}

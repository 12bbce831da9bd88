// The editor's document as Markdown, and what Markdown cannot say of it; fetched when somebody needs it.
import type { Node } from "@tiptap/pm/model";
import { type Loss, lossesOf } from "~/text/document-loss";
import { documentSchema } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";

// The editor's schema says the same and is another object.
const settledSchema = (doc: Node) => documentSchema.nodeFromJSON(doc.toJSON());

/** `losses`: what in it Markdown cannot say. */
export function markdownOf(doc: Node): { markdown: string; losses: Loss[] } {
  const document = settledSchema(doc);
  return { markdown: toMarkdown(document), losses: lossesOf(document) };
}

/** How many things in it Markdown cannot say, and whoever reads it does not see therefore. */
export function countLosses(doc: Node): number {
  return lossesOf(settledSchema(doc)).length;
}

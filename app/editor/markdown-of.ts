// The editor's document as Markdown; fetched when somebody asks to see it.
import type { Node } from "@tiptap/pm/model";
import { lossesOf } from "~/text/document-loss";
import { documentSchema } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";

/** `losses`: how many things in it Markdown cannot say. */
export function markdownOf(doc: Node): { markdown: string; losses: number } {
  // The editor's schema says the same and is another object.
  const document = documentSchema.nodeFromJSON(doc.toJSON());
  return { markdown: toMarkdown(document), losses: lossesOf(document).length };
}

// What counts as a word of a text.
import type { Node } from "@tiptap/pm/model";

/** Words as the language divides them; guidance of a template is not the text's. */
export function wordsIn(doc: Node, language: string): number {
  const text = doc.textBetween(0, doc.content.size, "\n", " ");
  if (!("Segmenter" in Intl)) return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text))
    if (isWordLike) count += 1;
  return count;
}

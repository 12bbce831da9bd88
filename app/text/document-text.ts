// What a document says without its markup: for search, counts and excerpts.
import type { Node } from "@tiptap/pm/model";

/** The words, each block on a line of its own, the cells of a row parted by tabs; of a picture its description and its caption; guidance of a template is left out. */
export function textOfDocument(document: Node): string {
  return linesOf(document).join("\n");
}

function linesOf(node: Node): string[] {
  if (node.type.name === "tableRow") return [node.children.map((cell) => linesOf(cell).join(" ")).join("\t")];
  if (node.type.name === "picture")
    return [node.attrs.alt, node.attrs.caption].map(String).filter((line) => line !== "");
  if (node.isTextblock) return [node.children.map(wordsOf).join("")].filter((line) => line.trim() !== "");
  return node.children.flatMap(linesOf);
}

function wordsOf({ attrs, text, type }: Node): string {
  if (type.name === "hardBreak") return "\n";
  if (type.name === "mention") return `@${attrs.name}`;
  if (type.name === "documentLink") return String(attrs.title);
  return text ?? "";
}

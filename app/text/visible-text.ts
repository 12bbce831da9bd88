/** What a reader would hear of a piece of parsed text: names for headings, links and boxes are made of it. */
import type { Token } from "markdown-it";

/** The text of inline tokens without their markup; footnote numbers are left out. */
export function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
    else if (token.type === "image") text += textOf(token.children ?? []);
    else if (token.type === "picture") text += String(token.meta?.alt);
    else if (token.type === "text" || token.type === "text_special" || token.type === "code_inline") {
      text += token.content;
    }
  }
  return text;
}

/** Whether there is anything to see: a letter, a digit, a sign; spaces and invisible characters do not count. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

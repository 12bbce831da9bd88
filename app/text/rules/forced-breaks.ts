/** Line breaks where Markdown has none, in cells and headings: `<br>`, and `<br/>` between two paragraphs of a cell. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

const written = /(<br ?\/?>)/i;

/** Before escapes are joined with the text around them, so that `\<br>` stays what it says. */
function forcedBreaks(state: StateCore): void {
  for (const [index, inline] of state.tokens.entries()) {
    if (inline.type !== "inline" || !/^(?:th|td|heading)_open$/.test(state.tokens[index - 1]?.type ?? ""))
      continue;
    if (!inline.children?.some((child) => child.type === "text" && written.test(child.content))) continue;
    inline.children = inline.children.flatMap((child) =>
      child.type === "text" && written.test(child.content) ? parted(state, child) : [child],
    );
  }
}

function parted(state: StateCore, text: Token): Token[] {
  return text.content
    .split(written)
    .filter((part) => part !== "")
    .map((part) => {
      const isBreak = written.test(part);
      const token = new state.Token(isBreak ? "hardbreak" : "text", isBreak ? "br" : "", 0);
      token.level = text.level;
      if (isBreak) token.markup = part.toLowerCase();
      else token.content = part;
      return token;
    });
}

export function forcedLineBreaks(md: MarkdownIt): void {
  md.core.ruler.after("inline", "forced_breaks", forcedBreaks);
}

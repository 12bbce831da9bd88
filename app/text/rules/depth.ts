/** Bounds how deep a text may nest, without losing a word of it: what lies deeper is shown as plain paragraphs. */
import type { MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";

/** Ten lists inside each other, or twenty quotations. */
const deepestBlock = 20;
const deepestEmphasis = 12;

function flatParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  if (state.level < deepestBlock) return false;
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line)) {
    const indent = state.sCount[line] ?? 0;
    if (indent >= 0 && indent < state.blkIndent) break;
    line++;
  }
  state.push("paragraph_open", "p", 1).map = [startLine, line];
  const inline = state.push("inline", "", 0);
  inline.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  inline.map = [startLine, line];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = line;
  return true;
}

function asText(token: Token): void {
  token.type = "text";
  token.tag = "";
  token.nesting = 0;
  token.content = token.markup;
}

function flatEmphasis(state: StateInline): void {
  const flattened: boolean[] = [];
  for (const token of state.tokens) {
    if (!/^(?:em|strong|s)_/.test(token.type)) continue;
    if (token.nesting === 1) {
      flattened.push(flattened.length >= deepestEmphasis);
      if (flattened.length > deepestEmphasis) asText(token);
    } else if (flattened.pop()) asText(token);
  }
}

export function depth(md: MarkdownIt): void {
  md.block.ruler.before("table", "flat_paragraph", flatParagraph);
  md.inline.ruler2.before("fragments_join", "flat_emphasis", flatEmphasis);
}

/** Bounds how far a quotation looks ahead for lines that continue it without a `>` of their own. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { type BlockRule, wrapBlockRule } from "~/text/rules/wrap-block-rule";

/** The parser may have to look at such lines again and again; without a bound a hostile text makes that quadratic. */
const mostLazyLines = 50;

/** The line before which a quotation that starts here ends at the latest. */
function reach(state: StateBlock, startLine: number, endLine: number): number {
  let lazy = 0;
  let line = startLine;
  for (; line < endLine && !state.isEmpty(line); line++) {
    const first = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
    const marked = first === 0x3e && (state.sCount[line] ?? 0) >= state.blkIndent;
    if (!marked && ++lazy > mostLazyLines) break;
  }
  return line;
}

function bounded(blockquote: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!blockquote(state, startLine, endLine, true)) return false;
    return silent || blockquote(state, startLine, reach(state, startLine, endLine), false);
  };
}

export function quotations(md: MarkdownIt): void {
  wrapBlockRule(md, "blockquote", bounded);
}

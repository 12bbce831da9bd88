/** Tables: bounded in cells, aligned by class, each in a frame that scrolls and can be reached by keyboard. */
import type { Env, MarkdownIt, StateCore } from "markdown-it";
import { type BlockRule, wrapBlockRule } from "~/text/rules/wrap-block-rule";
import { settingsOf } from "~/text/settings";
import { isVisible, textOf } from "~/text/visible-text";

/** Cells that short rows are completed with come on top of the typed ones; a text may have as many as it has characters. */
const leastCells = 500;

const cellsOf = new WeakMap<Env, number>();

/** Ends a table where its completed cells would swell the page; the rows after it are shown as they were typed. */
function bounded(table: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!table(state, startLine, endLine, true)) return false;
    if (silent) return true;
    const delimiter = startLine + 1;
    const columns = state.src.slice(state.bMarks[delimiter], state.eMarks[delimiter]).split("|").length;
    const used = cellsOf.get(state.env) ?? 0;
    const allowedRows = Math.floor((Math.max(leastCells, state.src.length) - used) / columns) - 1;
    if (allowedRows < 0) return false;
    const done = table(state, startLine, Math.min(endLine, startLine + 2 + allowedRows), false);
    cellsOf.set(state.env, used + columns * (state.line - startLine - 1));
    return done;
  };
}

/** Numbers tables for their frames, says what heads a column, and puts classes where the parser puts styles. */
function finishTables(state: StateCore): void {
  let number = 0;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === "table_open") token.meta = { number: ++number };
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet("style")))?.[1];
    token.attrs = side ? [["class", `align-${side}`]] : null;
    if (token.type !== "th_open") continue;
    const close = state.tokens[index + 2];
    if (isVisible(textOf(state.tokens[index + 1]?.children ?? []))) token.attrPush(["scope", "col"]);
    else if (close) token.tag = close.tag = "td";
  }
}

export function tables(md: MarkdownIt): void {
  wrapBlockRule(md, "table", bounded);
  md.core.ruler.push("finish_tables", finishTables);

  md.renderer.rules.table_open = (tokens, index, _options, env) => {
    const label = md.utils.escapeHtml(settingsOf(env).tableLabel);
    return `<div class="table-frame" role="group" tabindex="0" aria-label="${label} ${tokens[index]?.meta?.number}">\n<table>\n`;
  };
  md.renderer.rules.table_close = () => "</table>\n</div>\n";
}

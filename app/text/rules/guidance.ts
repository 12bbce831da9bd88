/** A template's guidance in a text: `<!-- guidance: … -->` on a line of its own, for the writer and never for the reader. */
import type { MarkdownIt, StateBlock } from "markdown-it";

const line = /^<!-- guidance: (.*?) -->[ \t]*$/;
/** What would end the line or the guidance, and what begins a code for such a sign. */
const coded = /[&>\p{Cc}\u2028\u2029]|^\s|\s$/gu;

/** The line that says this guidance and nothing else. */
export function guidanceLine(text: string): string {
  return `<!-- guidance: ${text.replace(coded, (sign) => `&#${sign.charCodeAt(0)};`)} -->`;
}

function guidanceText(written: string): string {
  return written.replace(/&#(\d{1,5});/g, (_whole, code: string) => String.fromCharCode(Number(code)));
}

function rule(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("<!-- guidance: ", start)) return false;
  const [, written] = line.exec(state.src.slice(start, state.eMarks[startLine])) ?? [];
  if (written === undefined) return false;
  if (silent) return true;
  const token = state.push("guidance", "", 0);
  token.content = guidanceText(written);
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

export function guidance(md: MarkdownIt): void {
  md.block.ruler.before("reference", "guidance", rule);
  md.renderer.rules.guidance = () => "";
}

/** Puts a bound of ours around one of markdown-it's own block rules, which its public face can replace but not hand out. */
import type { MarkdownIt, StateBlock } from "markdown-it";

export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Replaces the named rule by what `wrap` makes of it, in the same place of the order. Throws where there is no such rule. */
export function wrapBlockRule(md: MarkdownIt, name: string, wrap: (rule: BlockRule) => BlockRule): void {
  const found = md.block.ruler.__rules__.find((rule) => rule.name === name);
  if (!found) throw new Error(`markdown-it has lost its block rule "${name}"`);
  md.block.ruler.at(name, wrap(found.fn), { alt: found.alt });
}

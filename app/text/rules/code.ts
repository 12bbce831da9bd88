/** Code blocks as plain elements: no language name of the author's choice reaches the page. */
import type { MarkdownIt } from "markdown-it";

export function code(md: MarkdownIt): void {
  const block = (content: string) => `<pre class="code"><code>${md.utils.escapeHtml(content)}</code></pre>\n`;
  md.renderer.rules.fence = (tokens, index) => block(tokens[index]?.content ?? "");
  md.renderer.rules.code_block = (tokens, index) => block(tokens[index]?.content ?? "");
}

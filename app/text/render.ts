/**
 * From Markdown to the HTML that everybody reads: pure, the same in the browser and on the server.
 *
 * What a style sheet meets, and nothing else (`tests/text/allowed.ts` holds the list against every text):
 * - `p`, `h2`–`h6` with an id, `em`, `strong`, `s`, `code`, `br`, `hr`, `blockquote`, `a`; web links carry `rel`.
 * - `ul`, `ol`, `li`; a list with tasks is `.task-list`, a task `li.task` and in it, or in its first `p`, a `label` that
 *   holds a disabled checkbox and the task's words. Its list marker is for the style sheet to hide.
 * - `div.table-frame` around each `table`: it can be focused and is to scroll sideways (`overflow-x: auto`). Cells may
 *   be `.align-left`, `.align-center`, `.align-right`; an empty head cell is a `td` in the `thead`.
 * - `pre.code > code`: cannot be focused, so it is to wrap (`white-space: pre-wrap; overflow-wrap: anywhere`).
 * - `sup.footnote-reference > a`, shown as `[1]`; at the end `div.footnotes > ol > li`, with `a.footnote-back` arrows.
 * - `figure` with an `img` of this house, whose width and height are known, and maybe a `figcaption` at its end; `p.undescribed` in it
 *   where the caller wants it said that nobody has described the picture.
 * - `pre.as-typed` alone when the text is shown as it was typed; it is to wrap as well.
 */
import { dialect } from "~/text/dialect";
import { outlineOf, type OutlineEntry } from "~/text/rules/headings";
import { environment, type RenderOptions } from "~/text/settings";

export interface Rendered {
  /** Well-formed HTML without style attributes, scripts or forms; nothing in it loads but pictures of this house. */
  html: string;
  outline: OutlineEntry[];
  /** The text took too long to be laid out and is shown as it was typed. */
  tooSlow?: true;
}

/** In UTF-16 units; a text of 2 MB always fits. Longer ones are shown as they were typed. */
const longestText = 2 * 1024 * 1024;

/**
 * Renders any text and never throws. Depth, links, cells and footnotes are bounded so that time and size grow with the
 * text's length only; a long text still takes its time, which on the server is `createRenderer`'s business.
 */
export function renderMarkdown(text: string, options?: RenderOptions): Rendered {
  if (text.length > longestText) return asTyped(text);
  const env = environment(options);
  const html = dialect.render(text, env);
  return { html, outline: outlineOf(env) };
}

/** The text itself, escaped, for when laying it out would take too long. */
export function asTyped(text: string): Rendered {
  return {
    html: `<pre class="as-typed">${dialect.utils.escapeHtml(text)}</pre>\n`,
    outline: [],
    tooSlow: true,
  };
}

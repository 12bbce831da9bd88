/** Torg's Markdown: which constructs a text may contain, the same for preview, reading view, comments and imports. */
import MarkdownIt from "markdown-it";
import { addresses } from "~/text/rules/addresses";
import { code } from "~/text/rules/code";
import { depth } from "~/text/rules/depth";
import { footnotes } from "~/text/rules/footnotes";
import { forcedLineBreaks } from "~/text/rules/forced-breaks";
import { guidance } from "~/text/rules/guidance";
import { headings } from "~/text/rules/headings";
import { images } from "~/text/rules/images";
import { lineBreaks } from "~/text/rules/line-breaks";
import { links } from "~/text/rules/links";
import { quotations } from "~/text/rules/quotations";
import { tables } from "~/text/rules/tables";
import { tasks } from "~/text/rules/tasks";

/**
 * The one parser. It keeps nothing between texts: whatever belongs to one rendering hangs on the environment that
 * `environment(options)` made for it. The order below is the order in which the rules finish a parsed text.
 */
export const dialect = new MarkdownIt({ html: false, typographer: false, maxNesting: 24 })
  .disable(["html_block", "html_inline"])
  .use(depth)
  .use(quotations)
  .use(addresses)
  .use(code)
  .use(lineBreaks)
  .use(forcedLineBreaks)
  .use(guidance)
  .use(images)
  .use(tasks)
  .use(tables)
  .use(footnotes)
  .use(headings)
  .use(links);

/** Gives headings levels without gaps below the page's own title, ids that cannot clobber anything, and an outline. */
import type { Env, MarkdownIt, StateCore } from "markdown-it";
import { settingsOf } from "~/text/settings";
import { slug } from "~/text/slug";
import { isVisible, textOf } from "~/text/visible-text";

export interface OutlineEntry {
  id: string;
  /** The level in the HTML, 1 to 6. */
  level: number;
  text: string;
}

/** Beyond it a table of contents helps nobody. */
const longestOutline = 500;

interface Headings {
  outline: OutlineEntry[];
  /** From a heading's slug, numbered where it repeats, to its id. */
  ids: Map<string, string>;
}

const headingsOf = new WeakMap<Env, Headings>();

/** The outermost headings in reading order, at most 500; those in quotations, lists and footnotes are not in it. */
export function outlineOf(env: Env): OutlineEntry[] {
  return headingsOf.get(env)?.outline ?? [];
}

/** The id of the heading that `#fragment` means, whichever way its author spelt it. */
export function headingId(env: Env, fragment: string): string | undefined {
  const ids = headingsOf.get(env)?.ids;
  return ids?.get(fragment) ?? ids?.get(slug(fragment));
}

function arrangeHeadings(state: StateCore): void {
  const { idPrefix, topHeading } = settingsOf(state.env);
  const outline: OutlineEntry[] = [];
  const ids = new Map<string, string>();
  const unique = numbering(ids);
  const above: number[] = [];
  for (const [index, open] of state.tokens.entries()) {
    const inline = state.tokens[index + 1];
    const close = state.tokens[index + 2];
    if (open.type !== "heading_open" || !inline || !close) continue;
    const text = textOf(inline.children ?? []).trim();
    if (!isVisible(text)) {
      open.tag = close.tag = "p";
      open.hidden = close.hidden = !inline.children?.length;
      continue;
    }
    const typed = Number(open.tag.slice(1));
    while ((above.at(-1) ?? 0) >= typed) above.pop();
    above.push(typed);
    const level = Math.min(6, topHeading + above.length - 1);
    open.tag = close.tag = `h${level}`;

    const name = unique(slug(text) || "section");
    const id = `${idPrefix}h-${name}`;
    ids.set(name, id);
    open.attrs = [["id", id]];
    if (open.level === 0 && outline.length < longestOutline) outline.push({ id, level, text });
  }
  headingsOf.set(state.env, { outline, ids });
}

/** `plan`, `plan-2`, `plan-3`, stepping over names that another heading already bears. */
function numbering(taken: ReadonlyMap<string, string>): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    let count = counts.get(name) ?? 1;
    let numbered = count === 1 ? name : `${name}-${count}`;
    while (taken.has(numbered)) numbered = `${name}-${++count}`;
    counts.set(name, count);
    return numbered;
  };
}

export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", arrangeHeadings);
}

/** The last word on every link of a text: where it may lead, what it is called, what it tells the other side. */
import type { Env, MarkdownIt, StateCore, Token } from "markdown-it";
import { judgeHref } from "~/text/href";
import { headingId } from "~/text/rules/headings";
import { isAsWritten } from "~/text/settings";
import { isVisible, textOf } from "~/text/visible-text";

const longestTitle = 300;
/** What references (`[a]` to one `[a]: …`) may add to a text, in characters: its own length, and this at least. */
const leastReferenceBudget = 100_000;

function finishLinks(state: StateCore): void {
  let budget = Math.max(leastReferenceBudget, state.src.length);
  for (const inline of state.tokens) {
    if (!inline.children?.some((child) => child.type === "link_open")) continue;
    const shown: Token[] = [];
    let opened: number | undefined;
    for (const child of inline.children) {
      if (child.type === "link_open") opened = shown.length;
      if (child.type === "link_close" && opened !== undefined) {
        const open = shown[opened];
        if (open?.meta?.label) budget -= lengthOf(open);
        if (!open || budget < 0 || !finishLink(state.env, open)) {
          shown.splice(opened, 1);
          opened = undefined;
          continue;
        }
        if (!isVisible(textOf(shown.slice(opened)))) {
          const address = new state.Token("text", "", 0);
          address.content = state.md.normalizeLinkText(String(open.attrGet("href")));
          shown.push(address);
        }
        opened = undefined;
      }
      shown.push(child);
    }
    inline.children = shown;
  }
}

function lengthOf(link: Token): number {
  return String(link.attrGet("href")).length + String(link.attrGet("title") ?? "").length;
}

/** Leaves on the link what we put there and nothing else; false when it may lead nowhere. */
function finishLink(env: Env, link: Token): boolean {
  const href = String(link.attrGet("href") ?? "");
  const title = String(link.attrGet("title") ?? "").slice(0, longestTitle);
  const kind = judgeHref(href);
  if (!kind) return false;
  link.attrs = [["href", href.startsWith("#") && !isAsWritten(env) ? fragment(env, href) : href]];
  if (title) link.attrPush(["title", title]);
  if (kind === "external") link.attrPush(["rel", "noopener noreferrer nofollow"]);
  return true;
}

/** `#context-and-needs` finds the heading of that name although its id is prefixed. */
function fragment(env: Env, href: string): string {
  let name = href.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // Not an encoded name: taken as it was typed.
  }
  const id = headingId(env, name);
  return id ? `#${id}` : href;
}

export function links(md: MarkdownIt): void {
  md.validateLink = (href) => judgeHref(href) !== undefined;
  md.core.ruler.push("finish_links", finishLinks);
}

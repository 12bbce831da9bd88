/** Shows images of elsewhere as links: nothing that a text names is ever fetched by its reader's browser. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { judgeHref } from "~/text/href";
import { isVisible, textOf } from "~/text/visible-text";

/** `![A square](https://…)` becomes a link named "A square"; inside a link, or without a web address, the text alone. */
function imagesToLinks(state: StateCore): void {
  for (const inline of state.tokens) {
    if (!inline.children?.some((child) => child.type === "image")) continue;
    let insideLink = 0;
    inline.children = inline.children.flatMap((child) => {
      if (child.type === "link_open" || child.type === "link_close") insideLink += child.nesting;
      return child.type === "image" ? replacement(state, child, insideLink > 0) : [child];
    });
  }
}

function replacement(state: StateCore, image: Token, insideLink: boolean): Token[] {
  const text = new state.Token("text", "", 0);
  text.level = image.level;
  text.content = textOf(image.children ?? []);
  const source = String(image.attrGet("src") ?? "");
  if (insideLink || judgeHref(source) !== "external") {
    text.meta = { image: source };
    return [text];
  }
  if (!isVisible(text.content)) text.content = state.md.normalizeLinkText(source);
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [["href", source]];
  open.meta = image.meta;
  const close = new state.Token("link_close", "a", -1);
  return [open, text, close];
}

export function images(md: MarkdownIt): void {
  md.core.ruler.push("images_to_links", imagesToLinks);
}

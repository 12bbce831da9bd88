/** Pictures of this house where they stand alone; every other image as a link, so that nothing of elsewhere is ever fetched by a reader. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { judgeHref } from "~/text/href";
import { type OwnPicture, ownPicture, pictureSources } from "~/text/own-pictures";
import { settingsOf } from "~/text/settings";
import { isVisible, textOf } from "~/text/visible-text";

/** What is said of a picture beside what it is. */
export interface PictureSaid extends OwnPicture {
  alt: string;
  caption: string;
}

/** What a token of the type "picture" says. */
export function pictureSaid(token: Token): PictureSaid {
  return token.meta as unknown as PictureSaid;
}

/** A paragraph, or a paragraph of a cell, that is nothing but a picture of ours becomes that picture. */
function picturesAlone(state: StateCore): void {
  for (const [index, inline] of state.tokens.entries()) {
    if (!inline.children?.some((child) => child.type === "image")) continue;
    const open = state.tokens[index - 1];
    const close = state.tokens[index + 1];
    if (open?.type === "paragraph_open" && close) {
      const [image, ...more] = inline.children;
      const picture = more.length === 0 && image ? pictureFrom(state, image) : undefined;
      if (!picture) continue;
      inline.children = [picture];
      // No paragraph may hold a figure.
      open.hidden = close.hidden = true;
    } else if (/^t[hd]_open$/.test(open?.type ?? "")) inline.children = inCell(state, inline.children);
  }
}

/** Paragraphs of a cell are parted by breaks of their own kind. */
function inCell(state: StateCore, children: Token[]): Token[] {
  const isBoundary = (token: Token | undefined) => !token || /^<br ?\/>$/.test(token.markup);
  return children.map((child, index) =>
    isBoundary(children[index - 1]) && isBoundary(children[index + 1])
      ? (pictureFrom(state, child) ?? child)
      : child,
  );
}

/** None where an address is written elsewhere and named here: it could be named very often. */
function pictureFrom(state: StateCore, image: Token): Token | undefined {
  if (image.type !== "image" || image.meta?.label !== undefined) return undefined;
  const own = ownPicture(String(image.attrGet("src") ?? ""));
  if (!own) return undefined;
  const token = new state.Token("picture", "", 0);
  const [alt, caption] = [textOf(image.children ?? []), String(image.attrGet("title") ?? "")].map((words) =>
    words.replace(/\s+/gu, " ").trim(),
  );
  token.meta = { ...own, alt, caption };
  return token;
}

/** `![A square](https://…)` becomes a link named "A square"; inside a link, or where nothing can be read there, the text alone. */
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
  const isOurs = ownPicture(source) !== undefined;
  if (insideLink || (!isOurs && judgeHref(source) !== "external")) {
    text.meta = { image: source };
    return [text];
  }
  if (!isVisible(text.content)) text.content = state.md.normalizeLinkText(source);
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [["href", source]];
  const title = image.attrGet("title");
  if (isOurs && title) open.attrPush(["title", title]);
  open.meta = image.meta;
  const close = new state.Token("link_close", "a", -1);
  return [open, text, close];
}

export function images(md: MarkdownIt): void {
  md.core.ruler.push("pictures_alone", picturesAlone);
  md.core.ruler.push("images_to_links", imagesToLinks);

  const escape = md.utils.escapeHtml;
  md.renderer.rules.picture = (tokens, index, _options, env) => {
    const token = tokens[index];
    if (!token) return "";
    const { alt, caption, ...picture } = pictureSaid(token);
    const { undescribedLabel, undescribedNote } = settingsOf(env);
    const { src, srcset, sizes } = pictureSources(picture);
    const note =
      alt === "" && undescribedNote ? `\n<p class="undescribed">${escape(undescribedNote)}</p>` : "";
    const below = caption === "" ? "" : `\n<figcaption>${escape(caption)}</figcaption>`;
    return `<figure>\n<img src="${src}" srcset="${srcset}" sizes="${sizes}" width="${picture.width}" height="${picture.height}" loading="lazy" decoding="async" alt="${escape(alt || undescribedLabel)}">${note}${below}\n</figure>\n`;
  };
}

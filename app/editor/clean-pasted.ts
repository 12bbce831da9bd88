// What comes from Word, Google Docs and web pages, reduced to what our documents can say, before the editor reads it.
import { rename, styled, styleOf } from "./clean-element";
import { wordFootnotes } from "./clean-word-footnotes";
import { wordLists } from "./clean-word-lists";
import { convertedTasks } from "./clean-tasks";

/**
 * HTML from the clipboard without looks, scripts, hidden parts and what programs write for themselves; bold, italic and struck-out words,
 * headings, lists, footnotes and tasks of other programs are said the way the editor reads them. What was copied in the editor itself is
 * left as it is.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const { body } = page;
  if (body.querySelector("[data-pm-slice]")) return html;
  picturesAsWords(body);
  removeUnseen(body);
  wordFootnotes(body);
  wordLists(body);
  convertedTasks(body);
  sayLooks(body);
  headingsByRole(body);
  tables(body);
  unwrap(body, "o\\:p, font, u, ins, a:not([href]), b[id^='docs-internal-guid'], main, article, center");
  for (const space of body.querySelectorAll(".Apple-converted-space")) space.replaceWith(" ");
  spacesOutOfMarks(body);
  removeEmpty(body);
  trimmed(body);
  for (const element of body.querySelectorAll("*")) removeAttributes(element);
  return body.innerHTML.replace(/\u200b|\ufeff/g, "");
}

const unseen = [
  "script, style, meta, link, title, template, noscript, iframe, object, embed, svg, math, canvas, audio, video, img",
  "button, select, textarea, input:not([type=checkbox]), dialog, nav",
  "xml, [hidden], .mw-editsection, .sr-only, .visually-hidden, br.Apple-interchange-newline",
].join(", ");

/** Pictures are not taken in; what they are said to show stays, as on import. */
function picturesAsWords(body: HTMLElement): void {
  for (const picture of body.querySelectorAll("img")) {
    const words = picture.alt.trim();
    // A box to tick is drawn by some as a picture.
    if (words && !picture.closest("[role=checkbox]")) picture.replaceWith(` ${words} `);
  }
}

function removeUnseen(body: HTMLElement): void {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    comment.parentNode?.removeChild(comment);
  for (const element of body.querySelectorAll(unseen)) element.remove();
  for (const element of body.querySelectorAll<HTMLElement>("[style]")) {
    const style = styleOf(element);
    // Word writes its comments at the end, and the words of a deletion that is only proposed.
    if (
      /display:none|mso-hide:all|visibility:hidden|user-select:none|mso-element:comment/.test(style) &&
      !style.includes("mso-list:")
    )
      element.remove();
  }
  for (const gone of body.querySelectorAll("del.msoDel, .MsoCommentReference, a[href^='#_msocom']"))
    gone.remove();
}

/** Bold, italic and struck out by style become elements; what is bold by element and not by style is not bold. */
function sayLooks(body: HTMLElement): void {
  for (const element of body.querySelectorAll("b, strong"))
    if (/^(normal|[1-4]00)$/.test(styled(element, "font-weight"))) lift(element);
  for (const element of body.querySelectorAll("i, em"))
    if (styled(element, "font-style") === "normal") lift(element);
  for (const element of body.querySelectorAll("span[style]")) {
    const isTitle = element.closest("h1, h2, h3, h4, h5, h6, th") !== null;
    const line = styled(element, "text-decoration") || styled(element, "text-decoration-line");
    const isCode = /mono|courier|consolas/.test(styled(element, "font-family"));
    if (/^(bold|bolder|[6-9]00)$/.test(styled(element, "font-weight")) && !isTitle)
      wrapInside(element, "strong");
    if (/^(italic|oblique)/.test(styled(element, "font-style"))) wrapInside(element, "em");
    if (line.includes("line-through")) wrapInside(element, "s");
    if (isCode && !element.closest("pre, code")) wrapInside(element, "code");
  }
  // In a heading all is bold: said once more, it would be marks in the text.
  for (const element of body.querySelectorAll(":is(h1, h2, h3, h4, h5, h6, th) :is(b, strong)"))
    lift(element);
  unwrap(body, "span:not([data-person], [data-document])");
}

function headingsByRole(body: HTMLElement): void {
  for (const element of body.querySelectorAll("[role=heading], p.MsoTitle")) {
    if (/^H[1-6]$/.test(element.tagName)) continue;
    const level = Number(element.getAttribute("aria-level") ?? 1);
    rename(element, `h${Math.min(6, Math.max(1, Math.trunc(level) || 1))}`);
  }
  // A page's heading inside a link or a list's item stays words.
  for (const heading of body.querySelectorAll(":is(li, a) > :is(h1, h2, h3, h4, h5, h6)"))
    rename(heading, "p");
}

/** A table of one cell, or one that only lays out a page, is no table. */
function tables(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const cells = table.querySelectorAll("td, th");
    const isLayout = /presentation|none/.test(table.getAttribute("role") ?? "") || cells.length < 2;
    if (isLayout) {
      for (const cell of cells) rename(cell, "div");
      unwrapWith(table, "table, tbody, thead, tfoot, tr, colgroup, col, caption");
      continue;
    }
    const caption = table.querySelector(":scope > caption");
    if (caption) table.before(rename(caption, "p"));
    for (const cell of table.querySelectorAll<HTMLElement>("thead td")) rename(cell, "th");
    for (const cell of table.querySelectorAll<HTMLElement>("td, th")) {
      const align = styled(cell, "text-align");
      if (align === "right" || align === "center") cell.setAttribute("align", align);
      const paragraphs = [...cell.querySelectorAll<HTMLElement>(":scope > p")];
      const own = paragraphs.map((one) => one.getAttribute("align") ?? styled(one, "text-align"));
      const [first] = own;
      if (!cell.hasAttribute("align") && first && own.every((one) => one === first))
        cell.setAttribute("align", first);
    }
  }
}

function removeEmpty(body: HTMLElement): void {
  for (const element of [
    ...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, strong, em, s, code, a, b, i"),
  ].reverse())
    if (!element.querySelector("br, sup[data-footnote-reference], input") && isBlank(element)) {
      const isOnlyChild = /^(TD|TH|LI)$/.test(element.parentElement?.tagName ?? "");
      if (/^(STRONG|EM|S|CODE|B|I|A)$/.test(element.tagName)) element.replaceWith(element.textContent ?? "");
      else if (!isOnlyChild) element.remove();
    }
  // Breaks by which a program parts its paragraphs, and those at a paragraph's end.
  for (const line of body.querySelectorAll("br")) {
    const isBetweenBlocks = [line.previousElementSibling, line.nextElementSibling].some(
      (side) => side !== null && /^(P|H[1-6]|UL|OL|TABLE|BLOCKQUOTE|PRE|DIV)$/.test(side.tagName),
    );
    const isLast = !line.nextSibling && /^(P|H[1-6]|LI|TD|TH)$/.test(line.parentElement?.tagName ?? "");
    if (isBetweenBlocks || isLast) line.remove();
  }
}

/** Programs mark the space beside a word with it; no mark is wanted there. */
function spacesOutOfMarks(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll("strong, b, em, i, s, strike, del, a")].reverse()) {
    if (element.closest("pre")) continue;
    const { firstChild: first, lastChild: last } = element;
    if (first?.nodeType === Node.TEXT_NODE && /^\s+\S/.test(first.nodeValue ?? "")) {
      first.nodeValue = (first.nodeValue ?? "").trimStart();
      element.before(" ");
    }
    if (last?.nodeType === Node.TEXT_NODE && /\S\s+$/.test(last.nodeValue ?? "")) {
      last.nodeValue = (last.nodeValue ?? "").trimEnd();
      element.after(" ");
    }
  }
}

/** Hard spaces at a paragraph's ends, by which programs keep a line open. */
function trimmed(body: HTMLElement): void {
  for (const block of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, td, th, li, dt, dd")) {
    const texts = body.ownerDocument.createNodeIterator(block, NodeFilter.SHOW_TEXT);
    const all: Node[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) all.push(text);
    const [first] = all;
    const last = all.at(-1);
    if (first?.nodeValue) first.nodeValue = first.nodeValue.replace(/^[\s\u00a0]*\u00a0[\s\u00a0]*/, "");
    if (last?.nodeValue) last.nodeValue = last.nodeValue.replace(/[\s\u00a0]*\u00a0[\s\u00a0]*$/, "");
  }
}

/** No visible sign; hard spaces, which Word puts into its empty paragraphs, are none. */
function isBlank(element: Element): boolean {
  return (element.textContent ?? "").replace(/[\s\u00a0\u200b\ufeff]/g, "") === "";
}

const kept = new Set([
  "href",
  "title",
  "colspan",
  "rowspan",
  "align",
  "start",
  "data-type",
  "data-checked",
  "data-footnote",
  "data-footnote-reference",
]);

function removeAttributes(element: Element): void {
  const isCode = element.tagName === "CODE";
  for (const { name } of [...element.attributes]) {
    if (isCode && name === "class") {
      const [language] = /(?:^|\s)language-[\w+#-]+/.exec(element.className) ?? [];
      if (language) element.setAttribute("class", language.trim());
      else element.removeAttribute("class");
    } else if (!kept.has(name) || (name === "title" && element.tagName !== "A"))
      element.removeAttribute(name);
  }
}

function wrapInside(element: Element, name: string): void {
  const inside = element.ownerDocument.createElement(name);
  inside.append(...element.childNodes);
  element.append(inside);
}

/** Its content takes its place. */
function lift(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function unwrap(body: HTMLElement, selector: string): void {
  for (const element of body.querySelectorAll(selector)) lift(element);
}

function unwrapWith(outer: Element, selector: string): void {
  for (const inner of outer.querySelectorAll(selector)) lift(inner);
  lift(outer);
}

/** What the dialect's HTML may consist of: one list for the cheap check here and for the check in a real browser. */

/** Every element a text may become, with every attribute that it may have. */
export const allowed: Record<string, readonly string[]> = {
  a: ["href", "title", "rel", "id", "class", "aria-label"],
  blockquote: [],
  br: [],
  code: [],
  div: ["class", "role", "tabindex", "aria-label"],
  em: [],
  figcaption: [],
  figure: [],
  h2: ["id"],
  h3: ["id"],
  h4: ["id"],
  h5: ["id"],
  h6: ["id"],
  hr: [],
  img: ["src", "srcset", "sizes", "width", "height", "loading", "decoding", "alt"],
  input: ["type", "disabled", "checked"],
  label: [],
  li: ["id", "class"],
  ol: ["start", "class"],
  p: ["class"],
  pre: ["class"],
  s: [],
  strong: [],
  sup: ["class"],
  table: [],
  tbody: [],
  td: ["class"],
  th: ["class", "scope"],
  thead: [],
  tr: [],
  ul: ["class"],
};

/** The only classes: a text cannot choose one. */
export const allowedClasses: readonly string[] = [
  "align-center",
  "align-left",
  "align-right",
  "as-typed",
  "code",
  "footnote-back",
  "footnote-reference",
  "footnotes",
  "table-frame",
  "task",
  "task-list",
  "undescribed",
];

/** With or without a prefix of the caller's such as `c42-`. */
export const allowedId = /^(?:[a-z]\d+-)?(?:h-.+|fn-\d+|fnref-\d+(?:-\d+)?)$/;
/** Applied to the attribute as it is written; the browser's own reading of it is judged in `xss.test.ts`. */
export const allowedHref =
  /^(?:https?:\/\/[^/?#@]+(?:[/?#]|$)|mailto:.|tel:.|[/?#](?![/\\])|[^:/?#\\]+(?:[/?#]|$))/;

/** The only addresses from which a text may have anything loaded: pictures of this house. */
export const allowedPicture =
  /^\/files\/[0-9a-hjkmnp-tv-z]{20}\/[1-9]\d{0,3}x[1-9]\d{0,3}(?:\?w=(?:480|960|1600))?$/;

/** Whether each address among which a browser may choose is such a one. */
export function areAllowedPictures(srcset: string): boolean {
  return srcset.split(", ").every((choice) => {
    const [address = "", width = "", ...more] = choice.split(" ");
    return more.length === 0 && /^\d{1,4}w$/.test(width) && allowedPicture.test(address);
  });
}

const voidElements = new Set(["br", "hr", "img", "input"]);
const piece = /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)|([<>])/g;

/** What is wrong with this HTML, in words; empty when it is well-formed and holds nothing but what is allowed. */
export function problemsOf(html: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [whole, slash, tag = "", attributes = "", text, stray] of html.matchAll(piece)) {
    if (stray) problems.push(`stray ${stray}`);
    else if (text) {
      if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) problems.push(`bare & in ${text.slice(0, 80)}`);
    } else if (slash) {
      if (open.pop() !== tag) problems.push(`${whole} closes what is not open`);
    } else {
      if (!voidElements.has(tag)) open.push(tag);
      problems.push(...problemsOfTag(tag, attributes));
    }
  }
  if (open.length > 0) problems.push(`never closed: ${open.slice(0, 5).join(", ")}`);
  return problems;
}

function problemsOfTag(tag: string, attributes: string): string[] {
  const problems = tag in allowed ? [] : [`element ${tag}`];
  for (const [, name = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (!allowed[tag]?.includes(name)) problems.push(`attribute ${name} on ${tag}`);
    if (name === "id" && !allowedId.test(value)) problems.push(`id ${value}`);
    if (name === "href" && !allowedHref.test(value)) problems.push(`href ${value.slice(0, 80)}`);
    if (name === "src" && !allowedPicture.test(value)) problems.push(`src ${value.slice(0, 80)}`);
    if (name === "srcset" && !areAllowedPictures(value)) problems.push(`srcset ${value.slice(0, 80)}`);
    if (name === "class" && !value.split(" ").every((word) => allowedClasses.includes(word))) {
      problems.push(`class ${value}`);
    }
  }
  return problems;
}

// Keeps marks open and closed where they are meant to be: Markdown looks at the signs on both sides of them.
import { dialect } from "~/text/dialect";
import { coded } from "~/text/escape-markdown";

/** A piece of a line: words whose signs may still be turned into codes, markup that stays, or a mark's beginning or end. */
export type Item =
  | { kind: "words"; signs: string[] }
  | { kind: "raw"; typed: string }
  | { kind: "delimiter"; typed: string; opens: boolean; isItalic: boolean };

export function typedOf(item: Item): string {
  return item.kind === "words" ? item.signs.join("") : item.typed;
}

/** The items, changed where a mark would not open or close or a space would be dropped. */
export function protectedItems(items: Item[]): Item[] {
  chooseItalics(items);
  protectEdges(items);
  while (protectDelimiters(items)) continue;
  return items;
}

/** Italics beside bold take `_`, so that their stars do not run into each other. */
function chooseItalics(items: Item[]): void {
  const opened: number[] = [];
  const besideStars = (index: number) =>
    [items[index - 1], items[index + 1]].some(
      (item) => item?.kind === "delimiter" && item.typed.includes("*"),
    );
  for (const [index, item] of items.entries()) {
    if (item.kind !== "delimiter" || !item.isItalic) continue;
    if (item.opens) opened.push(index);
    else {
      const start = opened.pop() ?? index;
      const opening = items[start];
      if (opening?.kind === "delimiter" && (besideStars(start) || besideStars(index)))
        opening.typed = item.typed = "_";
    }
  }
}

const space = /^\s/;

/** Spaces at the beginning or the end of a line would be dropped. */
function protectEdges(items: Item[]): void {
  for (const [index, item] of items.entries()) {
    if (item.kind !== "words") continue;
    if (space.test(item.signs[0] ?? "") && isEdge(items[index - 1])) encode(item, 0);
    if (space.test(item.signs.at(-1) ?? "") && isEdge(items[index + 1])) encode(item, item.signs.length - 1);
  }
}

const isEdge = (item: Item | undefined) => !item || (item.kind === "raw" && /\n|^<br/.test(item.typed));

function encode(item: Item | undefined, index: number): boolean {
  const sign = item?.kind === "words" ? item.signs[index] : undefined;
  if (item?.kind !== "words" || sign === undefined || sign.startsWith("&#")) return false;
  item.signs[index] = coded(sign.startsWith("\\") ? sign.slice(1) : sign);
  return true;
}

type SignClass = "space" | "sign" | "letter";

function classOf(sign: string | undefined): SignClass {
  const code = sign?.codePointAt(0);
  if (code === undefined || dialect.utils.isWhiteSpace(code)) return "space";
  return dialect.utils.isMdAsciiPunct(code) || dialect.utils.isPunctCharCode(code) ? "sign" : "letter";
}

const firstClass = (item: Item | undefined) =>
  classOf(item && (item.kind === "words" ? item.signs[0] : item.typed));
const lastClass = (item: Item | undefined): SignClass => {
  if (!item) return "space";
  if (item.kind !== "words") return item.kind === "delimiter" ? "sign" : classOf(item.typed.at(-1));
  const last = item.signs.at(-1) ?? "";
  return last.length > 1 && /^[\\&]/.test(last) ? "sign" : classOf(last);
};

/** Turns the signs beside a delimiter into codes where it would else not open or close; true where something was turned. */
function protectDelimiters(items: Item[]): boolean {
  let isTurned = false;
  for (const [index, item] of items.entries()) {
    if (item.kind !== "delimiter") continue;
    const [outside, inside] = item.opens
      ? [items[index - 1], items[index + 1]]
      : [items[index + 1], items[index - 1]];
    const outer = item.opens ? lastClass(outside) : firstClass(outside);
    const inner = item.opens ? firstClass(inside) : lastClass(inside);
    const end = (words: Item | undefined, isBefore: boolean) =>
      words?.kind === "words" ? encode(words, isBefore ? words.signs.length - 1 : 0) : false;
    if (inner === "space") isTurned = end(inside, !item.opens) || isTurned;
    if (outer === "letter" && (inner !== "letter" || item.typed === "_"))
      isTurned = end(outside, item.opens) || isTurned;
  }
  return isTurned;
}

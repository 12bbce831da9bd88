// Where in a text the words stand that were looked for, whatever marks their letters carry: for the words shown around them.
import { fold } from "~/text/fold";
import { plainText } from "~/text/plain";
import type { Form } from "./city-forms";
import type { Piece } from "./search";

/** Characters shown before the first hit, and in all. */
const before = 80;
const inAll = 260;

/** Every letter that folds to this one: "s" to [sșşš…]. */
const alike = lettersAlike();

/** Finds the forms as they are written in a text; null where there is nothing to look for. */
export function finderOf(forms: readonly Form[]): RegExp | null {
  if (forms.length === 0) return null;
  const longestFirst = [...forms].sort((one, other) => other.words.join().length - one.words.join().length);
  const written = longestFirst.map(({ words, isOpen }) => {
    const said = words.map(writtenLike).join("[^\\p{L}\\p{N}]+");
    return isOpen ? `${said}[\\p{L}\\p{N}\\p{M}]*` : `${said}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})`, "giu");
}

/** The text in pieces, hits apart. The pieces together are the text. */
export function marked(text: string, finder: RegExp | null): Piece[] {
  if (!finder) return text === "" ? [] : [{ text, isHit: false }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const { index, 0: hit } of text.matchAll(finder)) {
    if (index > end) pieces.push({ text: text.slice(end, index), isHit: false });
    pieces.push({ text: hit, isHit: true });
    end = index + hit.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
  return pieces;
}

/** A heading with nothing under it before the next one, or the end; a line of guidance, which is for the writer alone. */
const emptySection = /^#{1,6}(?:[ \t][^\n]*)?(?:\n|(?![^]))(?=\s*(?:#{1,6}\s|(?![^])))/gm;
const guidance = /^<!-- guidance: [^\n]* -->[ \t\r]*$/gm;
const leadingHeadings = /^(?:\s*#{1,6}(?:[ \t][^\n]*)?\n)*\s*/;

/** The text without the sections of its template that nobody has written in yet, but for headings that are hit. */
export function withoutEmptySections(text: string, finder: RegExp | null): string {
  const plain = text.includes("<!-- guidance: ") ? text.replace(guidance, "") : text;
  return plain.replace(emptySection, (heading) => (finder && heading.search(finder) >= 0 ? heading : ""));
}

/**
 * The surroundings of the first hit in a Markdown text, without its markup: one in what was written rather than in a heading, which a
 * template may have brought. Where nothing is hit, the first words that stand in no heading.
 */
export function around(text: string, finder: RegExp | null): Piece[] {
  const hit = firstHit(text, finder);
  const beginning = leadingHeadings.exec(text)?.[0].length ?? 0;
  // A hit among the first words needs no more before it than they have; one in a heading at the beginning is shown with it.
  const start = hit !== undefined && hit < beginning ? 0 : beginning;
  const from = hit === undefined || hit - start <= before ? start : afterSpace(text, hit - before, hit);
  // What is cut out of the middle of a heading or a row of a table keeps the sign that it is one.
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  const sign = /^\s*(?:#{1,6}\s|\|)/.exec(line)?.[0] ?? "";
  const words = plainText(sign + text.slice(from, from + inAll * 3), inAll);
  return marked(from > start ? `… ${words}` : words, finder);
}

/** Where the first hit stands, if there is one. */
function firstHit(text: string, finder: RegExp | null): number | undefined {
  if (!finder) return undefined;
  let inHeading: number | undefined;
  for (const { index } of text.matchAll(finder)) {
    if (!/^\s*#{1,6}\s/.test(text.slice(text.lastIndexOf("\n", index - 1) + 1, index))) return index;
    inHeading ??= index;
  }
  return inHeading;
}

function afterSpace(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function writtenLike(word: string): string {
  return word.replace(/ss|ae|oe|th|./gu, (letters) => {
    const others = alike.get(letters);
    if (letters.length === 1) return others ? `[${letters}${others}]\\p{M}*` : `${letters}\\p{M}*`;
    const apart = [...letters].map((letter) => `[${letter}${alike.get(letter) ?? ""}]\\p{M}*`).join("");
    return others ? `(?:${apart}|[${others}])` : apart;
  });
}

function lettersAlike(): Map<string, string> {
  const found = new Map<string, string>();
  const ranges = [
    [0xc0, 0x24f],
    [0x370, 0x3ff],
    [0x1e00, 0x1fff],
  ] as const;
  for (const [from, to] of ranges)
    for (let code = from; code <= to; code += 1) {
      const letter = String.fromCharCode(code);
      if (!/\p{L}/u.test(letter) || letter !== letter.toLowerCase()) continue;
      const folded = fold(letter);
      if (folded !== letter) found.set(folded, (found.get(folded) ?? "") + letter);
    }
  return found;
}

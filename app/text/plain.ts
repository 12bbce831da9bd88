/** The first words of a text without its markup, for rows in lists and for notices; cheap enough for a hundred rows. */

/** Whole lines that say nothing to a reader: fences, rulers, underlines, rows of dashes in tables, definitions, guidance for the writer. */
const silentLine = /^(?:<!-- guidance: .* -->\s*$|\s*(?:`{3,}|~{3,}|\[[^\]]{1,80}\]:)|[-=*_|:\s]+$)/;
/** Lines that are a heading, an entry of a list, a row of a table. */
const heading = /^(?:\s|>)*#{1,6}(?:\s|$)/;
const entry = /^(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s/;
const row = /^(?:\s|>)*\||\s\|\s/;
const lineStart = /^(?:\s|>)*(?:#{1,6}(?:\s+|$)|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)*/;

/** A picture of this house: what it shows, and what stands below it. */
const picture =
  /!\[((?:\\.|[^\\[\]]){0,1000})\]\(\/files\/[0-9a-z]{20}\/\d{1,4}x\d{1,4}(?:\s"((?:\\.|[^\\"]){0,1000})")?\)/g;

const inline: [RegExp, string | ((...found: string[]) => string)][] = [
  [picture, (_whole, alt = "", caption = "") => joined([alt, caption].filter((words) => words !== ""))],
  [/\[\^[^\]\s]{1,60}\]/g, ""],
  [/!?\[([^[\]]{0,300})\](?:\([^()\s]{0,2000}(?:\s"[^"]{0,300}")?\)|\[[^\]]{0,80}\])/g, "$1"],
  [/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, "$1"],
  [/(?<!\\)(?:\*{1,3}|~~|`+)/g, ""],
  [/(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu, ""],
  [/\\([!-/:-@[-`{-~])/g, "$1"],
];

/** Between what stands apart and is not parted by a sign of its own. */
const apart = " · ";
const endsItself = /[.!?…,;:]["”“’»)]*$/;

/**
 * At most `length` characters of what a reader would see first, on one line, cut after a word and then marked by `…`. Headings,
 * paragraphs, entries and cells stand apart. Looks only at the beginning of the text, however long it is; without an end for
 * `Infinity`, as for an index.
 */
export function plainText(text: string, length = 200): string {
  const words = joined(blocksOf(text.slice(0, length * 6 + 400)));
  return words.length <= length ? words : cut(words, length);
}

/** What stands apart, each on one line. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let isApart = true;
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === "" || silentLine.test(line)) {
      isApart = true;
      continue;
    }
    const isRow = row.test(line);
    const words = line.replace(lineStart, "");
    if (isRow) blocks.push(...words.split(/(?<!\\)\|/).map(withoutMarkup));
    else if (isApart || heading.test(line) || entry.test(line)) blocks.push(withoutMarkup(words));
    else blocks.push(`${blocks.pop() ?? ""} ${withoutMarkup(words)}`);
    isApart = isRow || heading.test(line);
  }
  return blocks.filter((block) => block !== "");
}

function withoutMarkup(words: string): string {
  return inline
    .reduce((rest, [pattern, by]) => rest.replace(pattern, by as string), words)
    .replace(/\s+/g, " ")
    .trim();
}

function joined(blocks: readonly string[]): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      return before === undefined ? block : `${endsItself.test(before) ? " " : apart}${block}`;
    })
    .join("");
}

/** Never in the middle of a character; in the middle of a word only where there is no space to cut at. */
function cut(words: string, length: number): string {
  const kept = words.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  const space = kept.lastIndexOf(" ");
  return `${(space > length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:·–-]+$/, "")}…`;
}

/** The first words of a text without its markup, for rows in lists and for notices; cheap enough for a hundred rows. */

/** Whole lines that say nothing to a reader: fences, rulers, underlines, rows of dashes in tables, definitions. */
const silentLine = /^(?:\s*(?:`{3,}|~{3,}|\[[^\]]{1,80}\]:)|[-=*_|:\s]+$)/;
const lineStart = /^(?:\s|>)*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)*/;

const inline: [RegExp, string][] = [
  [/\[\^[^\]\s]{1,60}\]/g, ""],
  [/!?\[([^[\]]{0,300})\](?:\([^()\s]{0,2000}(?:\s"[^"]{0,300}")?\)|\[[^\]]{0,80}\])/g, "$1"],
  [/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, "$1"],
  [/(?<!\\)(?:\*{1,3}|~~|`+)/g, ""],
  [/(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu, ""],
  [/\\([!-/:-@[-`{-~])/g, "$1"],
  [/(?<=\s|^)\||\|(?=\s|$)/g, " "],
];

/**
 * At most `length` characters of what a reader would see first, on one line, cut after a word and then marked by `…`.
 * Looks only at the beginning of the text, however long it is.
 */
export function plainText(text: string, length = 200): string {
  const words = text
    .slice(0, length * 6 + 400)
    .split(/\r\n?|\n/)
    .filter((line) => !silentLine.test(line))
    .map((line) =>
      inline.reduce((rest, [pattern, by]) => rest.replace(pattern, by), line.replace(lineStart, "")),
    )
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  return words.length <= length ? words : cut(words, length);
}

/** Never in the middle of a character; in the middle of a word only where there is no space to cut at. */
function cut(words: string, length: number): string {
  const kept = words.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  const space = kept.lastIndexOf(" ");
  return `${(space > length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:–-]+$/, "")}…`;
}

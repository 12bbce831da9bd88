// Whether two texts in Markdown are the same to whoever reads them, though they be written in other signs.
import { renderMarkdown } from "~/text/render";

/** Whether readers are shown the same: the same words, in the same blocks, lists, tables and notes, each marked and linked alike. */
export function isSameToReaders(one: string, other: string): boolean {
  return one === other || shown(one) === shown(other);
}

const marks = new Set(["em", "strong", "s", "a", "code"]);

/**
 * The rendering without what no browser shows: how blanks outside of code are written, the last line's end in code, and in which order
 * marks lie around words. A reference to a footnote is the same with and without marks around it.
 */
function shown(text: string): string {
  const seen: string[] = [];
  let open: string[] = [];
  let [run, around] = ["", ""];
  let [codeDepth, noteDepth] = [0, 0];
  const end = () => {
    if (run !== "") seen.push(`${around}${codeDepth > 0 ? run.replace(/\n$/, "") : run}`);
    run = "";
  };
  for (const [token] of renderMarkdown(text).html.matchAll(/<[^>]*>|[^<]+/g)) {
    const [, isClosing, name = ""] = /^<(\/?)([a-z0-9]+)/.exec(token) ?? [];
    if (name === "" && token !== "<") {
      const now = noteDepth > 0 ? "" : [...new Set(open)].sort().join("");
      if (now !== around) end();
      around = now;
      run += codeDepth > 0 ? token : token.replace(/[ \t\n]+/g, " ");
    } else if (marks.has(name) && codeDepth === 0 && noteDepth === 0) {
      if (isClosing)
        open = open.toSpliced(
          open.findLastIndex((mark) => mark.startsWith(`<${name}`)),
          1,
        );
      else open.push(token);
    } else {
      end();
      if (name === "pre") codeDepth += isClosing ? -1 : 1;
      if (name === "sup") noteDepth += isClosing ? -1 : 1;
      seen.push(token);
    }
  }
  end();
  return seen.join("\n");
}

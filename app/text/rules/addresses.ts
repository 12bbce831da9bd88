/** Turns web and mail addresses in running text into links, within bounds that keep it fast. */
import type { MarkdownIt } from "markdown-it";

/** Longer addresses in running text are linked up to here; in `[name](address)` they may be longer. */
const longestAddress = 500;

export function addresses(md: MarkdownIt): void {
  md.set({ linkify: true });
  md.linkify
    .set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false, urlAuth: false, maxLength: longestAddress })
    .add("ftp:", null)
    .add("//", null)
    .add("www.", {
      validate: (text, position, { re }) => {
        const pattern = re.get_relative_proto_validator();
        pattern.lastIndex = position;
        return pattern.exec(text)?.[0].length ?? 0;
      },
      normalize: (match) => {
        match.url = `http://${match.url}`;
      },
    });
}

// The letters of a text as it stands at one moment, each known by the Yjs client that wrote it: what passages are found again by.
import * as Y from "yjs";
import { parentsIn } from "./letters";

/** So many letters of one Yjs client, from this clock on. */
export interface Stretch {
  client: number;
  clock: number;
  length: number;
}

/** Letters that stand in the text from `at` on, in units of UTF-16. */
export interface StandingLetters extends Stretch {
  at: number;
}

export interface TextLetters {
  /** All letters in reading order; a line break stands between two passages. */
  text: string;
  /** In the order of the text. */
  runs: StandingLetters[];
  /** The pictures, each before the letters from `at` on; `words`: what stands below it, or else what it shows. */
  pictures: Array<{ client: number; clock: number; file: string; words: string; at: number }>;
  /** The headings that say something, in reading order. */
  headings: Array<{ at: number; words: string }>;
}

/** What stands in the shared document now, or stood there as `isThere` says. Only reads. */
export function lettersOf(
  shared: Y.Doc,
  isThere: (item: Y.Item) => boolean = ({ deleted }) => !deleted,
): TextLetters {
  const letters: TextLetters = { text: "", runs: [], pictures: [], headings: [] };
  const parts: string[] = [];
  let at = 0;
  let heading: { of: unknown; entry: TextLetters["headings"][number] } | undefined;
  for (const parent of parentsIn(shared, isThere)) {
    let isFirst = true;
    for (let item = parent._start; item; item = item.right) {
      if (!isThere(item)) continue;
      const { content, id } = item;
      if (!(content instanceof Y.ContentString)) continue;
      if (isFirst && at > 0) {
        parts.push("\n");
        at += 1;
      }
      isFirst = false;
      const element = parent.parent;
      if (element instanceof Y.XmlElement && element.nodeName === "heading") {
        if (heading?.of !== element)
          letters.headings.push((heading = { of: element, entry: { at, words: "" } }).entry);
        heading.entry.words += content.str;
      }
      letters.runs.push({ client: id.client, clock: id.clock, length: content.str.length, at });
      parts.push(content.str);
      at += content.str.length;
    }
    if (parent instanceof Y.XmlElement && parent.nodeName === "picture" && parent._item) {
      const { client, clock } = parent._item.id;
      const [file, caption, alt] = ["file", "caption", "alt"].map((name) => wordsIn(parent, name));
      letters.pictures.push({ client, clock, file: file ?? "", words: caption || (alt ?? ""), at });
    }
  }
  letters.text = parts.join("");
  return letters;
}

function wordsIn(element: Y.XmlElement, name: string): string {
  const value: unknown = element.getAttribute(name);
  return typeof value === "string" ? value : "";
}

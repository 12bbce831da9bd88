// Who wrote what, as it is shown: the text with its writers, and how many words of each section are whose.
import type { Node } from "@tiptap/pm/model";
import { slug } from "~/text/slug";
import { word } from "./authors-of-saves";
import type { Authored } from "./authorship";
import { mostOf, passagesOf } from "./letters";

/** A node of the text; `by` says whose the words of a text node are (-1: nobody knows). */
export interface AuthoredNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: AuthoredNode[];
  text?: string;
  marks?: Array<{ type: string; attrs?: Record<string, unknown> }>;
  by?: number;
}

/** A heading with what stands below it, up to the next heading; what stands before the first has none. */
export interface AuthoredSection {
  heading: { text: string; level: number; anchor: string } | null;
  /** How many words are whose, most words first. */
  by: Array<[hand: number, words: number]>;
  blocks: AuthoredNode[];
}

/**
 * The sections of a text, with whose their words are. Words are counted as the editor counts them. Where only that is `counted`, their
 * blocks are left out.
 */
export function authoredSections(
  { document, of: letters }: Pick<Authored, "document" | "of">,
  language: string,
  counted?: "counted",
): AuthoredSection[] {
  const of = byWholeWords(passagesOf(document), letters);
  const sections: Array<Omit<AuthoredSection, "by"> & { counts: Map<number, number> }> = [];
  const anchors = new Set<string>();
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let at = 0;
  document.forEach((block) => {
    const words = block.type.name === "heading" ? block.textContent.trim() : "";
    if (words !== "" || sections.length === 0)
      sections.push({
        heading:
          words === ""
            ? null
            : { text: words, level: Number(block.attrs.level), anchor: anchorOf(words, anchors) },
        blocks: [],
        counts: new Map(),
      });
    const section = sections.at(-1);
    const start = at;
    if (!counted)
      section?.blocks.push(
        authoredNode(
          block,
          of,
          () => at,
          (units) => (at += units),
        ),
      );
    if (section) at = countWords(block, of, start, segmenter, section.counts);
  });
  return sections.map(({ counts, ...section }) => ({
    ...section,
    by: [...counts].sort(([, one], [, other]) => other - one),
  }));
}

/** A word is of whoever wrote most of its letters; blanks and signs are of the word before them. */
export function byWholeWords(passages: readonly string[], of: Int32Array): Int32Array {
  const whole = Int32Array.from(of);
  let start = 0;
  for (const passage of passages) {
    const words = [...passage.matchAll(word)];
    for (const [place, { 0: letters, index }] of words.entries()) {
      const to = words[place + 1]?.index ?? passage.length;
      whole.fill(mostOf(of, start + index, letters.length), start + (place === 0 ? 0 : index), start + to);
    }
    start += passage.length;
  }
  return whole;
}

/** As the reading view names it. */
function anchorOf(words: string, taken: Set<string>): string {
  const name = slug(words) || "section";
  let anchor = name;
  for (let number = 2; taken.has(anchor); number += 1) anchor = `${name}-${number}`;
  taken.add(anchor);
  return anchor;
}

function authoredNode(
  node: Node,
  of: Int32Array,
  place: () => number,
  goOn: (units: number) => void,
): AuthoredNode {
  const content: AuthoredNode[] = [];
  node.forEach((child) => {
    if (child.isText) content.push(...runsOf(child, of, place(), goOn));
    else content.push(authoredNode(child, of, place, goOn));
  });
  return {
    type: node.type.name,
    ...(Object.keys(node.attrs).length > 0 && { attrs: node.attrs }),
    ...(content.length > 0 && { content }),
  };
}

function runsOf(node: Node, of: Int32Array, start: number, goOn: (units: number) => void): AuthoredNode[] {
  const text = node.text ?? "";
  const marks = node.marks.map(({ type, attrs }) => ({ type: type.name, attrs }));
  const runs: AuthoredNode[] = [];
  for (let from = 0; from < text.length;) {
    const by = of[start + from] ?? -1;
    let to = from + 1;
    while (to < text.length && (of[start + to] ?? -1) === by) to += 1;
    runs.push({ type: "text", text: text.slice(from, to), by, ...(marks.length > 0 && { marks }) });
    from = to;
  }
  goOn(text.length);
  return runs;
}

/** Answers where the letters of the block end. */
function countWords(
  block: Node,
  of: Int32Array,
  start: number,
  segmenter: Intl.Segmenter,
  counts: Map<number, number>,
): number {
  let at = start;
  const countIn = (node: Node): void => {
    if (!node.isTextblock) return node.forEach(countIn);
    // A leaf parts words and has no letters.
    let text = "";
    const places: number[] = [];
    node.forEach((child) => {
      const letters = child.text ?? " ";
      for (let unit = 0; unit < letters.length; unit += 1) places.push(child.isText ? at++ : -1);
      text += letters;
    });
    for (const { segment, index, isWordLike } of segmenter.segment(text)) {
      if (!isWordLike) continue;
      const hand = mostOf(of, places[index] ?? at, segment.length);
      counts.set(hand, (counts.get(hand) ?? 0) + 1);
    }
  };
  countIn(block);
  return at;
}

// By what blocks are told to be the same, or alike: one name for all that says the same, and the words of each.
import type { Mark, Node } from "@tiptap/pm/model";

/** Attributes that readers are not shown. */
const unseen = new Set(["loose", "colwidth"]);

/** Remembers what was worked out for the blocks of one comparison. */
export interface Sameness {
  /** Equal for blocks that show readers the same. */
  name(node: Node): number;
  /** How often each of its words stands in it. */
  words(node: Node): Words;
}

export interface Words {
  count: ReadonlyMap<string, number>;
  total: number;
}

export function createSameness(): Sameness {
  const names = new Map<string, number>();
  const nameOf = new Map<Node, number>();
  const wordsOf = new Map<Node, Words>();
  return {
    name(node) {
      const known = nameOf.get(node);
      if (known !== undefined) return known;
      const print = fingerprint(node);
      const name = names.get(print) ?? names.size;
      names.set(print, name);
      nameOf.set(node, name);
      return name;
    },
    words(node) {
      const known = wordsOf.get(node);
      if (known) return known;
      const words = countWords(node);
      wordsOf.set(node, words);
      return words;
    },
  };
}

function fingerprint(node: Node): string {
  const seen = attributesOf(node.attrs);
  if (node.isText) return `${JSON.stringify(node.text)}${marksName(node.marks)}`;
  return `${node.type.name}${seen}(${node.children.map(fingerprint).join()})`;
}

function attributesOf(attributes: Readonly<Record<string, unknown>>): string {
  const seen = Object.entries(attributes).filter(([name, value]) => !unseen.has(name) && value !== null);
  return seen.length === 0 ? "" : JSON.stringify(seen);
}

/** Equal for marks that show readers the same, in whichever order. */
export function marksName(marks: readonly Mark[]): string {
  if (marks.length === 0) return "";
  return marks
    .map(({ type, attrs }) => `${type.name}${attributesOf(attrs)}`)
    .sort()
    .join("+");
}

const word = /[\p{L}\p{N}\p{M}]+/gu;

function countWords(node: Node): Words {
  const count = new Map<string, number>();
  let total = 0;
  const take = (words: string) => {
    for (const [found] of words.toLowerCase().matchAll(word)) {
      count.set(found, (count.get(found) ?? 0) + 1);
      total += 1;
    }
  };
  const walk = (one: Node) => {
    if (one.isText) take(one.text ?? "");
    else if (one.isLeaf) take(sayableAttributes(one).join(" "));
    else one.forEach(walk);
  };
  // The words of one line may be parted by marks only.
  if (node.isTextblock && node.content.content.every(({ isText }) => isText)) take(node.textContent);
  else walk(node);
  return { count, total };
}

/** The attributes of something without words that say anything in words: a name, a title, a caption. */
export function sayableAttributes({ attrs, type }: Node): string[] {
  const said = attrs as Record<string, unknown>;
  // Of a picture its file says nothing to anybody.
  const values = type.name === "picture" ? [said.alt, said.caption] : Object.values(said);
  return values.filter((value): value is string => typeof value === "string" && value !== "");
}

/** How many words a block has, for readers who want to know how much it is. */
export function wordCount(node: Node, sameness: Sameness): number {
  return sameness.words(node).total;
}

/** From 0, nothing in common, to 1, the same words as often; two without any words are half alike. */
export function likeness(one: Words, other: Words): number {
  const total = one.total + other.total;
  if (total === 0) return 0.5;
  const [fewer, more] = one.count.size < other.count.size ? [one, other] : [other, one];
  let common = 0;
  for (const [found, times] of fewer.count) common += Math.min(times, more.count.get(found) ?? 0);
  return (2 * common) / total;
}

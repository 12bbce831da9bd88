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
  /** From 0, nothing in common, to 1, the same words as often; two without any words are half alike. */
  likeness(one: Words, other: Words): number;
}

/** Words by their numbers in one comparison, each once, and how often each stands. */
export interface Words {
  numbers: Int32Array;
  times: Int32Array;
  total: number;
}

export function createSameness(): Sameness {
  const names = new Map<string, number>();
  const nameOf = new Map<Node, number>();
  const numberOf = new Map<string, number>();
  const wordsOf = new Map<Node, Words>();
  const likeness = createLikeness();
  return {
    likeness,
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
      const words = countWords(node, numberOf);
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

function countWords(node: Node, numberOf: Map<string, number>): Words {
  const count = new Map<number, number>();
  const take = (words: string) => {
    for (const found of words.toLowerCase().match(word) ?? []) {
      const number = numberOf.get(found) ?? numberOf.size;
      if (number === numberOf.size) numberOf.set(found, number);
      count.set(number, (count.get(number) ?? 0) + 1);
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
  return counted(count);
}

function counted(count: ReadonlyMap<number, number>): Words {
  const [numbers, times] = [new Int32Array(count.size), new Int32Array(count.size)];
  let [place, total] = [0, 0];
  for (const [number, often] of count) {
    numbers[place] = number;
    times[place] = often;
    place += 1;
    total += often;
  }
  return { numbers, times, total };
}

/** The words of all of them together. */
export function wordsTogether(all: readonly Words[]): Words {
  const count = new Map<number, number>();
  for (const { numbers, times } of all)
    for (const [place, number] of numbers.entries())
      count.set(number, (count.get(number) ?? 0) + (times[place] ?? 0));
  return counted(count);
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

/**
 * What is compared with many others one after the other is laid out once, each word at the place of its number: a row of paragraphs that
 * were all written anew is as many pairs as its length squared.
 */
function createLikeness(): Sameness["likeness"] {
  let laid: Words | undefined;
  let often = new Int32Array(1024);
  const lay = (words: Words) => {
    for (const number of laid?.numbers ?? []) often[number] = 0;
    const highest = words.numbers.reduce((most, number) => Math.max(most, number), 0);
    if (highest >= often.length) often = new Int32Array(2 * highest + 1);
    for (let place = 0; place < words.numbers.length; place += 1)
      often[words.numbers[place] ?? 0] = words.times[place] ?? 0;
    laid = words;
  };
  return (one, other) => {
    const total = one.total + other.total;
    if (total === 0) return 0.5;
    if (laid !== one) lay(one);
    const { numbers, times } = other;
    let common = 0;
    for (let place = 0; place < numbers.length; place += 1) {
      const here = times[place] ?? 0;
      const there = often[numbers[place] ?? 0] ?? 0;
      common += here < there ? here : there;
    }
    return (2 * common) / total;
  };
}

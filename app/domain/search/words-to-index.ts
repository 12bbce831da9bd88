// What of a document, a remark, a name goes into the index.
import { fold } from "~/text/fold";
import { plainText } from "~/text/plain";

/** Strings of facts that are addresses inside Torg or days, not words. */
const silentFacts = new Set(["id", "kind", "phaseId", "experts", "linked", "learnedFrom", "cost"]);

/** A text with the words of its facts under it, as it is searched and shown around a hit. */
export function wholeText(text: string, facts: unknown): string {
  const stated = wordsOfFacts(facts);
  return stated.length === 0 ? text : `${text}\n\n${stated.join("\n\n")}`;
}

function wordsOfFacts(facts: unknown): string[] {
  if (typeof facts === "string") return /^\d{4}-\d\d-\d\d$|^$/.test(facts) ? [] : [facts];
  if (Array.isArray(facts)) return facts.flatMap(wordsOfFacts);
  if (typeof facts !== "object" || facts === null) return [];
  // Who was met is called by name to nobody without their consent.
  const isNameless = "hasConsented" in facts && facts.hasConsented !== true;
  return Object.entries(facts).flatMap(([key, value]) =>
    silentFacts.has(key) || (isNameless && key === "name") ? [] : wordsOfFacts(value),
  );
}

export interface IndexedText {
  /** Headings, the opening, and words that are said often. */
  strong: string;
  body: string;
  /** Every word once. */
  words: Set<string>;
}

/** Characters of the opening, and how often a word is said to be said often. */
const opening = 300;
const often = 4;
const shortestOften = 4;

/** A Markdown text, folded and without its markup. */
export function indexedText(markdown: string): IndexedText {
  const body = fold(plainText(markdown, Infinity));
  const counts = new Map<string, number>();
  for (const word of body.match(isPlain(body) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const headings = markdown.match(/^#{1,6}[^\n]+/gm) ?? [];
  const frequent = [...counts].flatMap(([word, count]) =>
    count >= often && word.length >= shortestOften ? [word] : [],
  );
  const strong = `${fold(headings.join(" "))} ${body.slice(0, opening)} ${frequent.join(" ")}`;
  return { strong, body, words: new Set(counts.keys()) };
}

/** Most folded texts have no letters but these, and are then taken apart in a third of the time. */
function isPlain(body: string): boolean {
  return !/[^\0-\x7f–—’‘“”„…«»•·€°§×]/.test(body);
}

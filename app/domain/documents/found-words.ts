// Words of a text, found in it by themselves, by what stands beside them, and by how much stands before them. Blanks count nowhere: a text
// that is read has others than one that is written. The same on the server and in the browser.

/** Words as one finds them again. `at`: how many letters stand before them, blanks not counted. */
export interface ToldWords {
  words: string;
  before: string;
  after: string;
  at: number;
}

/** Letters beside the words that must be the same. */
const beside = 16;

/** What of the letters beside the words is needed to find them. */
export function besideTold({ before, after }: Pick<ToldWords, "before" | "after">): [string, string] {
  return [withoutBlanks(before).slice(-beside), withoutBlanks(after).slice(0, beside)];
}

export const withoutBlanks = (text: string) => text.replaceAll(/\s+/g, "");

/** Where the words begin in a text without blanks: nothing where they are not in it, or may be others of the same words. */
export function foundWords(text: string, told: ToldWords): number | undefined {
  const words = withoutBlanks(told.words);
  if (words === "") return undefined;
  const [before, after] = besideTold(told);
  const isBeside = (at: number) => text.endsWith(before, at) && text.startsWith(after, at + words.length);
  if (text.startsWith(words, told.at) && isBeside(told.at)) return told.at;
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  const sure = found.filter(isBeside);
  if (sure.length === 1) return sure[0];
  return sure.length === 0 && found.length === 1 ? found[0] : undefined;
}

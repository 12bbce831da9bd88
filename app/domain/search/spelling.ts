// How far one word is from another, for words that are not written as anybody writes them.

/** How many slips are forgiven in a word of so many letters. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : length < 10 ? 2 : 3;
}

/** The words that are near, by how many slips away they are: letters left out, added, changed, or changed places with their neighbour. */
export class Vocabulary {
  private readonly words: string[] = [];
  /** Which letters a word has, a bit for each: words that share few of them need not be compared. */
  private readonly letters: number[] = [];
  lastRow = 0;

  add(word: string, row: number): void {
    this.words.push(word);
    this.letters.push(lettersOf(word));
    this.lastRow = Math.max(this.lastRow, row);
  }

  /** At [1] those one slip away, and so on; what is the same is left out. */
  near(word: string): string[][] {
    const most = forgiven(word.length);
    const found: string[][] = Array.from({ length: most + 1 }, () => []);
    if (most === 0) return found;
    const own = lettersOf(word);
    this.words.forEach((other, index) => {
      if (Math.abs(other.length - word.length) > most) return;
      if (bits(own ^ (this.letters[index] ?? 0)) > 2 * most) return;
      const slips = slipsBetween(word, other, most);
      if (slips > 0 && slips <= most) found[slips]?.push(other);
    });
    return found;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Slips from one word to the other; anything over `most` where there are more than that. */
export function slipsBetween(one: string, other: string, most = Infinity): number {
  const width = other.length + 1;
  // Three rows are enough, taken in turn: this runs for thousands of words at each slip of a finger.
  let [beforeLast, last, current] = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  for (let column = 0; column < width; column += 1) last[column] = column;
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one.charCodeAt(row - 1);
    const letterBefore = row > 1 ? one.charCodeAt(row - 2) : -1;
    let least = row;
    let before = row;
    current[0] = row;
    for (let column = 1; column < width; column += 1) {
      const opposite = other.charCodeAt(column - 1);
      const over = (last[column - 1] ?? 0) + (letter === opposite ? 0 : 1);
      let slips = Math.min((last[column] ?? 0) + 1, before + 1, over);
      if (column > 1 && letterBefore === opposite && letter === other.charCodeAt(column - 2))
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current[column] = before = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[other.length] ?? 0;
}

// What is shown where a picture stood that is not there any more: as large as that, with a sentence in it.

/** Shown as wide as a text, these letters are a little larger than its own. */
const lettersOfWidth = 1 / 22;

/** A drawing of this size with the words in as many lines as they need, smaller where the picture is too low for them. */
export function wordsInPlace(words: string, { width, height }: { width: number; height: number }): string {
  let size = Math.max(12, width * lettersOfWidth);
  let lines = linesOf(words, width, size);
  while (size > 6 && lines.length * lineHeight * size > height * 0.9) {
    size *= 0.85;
    lines = linesOf(words, width, size);
  }
  const first = height / 2 - ((lines.length - 1) / 2) * lineHeight * size;
  const written = lines.map(
    (line, at) => `<text x="${width / 2}" y="${Math.round(first + at * lineHeight * size)}">${line}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#e4e0d8"/>` +
    `<g font-size="${Math.round(size)}" fill="#1c2430" font-family="sans-serif" text-anchor="middle" dominant-baseline="central">` +
    `${written.join("")}</g></svg>`
  );
}

const lineHeight = 1.4;

/** A letter is taken as wide as six tenths of its height, which none of our languages goes beyond for a whole line. */
function linesOf(words: string, width: number, size: number): string[] {
  const most = Math.floor((width * 0.94) / (size * 0.6));
  const lines: string[] = [];
  for (const word of words.replace(/[<&]/g, "").split(" ")) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

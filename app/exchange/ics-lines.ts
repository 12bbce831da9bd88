// How the lines of a calendar's text are broken (RFC 5545, 3.1): after 75 bytes at most, never within a letter.

const longest = 75;

const encoder = new TextEncoder();

/** The text, lines ending in CR LF, with each long line going on after a space in the next. */
export function folded(text: string): string {
  return text.split("\r\n").map(foldedLine).join("\r\n");
}

function foldedLine(line: string): string {
  // A letter has three bytes at most, or four where it counts as two.
  if (line.length * 3 <= longest || encoder.encode(line).length <= longest) return line;
  const parts: string[] = [];
  let [part, bytes] = ["", 0];
  for (const letter of line) {
    const more = bytesOf(letter);
    if (bytes + more > longest) {
      parts.push(part);
      // The space before it counts.
      [part, bytes] = ["", 1];
    }
    part += letter;
    bytes += more;
  }
  return [...parts, part].join("\r\n ");
}

function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

// Which letters a font file can show, read from its own table, so that tests need no trust in what the stylesheet says of it.
import { readFile } from "node:fs/promises";
// @ts-expect-error the package has no types
import subsetFont from "subset-font";

const unpacked = subsetFont as (
  font: Buffer,
  letters: undefined,
  options: { targetFormat: "sfnt"; keepAllGlyphs: true },
) => Promise<Buffer>;

/** The code points of a packed font (woff2). */
export async function lettersOfFont(path: string): Promise<Set<number>> {
  const font = await unpacked(await readFile(path), undefined, { targetFormat: "sfnt", keepAllGlyphs: true });
  const table = placeOf(font, "cmap");
  const letters = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(table + 2); index++) {
    const start = table + font.readUInt32BE(table + 4 + 8 * index + 4);
    // Format 4 lists runs of the letters below U+FFFF; the fonts of the house have no others.
    if (font.readUInt16BE(start) !== 4) continue;
    const doubled = font.readUInt16BE(start + 6);
    for (let run = 0; run < doubled; run += 2) {
      const last = font.readUInt16BE(start + 14 + run);
      for (let letter = font.readUInt16BE(start + 16 + doubled + run); letter <= last; letter++) {
        if (letter !== 0xffff) letters.add(letter);
      }
    }
  }
  return letters;
}

function placeOf(font: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

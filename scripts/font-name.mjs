/** Gives a font file another name: the licence of the families we cut down reserves theirs for the unchanged ones. */

const nameTag = "name";

/**
 * The font with a name table that holds only its copyright and its new name.
 * @param {Buffer} font an unpacked TrueType font
 * @param {{ copyright: string, family: string, style: string }} names
 */
export function renamed(font, { copyright, family, style }) {
  const tables = tablesOf(font);
  const postScriptName = `${family.replaceAll(" ", "")}-${style}`;
  tables.set(
    nameTag,
    nameTable([copyright, family, style, `${family} ${style}`, `${family} ${style}`, "1.0", postScriptName]),
  );
  return assembled(font.readUInt32BE(0), tables);
}

/** @param {Buffer} font */
function tablesOf(font) {
  /** @type {Map<string, Buffer>} */
  const tables = new Map();
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString("latin1", entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/**
 * Names 0 to 6 in their order, for Windows, in English.
 * @param {string[]} names
 */
function nameTable(names) {
  const texts = names.map((name) => Buffer.from(name, "utf16le").swap16());
  const head = Buffer.alloc(6 + 12 * texts.length);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  texts.forEach((text, id) => {
    [3, 1, 0x409, id, text.length, offset].forEach((value, at) =>
      head.writeUInt16BE(value, 6 + 12 * id + 2 * at),
    );
    offset += text.length;
  });
  return Buffer.concat([head, ...texts]);
}

/**
 * Without checksums, which the next step writes.
 * @param {number} version
 * @param {Map<string, Buffer>} tables
 */
function assembled(version, tables) {
  const entries = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * entries.length);
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(entries.length, 4);
  let offset = head.length;
  const bodies = entries.map(([tag, table], at) => {
    const entry = 12 + 16 * at;
    head.write(tag, entry, "latin1");
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}

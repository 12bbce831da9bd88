// The index: a file of its own that can always be made again from the database. It knows words and places, no text and no rights.
import { openSqliteFile, type SqliteFile } from "~/platform/sqlite-file.server";

/** Another number makes every index of an older shape be built anew. */
export const indexShape = 1;

/** What an entry stands for. A document has one for each of its texts, or one for both where they are the same. */
export type EntryKind = "document" | "comment" | "statement" | "reflection" | "person" | "city" | "network";
export type EntryPart = "working" | "published" | "both" | "";

/**
 * Words are kept folded. `heads` are names and titles; in `bodies` a text's strong words (headings, opening, what it says often)
 * stand once more by themselves, so that what weighs more in a text is known from that text alone and from no other.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entry (row INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, part TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS entry_subject ON entry (subject);
  CREATE TABLE IF NOT EXISTS stamp (kind TEXT, subject TEXT, stamp TEXT NOT NULL, PRIMARY KEY (kind, subject)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending (kind TEXT, subject TEXT, isUrgent INTEGER NOT NULL, PRIMARY KEY (kind, subject)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS pending_urgent ON pending (isUrgent);
  CREATE TABLE IF NOT EXISTS followed (chain TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS word (row INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
  CREATE VIRTUAL TABLE IF NOT EXISTS heads USING fts5
    (title, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE IF NOT EXISTS bodies USING fts5
    (strong, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
`;

/** Opens an index to write in it, new where the file is. */
export function openIndex(file: string): SqliteFile {
  const index = openSqliteFile(file, { isReadOnly: false });
  index.script(tables);
  index.run("INSERT OR IGNORE INTO state VALUES ('shape', ?)", indexShape);
  return index;
}

/** Bytes of it that are read where they lie in the system's memory: a frequent word is in more pages than SQLite's own cache holds. */
const readInPlace = 1_000_000_000;

export function openIndexToRead(file: string): SqliteFile {
  const index = openSqliteFile(file, { isReadOnly: true });
  index.script(`PRAGMA mmap_size=${readInPlace}`);
  return index;
}

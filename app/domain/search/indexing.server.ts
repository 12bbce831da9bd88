// Keeps the index true to the database: what has changed since it last looked is noted as pending, and pending things are read and
// written again. Both in transactions of the index, so that whenever it is cut short it goes on where it was.
import type { SqliteFile } from "~/platform/sqlite-file.server";
import { namesakesOf, wordsIn } from "./city-forms";
import type { EntryKind, EntryPart } from "./index-file.server";
import { indexedText, wholeText } from "./words-to-index";

export interface IndexFiles {
  database: SqliteFile;
  index: SqliteFile;
}

/** What there is, and a stamp that is another one after every change: for looking at everything at once. */
const stamps: Record<EntryKind, string> = {
  document: `SELECT id AS subject, revision || ' ' || publications || ' ' || coalesce(publishedRevision, '') || ' ' ||
    coalesce(publishedAt, '') || ' ' || updatedAt || ' ' || coalesce(trashedAt, '') || ' ' || coalesce(purgedAt, '') || ' ' ||
    title AS stamp FROM Document`,
  comment: `SELECT id AS subject, coalesce(editedAt, '') || ' ' || coalesce(deletedAt, '') AS stamp FROM Comment`,
  statement: `SELECT id AS subject, at AS stamp FROM VisitStatement`,
  reflection: `SELECT id AS subject, revision || ' ' || updatedAt AS stamp FROM Reflection`,
  person: `SELECT id AS subject, name AS stamp FROM Person`,
  city: `SELECT cityId AS subject, group_concat(name, ' / ') AS stamp FROM CityName GROUP BY cityId`,
  network: `SELECT n.id AS subject, n.name || ' / ' || coalesce((SELECT group_concat(m.name, ' / ') FROM NetworkName m
    WHERE m.networkId = n.id), '') AS stamp FROM Network n`,
};

const kinds = Object.keys(stamps) as EntryKind[];

/** Compares everything with what the index has; what differs is pending afterwards. Also finds what no happening told of. */
export function compareAll(files: IndexFiles, only: readonly EntryKind[] = kinds): void {
  const { database, index } = files;
  database.together(() => {
    index.together(() => {
      for (const kind of only) compareKind(files, kind);
      if (only.length < kinds.length) return;
      for (const { chain, position } of headsOf(database)) moveTo(index, chain, position);
    });
  });
}

function compareKind({ database, index }: IndexFiles, kind: EntryKind): void {
  interface Stamp {
    subject: string;
    stamp: string;
  }
  const before = new Map(
    index
      .rows<Stamp>("SELECT subject, stamp FROM stamp WHERE kind = ?", kind)
      .map((row) => [row.subject, row.stamp]),
  );
  for (const { subject, stamp } of database.rows<Stamp>(stamps[kind])) {
    if (before.get(subject) !== stamp) noteAsPending(index, kind, subject, false);
    before.delete(subject);
  }
  for (const gone of before.keys()) noteAsPending(index, kind, gone, true);
}

/** Notes what has happened since the index last looked. */
export function follow({ database, index }: IndexFiles): void {
  interface Happened {
    position: number;
    kind: string;
    subjectId: string;
    documentId: string | null;
  }
  const known = new Map(
    index
      .rows<{ chain: string; position: number }>("SELECT chain, position FROM followed")
      .map(({ chain, position }) => [chain, position]),
  );
  let hasMoved = false;
  let isOfAll = false;
  let haveRemarksGone = false;
  database.together(() => {
    const moved = headsOf(database).filter(({ chain, position }) => position !== (known.get(chain) ?? 0));
    if (moved.length === 0) return;
    hasMoved = true;
    index.together(() => {
      for (const { chain, position } of moved) {
        const rows = database.rows<Happened>(
          `SELECT position, kind, subjectId, documentId FROM Activity WHERE chain = ? AND position > ? ORDER BY position`,
          chain,
          known.get(chain) ?? 0,
        );
        for (const { kind, subjectId, documentId } of rows) {
          if (kind === "demo-removed") isOfAll = true;
          const said = saidIn(kind);
          if (said) noteAsPending(index, said, subjectId, true);
          else if (documentId !== null) noteAsPending(index, "document", documentId, true);
          if (kind === "document-purged") haveRemarksGone = true;
        }
        moveTo(index, chain, position);
      }
    });
  });
  if (isOfAll) compareAll({ database, index });
  // Names are few: whatever happened, they are looked through as a whole.
  else if (hasMoved)
    compareAll({ database, index }, [
      "person",
      "city",
      "network",
      // What was said about an emptied text goes without a word of each.
      ...(haveRemarksGone ? (["comment", "statement", "reflection"] as const) : []),
    ]);
}

/** What was said or said otherwise, where it is that which happened. */
function saidIn(kind: string): EntryKind | null {
  if (kind.startsWith("comment-")) return "comment";
  if (kind === "visit-replied" || kind === "visit-added-to") return "statement";
  return kind.startsWith("reflection-") ? "reflection" : null;
}

/** Reads and writes pending things for about so many ms, the urgent ones first. Answers how many are left. */
export function indexPending(files: IndexFiles, patience: number): number {
  const { database, index } = files;
  const until = Date.now() + patience;
  do {
    const batch = index.rows<{ kind: EntryKind; subject: string }>(
      "SELECT kind, subject FROM pending ORDER BY isUrgent DESC LIMIT 40",
    );
    if (batch.length === 0) return 0;
    database.together(() =>
      index.together(() => {
        for (const { kind, subject } of batch) {
          indexAgain(files, kind, subject);
          index.run("DELETE FROM pending WHERE kind = ? AND subject = ?", kind, subject);
        }
      }),
    );
  } while (Date.now() < until);
  return index.values<number>("SELECT count(*) FROM pending")[0] ?? 0;
}

/** Puts the words of many small steps together: smaller, and faster to ask. Call when a new index is whole. */
export function settle({ index }: IndexFiles): void {
  index.script(
    "INSERT INTO heads(heads) VALUES ('optimize'); INSERT INTO bodies(bodies) VALUES ('optimize');",
  );
  index.script("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;");
}

function indexAgain(files: IndexFiles, kind: EntryKind, subject: string): void {
  const { database, index } = files;
  const rows = index.values<number>("SELECT row FROM entry WHERE subject = ? AND kind = ?", subject, kind);
  for (const row of rows) {
    index.run("DELETE FROM heads WHERE rowid = ?", row);
    index.run("DELETE FROM bodies WHERE rowid = ?", row);
    index.run("DELETE FROM entry WHERE row = ?", row);
  }
  const stamp = database.rows<{ stamp: string }>(
    `SELECT stamp FROM (${stamps[kind]}) WHERE subject = ?`,
    subject,
  )[0]?.stamp;
  if (stamp === undefined) {
    index.run("DELETE FROM stamp WHERE kind = ? AND subject = ?", kind, subject);
    return;
  }
  index.run("INSERT OR REPLACE INTO stamp VALUES (?, ?, ?)", kind, subject, stamp);
  writeEntries[kind](files, subject);
}

const writeEntries: Record<EntryKind, (files: IndexFiles, subject: string) => void> = {
  document({ database, index }, subject) {
    interface Texts {
      title: string;
      text: string;
      facts: string | null;
      publishedTitle: string | null;
      publishedText: string | null;
      publishedFacts: string | null;
      isPublished: number;
    }
    const [document] = database.rows<Texts>(
      `SELECT title, text, facts, publishedTitle, publishedText, publishedFacts, publishedVisibility IS NOT NULL AS isPublished
       FROM Document WHERE id = ? AND trashedAt IS NULL AND purgedAt IS NULL`,
      subject,
    );
    if (!document) return;
    const add = (part: EntryPart, title: string, text: string) =>
      addEntry(index, { kind: "document", subject, part }, title, text);
    const working = wholeText(document.text, parsed(document.facts));
    if (document.isPublished === 0) return add("working", document.title, working);
    const published = wholeText(document.publishedText ?? "", parsed(document.publishedFacts));
    if (published === working && document.publishedTitle === document.title)
      return add("both", document.title, working);
    add("working", document.title, working);
    add("published", document.publishedTitle ?? "", published);
  },
  comment({ database, index }, subject) {
    const [text] = database.values<string>(
      "SELECT text FROM Comment WHERE id = ? AND deletedAt IS NULL",
      subject,
    );
    if (text !== undefined) addEntry(index, { kind: "comment", subject, part: "" }, "", text);
  },
  statement({ database, index }, subject) {
    const [text] = database.values<string>("SELECT text FROM VisitStatement WHERE id = ?", subject);
    if (text !== undefined) addEntry(index, { kind: "statement", subject, part: "" }, "", text);
  },
  reflection({ database, index }, subject) {
    const [text] = database.values<string>("SELECT text FROM Reflection WHERE id = ?", subject);
    if (text !== undefined) addEntry(index, { kind: "reflection", subject, part: "" }, "", text);
  },
  person({ database, index }, subject) {
    const [name] = database.values<string>("SELECT name FROM Person WHERE id = ?", subject);
    if (name !== undefined) addEntry(index, { kind: "person", subject, part: "" }, name);
  },
  city({ database, index }, subject) {
    const names = database.values<string>("SELECT name FROM CityName WHERE cityId = ?", subject);
    const forms = namesakesOf(new Map([[subject, names]])).filter(({ cityIds }) => cityIds.includes(subject));
    const said = forms.flatMap((one) => one.forms.map(({ words }) => words.join(" ")));
    addEntry(index, { kind: "city", subject, part: "" }, [...names, ...said].join(" / "));
  },
  network({ database, index }, subject) {
    const names = database.values<string>(
      "SELECT name FROM Network WHERE id = ? UNION ALL SELECT name FROM NetworkName WHERE networkId = ?",
      subject,
      subject,
    );
    addEntry(index, { kind: "network", subject, part: "" }, names.join(" / "));
  },
};

function addEntry(
  index: SqliteFile,
  { kind, subject, part }: { kind: EntryKind; subject: string; part: EntryPart },
  title: string,
  text = "",
): void {
  const { row } = index.run("INSERT INTO entry (kind, subject, part) VALUES (?, ?, ?)", kind, subject, part);
  const head = wordsIn(title);
  if (head.length > 0) index.run("INSERT INTO heads (rowid, title) VALUES (?, ?)", row, head.join(" "));
  const { strong, body, words } = indexedText(text);
  if (body !== "") index.run("INSERT INTO bodies (rowid, strong, body) VALUES (?, ?, ?)", row, strong, body);
  for (const word of [...head, ...words]) if (isSpelt(word)) addWord(index, word);
}

/** Words that may be meant by a misspelt one. */
function isSpelt(word: string): boolean {
  return word.length >= 3 && word.length <= 30 && !/\p{N}/u.test(word);
}

const added = new WeakMap<SqliteFile, Set<string>>();
/** Words remembered as being there already; more than that are asked for again. */
const mostRemembered = 300_000;

function addWord(index: SqliteFile, word: string): void {
  const known = added.get(index) ?? new Set<string>();
  if (known.has(word)) return;
  index.run("INSERT OR IGNORE INTO word (word) VALUES (?)", word);
  if (known.size > mostRemembered) known.clear();
  added.set(index, known.add(word));
}

function noteAsPending(index: SqliteFile, kind: EntryKind, subject: string, isUrgent: boolean): void {
  index.run(
    "INSERT INTO pending VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET isUrgent = max(isUrgent, excluded.isUrgent)",
    kind,
    subject,
    isUrgent ? 1 : 0,
  );
}

function headsOf(database: SqliteFile): Array<{ chain: string; position: number }> {
  return database.rows("SELECT chain, position FROM ChainHead");
}

function moveTo(index: SqliteFile, chain: string, position: number): void {
  index.run("INSERT OR REPLACE INTO followed VALUES (?, ?)", chain, position);
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

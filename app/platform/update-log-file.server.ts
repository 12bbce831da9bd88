// The log's own SQLite file: its tables, how frames are written into it, and how damage is found when they are read.
import { closeSync, openSync, statSync } from "node:fs";
import { crc32 } from "node:zlib";
import Database from "better-sqlite3";
import type {
  DamagedFrame,
  DocumentFrames,
  Frame,
  FrameKind,
  LogJob,
  LogResult,
  MovedLetters,
  Origin,
  TextHistory,
  Upkeep,
} from "./update-log";

/**
 * Updates are numbered 1, 2, 3 … within their text and never removed; `head` knows the last, so that a missing one shows. A fold has the
 * number of the last update in it. Frames that are not what they were move to `aside` and stay there.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS head (document TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS frame (
    row INTEGER PRIMARY KEY, document TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
    sender TEXT, length INTEGER NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS frame_place ON frame (document, kind, number);
  CREATE TABLE IF NOT EXISTS aside (
    document TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, foundAt INTEGER NOT NULL,
    at INTEGER, sender TEXT, length INTEGER, checksum INTEGER, bytes BLOB, PRIMARY KEY (document, kind, number));
  CREATE TABLE IF NOT EXISTS writer (
    document TEXT NOT NULL, client INTEGER NOT NULL, person TEXT NOT NULL, firstSeen INTEGER NOT NULL,
    PRIMARY KEY (document, client)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS origin (
    document TEXT NOT NULL, client INTEGER NOT NULL, clock INTEGER NOT NULL, length INTEGER NOT NULL,
    fromClient INTEGER, fromClock INTEGER, person TEXT, at INTEGER,
    PRIMARY KEY (document, client, clock)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS moved (
    row INTEGER PRIMARY KEY, document TEXT NOT NULL, client INTEGER NOT NULL, clock INTEGER NOT NULL, length INTEGER NOT NULL,
    fromClient INTEGER NOT NULL, fromClock INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS moved_document ON moved (document);
`;

/** Milliseconds for which a lock of another process is waited for: it must be told within 2 s that nothing is saved. */
const patience = 1_000;

interface Row {
  number: number;
  kind: FrameKind;
  at: number;
  sender: string | null;
  length: number;
  checksum: number;
  bytes: Buffer;
}

export interface LogFile {
  /** Writes a job in one transaction, which is on the disk (power cut included) when this returns. Throws when it cannot. */
  write(job: LogJob): number[];
  /** Whether the file that lies there is still the one that was opened. */
  isInPlace(): boolean;
  close(): void;
}

/** Opens the log to write in it; only a new one is made, readable by this account alone: one that is gone is not replaced by nothing. */
export function openLogFile(file: string, { isNew }: { isNew: boolean }): LogFile {
  if (isNew) closeSync(openSync(file, "a", 0o600));
  const database = new Database(file, { timeout: patience, fileMustExist: true });
  try {
    database.pragma("journal_mode=WAL");
    database.pragma("synchronous=FULL");
    // What is erased is not to be found in the file either.
    database.pragma("secure_delete=ON");
    database.exec(tables);
  } catch (error) {
    database.close();
    throw error;
  }
  const opened = statSync(file);
  const headOf = database.prepare<[string], number>("SELECT number FROM head WHERE document = ?").pluck();
  const setHead = database.prepare(
    "INSERT INTO head VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET number = excluded.number",
  );
  const insert = database.prepare(
    "INSERT INTO frame (document, kind, number, at, sender, length, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const claim = database.prepare("INSERT OR IGNORE INTO writer VALUES (?, ?, ?, ?)");
  const comeFrom = database.prepare("INSERT OR IGNORE INTO origin VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

  const move = database.prepare(
    "INSERT INTO moved (document, client, clock, length, fromClient, fromClock) VALUES (?, ?, ?, ?, ?, ?)",
  );

  function append({ frames, bytes }: LogJob): number[] {
    const heads = new Map<string, number>();
    let start = 0;
    const numbers = frames.map(({ document, length, sender, claims, origins = [], moves = [], at }) => {
      const number = (heads.get(document) ?? headOf.get(document) ?? 0) + 1;
      heads.set(document, number);
      const update = bytes.subarray(start, (start += length));
      insert.run(
        document,
        "update",
        number,
        at,
        sender,
        length,
        checksumOf(document, "update", number, update),
        update,
      );
      for (const client of claims) if (sender !== null) claim.run(document, client, sender, at);
      for (const { client, clock, length: letters, from, by } of origins)
        comeFrom.run(
          ...[document, client, clock, letters],
          ...[from?.client ?? null, from?.clock ?? null, by?.person ?? null, by?.at ?? null],
        );
      for (const { client, clock, length: letters, from } of moves)
        move.run(document, client, clock, letters, from.client, from.clock);
      return number;
    });
    for (const [document, number] of heads) setHead.run(document, number);
    return numbers;
  }

  function keepUp(upkeep: Upkeep): void {
    const { document } = upkeep;
    if (upkeep.kind === "erase") {
      for (const table of ["frame", "aside", "writer", "origin", "moved", "head"])
        database.prepare(`DELETE FROM ${table} WHERE document = ?`).run(document);
    } else if (upkeep.kind === "set-aside") {
      for (const damaged of upkeep.damaged) setAside(document, damaged);
    } else {
      const { upTo, bytes } = upkeep;
      const newest = database
        .prepare<[string], number | null>(
          "SELECT MAX(number) FROM frame WHERE document = ? AND kind = 'fold'",
        )
        .pluck()
        .get(document);
      if (upTo > (headOf.get(document) ?? 0) || upTo <= (newest ?? 0)) return;
      // The older fold holds nothing that is not in its updates, which are kept.
      database.prepare("DELETE FROM frame WHERE document = ? AND kind = 'fold'").run(document);
      const checksum = checksumOf(document, "fold", upTo, bytes);
      insert.run(document, "fold", upTo, Date.now(), null, bytes.length, checksum, bytes);
    }
  }

  function setAside(document: string, { kind, number, reason }: DamagedFrame): void {
    const place = [document, kind, number];
    try {
      const moved = database
        .prepare(
          `INSERT OR IGNORE INTO aside SELECT document, kind, number, ?, ?, at, sender, length, checksum, bytes
           FROM frame WHERE document = ? AND kind = ? AND number = ?`,
        )
        .run(reason, Date.now(), ...place);
      if (moved.changes > 0)
        database.prepare("DELETE FROM frame WHERE document = ? AND kind = ? AND number = ?").run(...place);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      // It cannot even be copied: it stays where it is, and is remembered.
    }
    database
      .prepare("INSERT OR IGNORE INTO aside (document, kind, number, reason, foundAt) VALUES (?, ?, ?, ?, ?)")
      .run(...place, reason, Date.now());
  }

  const together = database.transaction((job: LogJob) => {
    const numbers = append(job);
    for (const upkeep of job.upkeep) keepUp(upkeep);
    return numbers;
  });
  return {
    write: (job) => together.immediate(job),
    isInPlace: () => {
      const there = statSync(file, { throwIfNoEntry: false });
      return there?.ino === opened.ino && there.dev === opened.dev;
    },
    close: () => void database.close(),
  };
}

export interface LogReader {
  /** What the log holds of one text, all of one moment. A damaged frame spoils no other; a damaged fold is replaced by its updates. */
  read(document: string): DocumentFrames;
  /** The last acknowledged number of every text. */
  heads(): Array<{ document: string; number: number }>;
  /** Every text of which frames were set aside, and how many: for administrators. */
  aside(): Array<{ document: string; frames: number }>;
  /** Who wrote a text, as it stood at this moment (ms). Frames that are not what they were are passed over. */
  history(document: string, until?: number): TextHistory;
  /** One update; nothing where it is not, or not as it was. */
  update(document: string, number: number): Frame | undefined;
  /** All updates after this number, but those that are not as they were. */
  after(document: string, number: number): Frame[];
  close(): void;
}

/** Opens the log for reading, beside whoever writes. */
export function openLogReader(file: string): LogReader {
  const database = new Database(file, { timeout: patience, readonly: true, fileMustExist: true });
  const columns = "number, kind, at, sender, length, checksum, bytes";

  /** The frames of one kind after a number; where a page of the file cannot be read, each by itself. */
  function* rows(document: string, kind: FrameKind, after: number): Generator<Row | DamagedFrame> {
    const place = "FROM frame WHERE document = ? AND kind = ? AND number > ? ORDER BY number";
    try {
      yield* database.prepare<unknown[], Row>(`SELECT ${columns} ${place}`).all(document, kind, after);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      const numbers = database.prepare<unknown[], number>(`SELECT number ${place}`).pluck();
      const one = database.prepare<unknown[], Row>(
        `SELECT ${columns} FROM frame WHERE document = ? AND kind = ? AND number = ?`,
      );
      for (const number of numbers.all(document, kind, after)) {
        try {
          const row = one.get(document, kind, number);
          if (row) yield row;
        } catch (unreadable) {
          if (!isCorrupt(unreadable)) throw unreadable;
          yield { number, kind, reason: "unreadable" };
        }
      }
    }
  }

  function read(document: string): DocumentFrames {
    const head =
      database
        .prepare<[string], number>("SELECT number FROM head WHERE document = ?")
        .pluck()
        .get(document) ?? 0;
    const known = database
      .prepare<[string], { kind: FrameKind; number: number }>(
        "SELECT kind, number FROM aside WHERE document = ?",
      )
      .all(document);
    const damaged: DamagedFrame[] = [];
    const sound = (kind: FrameKind, after: number): Frame[] =>
      [...rows(document, kind, after)].flatMap((row) => {
        const reason = "reason" in row ? row.reason : damageOf(document, row);
        if (!reason && "bytes" in row) return [{ ...row, bytes: row.bytes }];
        damaged.push({ number: row.number, kind, reason: reason ?? "unreadable" });
        return [];
      });
    const fold = sound("fold", 0).at(-1);
    const updates = sound("update", fold?.number ?? 0);
    const there = new Set(
      [...updates, ...damaged, ...known].flatMap(({ kind, number }) => (kind === "update" ? number : [])),
    );
    for (let number = (fold?.number ?? 0) + 1; number <= head; number += 1)
      if (!there.has(number)) damaged.push({ number, kind: "update", reason: "missing" });
    const writers = database
      .prepare<[string], { client: number; person: string }>(
        "SELECT client, person FROM writer WHERE document = ?",
      )
      .all(document);
    return {
      head,
      frames: fold ? [fold, ...updates] : updates,
      damaged: damaged.filter(
        (one) => !known.some(({ kind, number }) => kind === one.kind && number === one.number),
      ),
      aside: known.length,
      writers: new Map(writers.map(({ client, person }) => [client, person])),
      moves: movesOf(database, document),
    };
  }

  return {
    read: (document) => {
      // Of one moment; it only reads, so that where it comes to damaged pages there is nothing to undo.
      database.exec("BEGIN");
      try {
        return read(document);
      } finally {
        if (database.inTransaction) endQuietly(database);
      }
    },
    heads: () =>
      database.prepare<[], { document: string; number: number }>("SELECT document, number FROM head").all(),
    aside: () =>
      database
        .prepare<[], { document: string; frames: number }>(
          "SELECT document, COUNT(*) AS frames FROM aside GROUP BY document",
        )
        .all(),
    history: (document, until = Number.MAX_SAFE_INTEGER) => ({
      updates: [...rows(document, "update", 0)].flatMap((row) =>
        "bytes" in row && row.at <= until && !damageOf(document, row) ? row.bytes : [],
      ),
      ...writersOf(database, document),
    }),
    update: (document, number) => {
      const row = database
        .prepare<unknown[], Row>(
          `SELECT ${columns} FROM frame WHERE document = ? AND kind = 'update' AND number = ?`,
        )
        .get(document, number);
      return row && !damageOf(document, row) ? row : undefined;
    },
    after: (document, number) =>
      [...rows(document, "update", number)].flatMap((row) =>
        "bytes" in row && !damageOf(document, row) ? row : [],
      ),
    close: () => void database.close(),
  };
}

interface OriginRow extends Pick<Origin, "client" | "clock" | "length"> {
  fromClient: number | null;
  fromClock: number | null;
  person: string | null;
  at: number | null;
}

function writersOf(database: Database.Database, document: string): Pick<TextHistory, "writers" | "origins"> {
  const writers = database
    .prepare<[string], { client: number; person: string; at: number }>(
      "SELECT client, person, firstSeen AS at FROM writer WHERE document = ?",
    )
    .all(document);
  const origins = hasTable(database, "origin")
    ? database.prepare<[string], OriginRow>("SELECT * FROM origin WHERE document = ?").all(document)
    : [];
  return {
    writers: new Map(writers.map(({ client, person, at }) => [client, { person, at }])),
    origins: origins.map(({ client, clock, length, fromClient, fromClock, person, at }) => ({
      ...{ client, clock, length },
      ...(fromClient === null || fromClock === null
        ? { by: { person, at: at ?? 0 } }
        : { from: { client: fromClient, clock: fromClock } }),
    })),
  };
}

interface MovedRow extends Pick<MovedLetters, "client" | "clock" | "length"> {
  fromClient: number;
  fromClock: number;
}

function movesOf(database: Database.Database, document: string): MovedLetters[] {
  if (!hasTable(database, "moved")) return [];
  return database
    .prepare<[string], MovedRow>(
      "SELECT client, clock, length, fromClient, fromClock FROM moved WHERE document = ? ORDER BY row",
    )
    .all(document)
    .map(({ fromClient, fromClock, ...letters }) => ({
      ...letters,
      from: { client: fromClient, clock: fromClock },
    }));
}

/** Tables are made by whoever writes the log: one that was not written since has none of the later ones. */
function hasTable(database: Database.Database, name: string): boolean {
  return !!database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name);
}

/** What the worker answers when writing failed. */
export function wrongIn(error: unknown): LogResult {
  const { code, message } = error as { code?: string; message?: string };
  return { wrong: code ?? message ?? String(error) };
}

/** Covers the place as well: a frame under another's number is damage, too. */
function checksumOf(document: string, kind: FrameKind, number: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${document} ${kind} ${number}`));
}

function damageOf(
  document: string,
  { kind, number, length, checksum, bytes }: Row,
): DamagedFrame["reason"] | undefined {
  if (!Buffer.isBuffer(bytes) || bytes.length !== length) return "length";
  return checksumOf(document, kind, number, bytes) === checksum ? undefined : "checksum";
}

function endQuietly(database: Database.Database): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // Told by what was read.
  }
}

function isCorrupt(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith("SQLITE_CORRUPT");
}

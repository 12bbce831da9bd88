// Whole copies of the two databases, taken while they are written, and what such copies tell of themselves.
import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { rowsName, textsName, type Facts } from "./manifest";

/** Milliseconds for which a lock is waited for. */
const patience = 10_000;

/** Tables of the rows that hold keys for a while: nobody is to be signed in, and no link to work again, by restoring them. */
const passing = ["Session", "Verification"];

/** Copies what was committed when it begins, as one moment; writers go on meanwhile. What was deleted is not in the copy. */
export function copyDatabase(from: string, to: string): void {
  const database = new Database(from, { readonly: true, fileMustExist: true, timeout: patience });
  try {
    database.prepare("VACUUM INTO ?").run(to);
  } finally {
    database.close();
  }
}

/** Takes out of a copy of the rows what is good only for a while, so that not even its bytes are left. */
export function emptyPassing(copy: string): void {
  const database = new Database(copy, { fileMustExist: true });
  try {
    database.pragma("secure_delete=ON");
    database.pragma("foreign_keys=ON");
    database.transaction(() => {
      for (const table of passing) database.exec(`DELETE FROM "${table}"`);
    })();
  } finally {
    database.close();
  }
}

/** What the copies in this folder tell. A log that nobody has begun counts as an empty one. */
export function factsOf(folder: string): Facts {
  const database = new Database(join(folder, rowsName), { readonly: true, fileMustExist: true });
  const textsFile = join(folder, textsName);
  const log = existsSync(textsFile) ? new Database(textsFile, { readonly: true }) : undefined;
  try {
    return {
      schema: lastMigration(database),
      rows: rowsOf(database),
      texts: log ? rowsOf(log) : {},
      chains: database
        .prepare<[], Facts["chains"][number]>("SELECT chain, position, hash FROM ChainHead ORDER BY chain")
        .all(),
      textsBehind: countBehind(database, log),
    };
  } finally {
    database.close();
    log?.close();
  }
}

/** All contents that the copy of the rows in this folder names. `isKnown`: to be missing or altered. */
export function contentsNamedIn(folder: string): Array<{ hash: string; isKnown: boolean }> {
  const database = new Database(join(folder, rowsName), { readonly: true, fileMustExist: true });
  try {
    // Rows of an older Torg know no files.
    if (!("FileContent" in rowsOf(database))) return [];
    return database
      .prepare<[], { hash: string; known: number }>(
        "SELECT hash, max(damagedAt IS NOT NULL) AS known FROM FileContent GROUP BY hash",
      )
      .all()
      .map(({ hash, known }) => ({ hash, isKnown: known === 1 }));
  } finally {
    database.close();
  }
}

function lastMigration(database: Database.Database): string {
  const last = database
    .prepare<[], string>(
      `SELECT "migration_name" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL
       ORDER BY "migration_name" DESC LIMIT 1`,
    )
    .pluck();
  return last.get() ?? "";
}

function rowsOf(database: Database.Database): Record<string, number> {
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck();
  const count = (table: string) =>
    database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
  return Object.fromEntries(tables.all().map((table) => [table, count(table)]));
}

/** The log is never behind the rows (decision 0021); where it is, part of a text was lost before the copy or between the two. */
function countBehind(database: Database.Database, log: Database.Database | undefined): number {
  // A log that was only just made has no tables yet.
  const isBegun = log && "head" in rowsOf(log);
  const known = isBegun
    ? log.prepare<[], { document: string; number: number }>("SELECT document, number FROM head").all()
    : [];
  const heads = new Map(known.map(({ document, number }) => [document, number]));
  const followed = database
    .prepare<[], { documentId: string; number: number }>("SELECT documentId, number FROM FollowedText")
    .all();
  return followed.filter(({ documentId, number }) => (heads.get(documentId) ?? 0) < number).length;
}

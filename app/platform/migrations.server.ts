// Brings the database file to the shape this code expects, at start and without Prisma's CLI, which would download an engine.
import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

export interface Migration {
  /** The folder's name, which begins with its time: `20261121000000_skeleton`. */
  name: string;
  sql: string;
  /** SHA-256 as hex, over the text with LF line ends, as Prisma records it. */
  checksum: string;
}

export type MigrationRefusalKind =
  /** The database has a migration that this code does not have. */
  | "database-newer"
  /** An applied migration's text is not what was applied. */
  | "migration-changed"
  /** A migration could not be applied; all of this start's migrations were rolled back. */
  | "migration-failed"
  /** The file cannot be opened, or is no database. */
  | "database-unreadable";

/** The database cannot be brought up to date; it is as it was before, and the message is one clear line. */
export class MigrationRefusal extends Error {
  constructor(
    readonly kind: MigrationRefusalKind,
    message: string,
  ) {
    super(message.replace(/\s*\n\s*/g, " "));
  }
}

/** Prisma's own table, so that `prisma migrate deploy` agrees with what was done here. */
const recordTable = `CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

/**
 * Applies the migrations in `folder` that `file` lacks, in the order of their names, and answers which those were. The file is
 * made when it is not there, and closed again at the end.
 *
 * All of them go into one transaction: either the database ends in the shape of this code or it stays as it was, so that the
 * previous version of Torg still runs on it. A database with content is copied beside itself first; the copy is removed once
 * the outcome is certain and stays only where the process died in between.
 *
 * Refuses with a `MigrationRefusal`.
 */
export function migrate({ file, folder }: { file: string; folder: string }): { applied: string[] } {
  const migrations = readMigrations(folder);
  const database = open(file);
  try {
    if (pending(database, migrations).length === 0) return { applied: [] };
    const copy = hasContent(database) ? keepCopy(database, file) : undefined;
    try {
      return { applied: applyAll(database, migrations) };
    } finally {
      // Committed or rolled back: either way the file is whole.
      if (copy) rmSync(copy, { force: true });
    }
  } finally {
    database.close();
  }
}

/** The migrations in a folder, oldest first. Folders without a `migration.sql` and loose files are passed over. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8").replace(/\r\n/g, "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function open(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 10_000 });
    database.pragma("synchronous = FULL");
    // Tables that Prisma redefines are dropped and renamed; inside a transaction this switch does nothing, so it is set here.
    database.pragma("foreign_keys = OFF");
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return database;
  } catch (error) {
    database?.close();
    throw new MigrationRefusal(
      "database-unreadable",
      `The database ${file} cannot be opened: ${messageOf(error)}.`,
    );
  }
}

/** What is still to be applied. Refuses a database that went another way than these migrations. */
function pending(database: Database.Database, migrations: Migration[]): Migration[] {
  const recorded = readRecords(database);
  for (const { name, checksum, isFinished } of recorded) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) {
      throw new MigrationRefusal(
        "database-newer",
        `The database is newer than this version of Torg: it has the migration ${name}. Start the version that wrote it.`,
      );
    }
    if (!isFinished) {
      throw new MigrationRefusal(
        "migration-failed",
        `The migration ${name} was begun by another tool and never finished. Restore the database from a backup.`,
      );
    }
    if (known.checksum !== checksum) {
      throw new MigrationRefusal(
        "migration-changed",
        `The migration ${name} is not the one that was applied to this database: its text was changed afterwards.`,
      );
    }
  }
  const names = new Set(recorded.map(({ name }) => name));
  return migrations.filter(({ name }) => !names.has(name));
}

function readRecords(
  database: Database.Database,
): Array<{ name: string; checksum: string; isFinished: boolean }> {
  const hasTable = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'").get();
  if (!hasTable) return [];
  const rows = database
    .prepare<[], { name: string; checksum: string; finished: number | null }>(
      `SELECT "migration_name" AS name, "checksum" AS checksum, "finished_at" AS finished
         FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
    )
    .all();
  return rows.map(({ name, checksum, finished }) => ({ name, checksum, isFinished: finished !== null }));
}

function applyAll(database: Database.Database, migrations: Migration[]): string[] {
  let current = "";
  const work = database.transaction(() => {
    // Another process may have been quicker since the first look, so it is taken again, now that nobody else can write.
    const missing = pending(database, migrations);
    if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'").get())
      database.exec(recordTable);
    for (const migration of missing) {
      current = migration.name;
      apply(database, migration);
    }
    return missing.map(({ name }) => name);
  });
  try {
    return work.immediate();
  } catch (error) {
    if (error instanceof MigrationRefusal) throw error;
    throw failure(current, messageOf(error));
  }
}

/** A statement that would take the transaction out of the migrator's hands. (A trigger's BEGIN follows no semicolon.) */
const ownTransaction = /(?:^|;)\s*(?:BEGIN|COMMIT|ROLLBACK|END\s+TRANSACTION)\b/i;

function apply(database: Database.Database, { name, sql, checksum }: Migration): void {
  const startedAt = Date.now();
  if (ownTransaction.test(sql))
    throw new Error("it begins or ends a transaction, which is the migrator's business");
  database.exec(sql);
  const orphans = database.pragma("foreign_key_check") as Array<{ table: string; parent: string }>;
  const [orphan] = orphans;
  if (orphan)
    throw new Error(
      `it leaves ${orphans.length} rows such as one of ${orphan.table} without their ${orphan.parent}`,
    );
  database
    .prepare(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, name, startedAt, Date.now());
}

function hasContent(database: Database.Database): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' LIMIT 1").get() !== undefined;
}

/** Copies the database beside itself, readable by this account alone, and answers the copy's path. */
function keepCopy(database: Database.Database, file: string): string {
  const copy = `${file}.before-migration-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  try {
    closeSync(openSync(copy, "wx", 0o600));
    database.prepare("VACUUM INTO ?").run(copy);
    return copy;
  } catch (error) {
    rmSync(copy, { force: true });
    throw new MigrationRefusal(
      "migration-failed",
      `No copy of the database could be kept before its migration (${messageOf(error)}). Nothing was changed.`,
    );
  }
}

function failure(name: string, reason: string): MigrationRefusal {
  const what = name ? `The migration ${name} failed` : "The database could not be migrated";
  return new MigrationRefusal(
    "migration-failed",
    `${what} and was rolled back; the database is as it was before: ${reason}.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

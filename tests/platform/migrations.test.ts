// That a start never damages a database: migrations are applied whole, recorded as Prisma records them, or refused.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { MigrationRefusal, migrate } from "~/platform/migrations.server";

const cities = "CREATE TABLE City (id TEXT PRIMARY KEY, name TEXT NOT NULL);";
const visits =
  "CREATE TABLE Visit (id TEXT PRIMARY KEY, cityId TEXT NOT NULL, CONSTRAINT c FOREIGN KEY (cityId) REFERENCES City (id) ON DELETE CASCADE);";
/** What Prisma writes when a column of a table that others point at changes. */
const redefineCity = `
  PRAGMA defer_foreign_keys=ON;
  PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_City" ("id" TEXT PRIMARY KEY, "name" TEXT NOT NULL, "country" TEXT NOT NULL DEFAULT 'lt');
  INSERT INTO "new_City" ("id", "name") SELECT "id", "name" FROM "City";
  DROP TABLE "City";
  ALTER TABLE "new_City" RENAME TO "City";
  PRAGMA foreign_keys=ON;
  PRAGMA defer_foreign_keys=OFF;`;

/** A place of its own with these migrations, named by their order. */
function place(...migrations: string[]) {
  const path = mkdtempSync(join(tmpdir(), "torg-migrations-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder = join(path, "migrations");
  const file = join(path, "torg.db");
  const nameOf = (number: number) => `2026010100000${number}_step`;
  const add = (sql: string) => {
    const name = nameOf(readdirSync(folder).length);
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), sql);
  };
  mkdirSync(folder);
  migrations.forEach(add);
  return {
    file,
    folder,
    add,
    sqlFile: (number: number) => join(folder, nameOf(number), "migration.sql"),
    migrate: () => migrate({ file, folder }),
    forgetLast: () => rmSync(join(folder, nameOf(readdirSync(folder).length - 1)), { recursive: true }),
    files: () => readdirSync(path).sort(),
    ask: (sql: string): unknown[] => {
      const database = new Database(file);
      try {
        const statement = database.prepare(sql);
        return statement.reader ? statement.all() : [statement.run()];
      } finally {
        database.close();
      }
    },
  };
}

function refusalOf(work: () => unknown): MigrationRefusal {
  try {
    work();
  } catch (error) {
    if (error instanceof MigrationRefusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const records = `SELECT migration_name AS name, applied_steps_count AS steps, finished_at >= started_at AS finished,
  length(checksum) AS length, rolled_back_at AS back, typeof(finished_at) AS type FROM _prisma_migrations ORDER BY migration_name`;

test("migrations are applied in order, recorded with Prisma's columns, and never twice", () => {
  const { migrate, ask, files } = place(cities, visits);
  expect(migrate().applied).toEqual(["20260101000000_step", "20260101000001_step"]);
  const record = { steps: 1, finished: 1, length: 64, back: null, type: "integer" };
  expect(ask(records)).toEqual([
    { name: "20260101000000_step", ...record },
    { name: "20260101000001_step", ...record },
  ]);
  expect(migrate().applied).toEqual([]);
  expect(files()).toEqual(["migrations", "torg.db"]);
});

test("a migration added later is applied to a database with content, which keeps it", () => {
  const { migrate, add, ask, files } = place(cities);
  migrate();
  ask("INSERT INTO City VALUES ('alytus', 'Alytus')");
  add(visits);
  expect(migrate().applied).toEqual(["20260101000001_step"]);
  expect(ask("SELECT name FROM City")).toEqual([{ name: "Alytus" }]);
  expect(files(), "the copy made before is gone").toEqual(["migrations", "torg.db"]);
});

test("a table that others point at is redefined without losing their rows", () => {
  const { migrate, add, ask } = place(cities, visits);
  migrate();
  ask("INSERT INTO City VALUES ('alytus', 'Alytus')");
  ask("INSERT INTO Visit VALUES ('v1', 'alytus')");
  add(redefineCity);
  migrate();
  expect(ask("SELECT country, cityId FROM Visit JOIN City ON City.id = cityId")).toEqual([
    { country: "lt", cityId: "alytus" },
  ]);
});

test("a migration that leaves rows without their parent is refused and rolled back", () => {
  const { migrate, add, ask } = place(cities, visits);
  migrate();
  ask("INSERT INTO City VALUES ('alytus', 'Alytus')");
  ask("INSERT INTO Visit VALUES ('v1', 'alytus')");
  add("DELETE FROM City;");
  const refusal = refusalOf(migrate);
  expect(refusal.kind).toBe("migration-failed");
  expect(refusal.message).toContain("one of Visit without their City");
  expect(ask("SELECT id FROM City")).toEqual([{ id: "alytus" }]);
});

test("a failing migration takes back all of this start's migrations and names itself", () => {
  const { migrate, add, ask, files } = place(cities);
  migrate();
  ask("INSERT INTO City VALUES ('alytus', 'Alytus')");
  add(visits);
  add("UPDATE City SET name = 'Elsewhere'; INSERT INTO Nowhere VALUES (1);");
  const refusal = refusalOf(migrate);
  expect(refusal.kind).toBe("migration-failed");
  expect(refusal.message).toContain("20260101000002_step");
  expect(refusal.message).toContain("no such table: Nowhere");
  expect(refusal.message).not.toContain("\n");
  expect(ask("SELECT name FROM City")).toEqual([{ name: "Alytus" }]);
  expect(ask("SELECT name FROM sqlite_schema WHERE name = 'Visit'")).toEqual([]);
  expect(ask(records)).toHaveLength(1);
  expect(files()).toEqual(["migrations", "torg.db"]);
});

test("a first start whose migration fails leaves an empty database, and the next start with a mended one works", () => {
  const { migrate, sqlFile, ask } = place(`${cities} nonsense;`);
  expect(refusalOf(migrate).kind).toBe("migration-failed");
  expect(ask("SELECT name FROM sqlite_schema")).toEqual([]);
  writeFileSync(sqlFile(0), cities);
  expect(migrate().applied).toHaveLength(1);
});

test("a migration that would end its own transaction is refused before it runs", () => {
  const { migrate, ask } = place(`${cities}\nCOMMIT;\nBEGIN;`);
  expect(refusalOf(migrate).message).toContain("begins or ends a transaction");
  expect(ask("SELECT name FROM sqlite_schema")).toEqual([]);
});

test("a trigger's own BEGIN and END are no transaction", () => {
  const { migrate } = place(
    `${cities} CREATE TRIGGER t AFTER INSERT ON City\nBEGIN\n DELETE FROM City WHERE id = '';\nEND;`,
  );
  expect(migrate().applied).toHaveLength(1);
});

test("a database newer than the code is refused and left alone", () => {
  const { migrate, ask, forgetLast } = place(cities, visits);
  migrate();
  forgetLast();
  const refusal = refusalOf(migrate);
  expect(refusal.kind).toBe("database-newer");
  expect(refusal.message).toContain("20260101000001_step");
  expect(ask(records)).toHaveLength(2);
});

test("an applied migration whose text was changed is refused", () => {
  const { migrate, sqlFile, add } = place(cities);
  migrate();
  appendFileSync(sqlFile(0), "\n-- an afterthought");
  add(visits);
  expect(refusalOf(migrate)).toMatchObject({ kind: "migration-changed" });
});

test("line ends of another system do not count as a change", () => {
  const { migrate, sqlFile } = place("CREATE TABLE City (\n id TEXT\n);\n");
  migrate();
  writeFileSync(sqlFile(0), "CREATE TABLE City (\r\n id TEXT\r\n);\r\n");
  expect(migrate().applied).toEqual([]);
});

test("what another tool rolled back is applied again, what it left unfinished is refused", () => {
  const { migrate, ask } = place(cities);
  migrate();
  ask("DROP TABLE City");
  ask("UPDATE _prisma_migrations SET finished_at = NULL");
  expect(refusalOf(migrate)).toMatchObject({ kind: "migration-failed" });
  ask("UPDATE _prisma_migrations SET rolled_back_at = 1");
  expect(migrate().applied).toHaveLength(1);
});

test("a file that is no database is refused and left as it is", () => {
  const { file, migrate, files } = place(cities);
  writeFileSync(file, "This is a letter to the town hall, not a database. ".repeat(40));
  expect(refusalOf(migrate)).toMatchObject({ kind: "database-unreadable" });
  expect(files()).toEqual(["migrations", "torg.db"]);
});

test("a folder that is not there is refused, not made", () => {
  const { folder } = place();
  const file = join(folder, "nowhere", "torg.db");
  expect(refusalOf(() => migrate({ file, folder }))).toMatchObject({ kind: "database-unreadable" });
  expect(existsSync(join(folder, "nowhere"))).toBe(false);
});

// That the migrations lead where the schema says, and that Prisma's own tools would agree with what the migrator did.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrate, readMigrations } from "~/platform/migrations.server";
import { schemaDrift } from "../../scripts/schema-drift";
import { withSchemaEngine } from "../../scripts/schema-engine";
import { writeMigration } from "../../scripts/write-migration";

const migrationsFolder = "prisma/migrations";

function scratchFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "torg-schema-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A schema of one model with these fields, and no migrations yet. */
function smallHouse(...fields: string[]) {
  const path = scratchFolder();
  const schemaFile = join(path, "schema.prisma");
  const migrationsFolder = join(path, "migrations");
  const hasFields = (...lines: string[]) =>
    writeFileSync(
      schemaFile,
      `datasource db {\n provider = "sqlite"\n}\nmodel City {\n id String @id\n ${lines.join("\n ")}\n}\n`,
    );
  mkdirSync(migrationsFolder);
  hasFields(...fields);
  const now = new Date("2026-03-04T05:06:07Z");
  return {
    hasFields,
    names: () => readdirSync(migrationsFolder).sort(),
    sqlOf: (name: string) => readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8"),
    write: (name: string, isReplacing = false) =>
      writeMigration({ name, isReplacing, schemaFile, migrationsFolder, now }),
    addByHand: (name: string, sql: string) => {
      mkdirSync(join(migrationsFolder, name));
      writeFileSync(join(migrationsFolder, name, "migration.sql"), sql);
    },
    drift: () => schemaDrift({ schemaFile, migrationsFolder }),
  };
}

test("migrations and schema agree", async () => {
  expect(await schemaDrift(), "run: npm run migration NAME").toBe("");
});

test("Prisma's engine finds nothing to apply and nothing edited after the migrator", async () => {
  const file = join(scratchFolder(), "torg.db");
  migrate({ file, folder: migrationsFolder });
  const migrationsList = {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations(migrationsFolder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  const found = await withSchemaEngine(file, async (engine) => ({
    history: await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: false }),
    applied: await engine.applyMigrations({ migrationsList, filters }),
  }));
  expect(found.history).toMatchObject({
    history: null,
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
  });
  expect(found.applied.appliedMigrationNames).toEqual([]);
});

test("a migration is written from what the schema has and the migrations lack", async () => {
  const { write, hasFields, names, sqlOf, drift } = smallHouse("name String");
  await write("first");
  expect(names()).toEqual(["20260304050607_first", "migration_lock.toml"]);
  hasFields("name String", "country String?");
  expect(await drift()).toContain('ADD COLUMN "country"');
  await write("country");
  expect(names()[1], "a second one in the same second still comes after").toBe("20260304050608_country");
  expect(sqlOf("20260304050608_country")).toContain('ADD COLUMN "country"');
  expect(await drift()).toBe("");
  expect(await write("nothing")).toBeUndefined();
});

test("the last migration can be written anew, an earlier one and a taken name are refused", async () => {
  const { write, hasFields, names, sqlOf } = smallHouse("name String");
  await write("first");
  hasFields("title String");
  await expect(write("first")).rejects.toThrow("--replace");
  await write("first", true);
  expect(sqlOf("20260304050607_first")).not.toContain('"name"');
  hasFields("title String", "country String?");
  await write("second");
  await expect(write("first", true)).rejects.toThrow("not the last");
  await expect(write("../elsewhere")).rejects.toThrow("small letters");
  expect(names()).toEqual(["20260304050607_first", "20260304050608_second", "migration_lock.toml"]);
});

test("full-text tables written by hand are no drift", async () => {
  const { write, addByHand, drift } = smallHouse("name String");
  await write("first");
  addByHand(
    "20270101000000_search",
    "CREATE VIRTUAL TABLE CitySearch USING fts5(name, tokenize = 'unicode61 remove_diacritics 2');",
  );
  expect(await drift()).toBe("");
});

// A database that this version cannot serve is left as it is, and one line says why.
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { openHouse, runHouse } from "../../support/house";
import { openRows, printOfAll } from "../../support/house-rows";
import { signedInAs } from "../../support/visitor";

const root = resolve(import.meta.dirname, "../../..");

/** A data folder that was in use and was left in good order, made once and copied. */
const used = await openHouse();
expect(await used.stop()).toBe(0);
afterAll(() => used.close());

function usedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-used-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(used.folder, folder, { recursive: true });
  return folder;
}

/** The program with migrations of a later version: everything else is linked. */
function laterVersion(migrations: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-later-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["build", "package.json", "node_modules"])
    symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, "prisma/migrations"), join(folder, "prisma/migrations"), { recursive: true });
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, "prisma/migrations", name));
    writeFileSync(join(folder, "prisma/migrations", name, "migration.sql"), sql);
  }
  return folder;
}

const digest = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

function print(folder: string): Record<string, unknown> {
  const rows = openRows(folder);
  try {
    expect(rows.pragma("integrity_check", { simple: true })).toBe("ok");
    return {
      ...printOfAll(rows),
      schema: rows.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").all(),
    };
  } finally {
    rows.close();
  }
}

async function expectRefusal(environment: Record<string, string>, words: RegExp): Promise<void> {
  const { code, printed } = await runHouse({ PORT: "0", ...environment });
  expect(printed.trim().split("\n")).toEqual([expect.stringMatching(words)]);
  expect(code).toBe(1);
}

test("a database of a later version is not touched, and its migration is named", async () => {
  const folder = usedFolder();
  const rows = openRows(folder);
  rows.exec(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ('later', 'x', 1, '29990101000000_from_the_future', 1, 1)`,
  );
  rows.close();
  const [before, files] = [digest(join(folder, "torg.db")), readdirSync(folder).sort()];
  await expectRefusal(
    { TORG_DATA: folder },
    /^Torg cannot start: The database is newer .*29990101000000_from_the_future/,
  );
  expect(digest(join(folder, "torg.db"))).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(files);
});

test("a database whose migration reads otherwise here is not touched", async () => {
  const folder = usedFolder();
  const rows = openRows(folder);
  rows.exec(`UPDATE "_prisma_migrations" SET checksum = 'another'`);
  rows.close();
  const before = digest(join(folder, "torg.db"));
  await expectRefusal(
    { TORG_DATA: folder },
    /^Torg cannot start: The migration \S+ is not the one that was applied/,
  );
  expect(digest(join(folder, "torg.db"))).toBe(before);
});

test("a failing migration is rolled back with those before it, and the former version starts again", async () => {
  const folder = usedFolder();
  const before = print(folder);
  const later = laterVersion({
    "29990101000000_good": `CREATE TABLE "Market" ("id" TEXT PRIMARY KEY NOT NULL); UPDATE "Person" SET "name" = 'Changed';`,
    "29990102000000_broken": `ALTER TABLE "Person" ADD COLUMN "stall" TEXT; INSERT INTO "NoSuchTable" VALUES (1);`,
  });
  await expectRefusal(
    { TORG_DATA: folder, TORG_ROOT: later },
    /^Torg cannot start: The migration 29990102000000_broken failed and was rolled back; .*NoSuchTable/,
  );
  expect(print(folder)).toEqual(before);
  expect(readdirSync(folder).filter((name) => name.includes("before-migration"))).toEqual([]);
  const again = await openHouse({ TORG_DATA: folder });
  onTestFinished(() => again.close());
  expect((await (await signedInAs(again.origin, "alytus")).page("/account")).status).toBe(200);
});

test("a later version's good migration is applied, and the former version then refuses the database", async () => {
  const folder = usedFolder();
  const later = laterVersion({
    "29990101000000_good": `CREATE TABLE "Market" ("id" TEXT PRIMARY KEY NOT NULL);`,
  });
  const house = await openHouse({ TORG_DATA: folder, TORG_ROOT: later });
  expect((await signedInAs(house.origin, "alytus")).cookie()).toBeDefined();
  await house.stop();
  const before = print(folder);
  expect(before.Market).toBeDefined();
  await expectRefusal(
    { TORG_DATA: folder },
    /^Torg cannot start: The database is newer .*29990101000000_good/,
  );
  expect(print(folder)).toEqual(before);
});

test("what is no database is refused and left as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-nodb-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "torg.db");
  for (const content of ["This is a letter.\n".repeat(1_000), Buffer.alloc(8_192, 7)]) {
    writeFileSync(file, content);
    const before = digest(file);
    await expectRefusal(
      { TORG_DATA: folder },
      /^Torg cannot start: The database \S+ cannot be opened: .*not a database/,
    );
    expect(digest(file)).toBe(before);
  }
  rmSync(file);
  mkdirSync(file);
  await expectRefusal(
    { TORG_DATA: folder },
    /^Torg cannot start: The database \S+ cannot be written \(EISDIR\)\.$/,
  );
});

test("a database cut short is refused and left as it is", async () => {
  const folder = usedFolder();
  const file = join(folder, "torg.db");
  writeFileSync(file, readFileSync(file).subarray(0, 10_000));
  const before = digest(file);
  await expectRefusal({ TORG_DATA: folder }, /^Torg cannot start: The database \S+ cannot be opened: /);
  expect(digest(file)).toBe(before);
});

// A backup holds all that a data folder needs, as of one moment and in no more than it says; restored, it is what was.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  type FSWatcher,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { noteBackup, readLastBackup } from "~/platform/backup/last-backup.server";
import { backupName } from "~/platform/backup/manifest";
import { restoreBackup, verifyBackup } from "~/platform/backup/restore-backup.server";
import { takeBackup } from "~/platform/backup/take-backup.server";
import { openDataFolder } from "~/platform/data-folder.server";
import {
  allRows,
  appendUpdates,
  filledFolder,
  own,
  packed,
  refusalOf,
  scratch,
  unpacked,
} from "../support/backups";

const at = new Date("2026-04-03T12:05:06.789Z");
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

function take(dataFolder: string, target = join(scratch(), "backup.tar.gz")) {
  return takeBackup({ dataFolder, target, own, at });
}

test("a backup restored into a new folder has every row, every update, every file and the secret", async () => {
  const folder = filledFolder();
  const { file, bytes, manifest } = await take(folder);
  expect(statSync(file).size).toBe(bytes);
  expect(modeOf(file)).toBe("600");
  expect(manifest.rows).toMatchObject({ Person: 1, ChainHead: 1, Session: 0, Verification: 0 });
  expect(manifest.texts).toMatchObject({ frame: 3, head: 1, writer: 1 });
  const restored = join(scratch(), "below", "data");
  expect(await restoreBackup({ archive: file, dataFolder: restored, own })).toEqual(manifest);
  expect(readdirSync(restored).sort()).toEqual(["files", "secret", "texts.sqlite", "torg.db"]);
  for (const name of ["secret", "files/ab/abcdef", "files/ab/empty"])
    expect(readFileSync(join(restored, name))).toEqual(readFileSync(join(folder, name)));
  expect(allRows(join(restored, "texts.sqlite"))).toEqual(allRows(join(folder, "texts.sqlite")));
  const [was, is] = [allRows(join(folder, "torg.db")), allRows(join(restored, "torg.db"))];
  expect(is).toEqual({ ...was, Session: [], Verification: [] });
  const modes = ["", "secret", "torg.db", "texts.sqlite", "files", "files/ab", "files/ab/abcdef"];
  expect(modes.map((name) => modeOf(join(restored, name)))).toEqual([
    "700",
    "600",
    "600",
    "600",
    "700",
    "700",
    "600",
  ]);
  expect(openDataFolder(restored).secret).toBe(openDataFolder(folder).secret);
});

test("earlier backups, mails, the index, sessions and one-time links are in no backup", async () => {
  const folder = filledFolder();
  const { file } = await take(folder, join(folder, "backups", "new.tar.gz"));
  const entries = await unpacked(file);
  expect(entries.map(({ name }) => name)).toEqual([
    "manifest.json",
    "torg.db",
    "texts.sqlite",
    "secret",
    "files/ab/abcdef",
    "files/ab/empty",
  ]);
  const everything = Buffer.concat(entries.map(({ content }) => content)).toString("latin1");
  expect(everything).toContain("somebody@town.example");
  for (const left of ["a-token-that-opens-the-door", "a-link-to-a-new-password", "not to be found"])
    expect(everything).not.toContain(left);
  expect(readdirSync(join(folder, "backups")).sort()).toEqual(["left-out", "new.tar.gz"]);
});

test("what a writer commits while the rows are copied does not stop the backup, and the log is not behind the rows", async () => {
  const folder = filledFolder();
  const writer = new Database(join(folder, "torg.db"));
  writer.pragma("foreign_keys=OFF");
  writer.exec("BEGIN IMMEDIATE; UPDATE FollowedText SET number = 9");
  const { manifest } = await take(folder);
  writer.exec("COMMIT");
  writer.close();
  expect(manifest.textsBehind).toBe(0);
  // A log that lost something is told, and all the rest is kept.
  expect((await take(folder)).manifest.textsBehind).toBe(1);
  appendUpdates(folder, 6);
  expect((await take(folder)).manifest.textsBehind).toBe(0);
});

test("a file that is erased for good while the archive is written begins it anew, and nothing in it is missing", async () => {
  const folder = filledFolder();
  const rows = new Database(join(folder, "torg.db"));
  rows.pragma("foreign_keys=OFF");
  const large = "aa".repeat(32);
  const erased = "ff".repeat(32);
  for (const [id, hash] of Object.entries({ large, erased })) {
    rows
      .prepare("INSERT INTO FileContent (fileId, width, hash, bytes, checkedAt) VALUES (?, 0, ?, 1, 0)")
      .run(id, hash);
    mkdirSync(join(folder, "files", hash.slice(0, 2)));
  }
  // Long enough for the archive that the other goes meanwhile; what cannot be packed takes longest.
  writeFileSync(join(folder, "files/aa", large), randomBytes(20_000_000));
  writeFileSync(join(folder, "files/ff", erased), "somebody's face");
  const target = join(scratch(), "backup.tar.gz");
  const erase = () => {
    rows.exec("DELETE FROM FileContent WHERE fileId = 'erased'");
    rmSync(join(folder, "files/ff", erased));
  };
  let watching: FSWatcher | undefined;
  const onBegun = (working: string) => {
    watching = watch(working, (_what, name) => {
      if (name !== "archive.tar.gz") return;
      watching?.close();
      erase();
    });
  };
  const { manifest } = await takeBackup({ dataFolder: folder, target, own, at, onBegun });
  expect(existsSync(join(folder, "files/ff", erased))).toBe(false);
  expect(manifest.rows.FileContent).toBe(1);
  expect(manifest.files.map(({ name }) => name)).not.toContain(`files/ff/${erased}`);
  expect(await verifyBackup({ archive: target, own })).toEqual(manifest);
  expect(allRows(join(folder, "torg.db")).FileContent).toHaveLength(1);

  // What a row names and nobody erased was lost before: the rest is kept, and that is told, known as damaged or not.
  expect((await take(folder)).filesLost).toBe(0);
  rmSync(join(folder, "files/aa", large));
  const lacking = await take(folder);
  expect([lacking.manifest.rows.FileContent, lacking.filesLost]).toEqual([1, 1]);
  rows.exec("UPDATE FileContent SET damagedAt = 1");
  expect((await take(folder)).filesLost).toBe(1);
  rows.close();
});

test.each(["without a log", "with a log that was only just made"])(
  "a folder %s is backed up and restored",
  async (which) => {
    const folder = filledFolder();
    for (const name of readdirSync(folder)) if (name.startsWith("texts.sqlite")) rmSync(join(folder, name));
    if (which !== "without a log") writeFileSync(join(folder, "texts.sqlite"), "");
    const rows = new Database(join(folder, "torg.db"));
    rows.exec("DELETE FROM FollowedText");
    rows.close();
    const { manifest, file } = await take(folder);
    expect(manifest).toMatchObject({ texts: {}, textsBehind: 0 });
    const restored = scratch();
    await restoreBackup({ archive: file, dataFolder: restored, own });
    expect(existsSync(join(restored, "texts.sqlite"))).toBe(existsSync(join(folder, "texts.sqlite")));
    expect(allRows(join(restored, "torg.db"))).toMatchObject({ FollowedText: [] });
  },
);

test("any tar reads the archive", async () => {
  const { file } = await take(filledFolder());
  const { stdout, stderr } = spawnSync("tar", ["-tzf", file], { encoding: "utf8" });
  expect([stdout.trim().split("\n").length, stderr]).toEqual([6, ""]);
  expect(await verifyBackup({ archive: await packed(file, await unpacked(file)), own })).toMatchObject({
    takenAt: at.toISOString(),
  });
});

test("a backup is called by its moment in UTC, and the folder that it needs is made closed to others", async () => {
  const name = backupName(at);
  expect(name).toBe("torg-2026-04-03T120506Z.tar.gz");
  const target = join(scratch(), "backups", name);
  await take(filledFolder(), target);
  expect(modeOf(dirname(target))).toBe("700");
});

test("a target that is there, one being written, and a missing database are refused, and nothing is touched", async () => {
  const folder = filledFolder();
  const target = join(scratch(), "mine.tar.gz");
  writeFileSync(target, "mine");
  expect(await refusalOf(take(folder, target))).toBe(`${target} is there already. Nothing was overwritten.`);
  expect(readFileSync(target, "utf8")).toBe("mine");
  const other = join(scratch(), "other.tar.gz");
  mkdirSync(`${other}.part`);
  expect(await refusalOf(take(folder, other))).toMatch(/another backup is writing it, or one was broken off/);
  expect([existsSync(other), existsSync(`${other}.part`)]).toEqual([false, true]);
  const empty = scratch();
  expect(await refusalOf(take(empty))).toMatch(/^There is no database .*torg\.db\. Set TORG_DATA/);
  expect(readdirSync(empty)).toEqual([]);
});

test("a place that cannot be written and a database that is none are refused in one line", async () => {
  const folder = filledFolder();
  const file = join(scratch(), "file");
  writeFileSync(file, "");
  for (const target of [join(file, "backup.tar.gz"), "/dev/null/backup.tar.gz", "/proc/torg/backup.tar.gz"])
    expect(await refusalOf(take(folder, target))).toMatch(/^[^\n]*(cannot be written|It failed)[^\n]*$/);
  writeFileSync(join(folder, "torg.db"), "nothing that SQLite knows".repeat(100));
  const target = join(scratch(), "backup.tar.gz");
  expect(await refusalOf(take(folder, target))).toMatch(/^A database is damaged \(SQLITE_NOTADB\)\./);
  expect(readdirSync(dirname(target))).toEqual([]);
});

test("the last backup is noted, read again, and unknown where the note is missing or nonsense", () => {
  const folder = scratch();
  expect(readLastBackup(folder)).toBeNull();
  const last = { takenAt: at.toISOString(), file: "/elsewhere/b.tar.gz", bytes: 12, verifiedAt: null };
  noteBackup(folder, last);
  expect(readLastBackup(folder)).toEqual(last);
  expect(readdirSync(folder)).toEqual(["last-backup.json"]);
  expect(modeOf(join(folder, "last-backup.json"))).toBe("600");
  chmodSync(join(folder, "last-backup.json"), 0o600);
  writeFileSync(join(folder, "last-backup.json"), "{");
  expect(readLastBackup(folder)).toBeNull();
});

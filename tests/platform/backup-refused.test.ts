// An archive that is cut off, altered, foreign or from a newer Torg is refused in one line, and leaves nothing behind.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Manifest } from "~/platform/backup/manifest";
import { restoreBackup, verifyBackup } from "~/platform/backup/restore-backup.server";
import { takeBackup } from "~/platform/backup/take-backup.server";
import {
  filledFolder,
  own,
  packed,
  refusalOf,
  scratch,
  sealed,
  unpacked,
  type PackedEntry,
} from "../support/backups";

/** A whole archive to tamper with. */
async function whole(): Promise<{ folder: string; archive: string; entries: PackedEntry[] }> {
  const folder = scratch();
  const archive = join(folder, "backup.tar.gz");
  await takeBackup({ dataFolder: filledFolder(), target: archive, own, at: new Date() });
  return { folder, archive, entries: await unpacked(archive) };
}

/** The line with which checking and restoring refuse it alike; whatever is refused leaves the place as it was. */
async function refused(archive: string): Promise<string> {
  const line = await refusalOf(verifyBackup({ archive, own }));
  const above = scratch();
  const there = scratch();
  expect(await refusalOf(restoreBackup({ archive, dataFolder: join(above, "new/data"), own }))).toBe(line);
  expect(await refusalOf(restoreBackup({ archive, dataFolder: there, own }))).toBe(line);
  expect([readdirSync(above), readdirSync(there)]).toEqual([[], []]);
  expect(line).toMatch(/^[^\n]+\.$/);
  return line.replaceAll(archive, "FILE");
}

test("an archive that is cut off anywhere is refused", async () => {
  const { archive } = await whole();
  const { size } = statSync(archive);
  for (const left of [size - 1, size - 8, size - 9, Math.floor(size / 2), 700, 20, 3, 0]) {
    truncateSync(archive, left);
    expect(await refused(archive), `${left} of ${size}`).toMatch(/cut off or altered/);
  }
});

test("an archive with one bit turned over is refused, wherever it is", async () => {
  const { archive, folder } = await whole();
  const bytes = readFileSync(archive);
  const altered = join(folder, "altered.tar.gz");
  const places = Array.from({ length: 12 }, (_, place) => place);
  for (let back = 1; back < 75; back += 3) places.push(bytes.length - back);
  for (let place = 50; place < bytes.length; place += Math.ceil(bytes.length / 25)) places.push(place);
  for (const place of places) {
    const turned = Buffer.from(bytes);
    turned[place] = (turned[place] ?? 0) ^ (1 << (place % 8));
    writeFileSync(altered, turned);
    expect(await refusalOf(verifyBackup({ archive: altered, own })), `byte ${place}`).toMatch(/altered/);
  }
});

test("content that was exchanged is refused, also where the archive around it is sound", async () => {
  const { archive, entries } = await whole();
  const changed = entries.map((entry) => {
    if (entry.name !== "files/ab/abcdef") return entry;
    const content = Buffer.from(entry.content);
    content[1_000] = (content[1_000] ?? 0) ^ 1;
    return { ...entry, content };
  });
  expect(await refused(await packed(archive, changed))).toBe(
    "FILE was altered: files/ab/abcdef is not what was backed up.",
  );
});

test("counts, chains and the shape that the manifest says are held against the databases", async () => {
  const { archive, entries } = await whole();
  const say = async (change: (manifest: Manifest) => unknown) =>
    refused(await packed(archive, entries, change));
  const rows = (manifest: Manifest) => ({ ...manifest, rows: { ...manifest.rows, Person: 2 } });
  expect(await say(rows)).toBe("FILE was altered: Person has 1 rows, not 2.");
  const frames = (manifest: Manifest) => ({ ...manifest, texts: { ...manifest.texts, frame: 4 } });
  expect(await say(frames)).toBe("FILE was altered: frame has 3 rows, not 4.");
  const chains = (manifest: Manifest) => ({ ...manifest, chains: [] });
  expect(await say(chains)).toBe("FILE was altered: its manifest says another chains than its rows.");
});

test("a backup of a newer Torg is refused: by its version, by its migrations, by its format", async () => {
  const { archive, entries } = await whole();
  const [major = "0", minor = "0"] = own.version.split(".");
  for (const newer of [
    { torg: `${major}.${Number(minor) + 1}.0` },
    { torg: `${Number(major) + 10}.0.0` },
    { schema: "29991231000000_from-the-future" },
    { format: 2, files: "told in another way" },
  ]) {
    const line = await refused(await packed(archive, entries, (manifest) => ({ ...manifest, ...newer })));
    expect(line).toBe(
      `FILE was taken by a newer Torg than this one (${own.version}). Restore it with that one.`,
    );
  }
  // An older one is brought up to date by the next start.
  const older = await packed(archive, entries, (manifest) => ({ ...manifest, torg: "0.0.9" }));
  expect((await verifyBackup({ archive: older, own })).torg).toBe("0.0.9");
});

const outside = [
  "../outside",
  "files/../../outside",
  "/tmp/outside",
  "files/..",
  "files//x",
  "files/a\\..\\b",
];

test.each(outside)("a name such as %s is refused, in the manifest and in the archive", async (name) => {
  const { archive, entries } = await whole();
  const stray = { name, content: Buffer.from("stray") };
  const listed = (manifest: Manifest) => ({
    ...manifest,
    files: [...manifest.files, { name, bytes: 5, sha256: "0".repeat(64) }],
  });
  expect(await refused(await packed(archive, [...entries, stray], listed))).toMatch(
    /^FILE has no manifest that can be believed: files\.5\.name is no file of a data folder\.$/,
  );
  expect(await refused(await packed(archive, [...entries, stray]))).toMatch(/^FILE was altered: it holds /);
  expect(existsSync("/tmp/outside")).toBe(false);
});

test("links, folders, files told twice and files that are missing are refused", async () => {
  const { archive, entries } = await whole();
  const without = entries.filter(({ name }) => name !== "files/ab/empty");
  const nothing = Buffer.alloc(0);
  const links = (["symlink", "link"] as const).map((type) => ({
    ...{ name: "files/ab/empty", type, linkname: "/etc/passwd", content: nothing },
  }));
  for (const wrong of [...links, { name: "files/ab/empty", type: "directory", content: nothing }])
    expect(await refused(await packed(archive, [...without, wrong])), wrong.type).toMatch(/it holds "files/);
  expect(await refused(await packed(archive, [...entries, ...entries.slice(-1)]))).toMatch(/it holds "files/);
  expect(await refused(await packed(archive, without))).toBe(
    "FILE was altered or cut off: files/ab/empty is missing.",
  );
  const [manifest, ...rest] = entries;
  expect(await refused(await packed(archive, rest))).toMatch(/does not begin with a manifest/);
  expect(manifest?.name).toBe("manifest.json");
});

test("what is no archive of Torg is refused", async () => {
  const folder = scratch();
  const file = join(folder, "file");
  for (const content of [
    "",
    "words",
    gzipSync("words"),
    sealed(gzipSync("words")),
    sealed(gzipSync(Buffer.alloc(1_024))),
  ]) {
    writeFileSync(file, content);
    expect(await refused(file)).toMatch(/altered|cut off/);
  }
  expect(await refused(join(folder, "nowhere"))).toBe("There is no backup FILE (ENOENT).");
  expect(await refused(folder)).toMatch(/^FILE is no file/);
  const { archive } = await whole();
  writeFileSync(archive, gunzipSync(readFileSync(archive)));
  expect(await refused(archive)).toBe("FILE is no backup of Torg, or was cut off or altered.");
});

test("nothing is restored into a folder in which something is, and nothing there is touched", async () => {
  const { archive } = await whole();
  const folder = scratch();
  for (const name of ["mine", ".hidden", ".restoring"]) {
    const there = join(folder, name, "data");
    mkdirSync(join(there, name), { recursive: true });
    expect(await refusalOf(restoreBackup({ archive, dataFolder: there, own }))).toBe(
      `The folder ${there} is not empty (${name}). Set TORG_DATA to an empty one; nothing was overwritten.`,
    );
    expect(readdirSync(there)).toEqual([name]);
  }
  const file = join(folder, "file");
  writeFileSync(file, "mine");
  for (const place of [file, join(file, "data"), "/proc/torg-data"])
    expect(await refusalOf(restoreBackup({ archive, dataFolder: place, own }))).toMatch(
      /^[^\n]*(cannot be written|It failed)[^\n]*$/,
    );
  expect(readFileSync(file, "utf8")).toBe("mine");
});

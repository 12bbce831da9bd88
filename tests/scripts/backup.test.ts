// `npm run backup` and `npm run restore`: what an operator is told, with which exit code, and what is left where the disk is full.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readLastBackup } from "~/platform/backup/last-backup.server";
import { filledFolder, scratch } from "../support/backups";

const root = resolve(import.meta.dirname, "../..");

interface Asking {
  data: string;
  /** No file may grow beyond so many kilobytes. */
  kilobytes?: number;
  settings?: Record<string, string>;
}

/** The program itself, as the operator runs it. */
async function run(script: "backup" | "restore", { data, kilobytes, settings }: Asking, ...given: string[]) {
  const command = ["--import", "tsx", `scripts/${script}.ts`, ...given];
  const [program, words]: [string, string[]] = kilobytes
    ? ["bash", ["-c", `ulimit -S -f ${kilobytes}; exec "$0" "$@"`, process.execPath, ...command]]
    : [process.execPath, command];
  const child = spawn(program, words, { cwd: root, env: { ...process.env, TORG_DATA: data, ...settings } });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, out, err };
}

test(
  "a backup goes where the settings say, is noted, checked and restored, and each says so in a few lines",
  { timeout: 60_000 },
  async () => {
    const [data, elsewhere] = [filledFolder(), join(scratch(), "backups")];
    const taken = await run("backup", { data, settings: { TORG_BACKUPS: elsewhere } });
    expect(taken).toMatchObject({ code: 0, err: "" });
    const [name = ""] = readdirSync(elsewhere);
    expect(name).toMatch(/^torg-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.gz$/);
    const file = join(elsewhere, name);
    expect(readLastBackup(data)).toMatchObject({ file, bytes: statSync(file).size });
    expect(taken.out).toContain(`Backed up to ${file}: ${statSync(file).size} bytes, read back and compared`);
    expect(taken.out).toContain("The chain house ends at 7 with the hash of the seventh row.");
    const whole = `${name} is whole: every size, hash and count is what was backed up.`;
    for (const check of [
      await run("backup", { data }, "--verify", file),
      await run("restore", { data }, file, "--verify"),
    ])
      expect([check.code, check.err, check.out.split("\n")[0]]).toEqual([0, "", whole]);
    const restored = join(scratch(), "data");
    const back = await run("restore", { data: restored }, file);
    expect(back).toMatchObject({ code: 0, err: "" });
    expect(back.out).toContain(`Restored into ${restored}.`);
    expect(readdirSync(restored).sort()).toEqual(["files", "secret", "texts.sqlite", "torg.db"]);
  },
);

test(
  "what cannot be done is told in one line, with an exit code of its own, and a damaged backup is noted as such",
  { timeout: 60_000 },
  async () => {
    const data = filledFolder();
    const file = join(scratch(), "backup.tar.gz");
    expect(await run("backup", { data }, "--to", file)).toMatchObject({ code: 0 });
    const again = await run("backup", { data }, "--to", file);
    expect(again).toEqual({ code: 1, out: "", err: `${file} is there already. Nothing was overwritten.\n` });
    const onto = await run("restore", { data }, file);
    expect([onto.code, onto.out, onto.err]).toEqual([
      1,
      "",
      expect.stringMatching(/^The folder .* is not empty .*\n$/),
    ]);
    expect(readLastBackup(data)?.verifiedAt).not.toBeNull();
    truncateSync(file, 500);
    const cut = await run("backup", { data }, "--verify", file);
    expect(cut).toEqual({
      code: 1,
      out: "",
      err: `${file} is no backup of Torg, or was cut off or altered.\n`,
    });
    expect(readLastBackup(data)?.verifiedAt).toBeNull();
    const which = await run("restore", { data });
    expect([which.code, which.err]).toEqual([1, expect.stringContaining("npm run restore -- FILE")]);
  },
);

test(
  "on a full disk nothing half is left, neither by a backup nor by restoring, and nothing that was there is lost",
  { timeout: 180_000 },
  async () => {
    const data = filledFolder();
    const before = join(scratch(), "backup.tar.gz");
    // What cannot be compressed makes the archive larger than the copies of the databases.
    writeFileSync(join(data, "files/ab/large"), randomBytes(3_000_000));
    expect(await run("backup", { data }, "--to", before)).toMatchObject({ code: 0 });
    const archive = readFileSync(before);
    const target = join(scratch(), "backup.tar.gz");
    for (const kilobytes of [100, 2_000]) {
      const full = await run("backup", { data, kilobytes }, "--to", target);
      expect([full.code, full.out, full.err], `${kilobytes}`).toEqual([
        1,
        "",
        expect.stringMatching(/^The disk of \S+ is full \(\w+\)\. Nothing was kept\.\n$/),
      ]);
      expect(readdirSync(join(target, ".."))).toEqual([]);
      const restored = join(scratch(), "data");
      const half = await run("restore", { data: restored, kilobytes }, before);
      expect([half.code, half.out, half.err]).toEqual([
        1,
        "",
        expect.stringMatching(/^The disk of \S+ is full/),
      ]);
      expect(existsSync(restored)).toBe(false);
    }
    expect(readFileSync(before)).toEqual(archive);
    expect(readLastBackup(data)?.file).toBe(before);
  },
);

test("a backup that is told to end leaves nothing behind", { timeout: 60_000 }, async () => {
  const data = filledFolder();
  // Large enough to be at work for a while.
  writeFileSync(join(data, "files/ab/large"), randomBytes(100_000_000));
  const folder = scratch();
  const begun = (async () => {
    for await (const { filename } of watch(folder)) if (filename?.endsWith(".part")) return;
  })();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/backup.ts", "--to", join(folder, "backup.tar.gz")],
    { cwd: root, env: { ...process.env, TORG_DATA: data } },
  );
  const ended = once(child, "close");
  await begun;
  child.kill("SIGTERM");
  expect(await ended).toEqual([143, null]);
  expect(readdirSync(folder)).toEqual([]);
  expect(readLastBackup(data)).toBeNull();
});

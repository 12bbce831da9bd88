// The log of updates: acknowledged means on the disk, damage shows and spoils nothing else, and a failing disk loses nothing.
import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { openLogReader } from "~/platform/update-log-file.server";
import { openUpdateLog, type UpdateLog } from "~/platform/update-log.server";
import type { LogState } from "~/platform/update-log";
import { hold } from "../support/held-file";

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function openLog(file: string): UpdateLog & { states: LogState[] } {
  const log = openUpdateLog(file);
  const states: LogState[] = [];
  log.onState((state) => states.push(state));
  onTestFinished(() => log.close(0));
  return Object.assign(log, { states });
}

const bytes = (text: string) => new TextEncoder().encode(text);
const frame = (document: string, text: string, sender = "ona", claims: number[] = []) => ({
  document,
  bytes: bytes(text),
  sender,
  claims,
});

/** What the log holds of a text, in words. */
function read(file: string, document: string) {
  const reader = openLogReader(file);
  try {
    const { frames, damaged, ...rest } = reader.read(document);
    const words = frames.map(
      ({ number, kind, bytes }) => `${number} ${kind} ${Buffer.from(bytes).toString()}`,
    );
    return {
      ...rest,
      frames: words,
      damaged: damaged.map(({ number, kind, reason }) => `${number} ${kind} ${reason}`),
    };
  } finally {
    reader.close();
  }
}

const change = (file: string, sql: string, ...values: unknown[]) => {
  const database = new Sqlite(file);
  database.prepare(sql).run(...values);
  database.close();
};

test("frames are numbered within their text, and come back in order with who sent them", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  const numbers = await Promise.all([
    log.append(frame("one", "a", "ona", [7])),
    log.append(frame("two", "b")),
    log.append(frame("one", "c", "andrei", [7, 8])),
  ]);
  expect(numbers).toEqual([1, 1, 2]);
  expect(read(file, "one")).toEqual({
    head: 2,
    frames: ["1 update a", "2 update c"],
    damaged: [],
    aside: 0,
    // Whose a client id is stays as it was first said.
    writers: new Map([
      [7, "ona"],
      [8, "andrei"],
    ]),
    moves: [],
  });
  expect(read(file, "never written")).toMatchObject({ head: 0, frames: [], damaged: [] });
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
});

test("frames that arrive together are committed together", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  await log.append(frame("one", "first"));
  const sizes = () => statSync(`${file}-wal`).size;
  const before = sizes();
  await log.append(frame("one", "alone"));
  const alone = sizes() - before;
  await Promise.all(Array.from({ length: 50 }, (_, index) => log.append(frame("one", `${index}`))));
  // Each commit writes its pages anew: fifty by themselves would take fifty times as much.
  expect(sizes() - before - alone).toBeLessThan(alone * 4);
  expect(read(file, "one").head).toBe(52);
});

test("a frame that is a slice of a large buffer is kept as the slice", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  const large = Buffer.from("before the slice after");
  await log.append({ document: "one", bytes: large.subarray(7, 16), sender: null, claims: [] });
  expect(read(file, "one").frames).toEqual(["1 update the slice"]);
});

test("a log opened again goes on counting where it was", async () => {
  const file = join(scratch(), "texts.sqlite");
  const first = openLog(file);
  await first.append(frame("one", "a"));
  await first.close(1_000);
  await expect(first.append(frame("one", "late"))).rejects.toMatchObject({ kind: "log-closed" });
  expect(await openLog(file).append(frame("one", "b"))).toBe(2);
});

test("a fold stands for its updates, which are kept, and a later fold takes its place", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  for (const text of ["a", "b", "c"]) await log.append(frame("one", text));
  await log.keepUp({ kind: "fold", document: "one", upTo: 2, bytes: bytes("ab") });
  expect(read(file, "one").frames).toEqual(["2 fold ab", "3 update c"]);
  await log.keepUp({ kind: "fold", document: "one", upTo: 3, bytes: bytes("abc") });
  await log.keepUp({ kind: "fold", document: "one", upTo: 2, bytes: bytes("an older one, late") });
  await log.keepUp({ kind: "fold", document: "one", upTo: 9, bytes: bytes("of what never was") });
  await log.append(frame("one", "d"));
  expect(read(file, "one").frames).toEqual(["3 fold abc", "4 update d"]);
  change(file, "DELETE FROM frame WHERE kind = 'fold'");
  expect(read(file, "one").frames, "every update is still there").toHaveLength(4);
});

test("a damaged frame is told, set aside and counted; the others open", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  for (const text of ["a", "b", "c", "d", "e", "f"]) await log.append(frame("one", text));
  await log.append(frame("two", "untouched"));
  change(file, "UPDATE frame SET bytes = ? WHERE document = 'one' AND number = 2", bytes("x"));
  change(file, "UPDATE frame SET bytes = ? WHERE document = 'one' AND number = 3", bytes("longer"));
  change(file, "DELETE FROM frame WHERE document = 'one' AND number = 4");
  change(file, "DELETE FROM frame WHERE document = 'one' AND number = 6");
  const { frames, damaged } = read(file, "one");
  expect(frames).toEqual(["1 update a", "5 update e"]);
  expect(damaged).toEqual(["2 update checksum", "3 update length", "4 update missing", "6 update missing"]);

  const reader = openLogReader(file);
  onTestFinished(() => reader.close());
  await log.keepUp({ kind: "set-aside", document: "one", damaged: reader.read("one").damaged });
  expect(read(file, "one")).toMatchObject({ head: 6, frames, damaged: [], aside: 4 });
  expect(reader.aside()).toEqual([{ document: "one", frames: 4 }]);
  expect(read(file, "two")).toMatchObject({ frames: ["1 update untouched"], aside: 0 });
  expect(await log.append(frame("one", "g")), "no number is given twice").toBe(7);
});

test("a damaged fold is replaced by the updates it was made of", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  for (const text of ["a", "b"]) await log.append(frame("one", text));
  await log.keepUp({ kind: "fold", document: "one", upTo: 2, bytes: bytes("ab") });
  change(file, "UPDATE frame SET checksum = 0 WHERE kind = 'fold'");
  expect(read(file, "one")).toMatchObject({
    frames: ["1 update a", "2 update b"],
    damaged: ["2 fold checksum"],
  });
});

test("a page that cannot be read costs its own frames and no others", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  const long = "x".repeat(20_000);
  for (let index = 1; index <= 10; index += 1) await log.append(frame("one", `${index}${long}`));
  await log.close(1_000);
  // The chain of pages of one long frame is broken off: SQLite calls that corrupt.
  const content = readFileSync(file);
  const pages = Array.from({ length: content.length / 4_096 }, (_, page) => page * 4_096);
  const inside = pages.filter((page) =>
    content.subarray(page + 4, page + 4_096).every((byte) => byte === 0x78),
  );
  content.fill(0xff, inside[5], (inside[5] ?? 0) + 4);
  writeFileSync(file, content);
  const { frames, damaged } = read(file, "one");
  expect(damaged).toHaveLength(1);
  expect(frames).toHaveLength(9);
});

test("a torn frame at the end, never acknowledged, disturbs nothing", async () => {
  const folder = scratch();
  const file = join(folder, "texts.sqlite");
  const log = openLog(file);
  for (const text of ["a", "b", "c"]) await log.append(frame("one", text));
  const whole = statSync(`${file}-wal`).size;
  await log.append(frame("one", "torn".repeat(3_000)));
  const copy = join(folder, "copy.sqlite");
  for (const cut of [1, 100, 5_000, 9_000]) {
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    truncateSync(`${copy}-wal`, whole + cut);
    if (cut === 9_000) appendFileSync(`${copy}-wal`, Buffer.alloc(6_000, 0xa5));
    const again = openUpdateLog(copy);
    expect(await again.append(frame("one", "d"))).toBe(4);
    expect(read(copy, "one")).toMatchObject({
      frames: ["1 update a", "2 update b", "3 update c", "4 update d"],
      damaged: [],
    });
    await again.close(1_000);
    for (const end of ["", "-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
  }
});

test("erasing a text leaves nothing of it", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  await log.append(frame("one", "a"));
  await log.append(frame("two", "b"));
  await log.keepUp({ kind: "erase", document: "one" });
  expect([read(file, "one").head, read(file, "two").head]).toEqual([0, 1]);
});

test("while another process holds the file nothing is acknowledged, it is told, and all is written after", async () => {
  const file = join(scratch(), "texts.sqlite");
  const log = openLog(file);
  await log.append(frame("one", "before"));
  const letGo = await hold(file);
  let acknowledged = 0;
  const appended = Array.from({ length: 20 }, async (_, index) => {
    const number = await log.append(frame("one", `${index}`));
    acknowledged += 1;
    return number;
  });
  await vi.waitFor(() => expect(log.state().kind).toBe("failing"), { timeout: 5_000, interval: 10 });
  expect([acknowledged, log.waiting()]).toEqual([0, { frames: 20, bytes: 30 }]);
  letGo();
  expect(await Promise.all(appended)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
  expect(log.states.map(({ kind }) => kind)).toEqual(["failing", "well"]);
  expect(read(file, "one").frames.slice(0, 4)).toEqual([
    "1 update before",
    "2 update 0",
    "3 update 1",
    "4 update 2",
  ]);
});

test("a log that is taken away is told, not begun anew; put back, it goes on", async () => {
  const folder = scratch();
  const file = join(folder, "texts.sqlite");
  const log = openLog(file);
  await log.append(frame("one", "a"));
  for (const end of ["", "-wal", "-shm"]) renameSync(`${file}${end}`, join(folder, `away${end}`));
  const appended = log.append(frame("one", "b"));
  await vi.waitFor(() => expect(log.state().kind).toBe("failing"), { timeout: 5_000, interval: 10 });
  expect(existsSync(file)).toBe(false);
  for (const end of ["", "-wal", "-shm"]) {
    if (existsSync(join(folder, `away${end}`))) renameSync(join(folder, `away${end}`), `${file}${end}`);
  }
  expect(await appended).toBe(2);
  expect(read(file, "one").frames).toEqual(["1 update a", "2 update b"]);
});

/** A process of its own that appends; answers what it says, line by line. */
function writer(file: string, options: { count: number; size: number; user?: string; limit?: string }) {
  const { count, size, user = "", limit } = options;
  const command = [
    "--import",
    "tsx",
    resolve("tests/platform/update-log-writer.ts"),
    file,
    `${count}`,
    `${size}`,
    user,
  ];
  const child = limit
    ? spawn("bash", ["-c", `ulimit -S -f ${limit}; exec "$0" "$@"`, process.execPath, ...command])
    : spawn(process.execPath, command);
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = (line: string) =>
    vi.waitFor(() => expect([...lines, ...errors]).toContain(line), { timeout: 15_000, interval: 20 });
  const leave = async () => {
    child.stdin.write("go");
    await once(child, "exit");
    expect([child.exitCode, errors.join("")]).toEqual([0, ""]);
  };
  return { pid: child.pid ?? 0, lines, said, leave };
}

test("a file that may only be read: nothing is acknowledged, nothing crashes, and all is written once it may", async () => {
  const folder = scratch();
  const file = join(folder, "texts.sqlite");
  const other = 65_534;
  chmodSync(folder, 0o755);
  const first = openUpdateLog(file);
  await first.append(frame("text", "before"));
  await first.close(1_000);
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  const child = writer(file, { count: 12, size: 5, user: `${other}` });
  await child.said("failing");
  expect(child.lines.filter((line) => line.startsWith("acknowledged"))).toEqual([]);
  if (process.getuid?.() === 0) for (const path of [file, folder]) chownSync(path, other, other);
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  await child.said("flushed");
  await child.leave();
  expect(child.lines).toContain("well");
  expect(child.lines.filter((line) => line.startsWith("acknowledged"))).toHaveLength(12);
  expect(read(file, "text")).toMatchObject({ head: 13, damaged: [] });
});

/** After a failure in the middle of writing: everything acknowledged, once and in order. */
function expectAllWritten(file: string, lines: string[], count: number): void {
  const acknowledged = lines.filter((line) => line.startsWith("acknowledged"));
  expect(acknowledged).toEqual(
    Array.from({ length: count }, (_, index) => `acknowledged ${index + 1} as ${index + 1}`),
  );
  const reader = openLogReader(file);
  try {
    const { frames, damaged } = reader.read("text");
    expect(damaged).toEqual([]);
    expect(frames.map(({ bytes }) => bytes[0])).toEqual(
      Array.from({ length: count }, (_, index) => (index + 1) % 251),
    );
  } finally {
    reader.close();
  }
}

test("a process that may write no more: nothing further is acknowledged, and all is written once it may", async () => {
  const file = join(scratch(), "texts.sqlite");
  const child = writer(file, { count: 200, size: 5_000, limit: "400" });
  await child.said("failing");
  const before = child.lines.filter((line) => line.startsWith("acknowledged")).length;
  expect(before).toBeLessThan(200);
  execFileSync("prlimit", ["--pid", `${child.pid}`, "--fsize=unlimited"]);
  await child.said("flushed");
  await child.leave();
  expectAllWritten(file, child.lines, 200);
});

test.runIf(mayMount())(
  "a full disk: nothing further is acknowledged, and all is written once there is room",
  async () => {
    const folder = scratch();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
    try {
      const file = join(folder, "texts.sqlite");
      writeFileSync(join(folder, "ballast"), Buffer.alloc(7_300_000));
      // More than there is room for, in however few transactions it is written.
      const child = writer(file, { count: 300, size: 5_000 });
      await child.said("failing");
      expect(child.lines.filter((line) => line.startsWith("acknowledged")).length).toBeLessThan(300);
      rmSync(join(folder, "ballast"));
      await child.said("flushed");
      await child.leave();
      expectAllWritten(file, child.lines, 300);
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
  },
);

/** Whether this machine lets a test have a small disk of its own. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "torg-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    execFileSync("umount", [folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

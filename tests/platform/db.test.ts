// One connection that reads, one that writes, and the promise that what was answered is on the disk.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { templateDatabase } from "../support/template-database";

function scratchFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "torg.db");
  copyFileSync(templateDatabase, file);
  return file;
}

async function scratchDatabase(onLogGrowth?: (bytes: number) => void) {
  const file = scratchFile();
  const database = await openDatabase({ file, onLogGrowth });
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await database.close();
    isClosed = true;
  };
  onTestFinished(close);
  return { ...database, close, file };
}

const network = (name: string) => {
  const id = newId();
  return { id, slug: id, name, type: "transfer", programme: "A programme", theme: "A theme" };
};

/** A promise with its key outside. */
function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((done) => (open = done));
  return { passed, open: () => open() };
}

/** Holds every flush to the disk until it is let through, and counts them. */
async function holdFlushes() {
  const handle = await open(templateDatabase);
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { passed, open: letThrough } = gate();
  const flushes = vi.spyOn(prototype, "datasync").mockImplementation(() => passed);
  onTestFinished(() => {
    letThrough();
    flushes.mockRestore();
  });
  return { flushes, letThrough };
}

test("writers take their turn: none sees another's half-done work, and nothing of theirs is lost", async () => {
  const { write, read } = await scratchDatabase();
  const counted = network("0");
  await write((transaction) => transaction.network.create({ data: counted }));
  const countOn = async (transaction: Transaction) => {
    const { name } = await transaction.network.findUniqueOrThrow({ where: { id: counted.id } });
    await new Promise((resolve) => setImmediate(resolve));
    await transaction.network.update({ where: { id: counted.id }, data: { name: String(Number(name) + 1) } });
  };
  await Promise.all(Array.from({ length: 25 }, () => write(countOn)));
  expect((await read.network.findUnique({ where: { id: counted.id } }))?.name).toBe("25");
});

test("what the work throws rolls all of it back and is thrown on, and the next writer has its turn", async () => {
  const { write, read } = await scratchDatabase();
  const failing = write(async (transaction) => {
    await transaction.network.create({ data: network("half done") });
    throw new Error("no further");
  });
  const next = write((transaction) => transaction.network.create({ data: network("after it") }));
  await expect(failing).rejects.toThrow("no further");
  await next;
  expect((await read.network.findMany()).map(({ name }) => name)).toEqual(["after it"]);
});

test("the database's own refusal rolls everything back, too: an orphan, a name taken twice", async () => {
  const { write, read } = await scratchDatabase();
  const one = network("one");
  const orphan = write(async (transaction) => {
    await transaction.network.create({ data: network("with an orphan") });
    await transaction.cityName.create({ data: { cityId: "nowhere", language: "lt", name: "Niekur" } });
  });
  await expect(orphan).rejects.toMatchObject({ code: "P2003" });
  const twice = write(async (transaction) => {
    await transaction.network.create({ data: one });
    await transaction.network.create({ data: { ...one, id: newId() } });
  });
  await expect(twice).rejects.toMatchObject({ code: "P2002" });
  expect(await read.network.count()).toBe(0);
});

test("the reading connection refuses to write, whichever way it is asked", async () => {
  const { read, write } = await scratchDatabase();
  const kept = network("kept");
  await write((transaction) => transaction.network.create({ data: kept }));
  const tries = [
    () => read.network.create({ data: network("slipped in") }),
    () => read.network.update({ where: { id: kept.id }, data: { name: "changed" } }),
    () => read.network.deleteMany(),
    () => read.$executeRawUnsafe("DELETE FROM Network"),
    () => read.$queryRawUnsafe("UPDATE Network SET name = 'changed' RETURNING id"),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toThrow(/readonly|read-only/i);
  expect(await read.network.findMany()).toMatchObject([{ name: "kept" }]);
});

test("a reader sees nothing of a change before it is whole, and does not wait for it", async () => {
  const { write, read } = await scratchDatabase();
  const { passed, open: goOn } = gate();
  const begun = gate();
  const writing = write(async (transaction) => {
    await transaction.network.create({ data: network("half") });
    begun.open();
    await passed;
    await transaction.network.create({ data: network("whole") });
  });
  await begun.passed;
  expect(await read.network.count()).toBe(0);
  goOn();
  await writing;
  expect(await read.network.count()).toBe(2);
});

test("the client for the sign-in waits for its turn, call by call and transaction by transaction", async () => {
  const { write, turns, read } = await scratchDatabase();
  const { passed, open: goOn } = gate();
  const begun = gate();
  const events: string[] = [];
  const first = write(async (transaction) => {
    begun.open();
    await passed;
    await transaction.network.create({ data: network("first") });
    events.push("the first is done");
    throw new Error("no further");
  });
  first.catch(() => undefined);
  await begun.passed;
  const call = turns.network.create({ data: network("call") });
  const whole = turns.$transaction(async (transaction) => {
    events.push("a transaction begins");
    await transaction.network.create({ data: network("of a transaction") });
    throw new Error("no further");
  });
  const calls = Promise.allSettled([call, whole]);
  await read.network.count();
  expect(events).toEqual([]);
  goOn();
  await expect(first).rejects.toThrow("no further");
  const [ofCall, ofWhole] = await calls;
  expect([ofCall.status, ofWhole.status]).toEqual(["fulfilled", "rejected"]);
  expect(events).toEqual(["the first is done", "a transaction begins"]);
  const names = (await read.network.findMany()).map(({ name }) => name);
  expect(names, "the call was in nobody else's transaction").toEqual(["call"]);
});

test("a change is answered only when it is on the disk, and those that wait share one flush", async () => {
  const { write, turns, read } = await scratchDatabase();
  const { flushes, letThrough } = await holdFlushes();
  const answered: string[] = [];
  const names = ["one", "two", "three", "four"];
  const writing = names.map((name) =>
    write((transaction) => transaction.network.create({ data: network(name) })).then(() =>
      answered.push(name),
    ),
  );
  const turn = turns.network.create({ data: network("turn") }).then(() => answered.push("turn"));
  await expect.poll(() => read.network.count(), { message: "all are committed" }).toBe(5);
  expect(answered, "and none is answered").toEqual([]);
  expect(flushes).toHaveBeenCalledTimes(1);
  letThrough();
  await Promise.all([...writing, turn]);
  expect(answered.sort()).toEqual([...names, "turn"].sort());
  expect(flushes.mock.calls.length).toBeLessThan(answered.length);
});

test("what was answered is in the file when the process is killed at once", async () => {
  const file = scratchFile();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", resolve("tests/platform/dying-writer.ts"), file],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  const kept = JSON.parse(printed) as string[];
  expect(kept).toHaveLength(40);
  const rows = new Sqlite(file);
  expect(rows.prepare("SELECT id FROM Network").pluck().all()).toEqual(expect.arrayContaining(kept));
  expect(rows.pragma("integrity_check", { simple: true })).toBe("ok");
  rows.close();
});

test("closing waits for those who write, and leaves one whole file", async () => {
  const { write, close, file } = await scratchDatabase();
  const writing = Array.from({ length: 5 }, (_, index) =>
    write((transaction) => transaction.network.create({ data: network(String(index)) })),
  );
  await close();
  await Promise.all(writing);
  const rows = new Sqlite(file, { readonly: true });
  expect(rows.prepare("SELECT count(*) FROM Network").pluck().get()).toBe(5);
  rows.close();
});

test("whoever folds the log is told how long it has become", async () => {
  const told: number[] = [];
  const { write } = await scratchDatabase((bytes) => told.push(bytes));
  const big = { ...network("big"), theme: "x".repeat(100_000) };
  await write((transaction) => transaction.network.create({ data: big }));
  await expect.poll(() => Math.max(0, ...told)).toBeGreaterThan(100_000);
});

test("a database is alive while it answers and its file is the one that lies there", async () => {
  const { isAlive, file } = await scratchDatabase();
  expect(await isAlive()).toBe(true);
  renameSync(file, `${file}.moved`);
  expect(await isAlive()).toBe(false);
  renameSync(`${file}.moved`, file);
  expect(await isAlive()).toBe(true);
});

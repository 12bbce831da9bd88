// A backup taken while people write holds all that they were told is saved; restored, it is a Torg that opens, and the page says how old it is.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { io } from "socket.io-client";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { noteBackup, readLastBackup } from "~/platform/backup/last-backup.server";
import { textsNamespace } from "~/realtime/text-namespace";
import { beginPractice, demoNetwork, documentPath, sendFile } from "../support/alytus-writes";
import { scratch } from "../support/backups";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows, printOfAll } from "../support/house-rows";
import { violationsOn } from "../support/looks";
import { connected, type TestTextSocket } from "../support/sockets";
import { TextClient } from "../support/text-house";
import { signedInAs, visitor as visitorOf, type Visitor } from "../support/visitor";

const root = resolve(import.meta.dirname, "../..");
const house = await openHouse();
afterAll(() => house.close());

/** One of the commands, as the operator types it. */
async function run(script: string, data: string, ...given: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...given], {
    cwd: root,
    env: { ...process.env, TORG_DATA: data },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, out, err };
}

/** Somebody's editor on one of their texts. */
async function editor(origin: string, by: Visitor, document: string): Promise<TextClient> {
  const socket: TestTextSocket = io(`${origin}${textsNamespace}`, {
    transports: ["websocket"],
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    extraHeaders: { origin, cookie: by.cookie() ?? "" },
  });
  onTestFinished(() => void socket.disconnect());
  const client = new TextClient(await connected(socket), { network: demoNetwork, document });
  expect(await client.join()).toMatchObject({ ok: true });
  return client;
}

/** A server on a restored folder, until the test is over. */
async function openRestored(folder: string): Promise<House> {
  const restored = await openHouse({ TORG_DATA: folder });
  onTestFinished(() => restored.close());
  return restored;
}

test("an administrator is warned while there is no backup", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "administrator", "/administration");
  const section = page.getByRole("region", { name: "Backup" });
  await section.getByText("There is no backup").waitFor();
  await section.getByText("npm run backup", { exact: true }).waitFor();
  await awake(page);
  expect(await violationsOn(page)).toEqual([]);
});

test("a backup taken while several people write has all that was acknowledged before it began", async () => {
  const writers = await Promise.all(
    ["alytus", "alytus2", "novska", "rzeszow"].map((who) => signedInAs(house.origin, who)),
  );
  const [alytus, second, novska, rzeszow] = writers as [Visitor, Visitor, Visitor, Visitor];
  const begin = (by: Visitor) => beginPractice(by, { title: "Written meanwhile", text: "Begun." });
  const [shared, ofNovska, ofRzeszow] = await Promise.all([begin(alytus), begin(novska), begin(rzeszow)]);
  const editors = await Promise.all([
    editor(house.origin, alytus, shared),
    editor(house.origin, second, shared),
    editor(house.origin, novska, ofNovska),
    editor(house.origin, rzeszow, ofRzeszow),
  ]);
  const acknowledged: Array<{ document: string; mark: string }> = [];
  const titles: string[] = [];
  const files: Array<{ id: string; content: string }> = [];
  let [isOver, longest] = [false, 0];
  let tell: () => void = () => undefined;
  const enough = new Promise<void>((done) => (tell = done));
  const count = () => acknowledged.length >= 100 && titles.length >= 3 && files.length >= 3 && tell();
  const write = async (client: TextClient, name: string) => {
    for (let number = 0; !isOver; number += 1) {
      const mark = `${name}${number}x`;
      const begun = performance.now();
      expect(await client.type(`${mark} `)).toMatchObject({ ok: true });
      longest = Math.max(longest, performance.now() - begun);
      acknowledged.push({ document: client.place.document, mark });
      count();
    }
  };
  const order = async () => {
    for (let number = 0; !isOver; number += 1) {
      const title = `Practice number ${number} of many`;
      await beginPractice(alytus, { title });
      titles.push(title);
      count();
    }
  };
  const attach = async () => {
    for (let number = 0; !isOver; number += 1) {
      const content = `content of file ${number} `.repeat(1_000);
      files.push({ ...(await sendFile(alytus, shared, `${number}.txt`, content)), content });
      count();
    }
  };
  const writing = Promise.all([
    ...editors.map((client, place) => write(client, "abcd"[place] ?? "")),
    order(),
    attach(),
  ]);
  await enough;
  const before = { words: [...acknowledged], titles: [...titles], files: [...files] };
  const backup = await run("backup", house.folder);
  isOver = true;
  await writing;
  expect(backup).toMatchObject({ code: 0, err: "" });
  const meanwhile = acknowledged.length - before.words.length;
  console.log(
    `${before.words.length} before, ${meanwhile} saved meanwhile, the longest wait ${longest.toFixed(0)} ms`,
  );
  expect(meanwhile).toBeGreaterThan(0);
  const last = readLastBackup(house.folder);
  const archive = last?.file ?? "";
  expect(archive).toMatch(/\/backups\/torg-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.gz$/);
  expect(statSync(archive)).toMatchObject({ size: last?.bytes, mode: 0o100600 });

  const folder = join(scratch(), "data");
  expect(await run("restore", folder, archive)).toMatchObject({ code: 0, err: "" });
  const audit = await run("audit", folder, "--verify");
  expect([audit.code, audit.out]).toEqual([0, expect.not.stringContaining("BROKEN")]);
  const restored = await openRestored(folder);
  const former = visitorOf(restored.origin).page("/account", { cookie: alytus.cookie() });
  expect((await former).status, "nobody is signed in by restoring").toBe(404);
  for (const [who, document] of [
    ["alytus", shared],
    ["novska", ofNovska],
    ["rzeszow", ofRzeszow],
  ] as const) {
    const reader = await signedInAs(restored.origin, who);
    const marks = before.words.filter((one) => one.document === document).map(({ mark }) => mark);
    const text = (await editor(restored.origin, reader, document)).markdown();
    expect(
      marks.filter((mark) => !text.includes(mark)),
      who,
    ).toEqual([]);
    // The page is made of rows, which the start brings up to the log; the index is built from these.
    const last = marks.at(-1) ?? "";
    for (const path of [documentPath(document), `/networks/${demoNetwork}/search?q=${last}`])
      await expect
        .poll(async () => (await reader.page(path)).text)
        .toMatch(new RegExp(`\\b${last}\\b[^]*${document}|${document}[^]*\\b${last}\\b`));
  }
  const rows = openRows(folder);
  const there = rows.prepare<[], string>("SELECT title FROM Document").pluck().all();
  rows.close();
  expect(there).toEqual(expect.arrayContaining(before.titles));
  const again = await signedInAs(restored.origin, "alytus");
  for (const { id, content } of before.files) expect((await again.page(`/files/${id}`)).text).toBe(content);
});

test("a backup of a server at rest is the same, row by row, when it is restored", async () => {
  await house.stop();
  const to = join(house.folder, "backups/rest.tar.gz");
  expect(await run("backup", house.folder, "--to", to)).toMatchObject({ code: 0, err: "" });
  const folder = scratch();
  expect(await run("restore", folder, to)).toMatchObject({ code: 0, err: "" });
  for (const name of ["torg.db", "texts.sqlite"]) {
    const [was, is] = [printOf(join(house.folder, name)), printOf(join(folder, name))];
    if (name === "torg.db") for (const passing of ["Session", "Verification"]) is[passing] = was[passing];
    expect(is, name).toEqual(was);
  }
  expect(readFileSync(join(folder, "secret"))).toEqual(readFileSync(join(house.folder, "secret")));
  await house.restart();
});

test("the page says how old the last backup is, and whether it was found whole, to administrators alone", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "administrator", "/administration");
  const section = page.getByRole("region", { name: "Backup" });
  await section.getByText("The last backup is recent").waitFor();
  await section.getByText("rest.tar.gz").waitFor();
  const last = readLastBackup(house.folder);
  if (!last) throw new Error("no backup");
  noteBackup(house.folder, { ...last, takenAt: new Date(Date.now() - 9.5 * 86_400_000).toISOString() });
  await page.reload();
  await section.getByText("The last backup is 9 days old").waitFor();
  await awake(page);
  expect(await violationsOn(page)).toEqual([]);

  // One byte is not what it was: checking tells the page, too.
  const bytes = readFileSync(last.file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
  writeFileSync(last.file, bytes);
  const check = await run("backup", house.folder, "--verify", last.file);
  expect([check.code, check.out, check.err.trim().split("\n").length]).toEqual([1, "", 1]);
  await page.reload();
  await section.getByText("The last backup is damaged").waitFor();
  await awake(page);
  expect(await violationsOn(page)).toEqual([]);
  expect((await (await signedInAs(house.origin, "barnsley")).page("/administration")).status).toBe(404);
});

/** A print of every row of a file that is like a database of Torg. */
function printOf(file: string): Record<string, string | undefined> {
  const database = new Database(file, { readonly: true });
  try {
    return printOfAll(database);
  } finally {
    database.close();
  }
}

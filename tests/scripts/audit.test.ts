// `npm run audit`: what an operator is told of the chains, and with which exit code.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { audit } from "../../scripts/audit";
import { foundNetwork } from "../support/found-network";
import { world } from "../support/world";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "torg-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Looks at this test's database, which this process goes on having open. */
async function look(options: { isVerifying?: boolean; network?: string; exportTo?: string }) {
  const lines: string[] = [];
  const isWhole = await audit({
    databaseFile: join((await world()).folder, "torg.db"),
    isVerifying: true,
    say: (line) => lines.push(line),
    ...options,
  });
  return { isWhole, out: lines.join("\n") };
}

/** The program itself, as the operator runs it. */
async function run(...given: string[]): Promise<{ code: number; out: string; err: string }> {
  const { folder: data } = await world();
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, "scripts/audit.ts", ...given], {
    cwd: root,
    env: { ...process.env, TORG_DATA: data },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, out, err };
}

async function alter({ networkId }: { networkId: string }) {
  const file = new Database(join((await world()).folder, "torg.db"), { timeout: 5_000 });
  file.prepare("UPDATE Activity SET personId = NULL WHERE chain = ? AND position = 2").run(networkId);
  file.close();
}

test("a line for each chain says whether it is whole, or where it is broken and how", async () => {
  const [whole, broken] = [await foundNetwork(), await foundNetwork()];
  const before = await look({});
  expect(before.isWhole).toBe(true);
  for (const { slug } of [whole, broken])
    expect(before.out).toMatch(
      new RegExp(`^Network ${slug}: whole\\. 3 rows, the last is 3 with [0-9a-f]{64}\\.$`, "m"),
    );
  await alter(broken);
  const after = await look({});
  expect(after.isWhole).toBe(false);
  expect(after.out).toContain(
    `Network ${broken.slug}: BROKEN at position 2. This row or the one before it was altered. (3 rows)`,
  );
  expect(after.out).toContain(`Network ${whole.slug}: whole.`);
  expect((await look({ network: whole.slug })).isWhole).toBe(true);
  expect((await look({ network: broken.slug })).isWhole).toBe(false);
});

test("the rows are written as JSON lines to a new file that only its owner reads", async () => {
  const { slug, networkId } = await foundNetwork();
  const path = join(folder, "rows.jsonl");
  const { out } = await look({ isVerifying: false, network: slug, exportTo: path });
  expect(out).toBe(`3 rows written to ${path}.`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const rows = readFileSync(path, "utf8").trimEnd().split("\n");
  expect(rows.map((row) => JSON.parse(row) as unknown)).toMatchObject(
    [1, 2, 3].map((position) => ({ chain: networkId, position, withheld: "" })),
  );
});

test("an unknown network, a missing database and a file that is there already are refused", async () => {
  await foundNetwork();
  const taken = join(folder, "taken.jsonl");
  writeFileSync(taken, "mine");
  await expect(look({ network: "nowhere" })).rejects.toThrow("There is no network nowhere");
  await expect(look({ exportTo: taken })).rejects.toThrow("EEXIST");
  expect(readFileSync(taken, "utf8")).toBe("mine");
  const databaseFile = join(folder, "no.db");
  await expect(audit({ databaseFile, isVerifying: true, say: () => undefined })).rejects.toThrow(
    "no database",
  );
});

test("the program ends with 0 when all is whole, 1 when something is broken, 2 when it could not look", async () => {
  const network = await foundNetwork();
  expect(await run("--verify", "--network", network.slug)).toMatchObject({ code: 0, err: "" });
  await alter(network);
  const broken = await run("--verify");
  expect([broken.code, broken.out]).toEqual([1, expect.stringContaining("BROKEN at position 2")]);
  expect(await run()).toMatchObject({
    code: 2,
    err: expect.stringContaining("npm run audit -- --verify") as string,
  });
}, 120_000);

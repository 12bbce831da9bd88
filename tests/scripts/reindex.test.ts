// `npm run reindex` as the operator runs it: it says what it made and nothing that makes no sense.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { foundNetwork } from "../support/found-network";
import { world } from "../support/world";

const root = resolve(import.meta.dirname, "../..");

test("the index is built anew beside what is in use, and one line says so", async () => {
  await foundNetwork();
  const { folder } = await world();
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, "scripts/reindex.ts"], {
    cwd: root,
    env: { ...process.env, TORG_DATA: folder },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  expect(await once(child, "close")).toEqual([0, null]);
  expect(said).toMatch(/^The index is new: [1-9]\d* entries, \d+\.\d s\.\n$/);
});

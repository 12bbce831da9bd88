// Whoever alters the record of what happened behind Torg's back, on the file itself, is found out, and where.
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { change } from "~/domain/activity/activities.server";
import { sealActivities } from "~/domain/activity/chain.server";
import { listChains, verifyChain, verifyChains } from "~/domain/activity/verify-chain.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { world } from "../../support/world";

let rows: Database.Database | undefined;
afterEach(() => {
  rows?.close();
  rows = undefined;
});

/** A network with so many things that happened, its chain, and the file they lie in. */
async function record(happenings = 6) {
  const { networkId, officer, slug } = await foundNetwork();
  const { folder } = await world();
  const file = (rows = new Database(join(folder, "torg.db"), { timeout: 5_000 }));
  const there = await verifyChain(networkId);
  for (let count = there.rows; count < happenings; count += 1) await happen(networkId, { count });
  const run = (sql: string, ...given: unknown[]) => {
    const { changes } = file.prepare(sql).run(...given);
    expect(changes, sql).toBeGreaterThan(0);
  };
  const foundOut = async () => (await verifyChain(networkId)).broken;
  return { chain: networkId, officer, slug, run, foundOut, file };
}

async function happen(networkId: string, before: object) {
  await change((_, record) =>
    record({
      kind: "document-saved",
      personId: null,
      networkId,
      subjectId: newId(),
      before: before as never,
      after: { ...before, title: "After" } as never,
      audience: [{ room: "network", networkId }],
    }),
  );
}

test("a chain nobody touched is whole, and the answer names its end", async () => {
  const { chain, file } = await record(8);
  const last = file
    .prepare("SELECT position, hash FROM Activity WHERE chain = ? ORDER BY position DESC")
    .get(chain);
  expect(await verifyChain(chain)).toEqual({ chain, rows: 8, head: last, broken: null });
});

test("all chains are walked, the house's among them", async () => {
  const { chain } = await record();
  await change((_, record) =>
    record({ kind: "person-created", personId: null, subjectId: newId(), audience: [] }),
  );
  expect(await listChains()).toEqual(expect.arrayContaining([chain, "house"]));
  expect((await verifyChains()).filter(({ broken }) => broken)).toEqual([]);
});

const columns: Array<[string, string]> = [
  ["who did it", "personId = NULL"],
  ["what was done", "kind = 'document-withdrawn'"],
  ["to what", "subjectId = 'another'"],
  ["when", "at = '2020-01-01T00:00:00.000+00:00'"],
  ["who may know of it", "reach = 'network'"],
  ["which text", "documentId = NULL"],
  ["which partner", "partnershipId = NULL"],
  ["what it became", `after = '{"title":"Another"}'`],
  ["what it was", `before = '{"title":"Another"}'`],
  ["the seal itself", "hash = 'f00d'"],
];

test.each(columns)("a row in which somebody changed %s is found", async (_, set) => {
  const { chain, run, foundOut } = await record();
  run(`UPDATE Activity SET ${set} WHERE chain = ? AND position = 2`, chain);
  expect(await foundOut()).toEqual({ kind: "altered", position: 2 });
});

test("a row changed and sealed anew shows at the next, and at the end in the end", async () => {
  const { chain, run, foundOut, file } = await record();
  const hash = "0".repeat(64);
  run("UPDATE Activity SET hash = ? WHERE chain = ? AND position = 6", hash, chain);
  expect(await foundOut()).toEqual({ kind: "altered", position: 6 });
  expect(file.prepare("SELECT position FROM ChainHead WHERE chain = ?").pluck().get(chain)).toBe(6);
});

test("a row taken out of the middle is missed", async () => {
  const { chain, run, foundOut } = await record();
  run("DELETE FROM Activity WHERE chain = ? AND position = 3", chain);
  expect(await foundOut()).toEqual({ kind: "missing", position: 3 });
});

test("a row taken out with the later ones moved up is found", async () => {
  const { chain, run, foundOut } = await record();
  run("DELETE FROM Activity WHERE chain = ? AND position = 3", chain);
  run("UPDATE Activity SET position = position - 1 WHERE chain = ? AND position > 3", chain);
  expect(await foundOut()).toMatchObject({ position: 3 });
});

test("rows cut off at the end are missed", async () => {
  const { chain, run, foundOut } = await record();
  run("DELETE FROM Activity WHERE chain = ? AND position > 4", chain);
  expect(await foundOut()).toEqual({ kind: "cut", position: 5 });
});

test("a chain of which every row is gone is missed", async () => {
  const { chain, run, foundOut } = await record();
  run("DELETE FROM Activity WHERE chain = ?", chain);
  expect(await foundOut()).toEqual({ kind: "cut", position: 1 });
  expect(await listChains()).toContain(chain);
});

test("rows cut off together with the end that was kept of them are found", async () => {
  const { chain, run, foundOut } = await record();
  run("DELETE FROM Activity WHERE chain = ? AND position > 4", chain);
  run("DELETE FROM ChainHead WHERE chain = ?", chain);
  expect(await foundOut()).toEqual({ kind: "endless", position: 1 });
});

test("an end set back is found", async () => {
  const { chain, run, foundOut } = await record();
  run("UPDATE ChainHead SET position = 4 WHERE chain = ?", chain);
  expect(await foundOut()).toEqual({ kind: "added", position: 5 });
});

test.each([
  [2, 3],
  [2, 5],
  [1, 6],
])("rows %i and %i that changed places are found", async (one, other) => {
  const { chain, run, foundOut } = await record();
  run(
    `UPDATE Activity SET position = CASE position WHEN ${one} THEN ${other} ELSE ${one} END
     WHERE chain = ? AND position IN (${one}, ${other})`,
    chain,
  );
  expect(await foundOut()).toEqual({ kind: "moved", position: one });
});

test("a row put in twice is found", async () => {
  const { chain, run, foundOut } = await record();
  run(
    `INSERT INTO Activity (id, chain, position, hash, networkId, kind, reach, subjectId, at)
     SELECT 'twice', chain, position, hash, networkId, kind, reach, subjectId, at FROM Activity WHERE chain = ? AND position = 4`,
    chain,
  );
  expect(await foundOut()).toMatchObject({ position: 4 });
  run("DELETE FROM Activity WHERE id = 'twice'");
});

test("a row put in without a seal is found, and a start does not seal it", async () => {
  const { chain, run, foundOut } = await record();
  run(
    `INSERT INTO Activity (id, chain, networkId, kind, reach, subjectId, at)
     SELECT ?, chain, networkId, kind, reach, subjectId, at FROM Activity WHERE chain = ? AND position = 4`,
    newId(),
    chain,
  );
  await sealActivities();
  expect(await foundOut()).toEqual({ kind: "unsealed", position: 0 });
});

test("a chain that an older version left unsealed is sealed at the start, in the order of time", async () => {
  const { chain, run, foundOut, file } = await record();
  run("UPDATE Activity SET position = 0, hash = '' WHERE chain = ?", chain);
  run("DELETE FROM ChainHead WHERE chain = ?", chain);
  expect(await foundOut()).toEqual({ kind: "unsealed", position: 0 });
  await sealActivities();
  expect(await foundOut()).toBeNull();
  await happen(chain, { after: "the seal" });
  expect(await foundOut()).toBeNull();
  expect(file.prepare("SELECT position FROM ChainHead WHERE chain = ?").pluck().get(chain)).toBe(7);
});

test("a chain longer than a page is walked to its end, and a break behind the first page is found", async () => {
  const { chain, run, foundOut } = await record();
  // All at once: they wait for the disk together.
  await Promise.all(Array.from({ length: 1_100 }, (_, count) => happen(chain, { count })));
  expect(await foundOut()).toBeNull();
  run("UPDATE Activity SET position = 1000000 WHERE chain = ? AND position = 1050", chain);
  expect(await foundOut()).toEqual({ kind: "missing", position: 1050 });
});

test("whatever was and became, a row verifies after the way through the database", async () => {
  const { chain, foundOut } = await record();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" })),
      async (json) => {
        await happen(chain, json);
        expect(await foundOut()).toBeNull();
      },
    ),
    { seed: 20261121, numRuns: 200 },
  );
});

test("odd values verify, too: half a sign, keys of numbers, very large and very small numbers", async () => {
  const { chain, foundOut } = await record();
  const odd = [
    "\ud800",
    "a\udfff",
    "\u0000",
    "\u2028",
    1e21,
    5e-324,
    -0,
    1e-7,
    2 ** 53 + 2,
    null,
    true,
    [],
    {},
  ];
  for (const value of odd) await happen(chain, { value, 10: value, 2: [value] });
  expect(await foundOut()).toBeNull();
});

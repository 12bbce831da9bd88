// What whoever watches over the server, and whoever finds a hole in it, can ask without an account.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openHouse, type House } from "../../support/house";
import { openHouseBehindProxy } from "../../support/house-behind-proxy";
import { openRows } from "../../support/house-rows";
import { visitor } from "../../support/visitor";

const root = resolve(import.meta.dirname, "../../..");
const houses: House[] = [];
afterAll(() => Promise.all(houses.map((house) => house.close())));

async function aHouse(): Promise<House> {
  const house = await openHouse();
  houses.push(house);
  return house;
}

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

async function health(house: House) {
  const { status, headers, text } = await visitor(house.origin).ask("/healthz");
  expect(headers["cache-control"]).toBe("no-store");
  return { status, body: JSON.parse(text) as unknown };
}

const well = { status: 200, body: { status: "ok", version, database: "ok", texts: "ok" } };
const ill = { status: 503, body: { status: "failing", version, database: "failing", texts: "ok" } };

test("a server that is well says so, its version, and nothing else", async () => {
  expect(await health(await aHouse())).toEqual(well);
});

test("a server whose database no longer answers is not well, and is well again with it", async () => {
  const house = await aHouse();
  const rows = openRows(house.folder);
  rows.exec("ALTER TABLE Network RENAME TO Elsewhere");
  expect(await health(house)).toEqual(ill);
  rows.exec("ALTER TABLE Elsewhere RENAME TO Network");
  rows.close();
  expect(await health(house)).toEqual(well);
});

test("a server whose database file was spoilt is not well", async () => {
  const house = await aHouse();
  const rows = openRows(house.folder);
  rows.exec("UPDATE Network SET theme = theme || '.'");
  rows.pragma("wal_checkpoint(TRUNCATE)");
  rows.close();
  const file = join(house.folder, "torg.db");
  writeFileSync(file, Buffer.alloc(readFileSync(file).length, 7));
  expect(await health(house)).toEqual(ill);
  await house.stop("SIGKILL");
});

test("a server whose database file was taken away is not well, though it still holds it open", async () => {
  const house = await aHouse();
  const file = join(house.folder, "torg.db");
  renameSync(file, `${file}.moved`);
  expect(await health(house)).toEqual(ill);
  renameSync(`${file}.moved`, file);
  expect(await health(house)).toEqual(well);
});

test("security.txt says where to report a hole, and until when that is true", async () => {
  const { house, origin, at } = await openHouseBehindProxy("https://torg.alytus.example");
  houses.push(house);
  const { status, headers, text } = await visitor(origin, at).ask("/.well-known/security.txt");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  // RFC 9116: one field a line, a line ends with LF or CRLF, Contact at least once, Expires exactly once and under a year ahead.
  const fields = text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1) ?? ["unreadable", line]);
  const all = (name: string) =>
    fields.filter(([field = ""]) => field.toLowerCase() === name).map(([, value]) => value ?? "");
  expect(all("unreadable")).toEqual([]);
  expect(all("contact").length).toBeGreaterThan(0);
  for (const contact of all("contact"))
    expect(contact).toMatch(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\S+)$/);
  expect(all("expires")).toHaveLength(1);
  expect(all("expires")[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
  const days = (Date.parse(all("expires")[0] ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(366);
  expect(all("preferred-languages").length).toBeLessThanOrEqual(1);
  for (const canonical of all("canonical")) expect(canonical).toBe(`${origin}/.well-known/security.txt`);
});

// That work is done again exactly when its sources are not what they were.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isCurrent, takeStamp, writeStamp } from "../../scripts/stamps.mjs";

/** A folder with two sources and what was built from them. */
function workshop() {
  const root = mkdtempSync(join(tmpdir(), "torg-stamps-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, "app/generated"), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  write("app/page.ts", "one");
  write("lock.json", "{}");
  const stampFile = join(root, "build/.stamp");
  const sources = {
    root,
    paths: ["app", "lock.json", "not-there"],
    without: ["app/generated"],
    also: "node 20",
  };
  return {
    write,
    remove: (path: string) => rmSync(join(root, path)),
    touch: (path: string) => utimesSync(join(root, path), new Date(), new Date(Date.now() + 5_000)),
    stamp: () => readFileSync(stampFile, "utf8"),
    breakStamp: () => writeFileSync(stampFile, '{"quick": "'),
    take: () => takeStamp(sources),
    finish: (stamp = takeStamp(sources)) => writeStamp(stampFile, stamp),
    isCurrent: (also = sources.also) => isCurrent(stampFile, { ...sources, also }),
  };
}

test("without a stamp, or with a broken one, nothing is current", () => {
  const { isCurrent, finish, breakStamp } = workshop();
  expect(isCurrent()).toBe(false);
  finish();
  expect(isCurrent()).toBe(true);
  breakStamp();
  expect(isCurrent()).toBe(false);
});

test("an edit, a new file, a removed file and another Node each make it stale", () => {
  const { isCurrent, finish, write, remove } = workshop();
  finish();
  write("app/page.ts", "two");
  expect(isCurrent()).toBe(false);
  finish();
  write("app/other.ts", "");
  expect(isCurrent()).toBe(false);
  finish();
  remove("app/other.ts");
  expect(isCurrent()).toBe(false);
  finish();
  expect(isCurrent("node 22")).toBe(false);
  expect(isCurrent()).toBe(true);
});

test("a file that was only touched does not, and is not read again the next time", () => {
  const { isCurrent, finish, touch, stamp } = workshop();
  finish();
  const before = stamp();
  touch("app/page.ts");
  expect(isCurrent()).toBe(true);
  expect(stamp()).not.toBe(before);
});

test("what is generated is no source", () => {
  const { isCurrent, finish, write } = workshop();
  finish();
  write("app/generated/client.ts", "anything");
  expect(isCurrent()).toBe(true);
});

test("an edit made while the work was done is noticed afterwards", () => {
  const { isCurrent, take, finish, write } = workshop();
  const before = take();
  write("app/page.ts", "edited meanwhile");
  finish(before);
  expect(isCurrent()).toBe(false);
});

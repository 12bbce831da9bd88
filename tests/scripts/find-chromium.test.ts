// That a browser is found wherever it usually is, and that a program which only bears its name is passed over.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findChromium } from "../../scripts/find-chromium.mjs";

const starts = "#!/bin/sh\necho Chromium 1.2.3\n";
const onlyTellsToInstall = "#!/bin/sh\necho 'install it first' >&2\nexit 1\n";

/** A PATH of these folders, each with programs by name; no other browser is on this machine. */
function machine(...folders: Array<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "torg-path-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const place = (folder: string, name: string, text: string) => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), text);
    chmodSync(join(root, folder, name), 0o755);
    return join(root, folder, name);
  };
  folders.forEach((programs, index) =>
    Object.entries(programs).forEach(([name, text]) => place(`bin${index}`, name, text)),
  );
  const PATH = folders.map((_, index) => join(root, `bin${index}`)).join(delimiter);
  return {
    place,
    at: (path: string) => join(root, path),
    find: (given: { CHROMIUM?: string; playwright?: string } = {}) =>
      findChromium({
        // With this platform the usual folders of a Linux machine are not looked at, so that the real machine stays out of it.
        platform: "darwin",
        env: { PATH, HOME: root, CHROMIUM: given.CHROMIUM },
        ofPlaywright: () => Promise.resolve(given.playwright),
      }),
  };
}

test("nothing is found where there is nothing", async () => {
  expect(await machine({ node: starts }).find()).toBeUndefined();
});

test("the PATH is searched for all names that Chromium and Chrome go by", async () => {
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const { find, at } = machine({}, { [name]: starts });
    expect(await find()).toBe(at(`bin1/${name}`));
  }
});

test("a program that only tells one to install the browser is passed over", async () => {
  const { find, at } = machine({ "chromium-browser": onlyTellsToInstall, "google-chrome": starts });
  expect(await find()).toBe(at("bin0/google-chrome"));
});

test("the usual folders and Playwright's own come after the PATH", async () => {
  const { find, place } = machine({});
  const own = place("cache", "chrome", starts);
  expect(await find({ playwright: own })).toBe(own);
  const usual = place("Applications/Google Chrome.app/Contents/MacOS", "Google Chrome", starts);
  expect(await find({ playwright: own })).toBe(usual);
  expect(await find({ playwright: "/not/there" })).toBe(usual);
});

test("CHROMIUM comes first, and is refused where it names no browser", async () => {
  const { find, place } = machine({ chromium: starts });
  const chosen = place("mine", "chrome", starts);
  expect(await find({ CHROMIUM: chosen })).toBe(chosen);
  await expect(find({ CHROMIUM: "/not/there" })).rejects.toThrow("CHROMIUM names /not/there");
});

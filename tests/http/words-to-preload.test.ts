// A page names early only files of words that are served with it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { wordFiles } from "~/http/words-to-preload.server";
import { forget } from "~/platform/once";

test("a built page names its words, a page in development none of an earlier build", () => {
  foundBuild({ "app/i18n/catalogues/en/reading.ts": "assets/reading-a.js" });
  vi.stubEnv("NODE_ENV", "production");
  expect(wordFiles("en", true)).toEqual(["/assets/reading-a.js"]);
  vi.stubEnv("NODE_ENV", "development");
  expect(wordFiles("en", true)).toEqual([]);
});

/** A folder with what Vite says of its build: source path → built file. */
function foundBuild(files: Record<string, string>): void {
  const folder = mkdtempSync(join(tmpdir(), "torg-built-"));
  mkdirSync(join(folder, "build/.vite"), { recursive: true });
  const manifest = Object.fromEntries(Object.entries(files).map(([source, file]) => [source, { file }]));
  writeFileSync(join(folder, "build/.vite/client-manifest.json"), JSON.stringify(manifest));
  forget("build-manifest");
  vi.stubEnv("TORG_ROOT", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    forget("build-manifest");
    rmSync(folder, { recursive: true, force: true });
  });
}

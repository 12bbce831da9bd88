// That what the build puts beside an asset is that asset, and smaller.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { compressFolder } from "../../scripts/compress.mjs";

test("texts get smaller copies beside them, fonts and what would not get smaller do not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-compress-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = "export const city = 'Botoșani';\n".repeat(200);
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/page.js"), script);
  writeFileSync(join(folder, "assets/tiny.css"), "a{}");
  writeFileSync(join(folder, "assets/tiny.css.gz"), "left by an earlier build");
  writeFileSync(join(folder, "assets/serif.woff2"), "x".repeat(5_000));
  await compressFolder(folder);
  expect(readdirSync(join(folder, "assets")).sort()).toEqual([
    "page.js",
    "page.js.br",
    "page.js.gz",
    "serif.woff2",
    "tiny.css",
  ]);
  expect(brotliDecompressSync(readFileSync(join(folder, "assets/page.js.br"))).toString()).toBe(script);
  expect(gunzipSync(readFileSync(join(folder, "assets/page.js.gz"))).toString()).toBe(script);
});

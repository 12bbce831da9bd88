// What is pasted from Word, Google Docs, web pages and mails comes out clean: shapes of real clipboards, read by a real browser.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { documentSchema } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";
import { visitor } from "../support/browser";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "tests/editor/clipboard");
const clipboards = readdirSync(folder).filter((name) => name.endsWith(".html"));

let script = "";

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/editor/pasting-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    alias: { "~": join(root, "app") },
  });
  script = outputFiles[0]?.text ?? "";
});

test.each(clipboards)("%s comes out as its Markdown says", async (name) => {
  const { page } = await visitor("http://127.0.0.1");
  await page.setContent("<!doctype html><main></main>");
  await page.addScriptTag({ content: script });
  const html = readFileSync(join(folder, name), "utf8");
  const json: unknown = await page.evaluate((pasted) => window.pasted(pasted), html);
  const document = documentSchema.nodeFromJSON(json);
  document.check();
  // Labels are drawn at random; a hard space inside a number stays one.
  const labels: string[] = [];
  const markdown = toMarkdown(document).replace(/\[\^(\w+)\]/g, (_whole, label: string) => {
    if (!labels.includes(label)) labels.push(label);
    return `[^${labels.indexOf(label) + 1}]`;
  });
  expect(markdown.replace(/\u00a0|&nbsp;/g, " ")).toBe(
    readFileSync(join(folder, name.replace(/html$/, "md")), "utf8"),
  );
});

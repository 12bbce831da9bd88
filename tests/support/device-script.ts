// The functions of the device's copy as one script, for pages on which a test looks at it from inside.
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");

/** Brings them into the page as it stands; `window.device` is there afterwards. */
export async function bringDevice(page: Page): Promise<void> {
  const isThere = await page.evaluate(() => "device" in window);
  if (!isThere) await page.evaluate(await (script ??= deviceScript()));
}

let script: Promise<string> | undefined;

export async function deviceScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/editor/device-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    alias: { "~": join(root, "app") },
  });
  return outputFiles[0]?.text ?? "";
}

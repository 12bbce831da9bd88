// A browser that keeps what pages store, closed and opened again as a person does with theirs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { onTestFinished } from "vitest";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { browserArguments } from "./browser-arguments";

export interface LastingBrowser {
  context: BrowserContext;
  /** Closes it and opens it again on the same profile; `isOffline` from its first moment on. */
  reopen(how?: { isOffline?: boolean }): Promise<BrowserContext>;
}

/** Its profile is removed after the test. */
export async function lastingBrowser(origin: string): Promise<LastingBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "torg-browser-"));
  const executablePath = await findChromium();
  const open = async (isOffline: boolean) => {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      args: browserArguments,
      baseURL: origin,
      locale: "en",
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
    });
    if (isOffline) await context.setOffline(true);
    return context;
  };
  let context = await open(false);
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get context() {
      return context;
    },
    reopen: async ({ isOffline = false } = {}) => {
      await context.close();
      context = await open(isOffline);
      return context;
    },
  };
}

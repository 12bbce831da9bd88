// A real browser for what only a browser knows: bytes, paints, and what a page shows when.
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { findChromium } from "../../scripts/find-chromium.mjs";
import type { Visitor } from "./visitor";

export interface Chromium {
  executable: string;
  /** A browser with an empty cache, in which this person is signed in. */
  as(visitor: Visitor): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts the browser, or answers undefined where none is found. */
export async function openChromium(): Promise<Chromium | undefined> {
  const executable = await findChromium();
  if (!executable) return undefined;
  const browser = await launch(executable);
  return {
    executable,
    as: async ({ origin, cookie }) => {
      const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
      // The functions we hand to pages were named by the bundler with a word of its own, which a page does not know.
      await context.addInitScript("globalThis.__name ??= (named) => named");
      const [name = "", value = ""] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: "Lax" }]);
      return context;
    },
    close: () => browser.close(),
  };
}

function launch(executablePath: string): Promise<Browser> {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
  ];
  return chromium.launch({ executablePath, args: ["--no-sandbox", ...quiet] });
}

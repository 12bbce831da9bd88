/** Opens rendered texts in a real Chromium, on a page as strict as the app's own, and says what happened there. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "playwright-core";
import { allowedPicture } from "./allowed";
import { findChromium } from "../../scripts/find-chromium.mjs";

const policy = [
  "default-src 'none'",
  "script-src 'self' 'nonce-known'",
  "style-src-elem 'self' 'nonce-known'",
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Whatever picture of the house is asked for. */
const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const watch = `<script nonce="known">
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(event.effectiveDirective + " " + event.blockedURI + " " + event.sample));
</script><style nonce="known">.table-frame { overflow-x: auto }</style>`;

function document(html: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A text</title><link rel="icon" href="data:,">${watch}</head>
<body><main><h1>Its title</h1><article id="content">${html}</article><p id="end">After it</p></main></body></html>`;
}

export interface StrictPage {
  page: Page;
  /** Shows this HTML as the server would send it; afterwards `trouble` holds what went wrong since. */
  show(html: string): Promise<void>;
  /** Dialogs, requests to anywhere but for pictures of the house, new windows: whatever a text must not bring about. */
  trouble: string[];
  close(): Promise<void>;
}

/** Throws where there is no Chromium. */
export async function openStrictPage(): Promise<StrictPage> {
  let html = "";
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(document(html));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/text`;

  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  const context = await browser.newContext();
  const page = await context.newPage();
  const trouble: string[] = [];
  context.on("page", () => trouble.push("a new window"));
  page.on("dialog", (dialog) => {
    trouble.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.route(
    (url) => url.href !== address,
    (route) => {
      const { origin, pathname, search } = new URL(route.request().url());
      if (address.startsWith(`${origin}/`) && allowedPicture.test(pathname + search))
        return route.fulfill({ contentType: "image/png", body: onePixel });
      trouble.push(`a request to ${route.request().url()}`);
      return route.abort();
    },
  );

  return {
    page,
    trouble,
    async show(next) {
      html = next;
      trouble.length = 0;
      await page.goto(address, { waitUntil: "load" });
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

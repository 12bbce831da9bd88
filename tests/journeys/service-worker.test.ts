// The service worker by itself: a new one takes the old one's place, and nothing that the server says is ever answered by it.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastingBrowser } from "../support/lasting-browser";

const client = resolve(import.meta.dirname, "../../build/client");
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

let server: Server;
let origin: string;
/** What the server is now: every page says it, and its service worker bears its name. */
let version = "one";
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    response.setHeader("Content-Type", types[extname(path)] ?? "text/html");
    if (path === "/service-worker.js") {
      const built = readFileSync(join(client, path), "utf8");
      return response.end(built.replace(/`\$\{\w+\}[\w-]{10}`/, `"torg-offline-${version}"`));
    }
    if (path === "/offline.html" || path.startsWith("/assets/offline/"))
      return response.end(readFileSync(join(client, path)));
    response.setHeader("Cache-Control", "no-store");
    response.end(`<!doctype html><link rel=icon href=data:,><p>${version}</p>`);
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a new version takes the place of the old one by itself, and pages come from the server each time", async () => {
  const { context } = await lastingBrowser(origin);
  const page = await context.newPage();
  await page.goto("/networks");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/service-worker.js");
    await navigator.serviceWorker.ready;
  });
  const caches = () => page.evaluate(async () => (await window.caches.keys()).sort().join());
  expect(await caches()).toBe("torg-offline-one");
  version = "two";
  await page.goto("/networks");
  expect(await page.locator("p").innerText()).toBe("two");
  await expect.poll(caches, { timeout: 20_000 }).toBe("torg-offline-two");
  version = "three";
  await page.goto("/networks");
  expect(await page.locator("p").innerText()).toBe("three");
});

test("what a page asks for beside itself goes past it, and each navigation is asked of the server once", async () => {
  version = "four";
  const { context } = await lastingBrowser(origin);
  const page = await context.newPage();
  await page.goto("/networks");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/service-worker.js");
    await navigator.serviceWorker.ready;
  });
  asked.length = 0;
  await page.goto("/networks/one");
  await page.evaluate(() => fetch("/networks/one.data").then((answer) => answer.text()));
  const told = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".data"))
      .map((entry) => (entry as PerformanceEntry & { workerFinalSourceType?: string }).workerFinalSourceType),
  );
  expect(asked.filter((path) => path === "/networks/one")).toHaveLength(1);
  expect(asked.filter((path) => path === "/networks/one.data")).toHaveLength(1);
  // The browser knows from the rules that it need not wake the worker for this.
  expect(told).toEqual(["network"]);
});

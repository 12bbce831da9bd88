// A text that was open before is opened without a network, from cold, read and written, and handed in by the real page later.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { allSaved, awake, signInAs, textToWrite } from "../support/browser";
import { bringDevice } from "../support/device-script";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";
import { lastingBrowser } from "../support/lasting-browser";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function personId(): string {
  const rows = openRows(house.folder);
  const id = valueOf(rows, "SELECT id FROM Person WHERE email = 'alytus@demo.torg'");
  rows.close();
  return id;
}

/** Alytus's officer opens the editing screen once, and so has its text on this device. */
async function openedOnce(context: BrowserContext, title: string): Promise<{ page: Page; id: string }> {
  const id = await beginPractice(await signedInAs(house.origin, "alytus"), { title, text: "As it stood." });
  const page = await context.newPage();
  await signInAs(page, "alytus", documentPath(id, "edit"));
  await textToWrite(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(async () => [(await held(page, id))?.said, await titlesHeld(page)])
    .toEqual([expect.stringContaining("As it stood."), expect.arrayContaining([title])]);
  return { page, id };
}

const titlesHeld = (page: Page) =>
  page.evaluate(
    async (person) => (await window.device.textsOnDevice(person)).map(({ title }) => title),
    personId(),
  );

const held = async (page: Page, id: string) => {
  await bringDevice(page);
  return page.evaluate(
    async ([person, id]) => {
      const copy = await window.device.openDeviceCopy(person, id);
      const known = await copy.read();
      copy.close();
      return known && { said: window.device.said(known.text), unsent: known.unsent.length };
    },
    [personId(), id] as const,
  );
};

test("a text opened once is opened from cold without a network, read, written and kept over closing the browser", async () => {
  const browser = await lastingBrowser(house.origin);
  const { id } = await openedOnce(browser.context, "A market");
  await browser.reopen({ isOffline: true });
  let page = await browser.context.newPage();
  await page.goto(documentPath(id, "edit"));
  const text = () => page.getByRole("textbox", { name: "A market" });
  await text().getByText("As it stood.").waitFor();
  expect(await page.getByRole("heading", { level: 1, name: "A market" }).count()).toBe(1);
  await page.getByRole("status").getByText("No network", { exact: true }).waitFor();
  await text().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" And more.");
  await page.getByText(/^On this device only \(\d+ changes?\)$/).waitFor();
  await browser.reopen({ isOffline: true });
  page = await browser.context.newPage();
  await page.goto(documentPath(id));
  await page.getByText("As it stood. And more.").waitFor();
  await page.getByText(/^On this device only \(\d+ changes?\)$/).waitFor();
  expect((await held(page, id))?.said).toContain("As it stood. And more.");
  // Other addresses say what can be opened.
  await page.goto("/networks");
  await page.getByRole("heading", { name: "Texts on this device" }).waitFor();
  const listed = page.getByRole("link", { name: /A market/ });
  expect(await listed.getAttribute("href")).toBe(documentPath(id, "edit"));
  expect(await listed.innerText()).toMatch(/On this device only \(\d+ changes?\)/);
  await page.goto(documentPath("nothere", "edit"));
  await page.getByText("This text is not on this device: open it once while there is a network.").waitFor();
  // With the network back the page that was meant comes by itself, and hands in what was written.
  await page.goto(documentPath(id, "edit"));
  await text().waitFor();
  await browser.context.setOffline(false);
  await textToWrite(page);
  await allSaved(page);
  const colleague = await signedInAs(house.origin, "alytus");
  await expect
    .poll(async () => (await colleague.page(documentPath(id))).text)
    .toContain("As it stood. And more.");
  await expect.poll(async () => (await held(page, id))?.unsent).toBe(0);
});

test("a server that is away shows the same, and one that is there is never answered for", async () => {
  const browser = await lastingBrowser(house.origin);
  const { id, page } = await openedOnce(browser.context, "A square");
  await page.goto(documentPath(id));
  await page.getByRole("navigation").first().waitFor();
  await house.stop();
  try {
    await page.goto(documentPath(id, "edit"));
    await page.getByRole("textbox", { name: "A square" }).waitFor();
  } finally {
    await house.restart();
  }
  await page.getByLabel("Title").waitFor();
});

test("after signing out nothing is shown without a network", async () => {
  const browser = await lastingBrowser(house.origin);
  const { id, page } = await openedOnce(browser.context, "A street");
  await page.goto("/account");
  await page
    .getByRole("button", { name: /Account|account/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await browser.context.setOffline(true);
  await page.goto(documentPath(id, "edit"));
  await page.getByText("Torg cannot be reached, and no text of yours is on this device.").waitFor();
  expect(await page.getByText("A street").count()).toBe(0);
});

test("where a session has ended nothing is shown without a network until the same person signs in again", async () => {
  const browser = await lastingBrowser(house.origin);
  const { id, page } = await openedOnce(browser.context, "A bridge");
  await browser.context.clearCookies();
  await page.goto("/networks");
  await page.locator("#password").waitFor();
  await awake(page);
  await browser.context.setOffline(true);
  await page.goto(documentPath(id, "edit"));
  await page.getByText("Torg cannot be reached, and no text of yours is on this device.").waitFor();
  await browser.context.setOffline(false);
  await page.locator("#password").waitFor();
  await signInAs(page, "alytus", "/networks");
  await browser.context.setOffline(true);
  await page.goto(documentPath(id, "edit"));
  await page.getByRole("textbox", { name: "A bridge" }).waitFor();
});

test("a device without room says that nothing can be saved, keeps the words on the screen, and saves them when there is room", async () => {
  const browser = await lastingBrowser(house.origin);
  const { id } = await openedOnce(browser.context, "A tower");
  const context = await browser.reopen({ isOffline: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { origin } = house;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.goto(documentPath(id, "edit"));
  await page.getByRole("textbox", { name: "A tower" }).click();
  await page.keyboard.type("More. ");
  await page.getByText("Cannot be saved: copy your text").waitFor();
  expect((await held(page, id))?.unsent).toBe(0);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByText(/^On this device only/).waitFor();
  expect((await held(page, id))?.said).toContain("More. ");
});

test("nothing of a page is kept but the page without a network, which says nothing of anybody", async () => {
  const browser = await lastingBrowser(house.origin);
  const { page } = await openedOnce(browser.context, "A park");
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names: names.length, paths: all.flat().map(({ url }) => new URL(url).pathname) };
  });
  expect(kept.names).toBe(1);
  for (const path of kept.paths) expect(path).toMatch(/^\/(offline\.html$|assets\/offline\/)/);
  const asked = await signedInAs(house.origin, "alytus");
  const offline = await asked.page("/offline.html");
  expect(offline.text).not.toMatch(/alytus|nonce|<script>|style=/i);
  expect(offline.headers["content-security-policy"]).toContain("script-src 'self';");
  expect(offline.headers["cache-control"]).toBe("no-cache");
  const worker = await asked.page("/service-worker.js");
  expect(worker.headers["cache-control"]).toBe("no-cache");
  expect(worker.headers["content-security-policy"]).toContain("default-src 'none'");
});

test("no page but the editing screen has the service worker come", async () => {
  const browser = await lastingBrowser(house.origin);
  const page = await browser.context.newPage();
  await signInAs(page, "alytus", "/networks");
  await page.evaluate(() => new Promise((quiet) => requestIdleCallback(quiet, { timeout: 6_000 })));
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

// The texts on a device as their person meets them: signing out asks and takes them all, another account finds none of them, and what may
// not be read any more goes by itself.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { allSaved, awake, signInAs, textToWrite, visitor } from "../support/browser";
import { bringDevice } from "../support/device-script";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function personId(account: string): string {
  const rows = openRows(house.folder);
  const id = valueOf(rows, "SELECT id FROM Person WHERE email = ?", `${account}@demo.torg`);
  rows.close();
  return id;
}

/** As the editing screen would: a text of this account on this device, with so many edits that the server has not. */
async function hold(page: Page, account: string, document: string, unsent: number): Promise<void> {
  await bringDevice(page);
  await page.evaluate(
    async ([person, document, unsent]) => {
      const copy = await window.device.openDeviceCopy(person, document);
      await copy.describe({ network: "techrevolution", networkName: "N", title: "A market", language: "en" });
      await copy.learn(window.device.paragraph("Words."));
      for (let number = 0; number < unsent; number += 1)
        await copy.keep(window.device.writing().write(`w${number}`), 1);
      copy.close();
    },
    [personId(account), document, unsent] as const,
  );
}

function later(): [Promise<void>, () => void] {
  let happen = () => {};
  const promise = new Promise<void>((resolve) => (happen = resolve));
  return [promise, () => happen()];
}

const signOut = async (page: Page) => {
  await page
    .getByRole("button", { name: /Account|account/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
};

const left = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    small: Object.entries(localStorage).filter(([key, value]) => key.startsWith("torg:") && value !== ""),
  }));

async function signedInPage(context: BrowserContext, account: string): Promise<Page> {
  const page = await context.newPage();
  await signInAs(page, account, "/account");
  return page;
}

test("signing out names what is only on this device, can be left, and leaves nothing behind", async () => {
  const { context } = await visitor(house.origin);
  const page = await signedInPage(context, "alytus");
  await hold(page, "alytus", newId(), 3);
  const kept = `torg:kept:${personId("alytus")}:remark`;
  await page.evaluate(
    (key) =>
      localStorage.setItem(
        key,
        JSON.stringify({ value: { title: "A remark", text: "Mine" }, at: "2026-11-21" }),
      ),
    kept,
  );
  await signOut(page);
  const dialog = page.getByRole("dialog", { name: "Sign out and discard?" });
  await dialog.waitFor();
  const words = await dialog.innerText();
  expect(words).toContain("A market: 1 change not saved");
  expect(words).toContain("A remark: typed and not sent");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await dialog.waitFor({ state: "detached" });
  expect((await left(page)).databases).toHaveLength(1);
  await signOut(page);
  await dialog.getByRole("button", { name: "Sign out and discard" }).click();
  await page.waitForURL(/\/sign-in/);
  await awake(page);
  expect(await left(page)).toEqual({ databases: [], small: [] });
});

test("where everything is saved signing out asks nothing, and leaves nothing behind either", async () => {
  const { context } = await visitor(house.origin);
  const page = await signedInPage(context, "alytus");
  await hold(page, "alytus", newId(), 0);
  await signOut(page);
  await page.waitForURL(/\/sign-in/);
  await awake(page);
  expect(await left(page)).toEqual({ databases: [], small: [] });
});

test("a page left by signing out before its line stands asks for nothing that its session has ended for", async () => {
  const { page } = await visitor(house.origin);
  const [isOver, over] = later();
  const [isRefused, refused] = later();
  // The line's script comes when the session has ended, and the next page when the line was refused.
  await page.route("**/assets/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("EIO")) await isOver;
    await route.fulfill({ response });
  });
  await page.route("**/sign-out", async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    over();
    await isRefused;
    // As long as it takes to ask for a page's data: a shorter wait would hide that.
    await new Promise((done) => setTimeout(done, 500));
    await route.fulfill({ response });
  });
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      if (String(payload).includes("not-found")) refused();
    }),
  );
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await signInAs(page, "alytus", "/account");
  await signOut(page);
  await page.waitForURL(/\/sign-in/);
  expect(asked).not.toContain("/account.data");
});

test("without a network nobody is signed out, and nothing goes", async () => {
  const { context, allow } = await visitor(house.origin);
  // The bell on every page goes on asking.
  allow(/ERR_INTERNET_DISCONNECTED/);
  const page = await signedInPage(context, "alytus");
  await hold(page, "alytus", newId(), 1);
  // The dialog's own code is fetched with the first signing out.
  await signOut(page);
  const dialog = page.getByRole("dialog", { name: "Sign out and discard?" });
  await dialog.getByRole("button", { name: "Stay" }).click();
  await context.setOffline(true);
  await signOut(page);
  await dialog.getByText("There is no network. Signing out needs it.").waitFor();
  expect(await dialog.getByRole("button", { name: "Sign out and discard" }).count()).toBe(0);
  expect((await left(page)).databases).toHaveLength(1);
});

test("after an ended session another account neither sees nor takes the first one's texts, and the first one finds them again", async () => {
  const { context } = await visitor(house.origin);
  const writer = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(writer, { title: "A market", text: "Words." });
  const first = await signedInPage(context, "alytus");
  await hold(first, "alytus", id, 2);
  // A window that stays finds out that its session is over, and says so: that is another test.
  await first.close();
  await context.clearCookies();
  const other = await signedInPage(context, "barnsley");
  await bringDevice(other);
  const [one, two] = [personId("alytus"), personId("barnsley")];
  expect(await other.evaluate((two) => window.device.unsentOnDevice(two), two)).toEqual([]);
  await signOut(other);
  await other.waitForURL(/\/sign-in/);
  const again = await signedInPage(context, "alytus");
  await bringDevice(again);
  expect(await again.evaluate((one) => window.device.unsentOnDevice(one), one)).toEqual([
    { document: id, title: "A market", changes: 1 },
  ]);
});

test("a text that its person may no longer read goes from the device when a page is opened, unsent edits included", async () => {
  const { context } = await visitor(house.origin);
  const writer = await signedInAs(house.origin, "alytus");
  const own = await beginPractice(writer, { title: "A market", text: "Words." });
  const page = await signedInPage(context, "alytus");
  const gone = newId();
  await hold(page, "alytus", own, 1);
  await hold(page, "alytus", gone, 1);
  await page.goto("/account");
  await bringDevice(page);
  const unsent = () => page.evaluate((person) => window.device.unsentOnDevice(person), personId("alytus"));
  await expect.poll(async () => (await unsent()).map(({ document }) => document)).toEqual([own]);
});

test("a device that asks as somebody else than it thinks lets nothing go", async () => {
  const { context } = await visitor(house.origin);
  const page = await signedInPage(context, "alytus");
  await hold(page, "alytus", newId(), 1);
  // In another tab somebody else signs in while this page still is Alytus's.
  await page.route("**/account/device", async (route) => {
    await route.fulfill({ json: { person: "another", readable: [] } });
  });
  const asked = page.waitForResponse(/\/account\/device$/);
  await page.goto("/account");
  await (await asked).finished();
  // What would go is gone before the page has nothing else to do.
  await page.evaluate(() => new Promise((quiet) => requestIdleCallback(quiet)));
  await bringDevice(page);
  const unsent = await page.evaluate((person) => window.device.unsentOnDevice(person), personId("alytus"));
  expect(unsent).toHaveLength(1);
});

test("a window left open hands in nothing for whoever signs in meanwhile, and its writer finds all of it again", async () => {
  const { context, allow } = await visitor(house.origin);
  allow(/WebSocket|Failed to load resource|ERR_/);
  const writer = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(writer, { title: "A market", text: "Words." });
  const page = await context.newPage();
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await allSaved(page);
  await context.setOffline(true);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Mine alone.");
  await page.getByText(/^On this device only/).waitFor();
  // In another window somebody else signs in.
  const [name = "", value = ""] = ((await signedInAs(house.origin, "barnsley")).cookie() ?? "").split("=");
  await context.clearCookies();
  await context.addCookies([{ name, value, url: house.origin }]);
  await context.setOffline(false);
  await page.locator("[contenteditable=true]").waitFor({ state: "detached" });
  expect((await writer.page(documentPath(id))).text).not.toContain("Mine alone.");
  await context.clearCookies();
  const again = await context.newPage();
  await signInAs(again, "alytus", documentPath(id, "edit"));
  await (await textToWrite(again)).getByText("Mine alone.").waitFor();
  await allSaved(again);
  await expect.poll(async () => (await writer.page(documentPath(id))).text).toContain("Mine alone.");
});

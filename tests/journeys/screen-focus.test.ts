// Where the focus is after a change of screen without a new page: on the heading, unless the screen has a use for it.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";

/** What has the focus: its element and its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const words = at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    return `${at?.tagName.toLowerCase() ?? ""}: ${words.trim().slice(0, 60)}`;
  });

/** Goes on by the keyboard to the link of this name in this part of the page, without the page being loaded anew. */
async function follow(page: Page, part: "navigation" | "main", name: string | RegExp): Promise<void> {
  const within = part === "main" ? page.getByRole("main") : page.getByRole("navigation").first();
  await within.getByRole("link", { name }).first().focus();
  await page.keyboard.press("Enter");
}

test("after a link in the rail or on the screen, and back again, the focus is on the new screen's heading", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await follow(page, "navigation", "People");
  await expect.poll(() => focused(page)).toBe("h1: People");
  // The next key begins at the screen, not at the frame.
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  await follow(page, "main", "What each role reads and writes");
  await expect.poll(() => focused(page)).toMatch(/^h1: /);
  expect(await focused(page)).not.toBe("h1: People");
  await page.goBack();
  await expect.poll(() => focused(page)).toBe("h1: People");
  expect(await page.evaluate(() => "isTheSamePage" in window)).toBe(true);
});

test("from the palette as well, and what is saved leads to a heading, too", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  await page.keyboard.press("Control+k");
  await expect.poll(() => focused(page)).toMatch(/^input/);
  await page.keyboard.type("sett");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/settings$/);
  await expect.poll(() => focused(page)).toMatch(/^h1: /);
});

test("what narrows a list leaves the focus where it is", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/documents`);
  await follow(page, "main", /^Minutes/);
  await page.waitForURL(/kind=minutes/);
  await page.getByRole("heading", { level: 1, name: /minutes/i }).waitFor();
  expect(await focused(page)).toMatch(/^a: Minutes/);
});

test("an address that names a place on the screen has the focus there", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/search?q=the&kind=comment`);
  const [found] = await page.locator('main a[href*="#comment-"]').all();
  if (!found) throw new Error("a comment is found");
  const [, comment = ""] = ((await found.getAttribute("href")) ?? "").split("#");
  await found.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#comment-/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(comment);
});

test("a search from the frame shows what was found with its heading focused", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  await awake(page);
  await page.keyboard.press("/");
  await page.keyboard.type("barnsley");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?/);
  await expect.poll(() => focused(page)).toMatch(/^h1: /);
});

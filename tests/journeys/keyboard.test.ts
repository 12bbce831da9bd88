// The keyboard alone: past the frame, through menus, drawer, palette and dialogs, each of which gives the focus back.
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

/** Resolves once what has the focus is called this. */
const focused = (page: Page, name: string | RegExp) => {
  const words = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "";
    });
  return expect.poll(words).toMatch(name);
};

test("the first key leads past the frame, and the second into what the screen is for", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/people`);
  await page.goto(`${home}/people`);
  await awake(page);
  await page.keyboard.press("Tab");
  await focused(page, "Go to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await focused(page, "What each role reads and writes");
});

test("the account menu opens, moves and closes by keys, and gives the focus back", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  await page.getByRole("button", { name: /^Your account/ }).focus();
  await page.keyboard.press("ArrowDown");
  await focused(page, "Profile");
  await page.keyboard.press("End");
  await focused(page, "Sign out");
  await page.keyboard.press("ArrowDown");
  await focused(page, "Profile");
  await page.keyboard.press("Escape");
  await focused(page, /^Your account/);
});

test("on a phone the drawer takes the next key, and Escape puts it away", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 740 } });
  await signInAs(page, "barnsley", home);
  await page.getByRole("button", { name: "Open the menu" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await focused(page, "Torg");
  await page.keyboard.press("Escape");
  await focused(page, "Open the menu");
});

test("a name typed into the palette in one go leads there, not where the list stood before", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  await page.keyboard.press("Control+k");
  await focused(page, /name of a place or a command/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("sett");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/settings$/);
});

test("a key pressed the moment the page wakes up opens the palette, and the page is not drawn anew for it", async () => {
  const { page } = await visitor(house.origin);
  await page.addInitScript(() => {
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      if (name === "awake")
        queueMicrotask(() =>
          document.body.dispatchEvent(
            new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }),
          ),
        );
      return mark(name, options);
    };
  });
  await signInAs(page, "barnsley", home);
  await focused(page, /name of a place or a command/);
});

test("the list of shortcuts holds the focus and gives it back", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/people`);
  await page.getByRole("link", { name: "Give a role" }).focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await focused(page, "Close");
  await page.keyboard.press("Escape");
  await focused(page, "Give a role");
});

test("after an invitation was sent by keys, the next key leads to its link", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/invitations/new`);
  await awake(page);
  await page.getByLabel("E-mail address").focus();
  await page.keyboard.type("keys@city.example");
  await page.getByRole("combobox", { name: "Role" }).selectOption("observer");
  await page.getByRole("button", { name: "Send the invitation" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Link of the invitation").waitFor();
  await page.keyboard.press("Tab");
  await expect
    .poll(() => page.getByLabel("Link of the invitation").evaluate((at) => at === document.activeElement))
    .toBe(true);
});

test("whatever has the focus on a form shows it", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/invitations/new`);
  await page.getByLabel("E-mail address").focus();
  const last = page.getByRole("button", { name: "Send the invitation" });
  const isAtLast = () => last.evaluate((button) => button === document.activeElement);
  for (let stop = 0; stop < 30 && !(await isAtLast()); stop += 1) {
    const seen = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (!at || at.matches("[type=date]")) return "drawn by the browser";
      return getComputedStyle(at).outlineStyle === "none" ? at.outerHTML.slice(0, 120) : "a ring";
    });
    expect(seen).toMatch(/^(a ring|drawn by the browser)$/);
    await page.keyboard.press("Tab");
  }
  expect(await isAtLast()).toBe(true);
  expect(await last.evaluate((button) => getComputedStyle(button).outlineStyle)).not.toBe("none");
});

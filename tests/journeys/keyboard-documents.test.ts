// The keyboard alone through a document: begun, its facts stated, a row added, saved, shared, published, found again and listed.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";

/** What has the focus, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
    const words = at?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? at?.textContent;
    return (words ?? "").trim();
  });

/** Presses Tab until what is called this has the focus; fails after a screen's worth of stops. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 90; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (name.test(at)) return;
    passed.push(at.slice(0, 40));
  }
  throw new Error(`${String(name)} was not met: ${passed.join(" | ")}`);
}

test("a visit note is begun, its facts stated, saved, opened to the network and published without a mouse", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", `${home}/documents/new`);
  await awake(page);
  await tabTo(page, /^Good practice/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.getByRole("radio", { name: "Expert visit note" }).isChecked()).toBe(true);
  await tabTo(page, /^Title/);
  await page.keyboard.type("By keys alone");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/edit$/);
  await awake(page);

  // While nothing is stated yet, the facts are unfolded.
  await tabTo(page, /^Purpose of the visit/);
  await page.keyboard.type("To see the rooms");
  await tabTo(page, /^Add an agreement/);
  await page.keyboard.press("Enter");
  // The new row takes the focus.
  await expect.poll(() => focused(page)).toBe("What");
  await page.keyboard.type("Send the contract");
  await textToWrite(page);
  await tabTo(page, /^Text/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Seen by keys. ");
  await page.keyboard.press("Control+s");
  await page.getByText("Saved", { exact: true }).waitFor();
  await tabTo(page, /^Publish$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/publish$/);
  await awake(page);
  await tabTo(page, /^The network/);
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^Publish$/);
  await page.keyboard.press("Enter");
  await page.getByText("Published. Everybody sees it now.").waitFor();
  await page.getByRole("cell", { name: "Send the contract" }).waitFor();

  await tabTo(page, /^Who sees it$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/share$/);
  await awake(page);
  await tabTo(page, /^The project officers of Alytus/);
  await page.keyboard.press("ArrowUp");
  await tabTo(page, /^Change who sees the draft$/);
  await page.keyboard.press("Enter");
  await page.getByText("Changed. It holds at once, on open pages too.").waitFor();
});

test("the menu beside a text's actions and the search field are walked by arrows", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  await page.keyboard.press("/");
  await page.keyboard.type("digitalis");
  await page
    .getByRole("option", { name: /digitalisation strategy/ })
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await awake(page);
  await tabTo(page, /^More$/);
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("Read the draft");
  await page.keyboard.press("End");
  await expect.poll(() => focused(page)).toBe("Watch or mute");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => focused(page)).toBe("Manage");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/manage$/);
});

test("the list is narrowed by keys, and a row leads to its text and to managing it", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/documents`);
  await awake(page);
  await tabTo(page, /^Narrow or sort/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Topic/);
  await page.keyboard.type("nothing-here");
  await page.keyboard.press("Enter");
  await page.waitForURL(/topic=nothing-here/);
  await tabTo(page, /^Show all$/);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.search === "");
  await tabTo(page, /digitalisation strategy/);
  await tabTo(page, /^Manage$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
});

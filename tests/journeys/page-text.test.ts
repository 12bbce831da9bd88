// The text of a screen comes with its page once, and stays as it is while the page is woken up, and when something else on it changes.
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { remarkOn } from "../support/remarking";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const words = "Digitalisation is not the aim of the strategy";
const times = (text: string) => text.split(words).length - 1;

test("what is read, a version, a publication and what is written bring their text once, and show it awake", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", "/networks/techrevolution/documents?kind=good-practice");
  await page
    .getByRole("link", { name: /digitalisation strategy/ })
    .first()
    .click();
  await page.locator("[data-read-text]").getByText(words).waitFor();
  const address = page.url();
  // Where it is written without a script it stands in a field as well, as Markdown.
  const screens = { "": [1, 0], "/versions/1": [1, 0], "/publications/1": [1, 0], "/edit": [2, 1] };
  for (const [screen, expected] of Object.entries(screens)) {
    const answer = await page.goto(`${address}${screen}`);
    const [html = "", ...data] = ((await answer?.text()) ?? "").split("window.__remixContext");
    expect([times(html), times(data.join(""))], screen).toEqual(expected);
    await awake(page);
    await page.locator(".reading, .ProseMirror").getByText(words).first().waitFor();
  }
});

test("what somebody says leaves the text as it is, with what is marked in it", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "lead-expert", "/networks/techrevolution/documents?kind=good-practice");
  await page
    .getByRole("link", { name: /digitalisation strategy/ })
    .first()
    .click();
  await page.waitForURL(/documents\/[^/?]+$/);
  await page.reload();
  await awake(page);
  const text = page.locator("[data-read-text]");
  await text.evaluate((element) => element.firstElementChild?.setAttribute("data-same", ""));
  await remarkOn(page, words, "What is it, then?");
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("remarked")?.size)).toBe(1);
  expect(await text.locator("[data-same]").count()).toBe(1);
});

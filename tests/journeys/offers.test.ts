// What is offered while one writes @: whoever is fast names nobody who was not meant, and the list stays beside its sign.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function writingScreen(title: string, viewport?: { width: number; height: number }) {
  const id = await beginPractice(await signedInAs(house.origin, "alytus"), { title, text: "Words." });
  const { page } = await visitor(house.origin, { viewport });
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  return { page, text };
}

const offered = (page: Page) => page.getByRole("listbox", { name: "Members" }).getByRole("option");

test("Enter on the heels of a name takes the one that bears it, though its answer is still on the way", async () => {
  const { page, text } = await writingScreen("Named in haste");
  let isHeld = false;
  await page.route(/people\/names/, (route) => (isHeld ? undefined : route.continue()));
  await page.keyboard.type("@");
  await offered(page).first().waitFor();
  expect(await offered(page).first().innerText()).not.toContain("Novska");
  isHeld = true;
  await page.keyboard.type("novs");
  await page.keyboard.press("Enter");
  await page.keyboard.type("and");
  await text.getByText("@Project officer, Novska and", { exact: true }).waitFor();
  // What nobody offered so far bears is no list's matter: the key is the text's.
  await page.keyboard.type(" @");
  await page.keyboard.type("zzz");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Below.");
  await text.getByRole("paragraph").getByText("Below.", { exact: true }).waitFor();
  expect(await text.innerText()).toContain("and @zzz");
  await allSaved(page);
});

test("a key pressed with another one is the text's, not the list's", async () => {
  const { page, text } = await writingScreen("A break behind a name");
  await page.keyboard.type("@novs");
  await expect.poll(() => offered(page).count()).toBe(1);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("Below.");
  await expect.poll(() => text.innerText()).toMatch(/@novs\nBelow\.$/);
});

test.each([
  { width: 1440, height: 900 },
  { width: 360, height: 420 },
])(
  "at $width × $height the one that Enter takes is in sight, and the list stays beside its sign",
  async (size) => {
    const { page, text } = await writingScreen(`Offered at ${size.width}`, size);
    for (let line = 0; line < 12; line += 1) await page.keyboard.press("Enter");
    await page.keyboard.type("@");
    await offered(page).nth(7).waitFor();
    await page.keyboard.press("ArrowUp");
    const isInSight = () =>
      offered(page)
        .last()
        .evaluate((option) => {
          const list = option.closest(".offers")?.getBoundingClientRect();
          const own = option.getBoundingClientRect();
          return list !== undefined && own.top >= list.top && own.bottom <= list.bottom;
        });
    await expect.poll(isInSight).toBe(true);
    const distance = async () => {
      const [list, sign] = await Promise.all([
        page.locator(".offers").boundingBox(),
        text.getByRole("paragraph").last().boundingBox(),
      ]);
      if (!list || !sign) throw new Error("Nothing is offered.");
      return Math.max(list.y - (sign.y + sign.height), sign.y - (list.y + list.height));
    };
    expect(await distance()).toBeLessThan(12);
    const box = await page.locator(".offers").boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= size.height).toBe(true);
    await page.mouse.move(size.width / 2, size.height / 2);
    await page.evaluate(() => window.scrollBy(0, -60));
    await expect.poll(distance).toBeLessThan(12);
  },
);

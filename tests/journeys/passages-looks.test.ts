// Screens with remarks on passages, looked at: beside the text, while one writes, in the sheet of a phone, with every fold and form open.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentPath } from "../support/alytus-writes";
import { awake, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks } from "../support/looks";
import { mark, newCard, openSheet, thread } from "../support/remarking";
import { roofsRemarkedOn, type Roofs } from "../support/remarked-roofs";

let house: House;
let roofs: Roofs;
beforeAll(async () => {
  house = await openHouse();
  roofs = await roofsRemarkedOn(house.origin);
});
afterAll(() => house.close());

/** Opens what is folded beside the text, and the form of a thread's answer. */
async function unfolded(page: Page): Promise<void> {
  await page.locator(".comments details").evaluateAll((all: HTMLDetailsElement[]) => {
    for (const one of all) one.open = true;
  });
  // What is shortened opens when one comes to it.
  await thread(page, roofs.mustFix).focus();
  await thread(page, roofs.mustFix)
    .getByRole("button", { name: /^Reply to/ })
    .click();
}

test("a text that is read with remarks beside it passes axe in both colour schemes, with its folds, forms and sheet open", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(roofs.id));
  await thread(page, roofs.mustFix).waitFor();
  await expectGoodLooks(page, "remarks beside a text");
  await unfolded(page);
  await mark(page, "What it costs");
  await page.keyboard.press("Control+Alt+m");
  await newCard(page).waitFor();
  await expectGoodLooks(page, "with its forms");
  await page.setViewportSize({ width: 360, height: 740 });
  const sheet = await openSheet(page);
  await expectGoodLooks(page, "with its sheet");
  expect(await sheet.count()).toBe(1);
  await page.goto(`${documentPath(roofs.id)}?show=all`);
  await awake(page);
  await expectGoodLooks(page, "all of them, resolved ones too");
  await page.goto(`${documentPath(roofs.id)}?text=working`);
  await awake(page);
  const gone = page.locator("details").filter({ hasText: "Passages that are not in the text" });
  await gone.locator("summary").click();
  await gone.getByText("In which months?").waitFor();
  await expectGoodLooks(page, "what is not in the text any more");
});

test("a text that is written with remarks beside it passes axe in both colour schemes, with its form open", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(roofs.id, "edit"));
  const text = await textToWrite(page);
  await thread(page, roofs.mustFix).waitFor();
  await text.locator(".remarked").first().waitFor();
  await expectGoodLooks(page, "remarks while one writes");
  await text.getByText("What it costs").click({ clickCount: 3 });
  await page.keyboard.press("Control+Alt+m");
  await newCard(page).waitFor();
  await expectGoodLooks(page, "with the form");
  await page.setViewportSize({ width: 360, height: 740 });
  const sheet = await openSheet(page);
  await expectGoodLooks(page, "with its sheet");
  expect(await sheet.count()).toBe(1);
});

test("one's own remarks, those to see to, a thread alone and notices of them pass axe in both colour schemes", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus");
  for (const address of [
    "/networks/techrevolution/remarks",
    `${documentPath(roofs.id)}/comments/${roofs.threads[0]}`,
    "/notices",
  ]) {
    await page.goto(address);
    await awake(page);
    await expectGoodLooks(page, address);
  }
  // How a thread ended and who ended it are read as one line.
  await page.goto(`${documentPath(roofs.id)}/comments/${roofs.threads[3]}`);
  const middles = await page
    .locator(".thread-end > p:first-child > span:not(.hidden-words)")
    .evaluateAll((all) =>
      all.map((one) => {
        const words = document.createRange();
        words.selectNodeContents(one.lastChild ?? one);
        const { top, bottom } = words.getBoundingClientRect();
        return (top + bottom) / 2;
      }),
    );
  expect(middles).toHaveLength(2);
  expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? 99))).toBeLessThan(2);
});

// What stands above a text that two have open: what one saves is seen by the other, and neither takes the other's words away.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { allSaved, awake, isSaving, openFacts, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const title = (page: Page) => page.getByLabel("Title");
const contact = (page: Page) => page.getByLabel("Contact");

/** Alytus's officer in two browsers, both with the same draft open for writing. */
async function twice(): Promise<[Page, Page]> {
  const writer = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(writer, { title: "A market", text: "As it stood." });
  const { page: one, allow } = await visitor(house.origin);
  const { page: other } = await visitor(house.origin);
  allow(/status of 409|ERR_FAILED/);
  for (const page of [one, other]) {
    await signInAs(page, "alytus", documentPath(id, "edit"));
    await textToWrite(page);
    await openFacts(page);
  }
  return [one, other];
}

/** Holds back what this page sends, until it is let go. */
async function held(page: Page): Promise<() => void> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((done) => (letGo = done));
  await page.route(/head$/, async (route) => {
    if (isSaving(route.request())) await isLetGo;
    await route.continue();
  });
  return letGo;
}

test("where nothing was typed, the screen goes on with what the other saved", async () => {
  const [one, other] = await twice();
  await title(other).fill("A market under one roof");
  await expect.poll(() => title(one).inputValue()).toBe("A market under one roof");
  await title(one).press("End");
  await title(one).pressSequentially(", at last");
  await expect.poll(() => title(other).inputValue()).toBe("A market under one roof, at last");
});

test("two who change different fields at once change both", async () => {
  const [one, other] = await twice();
  const letGo = await held(one);
  const asked = one.waitForRequest(isSaving);
  await title(one).fill("A title of mine");
  await asked;
  await contact(other).fill("The office for trade");
  await allSaved(other);
  letGo();
  await allSaved(one);
  for (const page of [one, other]) {
    await expect.poll(() => title(page).inputValue()).toBe("A title of mine");
    await expect.poll(() => contact(page).inputValue()).toBe("The office for trade");
  }
});

test("two who change one field at once see both, and choose", async () => {
  const [one, other] = await twice();
  const letGo = await held(one);
  const asked = one.waitForRequest(isSaving);
  await title(one).fill("My title");
  await asked;
  await title(other).fill("Their title");
  await allSaved(other);
  letGo();
  await one.locator("#conflict-title").waitFor();
  const both = await one.locator("section[aria-labelledby=conflict-title]").innerText();
  for (const words of ["My title", "Their title"]) expect(both).toContain(words);
  expect(await title(one).inputValue()).toBe("My title");
  await one.getByRole("button", { name: "Save your text" }).click();
  await allSaved(one);
  await expect.poll(() => title(other).inputValue()).toBe("My title");
});

test("what could not be sent is offered until somebody decides, however often the page is opened", async () => {
  const [one] = await twice();
  await one.route(/head$/, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await title(one).fill("Typed and never saved");
  await one.getByText("On this device only (1 change)").waitFor();
  await one.unroute(/head$/);
  for (const _again of [1, 2, 3]) {
    await one.reload();
    await awake(one);
    await one.getByRole("button", { name: "Take it up again" }).waitFor();
    // Longer than it takes to keep what is typed: nothing tells when nothing happens.
    await one.waitForTimeout(500);
  }
  expect(await title(one).inputValue()).toBe("A market");
  await one.getByRole("button", { name: "Take it up again" }).click();
  expect(await title(one).inputValue()).toBe("Typed and never saved");
  await allSaved(one);
});

// Two in one editor: what a colleague saves never slips into a field on top of another text, and what was kept stays on offer.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = (page: Page) => page.getByLabel("Text", { exact: true });
const title = (page: Page) => page.getByLabel("Title");

/** Alytus's officer in two browsers, both with the same draft in the editor. */
async function twice(): Promise<[Page, Page]> {
  const writer = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(writer, { title: "A market", text: "As it stood." });
  const { page: one, allow } = await visitor(house.origin);
  const { page: other } = await visitor(house.origin);
  allow(/status of 409/);
  for (const page of [one, other]) await signInAs(page, "alytus", documentPath(id, "edit"));
  return [one, other];
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
}

test("an editor in which nothing was typed goes on with what the other saved, says so, and saves on top of it", async () => {
  const [one, other] = await twice();
  await title(other).fill("A market under one roof");
  await text(other).fill("As it stands now.");
  await save(other);
  await one.getByText(/saved this text meanwhile. You see it as it stands now/).waitFor();
  expect(await title(one).inputValue()).toBe("A market under one roof");
  expect(await text(one).inputValue()).toBe("As it stands now.");
  await text(one).fill("As it stands now, and more.");
  await save(one);
  expect(await one.getByRole("heading", { name: /two|both/i }).count()).toBe(0);
});

test("where something was typed no other field follows by itself, and saving shows both texts whole", async () => {
  const [one, other] = await twice();
  await title(one).fill("My title");
  await text(other).fill("Theirs.");
  await save(other);
  await one.getByText(/saved this text meanwhile. Saving will show you both/).waitFor();
  expect(await text(one).inputValue()).toBe("As it stood.");
  await one.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = one.locator("#conflict-title");
  await conflict.waitFor();
  const both = await one.locator("section[aria-labelledby=conflict-title]").innerText();
  for (const words of ["My title", "As it stood.", "A market", "Theirs."]) expect(both).toContain(words);
});

test("text kept on the device is offered until somebody decides, however often the page is opened", async () => {
  const [one] = await twice();
  await text(one).fill("Typed and never saved.");
  await one.getByText("Not saved yet").waitFor();
  for (const _again of [1, 2, 3]) {
    await one.reload();
    await awake(one);
    await one.getByRole("button", { name: "Take it up again" }).waitFor();
    // Longer than it takes to keep what is typed: nothing tells when nothing happens.
    await one.waitForTimeout(500);
  }
  await one.getByRole("button", { name: "Take it up again" }).click();
  expect(await text(one).inputValue()).toBe("Typed and never saved.");
});

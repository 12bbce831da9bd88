// A document as a whole, in the browser: renamed, put into the trash before a reader's eyes, taken back, copied by another city, linked.
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { awake, inMenu, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { sideways, violationsOn } from "../support/looks";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";

test("a text is renamed, trashed before its reader's eyes, and taken back with one click", async () => {
  const { page: barnsley } = await visitor(house.origin);
  const { page: rzeszow, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(barnsley, "barnsley", `${home}/documents?kind=good-practice`);
  await barnsley.getByRole("link", { name: /digitalisation strategy/ }).click();
  await inMenu(barnsley, "Manage");
  await barnsley.getByLabel("Title").fill("A strategy renamed");
  await barnsley.getByRole("button", { name: "Rename" }).click();
  await barnsley.getByRole("heading", { level: 1, name: "A strategy renamed" }).waitFor();
  const path = new URL(barnsley.url()).pathname;
  await signInAs(rzeszow, "rzeszow", path);
  await rzeszow.getByRole("heading", { level: 1, name: /digitalisation strategy/ }).waitFor();

  await inMenu(barnsley, "Manage");
  expect(await violationsOn(barnsley)).toEqual([]);
  await barnsley.getByRole("button", { name: "Put into the trash" }).click();
  await barnsley.locator(".toast", { hasText: "A strategy renamed" }).waitFor();
  await rzeszow.getByRole("heading", { name: /not here|not found|does not exist/i }).waitFor();
  await barnsley.getByRole("button", { name: "Undo" }).click();
  await barnsley.waitForURL(`**${path}`);
  await barnsley.getByRole("heading", { level: 1 }).waitFor();
  await rzeszow.goto(`/documents/${path.split("/").at(-1)}`);
  await rzeszow.waitForURL(`**${path}`);

  await inMenu(rzeszow, "Manage");
  await awake(rzeszow);
  await rzeszow.setViewportSize({ width: 320, height: 700 });
  expect(await sideways(rzeszow)).toBe(0);
  await rzeszow.getByRole("button", { name: "Begin the copy" }).click();
  await rzeszow.waitForURL(/\/edit$/);
  await rzeszow.goto(rzeszow.url().replace(/\/edit$/, ""));
  await rzeszow.getByText("Adapted from").waitFor();
  await rzeszow.getByRole("link", { name: /digitalisation strategy/ }).click();
  await rzeszow.waitForURL(`**${path}`);
});

test("a text put into the archive is taken out again with one click", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 800 } });
  await signInAs(page, "barnsley", `${home}/documents?kind=good-practice`);
  await page
    .getByRole("link", { name: /strategy/ })
    .first()
    .click();
  await inMenu(page, "Manage");
  await page.getByRole("button", { name: "Put into the archive" }).click();
  await page.locator(".toast", { hasText: "is in the archive." }).waitFor();
  expect(await sideways(page)).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Put into the archive" }).waitFor();
  await expect.poll(() => page.locator(".toast").count()).toBe(0);
});

test("a text is translated, and the translation says how far it is behind", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "rzeszow", `${home}/documents?kind=good-practice`);
  await page
    .getByRole("link", { name: /strategy/ })
    .last()
    .click();
  await inMenu(page, "Manage");
  await page.getByLabel("Into which language").selectOption("pl");
  await page.getByRole("button", { name: "Begin the translation" }).click();
  await page.waitForURL(/\/edit$/);
  await page.goto(page.url().replace(/\/edit$/, ""));
  await page.getByText("Translated from").waitFor();
  await page.getByText("up to date").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).getAttribute("lang")).toBe("pl");
});

test("two brackets offer titles to link to, by the keyboard alone", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", `${home}/documents?kind=good-practice`);
  await page
    .getByRole("link", { name: /strategy|renamed/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await awake(page);
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" See [[");
  const list = page.getByRole("listbox", { name: "Documents" });
  await list.getByRole("option").first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const link = text.locator(".document-link").last();
  await link.waitFor();
  expect(await list.count()).toBe(0);
});

test("the full address of a text here, pasted into another, is saved as a link by id", async () => {
  const barnsley = await signedInAs(house.origin, "barnsley");
  const id = await beginPractice(barnsley, { title: "Linked by its address" });
  const address = `${house.origin}${documentPath(id)}`;
  const other = await beginPractice(barnsley, { title: "Links", text: `See ${address} and more.` });
  const { text } = await barnsley.page(documentPath(other, "edit"));
  expect(text).toContain(`See [/documents/${id}](/documents/${id}) and more.`);
  expect((await barnsley.page(documentPath(other))).text).toContain(">Linked by its address</a>");
});

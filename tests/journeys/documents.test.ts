// The list of all documents: narrowed by plain words that stand in the address, the same without a script, and reached from the rail.
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";

test("documents are narrowed by links and a form, and the address keeps what was chosen", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", home);
  const rail = page.getByRole("navigation", { name: "Parts of the network" });
  await rail.getByRole("link", { name: "Documents" }).click();
  await page.getByRole("heading", { level: 1, name: "Documents" }).waitFor();
  expect(await rail.getByRole("link", { name: "Documents" }).getAttribute("aria-current")).toBe("page");
  await page.getByRole("navigation", { name: "Kind" }).getByRole("link", { name: "Good practices" }).click();
  await page.getByRole("heading", { level: 1, name: "Good practices" }).waitFor();
  expect(await rail.getByRole("link", { name: "Practices" }).getAttribute("aria-current")).toBe("page");
  await page.getByText("Narrow or sort").click();
  await page.getByLabel("City").selectOption({ label: "Alytus" });
  await page.getByLabel("Order").selectOption({ label: "By title" });
  await page.getByRole("button", { name: "Show these" }).click();
  await page.waitForURL(/kind=good-practice&city=\w+&sort=title$/);
  await page.reload();
  await awake(page);
  expect(await page.getByLabel("Order").inputValue()).toBe("title");
  await page.getByLabel("Changed until").fill("2001-01-01");
  await page.getByRole("button", { name: "Show these" }).click();
  await page.getByRole("heading", { name: "Nothing matches" }).waitFor();
  await page.getByRole("link", { name: "Show all" }).first().click();
  await page.getByRole("link", { name: /digitalisation strategy/ }).waitFor();
});

test("each kind without documents says what it is for, who writes it, and offers the next step", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", `${home}/documents?kind=minutes`);
  await page.getByRole("heading", { name: "No minutes yet" }).waitFor();
  const next = page.getByRole("main").getByRole("link", { name: "Write minutes" });
  expect(await next.getAttribute("href")).toBe(`${home}/documents/new?kind=minutes`);
});

test("without a script the list is narrowed by the same form", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(`${home}/practices`)}`);
  await page.locator("#email").fill("barnsley@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  // Where the practices stood before.
  await page.waitForURL(`**${home}/documents?kind=good-practice`);
  await page.getByText("Narrow or sort").click();
  await page.getByLabel("State").selectOption("archived");
  await page.getByRole("button", { name: "Show these" }).click();
  await page.getByRole("heading", { name: "Nothing matches" }).waitFor();
});

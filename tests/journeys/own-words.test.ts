// Forms tell in Torg's own words what is wrong, beside the field, instead of leaving it to a bubble of the browser.
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";

test("an empty field and an address that is none are told beside the field, by a click as by Enter", async () => {
  const { page, allow } = await visitor(house.origin, { language: "lt" });
  allow(/status of 422/);
  await page.goto("/forgot-password");
  await awake(page);
  const address = page.locator("#email");
  await page.locator("main button, form button").last().click();
  await page.getByRole("alert").waitFor();
  expect(await address.getAttribute("aria-invalid")).toBe("true");
  const beside = page.locator("#email-error, [id$=error]").first();
  expect(await beside.innerText()).toContain("Užpildykite");
  await address.fill("no address");
  await address.press("Enter");
  await expect.poll(() => beside.innerText()).toContain("pašto adresas");
  expect(await address.inputValue()).toBe("no address");
});

test("half a day is told to be none instead of being taken for no day at all", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "barnsley", `${home}/people/new`);
  await page.getByLabel("E-mail address").fill("rzeszow@demo.torg");
  await page.getByLabel("Novska").check();
  await page.getByLabel("Last day").focus();
  await page.keyboard.type("12");
  await page.getByRole("button", { name: "Give the role" }).click();
  await page.getByRole("alert").getByText("This is no day.", { exact: false }).waitFor();
  // Emptied, it is without an end as the hint says.
  await page.getByLabel("Last day").evaluate((field: HTMLInputElement) => (field.value = ""));
  await page.getByRole("button", { name: "Give the role" }).click();
  await page.waitForURL(/\/people\/\w+\?done=given$/);
});

test("without a script the browser tells it, and nothing half filled is sent", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto("/forgot-password");
  await page.locator("form button").last().click();
  expect(
    await page.locator("#email").evaluate((field: HTMLInputElement) => field.validity.valueMissing),
  ).toBe(true);
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("whoever opens a used reset link is told at once, with the way to a new one, also without a script", async () => {
  const { page } = await visitor(house.origin);
  await page.goto("/forgot-password");
  await awake(page);
  await page.locator("#email").fill("novska@demo.torg");
  await page.locator("#email").press("Enter");
  const linkIn = () => /http:\S+\/reset-password\/\S+(?=\s)/.exec(house.mails().at(-1) ?? "")?.[0] ?? "";
  await expect.poll(linkIn).not.toBe("");
  const link = linkIn();
  await page.goto(link);
  await page.getByLabel("New password").fill("another market square");
  await page.getByLabel("New password").press("Enter");
  await page.waitForURL(/\/sign-in\?done=reset$/);
  const { page: later } = await visitor(house.origin, { javaScriptEnabled: false });
  await later.goto(link);
  await later.getByRole("heading", { name: "This link works no more" }).waitFor();
  expect(await later.getByLabel("New password").count()).toBe(0);
  expect(await later.title()).toContain("This link works no more");
  await later.getByRole("link", { name: "Send a new link" }).click();
  await later.waitForURL(/\/forgot-password$/);
});

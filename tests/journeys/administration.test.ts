// An administrator finds an account, closes it, and at last removes the demo for good; the server then starts again without it.
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";
import { expectGoodLooks } from "../support/looks";
import { signedInAs } from "../support/visitor";

const house = await openHouse();
const rows = openRows(house.folder);
afterAll(async () => {
  rows.close();
  await house.close();
});

const mine = { name: "Town hall", email: "it@town.example", password: "a password of ours" };

test("an administrator comes from the account menu, finds an account and closes it; its owner is out at once", async () => {
  const novska = await visitor(house.origin);
  novska.allow(/404/);
  await signInAs(novska.page, "novska");
  const { page } = await visitor(house.origin);
  await signInAs(page, "administrator", "/networks");
  await page.getByRole("button", { name: /Your account/ }).click();
  await page.getByRole("menuitem", { name: "Administration" }).click();
  await page.getByRole("heading", { level: 1, name: "Administration" }).waitFor();
  await page.getByRole("searchbox", { name: "Name or address" }).fill("NOVSKA@");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByText("1 account", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Project officer, Novska" }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await page.getByText("The account is deactivated.").waitFor();
  await novska.page.getByLabel("Password").waitFor();
  await expect(signedInAs(house.origin, "novska")).rejects.toThrow("was not signed in");
  await page.getByRole("button", { name: "Open again" }).click();
  await page.getByText("The account is open again.").waitFor();
  await signedInAs(house.origin, "novska");
});

test("an administrator changes an account's address: the owner is out, and signs in with the new one", async () => {
  // A demo account would keep its own.
  rows.prepare("UPDATE Person SET email = 'harbour@town.example' WHERE email = 'roeselare@demo.torg'").run();
  const signIn = async (page: Page, email: string) => {
    await page.goto("/sign-in");
    await page.locator("#email").fill(email);
    await page.locator("#password").fill("market-square");
    await page.locator("button[value=sign-in]").click();
  };
  const owner = await visitor(house.origin);
  owner.allow(/404|422/);
  await signIn(owner.page, "harbour@town.example");
  await owner.page.getByRole("button", { name: /Your account/ }).waitFor();
  const { page, allow } = await visitor(house.origin);
  allow(/422/);
  await signInAs(page, "administrator", "/administration?words=harbour");
  await page.getByRole("link", { name: "Project officer, Roeselare" }).click();
  const field = page.getByLabel("New e-mail address");
  await field.fill("oulu@demo.torg");
  await page.getByRole("button", { name: "Change the address" }).click();
  await page.getByText("Nobody receives mail at this address.").first().waitFor();
  expect(await field.inputValue()).toBe("oulu@demo.torg");
  await field.fill("Town.Hall@Town.Example");
  await page.getByRole("button", { name: "Change the address" }).click();
  await page.getByText("The address is changed.").waitFor();
  await page.getByText("town.hall@town.example").first().waitFor();
  await owner.page.getByLabel("Password").waitFor();
  await signIn(owner.page, "harbour@town.example");
  await owner.page.getByText("The e-mail address or the password is not right.").first().waitFor();
  await signIn(owner.page, "town.hall@town.example");
  await owner.page.getByRole("button", { name: /Your account/ }).waitFor();
});

test("an administrator makes another one and takes the rights back, but not from the last", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/422/);
  await signInAs(page, "administrator", "/administration?words=rzeszow");
  await page.getByRole("link", { name: "Project officer, Rzeszów" }).click();
  await page.getByRole("button", { name: "Make an administrator" }).click();
  await page.getByText("The account is an administrator’s now.").waitFor();
  await page.getByRole("button", { name: "Take the rights back" }).click();
  await page.getByText("The account is not an administrator’s any more.").waitFor();
  await page.goto("/administration?words=administrator@");
  await page.getByRole("link", { name: /^Administrator/ }).click();
  await awake(page);
  await page.getByRole("button", { name: "Take the rights back" }).click();
  await page.getByText("This is the last administrator. Make another one first.").waitFor();
});

test("an administrator mends a city for all networks that share it, and its partners see that at once", async () => {
  const partner = await visitor(house.origin);
  await signInAs(partner.page, "barnsley", "/networks/techrevolution/partners");
  const { page, allow } = await visitor(house.origin);
  allow(/422/);
  await signInAs(page, "administrator", "/administration");
  await page.getByRole("link", { name: "Show all cities" }).click();
  // On the page before, an account is called after the city, too.
  await page.getByRole("heading", { level: 1, name: "Cities" }).waitFor();
  await page.getByRole("link", { name: "Roeselare" }).click();
  await page.getByLabel("Name 1", { exact: true }).fill("Rousselare");
  await page.getByLabel("Latitude").fill("510");
  await page.getByRole("button", { name: "Save the city" }).click();
  await page.locator("#latitude-error").waitFor();
  await page.getByLabel("Latitude").fill("50.95");
  await page.getByRole("button", { name: "Save the city" }).click();
  await page.getByText("The city is saved.").waitFor();
  await partner.page
    .getByRole("link", { name: /Rousselare/ })
    .first()
    .waitFor();
});

test("an administrator takes the server's own record along, and a network's", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "administrator", "/administration");
  for (const [record, file] of [
    ["The server’s own record", "activity-house.csv"],
    ["DigiPlace", "activity-digiplace.csv"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("group", { name: record }).getByRole("link", { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
  }
});

test("to everybody else these pages do not exist", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", "/networks/techrevolution");
  await page.getByRole("button", { name: /Your account/ }).click();
  expect(await page.getByRole("menuitem", { name: "Administration" }).count()).toBe(0);
  const barnsley = await signedInAs(house.origin, "barnsley");
  for (const path of ["/administration", "/administration/demo", "/administration/cities"]) {
    expect((await barnsley.page(path)).status).toBe(404);
    expect((await barnsley.data(path)).status).toBe(404);
  }
});

test("the pages are accessible in both colour schemes, from 320 pixels to wide", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "administrator", "/administration");
  const person = valueOf(rows, "SELECT id FROM Person WHERE email = 'oulu@demo.torg'");
  const city = valueOf(rows, "SELECT id FROM City LIMIT 1");
  for (const path of [
    "/administration",
    `/administration/accounts/${person}`,
    "/administration/cities",
    `/administration/cities/${city}`,
    "/administration/demo",
  ]) {
    await page.goto(path);
    await awake(page);
    await expectGoodLooks(page, path);
  }
});

test("an administrator removes the demo, without a script, and their account becomes their own", async () => {
  const officer = await visitor(house.origin);
  await signInAs(officer.page, "barnsley", "/networks/techrevolution");
  officer.allow(/404/);
  const { page, context, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/422/);
  await page.goto("/sign-in?to=/administration");
  await page.locator("#email").fill("administrator@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByRole("link", { name: "Remove the demo" }).click();
  await page.getByLabel("Name").fill(mine.name);
  await page.getByLabel("E-mail address").fill(mine.email);
  await page.getByLabel("New password").fill(mine.password);
  await page.getByLabel(/^Type “remove the demo”/).fill("yes");
  await page.getByRole("button", { name: "Remove the demo for good" }).click();
  await page.getByText("Type the words exactly as they stand above the field.").first().waitFor();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe(mine.email);
  await page.getByLabel("New password").fill(mine.password);
  await page.getByLabel(/^Type “remove the demo”/).fill("Remove the demo");
  await page.getByRole("button", { name: "Remove the demo for good" }).click();
  await page.getByText("The demo is gone.").waitFor();
  await page.getByRole("link", { name: "New network" }).first().waitFor();
  expect(await page.getByText("@demo.torg").count()).toBeLessThan(3);
  // Whoever had a page of it open is out.
  await officer.page.getByLabel("Password").waitFor();
  await context.close();
});

test("the server starts again without the demo, and the house's chain remembers what was removed", async () => {
  await house.stop();
  await house.restart();
  expect(valueOf<number>(rows, "SELECT count(*) FROM Network")).toBe(0);
  const after = JSON.parse(valueOf(rows, "SELECT after FROM Activity WHERE kind = 'demo-removed'")) as {
    networks: Array<{ name: string; rows: number; lastHash: string }>;
  };
  expect(after.networks.map(({ name }) => name)).toEqual(["DigiPlace", "TechRevolution 2.0"]);
  for (const { rows: length, lastHash } of after.networks) {
    expect(length).toBeGreaterThan(0);
    expect(lastHash).toMatch(/^[0-9a-f]{64}$/);
  }
  const { page } = await visitor(house.origin);
  await page.goto("/sign-in");
  expect(await page.getByText("market-square").count()).toBe(0);
  await page.locator("#email").fill(mine.email);
  await page.locator("#password").fill(mine.password);
  await page.locator("button[value=sign-in]").click();
  await page.waitForURL(/\/networks$/);
  await page.getByRole("main").getByRole("link", { name: "Administration" }).click();
  await page.getByRole("link", { name: "Create the first network" }).waitFor();
  expect(await page.getByRole("heading", { name: "Demo" }).count()).toBe(0);
});

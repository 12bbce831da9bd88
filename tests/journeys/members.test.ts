// Members: a second role, an expert for two cities until a date, a role that ends on an open page, handing over, deactivating.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { allSaved, awake, heard, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";
const soon = { timeout: 2_000 };
const inAYear = `${new Date().getFullYear() + 1}-06-30`;

const row = (page: Page, name: string) => page.locator(".row", { hasText: name });

/** Opens somebody's page from the list of people. */
async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`${home}/people`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

test("the lead partner gives Alytus's officer a second role, of which the open page hears at once", async () => {
  const { page: barnsley, allow } = await visitor(house.origin);
  const { page: alytus } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(alytus, "alytus", `${home}/documents?kind=good-practice`);
  await signInAs(barnsley, "barnsley", home);
  await openPerson(barnsley, "Project officer, Alytus");
  await barnsley.getByRole("link", { name: "Give another role" }).click();
  await barnsley.locator("#role").selectOption({ label: "Project officer" });
  await barnsley.getByLabel("Alytus").check();
  await barnsley.getByRole("button", { name: "Give the role" }).click();
  // Held already: told beside the field, and what was ticked stays.
  await barnsley.getByText("This person holds this role in that time already.").first().waitFor();
  await barnsley.getByLabel("Alytus").uncheck();
  await barnsley.getByLabel("Novska").check();
  await barnsley.getByRole("button", { name: "Give the role" }).click();
  await barnsley.getByText("The role is given.").waitFor();
  await row(barnsley, "Project officer, Novska").waitFor();
  await alytus.getByText("You have a new role: Project officer, Novska.").waitFor(soon);
  await expect.poll(() => house.mails().some((mail) => mail.includes("alytus@demo.torg"))).toBe(true);
});

test("an ad-hoc expert for two cities until a date, in one order; the list says so and is filtered by its address", async () => {
  const { page: barnsley, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(barnsley, "barnsley", `${home}/people`);
  await barnsley.getByRole("link", { name: "Give a role" }).click();
  await barnsley.getByLabel("E-mail address").fill("observer@demo.torg");
  await barnsley.locator("#role").selectOption({ label: "Ad-hoc expert" });
  await barnsley.getByLabel("Roeselare").check();
  await barnsley.getByLabel("Rzeszów").check();
  await barnsley.getByRole("button", { name: "Give the role" }).click();
  await barnsley.getByText("This role needs a last day.").first().waitFor();
  await barnsley.getByLabel("Last day").fill(inAYear);
  await barnsley.getByRole("button", { name: "Give the role" }).click();
  await barnsley.getByText("The role is given.").waitFor();
  for (const city of ["Roeselare", "Rzeszów"]) await row(barnsley, `Ad-hoc expert, ${city}`).waitFor();
  expect(await barnsley.getByText(/until 30 June/).count()).toBe(2);
  await barnsley.goto(`${home}/people`);
  await barnsley
    .getByRole("link", { name: /^Ad-hoc expert/ })
    .first()
    .click();
  await barnsley.waitForURL(/role=ad-hoc-expert/);
  await barnsley.getByLabel("City").selectOption({ label: "Rzeszów" });
  await barnsley.waitForURL(/city=/);
  await barnsley.getByRole("heading", { name: "Rzeszów" }).waitFor();
  // The address changes before what is shown does, and the city's name stood there before.
  await expect.poll(() => barnsley.locator("main .row").count()).toBe(1);
});

test("an address of nobody here is invited with what was chosen, whether it has an account or not", async () => {
  const { page: barnsley, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(barnsley, "barnsley", home);
  for (const email of ["oulu@demo.torg", "nobody@city.example"]) {
    await barnsley.goto(`${home}/people/new`);
    await awake(barnsley);
    await barnsley.getByLabel("E-mail address").fill(email);
    await barnsley.locator("#role").selectOption({ label: "Ad-hoc expert" });
    await barnsley.getByLabel("Roeselare").check();
    await barnsley.getByLabel("Rzeszów").check();
    await barnsley.getByLabel("Last day").fill(inAYear);
    await barnsley.getByRole("button", { name: "Give the role" }).click();
    await barnsley
      .getByText(`Nobody in this network has the address ${email}. Invite them instead.`)
      .first()
      .waitFor();
    await barnsley.getByRole("button", { name: `Invite ${email}` }).click();
    await barnsley.getByRole("heading", { name: "Invite somebody" }).waitFor();
    expect(await barnsley.getByLabel("Roeselare").isChecked()).toBe(true);
    await barnsley.getByRole("button", { name: "Send the invitation" }).click();
    await barnsley.getByText(`The invitation of ${email} is made`).waitFor();
  }
});

test("an officer whose role ends while typing is told within two seconds, and has the words back with the role", async () => {
  const { page: barnsley } = await visitor(house.origin);
  const { page: rzeszow, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(rzeszow, "rzeszow", `${home}/documents?kind=good-practice`);
  await rzeszow.getByRole("link", { name: "Write down a good practice" }).click();
  await rzeszow.getByLabel("Title").fill("A tram that listens");
  await rzeszow.getByRole("button", { name: "Begin writing" }).click();
  await rzeszow.waitForURL(/\/edit$/);
  await (await textToWrite(rzeszow)).focus();
  await rzeszow.keyboard.press("Control+End");
  await rzeszow.keyboard.type("Typed a moment before the role ended.");
  await allSaved(rzeszow);
  await signInAs(barnsley, "barnsley", home);
  await openPerson(barnsley, "Project officer, Rzeszów");
  await row(barnsley, "Project officer, Rzeszów")
    .getByRole("link", { name: /Change the end/ })
    .click();
  await barnsley.getByRole("button", { name: /End now/ }).click();
  const told =
    /Your role as Project officer, Rzeszów in TechRevolution 2.0 ended on .* Your work stays under your name/;
  await rzeszow.getByText(told).waitFor(soon);
  expect(await rzeszow.getByRole("navigation", { name: "Parts of the network" }).count()).toBe(0);
  expect(await rzeszow.getByText("Typed a moment before").count()).toBe(0);
  await expect
    .poll(
      () => house.mails().filter((mail) => /To: rzeszow@[^]*your role in .* has ended/i.test(mail)).length,
    )
    .toBe(1);
  await barnsley.getByText(/Ended: Project officer, Rzeszów/).waitFor();
  await barnsley.getByRole("button", { name: "Undo" }).click();
  await barnsley.getByText("Project officer, Rzeszów: goes on.").waitFor();
  // With the role back, the page finds back by itself, and what was typed stands in the text.
  const text = await textToWrite(rzeszow);
  await text.getByText("Typed a moment before the role ended.").waitFor();
});

test("the last lead partner's role is not ended: a network needs one", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "messina", "/networks/digiplace/people");
  await page
    .getByRole("link", { name: /Lead partner, Messina/ })
    .first()
    .click();
  await row(page, "Lead partner, Messina")
    .getByRole("link", { name: /Change the end/ })
    .click();
  await page.getByRole("button", { name: /End now/ }).click();
  await page
    .getByText("A network needs a lead partner. Give the role to somebody else first.")
    .first()
    .waitFor();
  expect(await page.getByLabel("Last day").first().getAttribute("aria-invalid")).toBe("true");
});

test("Alytus's officer hands over to a colleague, and the page says what was open", async () => {
  const { page: barnsley } = await visitor(house.origin);
  const { page: alytus, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(alytus, "alytus", `${home}/documents?kind=good-practice`);
  await alytus.getByRole("link", { name: "Write down a good practice" }).click();
  await alytus.getByLabel("Title").fill("What Alytus has not told yet");
  // By the first test they write for Novska, too.
  await alytus.locator("select[name=partnershipId]").selectOption({ label: "Alytus" });
  await alytus.getByRole("button", { name: "Begin writing" }).click();
  await alytus.waitForURL(/\/edit$/);
  await signInAs(barnsley, "barnsley", `${home}/people/new`);
  await barnsley.getByLabel("E-mail address").fill("novska@demo.torg");
  await barnsley.getByLabel("Alytus").check();
  await barnsley.getByRole("button", { name: "Give the role" }).click();
  await barnsley.getByText("The role is given.").waitFor();
  await openPerson(barnsley, "Project officer, Alytus");
  await row(barnsley, "Project officer, Alytus")
    .getByRole("link", { name: /Change the end/ })
    .click();
  await barnsley.getByLabel("Successor").selectOption({ label: "Project officer, Novska (holds the role)" });
  await barnsley.getByRole("button", { name: "Hand over and end the role" }).click();
  await barnsley.getByRole("heading", { name: "Handed over: Alytus" }).waitFor();
  // The draft is not the lead partner's to read.
  await barnsley.getByText("A draft that you may not read").first().waitFor();
  // The leaver holds another role of the first test, and hears which one ended.
  await alytus.getByText(/A role of yours has ended: Project officer, Alytus/).waitFor(soon);
  const address = new URL(barnsley.url()).pathname;
  const { page: successor } = await visitor(house.origin);
  // Their home says from whom they took over, and leads there.
  await signInAs(successor, "novska", home);
  const taken = successor.getByRole("listitem").filter({ hasText: "handed over to you: Alytus" });
  await taken.getByText(/^since \d+ \w+ \d{4}$/).waitFor();
  await taken.getByRole("link", { name: "Project officer, Alytus handed over to you: Alytus" }).click();
  await successor.waitForURL((url) => url.pathname === address);
  await successor.getByRole("link", { name: "What Alytus has not told yet" }).click();
  await successor.waitForURL(/\/documents\//);
  await successor.getByRole("heading", { name: "What Alytus has not told yet" }).waitFor();
});

test("whoever is deactivated loses every open page at once", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 404/);
  const line = heard(page);
  await signInAs(page, "roeselare", `${home}/people`);
  await line;
  const rows = openRows(house.folder);
  const id = valueOf(rows, "SELECT id FROM Person WHERE email = 'roeselare@demo.torg'");
  rows.close();
  const { page: administrator } = await visitor(house.origin);
  await signInAs(administrator, "administrator", `/administration/accounts/${id}`);
  await administrator
    .getByRole("button", { name: /Deactivate/ })
    .first()
    .click();
  await page.getByText(/An administrator has closed your account/).waitFor(soon);
  expect(await page.getByText("Project officer, Novska").count()).toBe(0);
});

test("one says in the profile which languages one speaks, and the list of people shows them", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "novska", "/account");
  await page.getByLabel("Croatian").check();
  await page.getByLabel("German").check();
  await page.getByRole("button", { name: "Save the languages" }).click();
  await page.getByText("The languages are saved.").waitFor();
  await page.goto(`${home}/people`);
  const own = page.getByRole("list", { name: "Novska" });
  await own.getByText("speaks German, English and Croatian").waitFor();
});

// Beginning a document of a kind: Botoșani's officer starts the note of an expert visit from its template and states its facts.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allSaved, awake, isSaving, openFacts, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks, sideways, violationsOn } from "../support/looks";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/digiplace";

/** Begins a document by the form and waits until one can write. */
async function begin(page: Page, kind: string, title: string, language: string): Promise<void> {
  await page.getByRole("radio", { name: kind, exact: true }).check();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Language of the text").selectOption(language);
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.waitForURL(/\/edit$/);
  await awake(page);
}

test("the note of the visit of 23–24 January 2020 begins from its template, states its facts and is read with them", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "botosani", home);
  await page.goto(`${home}/documents/new?kind=visit-note`);
  await awake(page);
  expect(await page.getByRole("radio").count()).toBe(6);
  expect(await page.getByRole("radio", { name: "Expert visit note" }).isChecked()).toBe(true);
  await begin(page, "Expert visit note", "Vizita experților la Botoșani", "ro");

  const text = await textToWrite(page);
  const headings = await text.getByRole("heading").allInnerTexts();
  expect(headings.slice(0, 2)).toEqual(["Agenda", "Ce s-a văzut și ce s-a spus"]);
  // What belongs in each section stands in it until somebody writes there.
  await text.getByText("Ce ține orașul pe loc").waitFor();

  await page.getByLabel("First day of the visit").fill("2020-01-24");
  await page.getByLabel("Last day of the visit").fill("2020-01-23");
  await page.getByLabel("Phase", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Purpose of the visit").fill("Working documents of the phase");
  await page.getByRole("checkbox", { name: "Lead expert" }).check();
  await page.getByLabel("Topics").fill("energy, quarters");
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Role", { exact: true }).fill("Member of the implementation team");
  await page.getByLabel("Organisation").fill("Municipality");
  await page.getByLabel("Name", { exact: true }).fill("Somebody");
  await page.getByRole("button", { name: "Add an agreement" }).click();
  await page.getByLabel("What", { exact: true }).fill("Send the completed documents");
  await page.getByLabel("By", { exact: true }).fill("2020-02-10");
  const summary = page.getByRole("alert");
  await summary.getByText("Last day of the visit: The end lies before the start.").waitFor();
  await summary.getByText(/Person 1, Name: A name is kept only with the person’s consent/).waitFor();
  expect(await page.getByLabel("Organisation").inputValue()).toBe("Municipality");

  await page.getByLabel("First day of the visit").fill("2020-01-23");
  await page.getByLabel("Last day of the visit").fill("2020-01-24");
  await page.getByLabel("Name", { exact: true }).fill("");
  await allSaved(page);

  await page.goto(page.url().replace("/edit", ""));
  const facts = page.locator(".stated-facts");
  await facts.getByText("23–24 January 2020").waitFor();
  await facts.getByText("Lead expert").waitFor();
  expect(await facts.getByRole("link", { name: "energy" }).getAttribute("href")).toBe(
    `${home}/documents?topic=energy`,
  );
  const met = page.getByRole("table", { name: "People met" });
  await met.getByText("Member of the implementation team").waitFor();
  await met.getByText("Name not given").waitFor();
  await page.getByRole("table", { name: "Agreements" }).getByText("10 February 2020").waitFor();
});

test("a document worked on is found by words of its title, by the keyboard alone; without a script it is chosen from a list", async () => {
  const { page, context } = await visitor(house.origin, { viewport: { width: 360, height: 800 } });
  await signInAs(page, "botosani", home);
  for (const [kind, title] of [
    ["Note", "Papers for the žirgai"],
    ["Expert visit note", "A visit with papers"],
  ] as const) {
    await page.goto(`${home}/documents/new`);
    await awake(page);
    await begin(page, kind, title, "en");
  }
  await openFacts(page);
  await page.getByRole("button", { name: "Add a document" }).click();
  const field = page.getByRole("combobox", { name: "Documents worked on" });
  await field.fill("papers ZIRG");
  const options = page.getByRole("listbox", { name: "Documents to link to" }).getByRole("option");
  await options.first().waitFor();
  expect([await violationsOn(page), await sideways(page)]).toEqual([[], 0]);
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("Papers for the žirgai");
  const title = await field.inputValue();
  expect(await options.count()).toBe(0);
  await field.press("End");
  await field.pressSequentially("zzz");
  await field.press("Escape");
  expect(await field.inputValue()).toBe(title);
  await allSaved(page);
  await page.reload();
  await awake(page);
  expect(await page.locator("input[role=combobox]").last().inputValue()).toBe(title);
  // On a phone the step back leads from here to the document, not to the list.
  await page.locator(".crumbs").getByRole("link", { name: "A visit with papers" }).waitFor();
  expect(await page.locator(".crumbs").getByRole("link").count()).toBe(1);
  const { page: plain } = await visitor(house.origin, { javaScriptEnabled: false });
  await plain.context().addCookies(await context.cookies());
  await plain.goto(page.url());
  const list = plain.getByLabel("Documents worked on").last();
  expect(
    await list.evaluate((one) => [one.tagName, (one as HTMLSelectElement).selectedOptions[0]?.text]),
  ).toEqual(["SELECT", title]);
  await page.locator(".crumbs").getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "A visit with papers" }).waitFor();
  await page.getByRole("link", { name: title }).first().waitFor();
  await page.locator(".crumbs").getByRole("link", { name: "Visits" }).waitFor();
});

test("facts that were not sent survive a reload, rows included, and can be thrown away", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/ERR_FAILED/);
  await signInAs(page, "oulu", `${home}/documents/new`);
  await begin(page, "Good practice", "What a city of the north studies", "en");
  await page.getByLabel("Population of the city").fill("200 000");
  await page.getByRole("button", { name: "Add an element" }).click();
  await page.getByLabel("Name of the element").fill("A partner from industry");
  await page.route(/head$/, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByRole("checkbox", { name: /Essential/ }).check();
  await page.getByText("On this device only (1 change)").waitFor();
  await page.unroute(/head$/);
  await page.reload();
  await awake(page);
  await page.getByRole("button", { name: "Take it up again" }).click();
  expect(await page.getByLabel("Population of the city").inputValue()).toBe("200 000");
  expect(await page.getByLabel("Name of the element").inputValue()).toBe("A partner from industry");
  expect(await page.getByRole("checkbox", { name: /Essential/ }).isChecked()).toBe(true);
  await allSaved(page);
  await page.reload();
  await awake(page);
  expect(await page.getByLabel("Population of the city").inputValue()).toBe("200000");
});

test("what is refused while one types takes the cursor from nobody; what one saved oneself leads to what is wrong", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "oulu", `${home}/documents/new`);
  await begin(page, "Good practice", "Typed without looking up", "en");
  const text = await textToWrite(page);
  const budget = page.getByRole("textbox", { name: "Budget, in euro" });
  await page.getByLabel("Topics").fill("a, b, c, d, e, f, g, h, i, j, k");
  await page.getByLabel("Population of the city").click();
  await page.keyboard.type("-5");
  await page.keyboard.press("Tab");
  await page.keyboard.type("much ");
  const summary = page.getByRole("alert");
  await summary.getByText("Budget, in euro: This is not an amount.").waitFor();
  const answered = () => page.waitForResponse((response) => isSaving(response.request()));
  await Promise.all([answered(), page.keyboard.type("money")]);
  await page.keyboard.type("!");
  expect(await budget.inputValue()).toBe("much money!");
  // They stand in the order of the fields, whatever found them.
  const wrongs = await summary.getByRole("link").allInnerTexts();
  expect(wrongs.map((wrong) => wrong.split(":")[0])).toEqual([
    "Population of the city",
    "Budget, in euro",
    "Topics",
  ]);
  await page.getByLabel("Population of the city").fill("-6");
  await Promise.all([answered(), text.getByText("In five sentences").click()]);
  await page.keyboard.type("Words for which the facts need ");
  await page.keyboard.type("not be right.");
  await text.getByText("Words for which the facts need not be right.").waitFor();
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
  // What was refused and is taken back needs no mending.
  await page.locator("#title").fill("");
  await summary.getByText("Title: Fill this in.").waitFor();
  await page.locator("#title").fill("Typed without looking up");
  await page.getByLabel("Topics").fill("");
  await budget.fill("");
  await page.getByLabel("Population of the city").fill("");
  await allSaved(page);
  expect(await summary.count()).toBe(0);
  await page.getByLabel("Population of the city").fill("-7");
  await summary.getByText("Population of the city: This is not a number").waitFor();
  // Who wanted to publish and is refused is not led there by what they mend later.
  const publish = page.getByRole("link", { name: "Publish", exact: true });
  await Promise.all([answered(), publish.click()]);
  await page.locator("a[aria-busy=false]").and(publish).waitFor();
  await page.getByLabel("Population of the city").fill("5000");
  await page.getByLabel("Topics").fill("a");
  await budget.fill("5000");
  await allSaved(page);
  await page.keyboard.press("End");
  await page.keyboard.type("0");
  await expect.poll(() => budget.inputValue()).toBe("50000");
});

test("a row is removed and brought back by the keyboard, and the cursor goes along", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "oulu", `${home}/documents/new`);
  await begin(page, "Good practice", "Rows by the keyboard", "en");
  const add = page.getByRole("button", { name: "Add an element" });
  for (const name of ["First", "Second"]) {
    await add.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type(name);
  }
  await page.getByRole("button", { name: "Remove: Element 1" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Bring it back");
  expect(await page.getByLabel("Name of the element").and(page.locator(":enabled")).inputValue()).toBe(
    "Second",
  );
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("First");
  await page.getByRole("button", { name: "Remove: Element 2" }).click();
  const reading = page.url().replace("/edit", "");
  // Not yet in the text and no more in it read alike.
  await allSaved(page);
  await page.goto(reading);
  expect(await page.locator(".elements h3").allTextContents()).toEqual(["First"]);
});

test("the facts of a document just begun are open, until the writer folds them or something is stated", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "portalegre", home);
  const facts = page.locator("details").filter({ has: page.locator("[name='facts.kind']") });
  const isOpen = () => facts.evaluate((details: HTMLDetailsElement) => details.open);
  const kinds = ["Good practice", "Expert visit note", "Action plan draft", "Transfer diary entry", "Note"];
  for (const kind of [...kinds, "Meeting minutes"]) {
    await page.goto(`${home}/documents/new`);
    await awake(page);
    await begin(page, kind, `A ${kind} just begun`, "en");
    expect([kind, await isOpen()]).toEqual([kind, true]);
    await page.getByLabel("Topics").waitFor();
  }
  await facts.locator("summary").click();
  expect(await isOpen()).toBe(false);

  const { page: other } = await visitor(house.origin);
  await signInAs(other, "portalegre", new URL(page.url()).pathname);
  await (await textToWrite(other)).focus();
  await other.keyboard.press("Control+End");
  await other.keyboard.type("Somebody else wrote this.");
  await (await textToWrite(page)).getByText("Somebody else wrote this.").waitFor();
  expect(await isOpen()).toBe(false);

  await facts.locator("summary").click();
  await page.getByLabel("Place", { exact: true }).fill("The town hall");
  await allSaved(page);
  expect(await isOpen()).toBe(true);
  await page.reload();
  await awake(page);
  expect(await isOpen()).toBe(false);
});

test("without a script rows are added and removed by the server, and what was typed stays", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(`${home}/documents/new?kind=minutes`)}`);
  await page.locator("#email").fill("oulu@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByRole("radio", { name: "Good practice" }).check();
  await page.getByLabel("Title").fill("Without a script");
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.waitForURL(/\/edit$/);
  await openFacts(page);
  await page.getByLabel("Contact").fill("The office for development");
  await page.getByRole("button", { name: "Add an element" }).click();
  await page.getByLabel("Name of the element").fill("One");
  await page.getByRole("button", { name: "Add an element" }).click();
  await page.getByLabel("Name of the element").last().fill("Two");
  await page.getByRole("button", { name: "Remove: Element 1" }).click();
  expect(await page.getByLabel("Name of the element").inputValue()).toBe("Two");
  expect(await page.getByLabel("Contact").inputValue()).toBe("The office for development");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.goto(page.url().replace(/\/edit.*/, ""));
  expect(await page.locator(".elements h3").allTextContents()).toEqual(["Two"]);
  await page.getByText("The office for development").waitFor();
});

test("two who state other facts at once see which differ", async () => {
  const { page: first } = await visitor(house.origin);
  const { page: second, allow } = await visitor(house.origin);
  allow(/status of 409/);
  await signInAs(first, "trikala", `${home}/documents/new`);
  await begin(first, "Meeting minutes", "A meeting that two note", "en");
  await signInAs(second, "trikala", new URL(first.url()).pathname);
  // The second one's line is slow: the first one's saving is done before it arrives.
  const isFirstDone = first.waitForResponse((response) => isSaving(response.request()));
  await second.route(/head$/, async (route) => {
    if (isSaving(route.request())) await isFirstDone;
    await route.continue();
  });
  const asked = second.waitForRequest(isSaving);
  await second.getByLabel("Place", { exact: true }).fill("Online");
  await asked;
  await first.getByLabel("Place", { exact: true }).fill("The town hall");
  const table = second.getByRole("table", { name: "The facts differ" });
  await table.waitFor();
  expect(await table.getByRole("row").allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining("PlaceOnlineThe town hall")]),
  );
  await second.getByRole("button", { name: /Go on with the text of/ }).click();
  expect(await second.getByLabel("Place", { exact: true }).inputValue()).toBe("The town hall");
});

test("an expert begins visit notes only, and is told that they are private at first", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "lead-expert", `${home}/documents/new`);
  await page.getByText("Nobody else reads it, the city included, until you share it.").waitFor();
  expect(await page.getByRole("radio").count()).toBe(1);
  await page.getByLabel("City").selectOption({ label: "Botoșani (private at first)" });
  await page.getByLabel("Title").fill("What I saw");
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.waitForURL(/\/edit$/);
});

test("each kind's form and reading view pass axe and fit 320 pixels, in both schemes", async () => {
  const kinds = ["Good practice", "Expert visit note", "Action plan draft", "Transfer diary entry", "Note"];
  const { page } = await visitor(house.origin);
  await signInAs(page, "saint-quentin", `${home}/documents/new`);
  for (const kind of kinds) {
    await page.goto(`${home}/documents/new`);
    await awake(page);
    await begin(page, kind, `A ${kind} to look at`, "en");
    for (const add of ["Add an element", "Add a person", "Add an agreement", "Add a document"])
      if (await page.getByRole("button", { name: add }).count())
        await page.getByRole("button", { name: add }).click();
    await expectGoodLooks(page, kind);
  }
});

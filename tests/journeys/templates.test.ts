// The lead partner changes what texts begin with: by keyboard, without a script, and when two do it at once.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks } from "../support/looks";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/digiplace";
const templateOf = (kind: string, language: string) =>
  `${home}/settings/templates?kind=${kind}&language=${language}`;

const headings = (page: Page) =>
  page
    .getByLabel("Heading")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test("a section is moved, added and saved by the keyboard, and documents begin with it from then on", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", `${home}/settings`);
  await page.getByRole("link", { name: "Look at the templates" }).click();
  await page.getByLabel("Kind of document").selectOption("minutes");
  await page.waitForURL(/kind=minutes/);
  // The address changes before the sections do.
  await expect
    .poll(() => headings(page))
    .toEqual(["Agenda", "What was discussed", "Decisions", "Who does what until when"]);
  await page.getByRole("button", { name: "Move up: Section 3" }).focus();
  await page.keyboard.press("Enter");
  expect((await headings(page))[1]).toBe("Decisions");
  // The cursor goes along with the section.
  await page.keyboard.press("Enter");
  expect((await headings(page))[0]).toBe("Decisions");
  await page.getByRole("button", { name: "Add a section" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Who was there");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Roles, not names.");
  await page.getByRole("button", { name: "Save the template" }).press("Enter");
  await page.getByText("The template is saved.").waitFor();

  const { page: officer } = await visitor(house.origin);
  await signInAs(officer, "botosani", `${home}/documents/new?kind=minutes`);
  await officer.getByLabel("Title").fill("A meeting");
  await officer.getByLabel("Language of the text").selectOption("en");
  await officer.getByRole("button", { name: "Begin writing" }).click();
  await officer.waitForURL(/\/edit$/);
  const text = await textToWrite(officer);
  expect(await text.getByRole("heading").allInnerTexts()).toEqual([
    "Decisions",
    "Agenda",
    "What was discussed",
    "Who does what until when",
    "Who was there",
  ]);
  // What belongs in a place is gone with the first words there.
  await text.getByText("Roles, not names.").click();
  await officer.keyboard.type("Four officers and the expert.");
  await text.getByText("Four officers and the expert.").waitFor();
  expect(await text.getByText("Roles, not names.").count()).toBe(0);
  await officer.goto(`${home}/activity`);
  await officer
    .getByText("Lead partner, Messina changed the template for meeting minutes (English)")
    .waitFor();
  await officer.goto(templateOf("minutes", "en"));
  await officer.getByText("Roles, not names.").waitFor();
  expect(await officer.getByRole("button", { name: "Save the template" }).count()).toBe(0);

  await page.getByRole("button", { name: "Go back to Torg’s own" }).click();
  await page.getByText("Torg’s own headings are back.").waitFor();
  await expect.poll(async () => (await headings(page))[0]).toBe("Agenda");
});

test("what is wrong stands beside its field, and nothing typed is lost", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "messina", templateOf("note", "en"));
  await page.getByLabel("Heading").first().fill("");
  await page.getByRole("button", { name: "Save the template" }).click();
  await page.getByRole("alert").getByText("Section 1, Heading: Fill this in.").waitFor();
  expect(await page.getByLabel("What belongs here").first().inputValue()).toContain(
    "What others should know",
  );
});

test("two who change one template at once see both", async () => {
  const { page: first } = await visitor(house.origin);
  const { page: second, allow } = await visitor(house.origin);
  allow(/status of 409/);
  for (const page of [first, second]) await signInAs(page, "messina", templateOf("diary-entry", "it"));
  await first.getByLabel("Heading").first().fill("Fatti");
  await first.getByRole("button", { name: "Save the template" }).click();
  await first.getByText("The template is saved.").waitFor();
  await second.getByLabel("Heading").first().fill("Eventi");
  await second.getByRole("button", { name: "Save the template" }).click();
  await second.getByText("Somebody else changed this template meanwhile").waitFor();
  await second.getByText("Fatti", { exact: true }).waitFor();
  expect((await headings(second))[0]).toBe("Eventi");
  await second.getByRole("button", { name: "Save your sections" }).click();
  await second.getByText("The template is saved.").waitFor();
  await first.reload();
  expect((await headings(first))[0]).toBe("Eventi");
});

test("without a script sections are moved, removed and saved", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(templateOf("note", "lv"))}`);
  await page.locator("#email").fill("messina@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByRole("button", { name: "Move down: Section 1" }).click();
  expect(await headings(page)).toEqual(["Sīkāk", "Īsumā"]);
  await page.getByRole("button", { name: "Remove: Section 2" }).click();
  await page.getByRole("button", { name: "Save the template" }).click();
  await page.getByText("The template is saved.").waitFor();
  await page.goto(templateOf("note", "lv"));
  expect(await headings(page)).toEqual(["Sīkāk"]);
});

test("the screen passes axe in both colour schemes, from 320 pixels to wide", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", templateOf("good-practice", "lt"));
  await expectGoodLooks(page, "the template");
});

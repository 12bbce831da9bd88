// Somebody looks for something: as they type, by keyboard alone, on a telephone, without a script, in Lithuanian.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { newId } from "~/platform/id";
import { openHouse, type House } from "../support/house";
import { openRows } from "../support/house-rows";
import { sideways, violationsOn } from "../support/looks";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.stop();
  putVisitNote();
  await house.restart();
});
afterAll(() => house.close());

const network = "/networks/digiplace";
const text =
  "## Whom we met\n\nThe implementation team, officials and interested persons of Botoşani met two experts.";
const note = "Expert visit to Botoșani, 23–24 January 2020";

/** Botoșani's visit note, published to the network, as if it had been written before the server started. */
function putVisitNote(): void {
  const rows = openRows(house.folder);
  const place = rows
    .prepare(
      `SELECT p.networkId, p.id AS partnershipId, (SELECT id FROM Person WHERE email = 'botosani@demo.torg') AS createdById
       FROM Partnership p JOIN Institution i ON i.id = p.institutionId JOIN CityName n ON n.cityId = i.cityId
       WHERE n.name = 'Botoșani' AND n.isOwn = 1`,
    )
    .get() as Record<string, string>;
  const at = "2020-01-25T10:00:00.000+00:00";
  const document = {
    ...place,
    ...{ id: newId(), kind: "visit-note", language: "en", title: note, text, createdAt: at, updatedAt: at },
    ...{ publishedVisibility: "network", publishedTitle: note, publishedText: text, publishedLanguage: "en" },
    ...{ publishedRevision: 1, publishedAt: at, publishedById: place.createdById, publications: 1 },
  };
  const names = Object.keys(document);
  rows
    .prepare(`INSERT INTO Document (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`)
    .run(document);
  rows.close();
}

const field = (page: Page) => page.getByRole("search").locator("input[type=search]").first();
const options = (page: Page) => page.locator("[role=option]");

test("the lead partner types botosani and finds the visit, without touching anything but the keyboard", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", network);
  await field(page).waitFor();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "search-in-bar");
  await page.keyboard.type("botosani");
  const found = options(page).filter({ hasText: note });
  await found.waitFor();
  expect(await field(page).getAttribute("role")).toBe("combobox");
  expect(await field(page).getAttribute("aria-expanded")).toBe("true");
  const place = (await options(page).allInnerTexts()).findIndex((text) => text.includes(note));
  for (let step = 0; step <= place; step += 1) await page.keyboard.press("ArrowDown");
  const chosen = await page.locator("[role=option][aria-selected=true]").getAttribute("id");
  expect(await field(page).getAttribute("aria-activedescendant")).toBe(chosen);
  await page.keyboard.press("Enter");
  await page.waitForURL(/documents/);
  await page.getByRole("heading", { level: 1, name: note }).waitFor();
});

test("Escape closes what is offered and keeps what was typed; Enter shows all results, marked, and filters stand in the address", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", network);
  await field(page).click();
  await page.keyboard.type("Botošanio");
  await options(page).first().waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator("[role=listbox]").isVisible()).toBe(false);
  expect(await field(page).inputValue()).toBe("Botošanio");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\?q=/);
  await page.getByRole("link", { name: note }).waitFor();
  const marks = await page.locator("mark").allInnerTexts();
  expect(new Set(marks)).toContain("Botoşani");
  await page.getByRole("link", { name: /^Cities/ }).click();
  await page.waitForURL(/kind=city/);
  await page.getByRole("link", { name: note }).waitFor({ state: "detached" });
  expect(await page.locator("main [role=list] a").allInnerTexts()).toEqual(["Botoșani"]);
  expect(await violationsOn(page)).toEqual([]);
});

test("a slip of the fingers is told and forgiven, nothing found says what to do", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", `${network}/search?q=implementaton`);
  await page.getByText("Nothing for “implementaton”. Shown: “implementation”.").waitFor();
  await page.getByRole("link", { name: note }).waitFor();
  await page.goto(`${network}/search?q=qqqqqqqq`);
  await page.getByRole("heading", { name: "Nothing for “qqqqqqqq”" }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

test("the palette finds texts, too", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", network);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("interested pers");
  await page.getByRole("dialog").getByRole("option", { name: note }).click();
  await page.waitForURL(/documents/);
});

test("on a telephone in Lithuanian a button leads to a field over the whole width, which offers as one types", async () => {
  const { page } = await visitor(house.origin, { language: "lt", viewport: { width: 320, height: 640 } });
  await signInAs(page, "messina", network);
  const form = { intent: "language", language: "lt", to: "/" };
  // An open page would load itself anew in the new language, in the midst of what comes next.
  await page.goto("about:blank");
  await page.request.post("/account", { form, headers: { origin: house.origin } });
  await page.goto(network);
  await awake(page);
  await page.getByRole("link", { name: "Ieškoti" }).click();
  await page.waitForURL(/search/);
  await page.locator("#search-question").fill("botosan");
  await options(page).filter({ hasText: note }).waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await options(page).filter({ hasText: note }).click();
  await page.waitForURL(/documents/);
});

test("the city's reply to a visit note and a shared reflection are found, each leads to where it stands", async () => {
  const { page } = await visitor(house.origin);
  const visit = "Vizita experților la Botoșani, 23–24 ianuarie 2020";
  await signInAs(page, "ventspils", `${network}/search?q=echipa+versiunile`);
  const found = page.getByRole("link", { name: `City’s reply to ${visit}` });
  await page.getByText("le arată oricui le cere").waitFor();
  await found.click();
  await page.waitForURL(/#said-/);
  await page.getByRole("region", { name: "The city’s reply" }).getByText("le arată oricui le cere").waitFor();
  await page.goto(`${network}/search?q=working+documents+round&kind=reflection`);
  await page.getByRole("link", { name: `Reflection on ${visit}` }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("link", { name: `Reflection on ${visit}` }).click();
  await page.getByRole("region", { name: "Shared reflections" }).getByText("two days at one table").waitFor();

  // A reply that another one has followed is folded away, and open for whoever comes for it.
  const { page: city } = await visitor(house.origin);
  await signInAs(city, "botosani", new URL(page.url()).pathname);
  await city.getByText("Reply anew").click();
  await city.getByLabel("Reply for Botoșani").fill("Mulțumim pentru întrebări.");
  await city.getByRole("button", { name: "Reply", exact: true }).last().click();
  await city.getByText("Earlier replies").waitFor();
  await page.goto(`${network}/search?q=echipa+versiunile`);
  await awake(page);
  await found.click();
  await page.waitForURL(/#said-/);
  await page.getByRole("region", { name: "The city’s reply" }).getByText("le arată oricui le cere").waitFor();
});

test("without a script the field is a form, and all networks are searched outside of them", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  page.setDefaultTimeout(8_000);
  await page.goto(`/sign-in?to=${encodeURIComponent(network)}`);
  // Messina reads in Lithuanian since the last test.
  await page.locator("#email").fill("observer@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.waitForURL(/digiplace/);
  await page.locator("#search-in-bar").fill("botosani");
  await page.locator("#search-in-bar").press("Enter");
  await page.waitForURL(/digiplace\/search\?q=botosani/);
  await page.getByRole("link", { name: note }).waitFor();
  await page.getByRole("link", { name: "Search in all your networks" }).click();
  await page.waitForURL(/\/search\?q=botosani/);
  await page.getByRole("link", { name: note }).waitFor();
});

test("whoever may not read it finds nothing of it, neither offered nor counted", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", "/search?q=botosani");
  await awake(page);
  await page.getByRole("heading", { name: /^Nothing for/ }).waitFor();
  const offers = await page.request.get("/search/offers?q=botosani");
  expect(await offers.json()).toMatchObject({ count: 0, finds: [], kinds: [], cities: [], instead: null });
  expect((await page.request.get(`${network}/search/offers?q=botosani`)).status()).toBe(404);
});

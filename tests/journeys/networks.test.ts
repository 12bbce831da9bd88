// The journey of a new network: an administrator creates it, its lead partner sets it up, replaces a partner that left, closes it
// and opens it again.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/markets-under-one-roof";

async function addPartner(page: Page, city: string, institution: string, since: string): Promise<void> {
  await page.goto(`${home}/partners/new`);
  await page.getByLabel("City", { exact: true }).selectOption({ label: city });
  await page.getByLabel("Institution").fill(institution);
  await page.getByLabel("First day").fill(since);
  await page.getByRole("button", { name: "Add the partner" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForURL(/\/partners\/[0-9a-z]{20}$/);
}

async function setBudget(
  page: Page,
  budget: string,
  sources: Array<[string, string, string]>,
): Promise<void> {
  await page.getByText("Budget and sources").click();
  await page.getByLabel("Budget, EUR").fill(budget);
  for (const [index, [name, rate, stated]] of sources.entries()) {
    await page.getByLabel(`Source ${index + 1}`, { exact: true }).fill(name);
    await page.getByLabel(`Rate of source ${index + 1}, %`).fill(rate);
    await page.getByLabel(`Stated for source ${index + 1}, EUR`).fill(stated);
  }
  await page.getByRole("button", { name: "Save the budget" }).click();
}

test("a network is created, set up, given money, closed and opened again", async () => {
  const { page: administrator } = await visitor(house.origin);
  await signInAs(administrator, "administrator", "/administration/networks/new");
  await administrator.getByLabel("Name", { exact: true }).fill("Markets under one roof");
  await administrator.getByLabel("Kind of network").selectOption("transfer");
  await administrator.getByLabel("Programme").fill("URBACT IV");
  // What a new city needs is asked for only when one is chosen.
  expect(await administrator.getByLabel("Name of the city in its own language").isVisible()).toBe(false);
  await administrator.getByLabel("City", { exact: false }).first().selectOption("new");
  await administrator.getByLabel("Name of the city in its own language").fill("Ventė");
  await administrator.getByLabel("Which language that is").selectOption("lt");
  await administrator.getByLabel("Country").selectOption("LT");
  await administrator.getByLabel("Institution").fill("Municipality of Ventė");
  await administrator.getByLabel("E-mail address of the account").fill("messina@demo.torg");
  await administrator.getByRole("button", { name: "Create the network" }).click();
  await administrator.getByText("“Markets under one roof” is created.").waitFor();
  // Whoever creates networks is not told to ask an administrator for one.
  await administrator.goto("/networks");
  await administrator.getByRole("main").getByRole("link", { name: "New network" }).waitFor();

  const { page: lead, allow } = await visitor(house.origin);
  allow(/status of (422|403)/);
  await signInAs(lead, "messina", home);
  await lead.getByText("1 of 5 done.").waitFor();
  await lead.getByRole("link", { name: "Describe the network: theme, first and last day" }).click();
  await lead.getByLabel("Theme").fill("Old halls, new stalls");
  await lead.getByLabel("First day", { exact: false }).first().fill("2026-01-01");
  await lead.getByLabel("Last day", { exact: false }).first().fill("2025-12-31");
  await lead.getByLabel("Stated total budget, EUR").fill("543 819,40");
  await lead.getByRole("button", { name: "Save the facts" }).click();
  await lead.getByText("The end lies before the start.").first().waitFor();
  expect(await lead.getByLabel("Theme").inputValue()).toBe("Old halls, new stalls");
  await lead.getByLabel("Last day", { exact: false }).first().fill("2027-12-31");
  await lead.getByRole("button", { name: "Save the facts" }).click();
  await lead.getByText("The facts are saved.").waitFor();
  await lead.getByLabel("Name of the phase").fill("First phase");
  await lead.getByLabel("Planned first day").fill("2026-01-01");
  await lead.getByLabel("Planned last day").fill("2026-06-30");
  await lead.getByRole("button", { name: "Add the phase" }).click();
  await lead.getByText("planned 1 January – 30 June 2026").waitFor();
  await lead.getByLabel("Change the phase “First phase”").click();
  await lead.getByRole("listitem").getByLabel("Actual first day").fill("2026-02-01");
  await lead.getByRole("button", { name: "Save the phase" }).click();
  await lead.getByText("in fact from 1 February 2026").waitFor();

  await addPartner(lead, "Alytus, Lithuania", "Alytus City Municipality", "2026-01-01");
  await setBudget(lead, "82,165.86", [
    ["EU", "85", "69,840.98"],
    ["City", "15", "12,324.90"],
  ]);
  await lead.getByText("0.02 more than computed").waitFor();
  await lead.getByText("The stated amounts come to 0.02 EUR more than the budget.").waitFor();
  await lead.getByText("15.109 % of the network’s total of 543,819.40 EUR.").waitFor();
  for (const amount of ["69,840.98", "12,324.88"])
    expect(await lead.getByRole("cell", { name: amount }).count()).toBeGreaterThan(0);

  await addPartner(lead, "Ventspils, Latvia", "Ventspils Digital Centre", "2026-01-01");
  await setBudget(lead, "51 280,00", [
    ["ERDF", "85", ""],
    ["State", "5", ""],
    ["City", "9", ""],
  ]);
  await lead.getByText("The rates of all sources have to come to 100 %.").first().waitFor();
  await lead.getByLabel("Rate of source 3, %").fill("10");
  await lead.getByRole("button", { name: "Save the budget" }).click();
  for (const amount of ["43,588.00", "2,564.00", "5,128.00"])
    await lead.getByRole("cell", { name: amount }).waitFor();

  await lead.getByText("Another comes in its place").click();
  await lead.getByLabel("First day of the next partner").fill("2026-07-01");
  await lead.getByLabel("City", { exact: true }).selectOption({ label: "Oulu, Finland" });
  await lead.locator("#institution").fill("City of Oulu");
  await lead.getByRole("button", { name: "Replace the partner" }).click();
  await lead.getByRole("heading", { level: 1, name: "Oulu" }).waitFor();
  await lead.getByText("came in the place of Ventspils Digital Centre, Ventspils").waitFor();
  await lead
    .getByRole("navigation", { name: "Parts of the network" })
    .getByRole("link", { name: "Partners" })
    .click();
  await lead.getByText("replaced by City of Oulu, Oulu").waitFor();
  await lead.getByText("1 January – 30 June 2026").waitFor();
  await lead.getByText(/come to 133,445.86 EUR of a stated total of 543,819.40 EUR/).waitFor();
  // As many sources as there are, from the first budget on.
  await lead.getByRole("link", { name: "Oulu" }).click();
  await lead.getByRole("heading", { level: 1, name: "Oulu" }).waitFor();
  const fifths: Array<[string, string]> = [
    ["ERDF", "30"],
    ["State", "30"],
    ["Region", "30"],
    ["City", "5"],
    ["Firms", "5"],
  ];
  await setBudget(
    lead,
    "0.05",
    fifths.map(([name, rate]) => [name, rate, ""]),
  );
  await lead
    .getByRole("row", { name: /^Firms/ })
    .getByRole("cell", { name: "0.00" })
    .waitFor();
  const computed = await lead.locator(".ledger tbody tr td:nth-child(3)").allInnerTexts();
  expect(computed.slice(0, 5)).toEqual(["0.02", "0.02", "0.01", "0.00", "0.00"]);

  await lead.getByRole("link", { name: "Settings" }).click();
  await lead.getByRole("button", { name: "Close the network" }).click();
  await lead.getByText("This network is closed.").waitFor();
  // What it is stands there in words, and no field asks for what cannot be changed.
  await lead.getByRole("definition").getByText("Old halls, new stalls").waitFor();
  expect(await lead.getByRole("main").getByRole("textbox").count()).toBe(0);
  await lead.getByRole("link", { name: "Partners", exact: true }).click();
  await lead.getByRole("link", { name: "Alytus" }).waitFor();
  expect(await lead.getByRole("link", { name: "Add a partner" }).count()).toBe(0);
  // What is refused now is refused because the network is closed, and the page blames nobody's role.
  await lead.goto(`${home}/partners/new`);
  await lead.getByRole("main").getByText("This network is closed.").waitFor();
  expect(await lead.getByText("Your role does not allow this").count()).toBe(0);
  await lead.goto(`${home}/documents/new`);
  await lead.getByRole("main").getByText("This network is closed.").waitFor();
  const writer = await signedInAs(house.origin, "messina");
  expect((await writer.page(`${home}/partners/new`)).status).toBe(403);
  const phase = await writer.post(`${home}/settings`, { intent: "add-phase", phaseName: "Another" });
  expect(phase.status).toBe(403);
  await lead.getByRole("link", { name: "Settings" }).click();
  await lead.getByRole("button", { name: "Open the network again" }).click();
  await lead.getByText("This network is closed.").waitFor({ state: "detached" });
  await lead.getByRole("button", { name: "Add the phase" }).waitFor();
});

test("a network is set up without a script as well, and what is wrong is said beside the field", async () => {
  const { page, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of 422/);
  await page.goto("/sign-in?to=%2Fnetworks%2Ftechrevolution%2Fsettings");
  await page.locator("#email").fill("barnsley@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  const phases = page.locator("form:has(button[value=add-phase])");
  await phases.getByLabel("Name of the phase").fill("A phase without a script");
  await phases.getByLabel("Actual first day").fill("2022-01-01");
  await phases.getByLabel("Actual last day").fill("2021-01-01");
  await phases.getByRole("button", { name: "Add the phase" }).click();
  await page.getByText("The end lies before the start.").first().waitFor();
  expect(await phases.getByLabel("Name of the phase").inputValue()).toBe("A phase without a script");
  await phases.getByLabel("Actual last day").fill("2100-06-30");
  await phases.getByRole("button", { name: "Add the phase" }).click();
  await page.getByText("That day is still to come. Give here only what has happened.").first().waitFor();
  await phases.getByLabel("Actual last day").fill("2022-06-30");
  await phases.getByRole("button", { name: "Add the phase" }).click();
  await page.getByText("in fact 1 January – 30 June 2022").waitFor();
});

test("money stands in the rows of which one may see it, and in no other's data", async () => {
  const [lead, alytus, observer] = await Promise.all(
    ["barnsley", "alytus", "observer"].map((account) => signedInAs(house.origin, account)),
  );
  if (!lead || !alytus || !observer) throw new Error("all are signed in");
  const list = "/networks/techrevolution/partners";
  const { text } = await lead.page(list);
  const id = /href="\/networks\/techrevolution\/partners\/(\w{20})"[^>]*>Alytus</.exec(text)?.[1] ?? "";
  const order = { intent: "budget", budget: "82,165.86", "source-1": "EU", "rate-1": "100" };
  expect((await lead.post(`${list}/${id}`, order)).status).toBe(200);
  for (const path of [list, `${list}/${id}`]) {
    expect((await alytus.page(path)).text).toContain("82,165.86");
    for (const { text: seen, status } of [await observer.page(path), await observer.data(path)]) {
      expect(status).toBe(200);
      expect(seen).not.toMatch(/82,165\.86|8216586/);
    }
  }
});

test("whoever sees money checks a project's sums, without a script too; what contradicts stands beside what is computed", async () => {
  const { page, context, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/422/);
  await page.goto("/sign-in?to=/networks/techrevolution/partners");
  await page.locator("#email").fill("barnsley@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByRole("link", { name: "Check the sums of a project" }).click();
  await page.getByLabel("Activities, EUR").fill("50,000\n250,000\n100,00x");
  await page.getByLabel("Administration, %").fill("10");
  await page.getByLabel("Stated value, EUR").fill("400,000");
  await page.getByRole("button", { name: "Check" }).click();
  await page.locator("#activities-error").waitFor();
  await page.getByLabel("Activities, EUR").fill("50,000\n250,000\n100,000");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByText("The stated sums contradict each other").waitFor();
  const amounts = await page.locator(".ledger tbody tr").allInnerTexts();
  expect(amounts.map((row) => row.split(/\s*\t\s*/))).toEqual([
    ["As stated", "400,000.00", "–", "400,000.00"],
    ["10 % inside the stated value", "360,000.00", "40,000.00", "400,000.00"],
    ["10 % on top of the activities", "400,000.00", "40,000.00", "440,000.00"],
    ["10 % of the value that comes out", "400,000.00", "44,444.44", "444,444.44"],
  ]);
  await context.close();
});

test("a network that has nobody yet: the administrator invites its lead partner, who finds the first steps there", async () => {
  const { page: administrator } = await visitor(house.origin);
  await signInAs(administrator, "administrator", "/administration/networks/new");
  await administrator.getByLabel("Name", { exact: true }).fill("Quays and squares");
  await administrator.getByLabel("Kind of network").selectOption("action-planning");
  await administrator.getByLabel("Programme").fill("URBACT IV");
  await administrator.getByRole("button", { name: "Create the network" }).click();
  await administrator.getByText("“Quays and squares” is created.", { exact: false }).waitFor();
  // What comes next stands open beneath it.
  await administrator.getByLabel("E-mail address").fill("harbour@city.example");
  await administrator.getByRole("button", { name: "Send the invitation" }).click();
  const link = await administrator.getByLabel("Link of the invitation").inputValue();

  const { page: lead } = await visitor(house.origin);
  await lead.goto(link);
  await lead.getByLabel("Name", { exact: true }).fill("Harbour master's office");
  await lead.getByLabel("Password", { exact: true }).fill("a quay beside a square");
  await lead.getByRole("button", { name: "Accept and begin" }).click();
  await lead.waitForURL(/\/networks\/quays-and-squares\/welcome$/);
  await lead.getByRole("link", { name: "Set up the network" }).click();
  await lead.getByRole("heading", { name: "First steps" }).waitFor();
  await lead
    .getByRole("link", { name: /partner/i })
    .first()
    .waitFor();
  await lead.getByRole("button", { name: "Hide", exact: true }).click();
  await lead.getByRole("button", { name: "Show the steps" }).waitFor();
  await lead.reload();
  await lead.getByRole("heading", { name: "First steps" }).waitFor();
  expect(await lead.getByRole("link", { name: "Add its phases" }).count()).toBe(0);
  await lead.getByRole("button", { name: "Show the steps" }).click();
  await lead.getByRole("link", { name: "Add its phases" }).waitFor();
  // Their city is the lead partner's, from the moment on in which there is one; nobody is told that a role ended by that.
  await lead.getByRole("link", { name: "Add the lead partner’s city" }).click();
  await lead.getByLabel("City", { exact: true }).selectOption("new");
  await lead.getByLabel("Name of the city in its own language").fill("Kärdla");
  await lead.getByLabel("Which language that is").selectOption("et");
  await lead.getByLabel("Country").selectOption("EE");
  await lead.getByLabel("Institution").fill("Harbour master's office");
  await lead.getByLabel("First day").fill("2026-01-01");
  await lead.getByRole("button", { name: "Add the partner" }).click();
  await lead.getByRole("heading", { level: 1, name: "Kärdla" }).waitFor();
  await lead.getByText("Lead partner, Kärdla", { exact: true }).first().waitFor();
  expect(await lead.getByText(/A role of yours|You have a new role/).count()).toBe(0);
  await lead.goto("/networks/quays-and-squares/people");
  await lead.getByRole("heading", { level: 2, name: "Kärdla" }).waitFor();
  // Nobody has said yet where it lies: its page is where that is said, and then there is a map.
  await lead.goto("/networks/quays-and-squares");
  await lead.getByText("Not on the map: Kärdla").waitFor();
  await lead.getByText("Each comes onto the map once", { exact: false }).waitFor();
  expect(await lead.getByRole("img", { name: /^Map of Europe/ }).count()).toBe(0);
  await lead.getByRole("link", { name: "Kärdla" }).click();
  await lead.getByText("What is known of the city").click();
  await lead.getByLabel("Latitude").fill("59.00");
  await lead.getByLabel("Longitude").fill("22.75");
  await lead.locator("button[value=city]").click();
  await lead.getByText("The city is saved.").waitFor();
  await lead.goto("/networks/quays-and-squares");
  await lead.getByRole("img", { name: /^Map of Europe/ }).waitFor();
  expect(await lead.getByText("Not on the map").count()).toBe(0);
  await administrator.goto("/administration");
  expect(await administrator.getByText("Invite its lead partner").count()).toBe(0);
});

// What a city owes, from the template to the programme's approval: each step taken at one window is seen at the other, and read by whom it is for.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done, sendFile } from "../support/alytus-writes";
import { awake, signInAs, visitor } from "../support/browser";
import { dropDeliverables } from "../support/dropped-deliverables";
import { openHouse, type House } from "../support/house";
import { openRows } from "../support/house-rows";
import { newId } from "~/platform/id";
import { sideways, violationsOn } from "../support/looks";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await dropDeliverables(house.origin, "barnsley", network);
});
afterAll(() => house.close());

const network = "/networks/techrevolution";
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
async function at(who: string, path: string) {
  const { page, allow } = await visitor(house.origin);
  await signInAs(page, who, `${network}${path}`);
  await awake(page);
  return { page, allow };
}

/** The cell of a city in a row, by the place of its column. */
async function cell(page: Page, deliverable: string, city: string) {
  const cities = await page.getByRole("columnheader").allTextContents();
  const row = page.getByRole("row", { name: new RegExp(`^${deliverable}`) });
  return row.locator("td").nth(cities.indexOf(city) - 1);
}

test("a network begins with the programme's deliverables; a city hands in, is asked for changes, hands in anew, and is accepted", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const text = { title: "Transfer plan of Alytus", text: "We begin with two rooms." };
  const id = await beginPractice(alytus, text);
  const { page: lead, allow } = await at("barnsley", "/deliverables");
  await lead.getByRole("button", { name: "Begin with the programme’s deliverables" }).click();
  await lead.getByRole("row", { name: /^Transfer plan/ }).waitFor();
  expect(await violationsOn(lead)).toEqual([]);

  const { page: city, allow: allowCity } = await at("alytus", "/deliverables");
  await (await cell(city, "Transfer plan", "Alytus")).getByRole("link").first().click();
  await heading(city, "Transfer plan, Alytus").waitFor();
  const own = city.url();
  await city.getByLabel("Link a document").selectOption({ label: "Transfer plan of Alytus" });
  await city.getByRole("button", { name: "Link", exact: true }).click();
  await city.getByText("Begun", { exact: true }).waitFor();
  // The lead partner's matrix says so by itself.
  await (await cell(lead, "Transfer plan", "Alytus")).getByText("Drafting").waitFor();

  await city
    .getByLabel("What is handed in")
    .selectOption({ label: "Transfer plan of Alytus, as it stands now" });
  // Who reads what is said beside it is told before it is said.
  const note = city.getByLabel("What else is to be said").first();
  const readers = city.locator(`[id="${(await note.getAttribute("aria-describedby"))?.split(" ")[0]}"]`);
  expect(await readers.textContent()).toMatch(/^Everybody who sees this page reads it: .*all cities/);
  await city.getByRole("button", { name: "Hand in", exact: true }).click();
  await city.getByText("Handed in: Transfer plan of Alytus").waitFor();
  const theirs = await cell(lead, "Transfer plan", "Alytus");
  await theirs.getByText("Handed in").waitFor();

  // The lead partner may not read the draft: from the cell it is one step to what was handed in.
  await theirs.getByRole("link", { name: "Open the document for “Transfer plan” of Alytus" }).click();
  await lead.getByText("We begin with two rooms.").waitFor();
  await lead.getByRole("link", { name: "Back to the deliverable" }).click();
  await heading(lead, "Transfer plan, Alytus").waitFor();
  await lead.getByText("The lead expert is asked for a word first.").waitFor();
  expect(await lead.getByText("Accept", { exact: true }).count()).toBe(0);
  await lead.getByRole("link", { name: "Handed in: Transfer plan of Alytus" }).click();
  await lead.getByText("We begin with two rooms.").waitFor();
  await lead.getByRole("link", { name: "Back to the deliverable" }).click();
  await heading(lead, "Transfer plan, Alytus").waitFor();
  const form = lead.locator("form", { has: lead.getByRole("button", { name: "Request changes" }) });
  await form.getByLabel("Why").fill("Say what the rooms cost");
  await form.getByLabel("Until when").fill("2020-01-01");
  allow(/status of 422/);
  await form.getByRole("button", { name: "Request changes" }).click();
  await lead.getByText("That day is over. Choose today or a later day.").first().waitFor();
  expect(await form.getByLabel("Why").inputValue()).toBe("Say what the rooms cost");
  await form.getByLabel("Until when").fill("2090-01-31");
  await form.getByRole("button", { name: "Request changes" }).click();
  await city.getByText("Say what the rooms cost").waitFor();
  await city.getByText("Changes until 31 January 2090").first().waitFor();

  // The very text that was sent back is no answer.
  const asItStands = { label: "Transfer plan of Alytus, as it stands now" };
  allowCity(/status of 422/);
  await city.getByLabel("What is handed in").selectOption(asItStands);
  await city.getByRole("button", { name: "Hand in", exact: true }).click();
  await city.getByText("This was handed in already.").first().waitFor();
  const more = { ...text, text: "We begin with two rooms, which cost nothing.", language: "en" };
  await done(alytus.post(documentPath(id, "edit"), { intent: "save", revision: "2", ...more }));
  await city.getByLabel("What is handed in").selectOption(asItStands);
  await city.getByRole("button", { name: "Hand in", exact: true }).click();
  const { page: expert } = await at("lead-expert", new URL(own).pathname.slice(network.length));
  await expert.getByLabel("The lead expert’s word").fill("It is whole now");
  await expert.getByRole("button", { name: "Give your word" }).click();
  await lead.getByText("It is whole now").waitFor();
  await lead.getByRole("button", { name: "Accept", exact: true }).click();
  await city.getByText("Accepted", { exact: true }).first().waitFor();

  // A wrong step is taken back, with a trace.
  await lead.getByRole("button", { name: "Take this step back: Accepted" }).click();
  await city.getByText(/^Taken back by/).waitFor();
  // Looked at while its own answer is being drawn, the page would be judged half old and half new.
  await lead.getByText(/^Taken back by/).waitFor();
  await lead.getByRole("button", { name: "Take this step back: Accepted" }).waitFor({ state: "detached" });
  expect(await violationsOn(lead)).toEqual([]);
});

test("from what a city owes its document is begun under its name, and both are told: the city's page and the lead partner's matrix and home", async () => {
  const { page: lead } = await at("barnsley", "/deliverables");
  const { page: city } = await at("novska", "/deliverables");
  await (await cell(city, "Transfer plan", "Novska")).getByRole("link").first().click();
  await city.getByRole("link", { name: "Begin a new document" }).click();
  await city.getByText("It is drafted for “Transfer plan, Novska” and linked with it.").waitFor();
  expect(await city.getByRole("radio", { name: /^Note/ }).isChecked()).toBe(true);
  expect(await city.getByLabel("Title").inputValue()).toBe("Transfer plan");
  await city.getByLabel("Title").fill("Two rooms");
  await city.getByRole("button", { name: "Begin writing" }).click();
  await city.getByRole("textbox", { name: "Text", exact: true }).waitFor();
  await (await cell(lead, "Transfer plan", "Novska")).getByText("Drafting").waitFor();
  await city.goto(`${network}/deliverables`);
  await (await cell(city, "Transfer plan", "Novska")).getByRole("link").first().click();
  await city.getByRole("link", { name: "Two rooms" }).waitFor();

  // The homes of both say how it stands.
  await lead.goto(network);
  const due = lead.getByRole("region", { name: "What is due" });
  await due.getByRole("link", { name: /deliverables? (is|are) late/ }).click();
  await lead.getByRole("columnheader").first().waitFor();
  expect(new URL(lead.url()).search).toBe("?state=late");
  await lead.goto(network);
  await lead
    .getByRole("region", { name: "What changed" })
    .getByRole("link", { name: /began “Transfer plan, Novska”/ })
    .waitFor();
  await city.goto(network);
  await city
    .getByRole("region", { name: "What is due" })
    .getByRole("link", { name: "Transfer plan, Novska" })
    .waitFor();
});

test("the matrix is narrowed by its address, gone through by arrow keys, and a list on phones", async () => {
  const { page } = await at("novska", "/deliverables?state=late");
  const late = await page.getByText(/^\d+ late$/).textContent();
  expect(Number.parseInt(late ?? "", 10)).toBeGreaterThan(0);
  await page.getByLabel("City", { exact: true }).selectOption({ label: "Novska" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const cities = () => page.getByRole("columnheader").allTextContents();
  await expect.poll(cities).toEqual(["Deliverable", "Novska"]);
  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByRole("columnheader", { name: "Barnsley" }).waitFor();

  await (await cell(page, "Transfer diary", "Barnsley")).getByRole("link").first().focus();
  await page.keyboard.press("ArrowRight");
  const next = await cell(page, "Transfer diary", "Alytus");
  expect(await next.evaluate((place) => place.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("ArrowUp");
  const above = await cell(page, "Transfer plan", "Alytus");
  expect(await above.evaluate((place) => place.contains(document.activeElement))).toBe(true);

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
  expect((await violationsOn(page)).length).toBe(0);
});

test("a step stands in another's matrix from what is asked of that city alone, and from all of the page where that does not answer", async () => {
  const { page, allow } = await at("barnsley", "/deliverables");
  allow(/Failed to load resource/);
  const diary = (city: string) => cell(page, "Transfer diary", city);
  const begin = async (account: string, city: string) => {
    const path = await (await diary(city)).getByRole("link").first().getAttribute("href");
    const officer = await signedInAs(house.origin, account);
    await officer.post(path ?? "", { intent: "begin", id: newId(), seen: "0" });
    await (await diary(city)).getByText("Drafting").waitFor();
  };
  await page.route(/deliverables\.data/, (route) => route.abort());
  await begin("alytus", "Alytus");
  await page.unroute(/deliverables\.data/);
  await page.goto(`${network}/deliverables`);
  await awake(page);
  await page.route(/\/cell$/, (route) => route.abort());
  await begin("novska", "Novska");
});

test("what does not apply to a city says why, what is dropped can be asked for again, and a day of its own moves one city alone", async () => {
  const { page, allow } = await at("barnsley", "/deliverables");
  await (await cell(page, "Transfer diary", "Novska")).getByRole("link").first().click();
  await heading(page, "Transfer diary, Novska").waitFor();
  await page.getByText("For this city alone").click();
  await page.getByLabel("A due day of its own for Novska").fill("2091-03-01");
  await page.getByRole("button", { name: "Set the day" }).click();
  await page.getByText("Due 1 March 2091").waitFor();
  // A day that is left out is asked for by the name of its field, and a reason by that of its own.
  allow(/status of 422/);
  await page.getByLabel("A due day of its own for Novska").fill("");
  await page.getByRole("button", { name: "Set the day" }).click();
  const wrong = page.getByRole("alert").getByRole("link");
  await page.getByRole("link", { name: /^A due day of its own for Novska: / }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("dueOn");
  expect(await wrong.count()).toBe(1);
  await page.getByLabel("Not applicable to Novska").evaluate((field) => field.removeAttribute("required"));
  await page.getByRole("button", { name: "Mark as not applicable" }).click();
  await page.getByRole("link", { name: /^Not applicable to Novska: / }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.getByLabel("Not applicable to Novska").fill("Its diary is kept by Rzeszów");
  await page.getByRole("button", { name: "Mark as not applicable" }).click();
  await page.getByText("Its diary is kept by Rzeszów").first().waitFor();
  // What was set for the city stands in its history, the last one first.
  const history = page.locator("section", { has: page.getByRole("heading", { name: "What happened" }) });
  await history.getByText("Does not apply to this city").waitFor();
  await history.getByText("A due day of its own: 1 March 2091").waitFor();
  expect(await history.getByRole("listitem").first().innerText()).toContain("Its diary is kept by Rzeszów");
  await page.getByRole("link", { name: "Transfer diary", exact: true }).click();
  await heading(page, "Transfer diary").waitFor();
  await page.getByText("Change", { exact: true }).click();
  // First what it would mean: its day goes for the cities, and who is told; nothing has changed by looking.
  await page.getByRole("button", { name: "See whom it concerns" }).click();
  const shift = page.getByRole("region", { name: "What it would mean" });
  await shift.getByText("→ not asked for").first().waitFor();
  await shift.getByText("Concerned:").waitFor();
  await shift.getByText("Nothing has changed yet.").waitFor();
  await page.getByRole("button", { name: "No longer ask for “Transfer diary”" }).click();
  // Its page says so and is left by asking again; a city reads of it the same, without any form.
  await page.getByRole("link", { name: "Transfer diary", exact: true }).last().click();
  await heading(page, "Transfer diary").waitFor();
  await page.getByText(/has not asked for it any more since .* What was handed in is kept\./).waitFor();
  expect(await page.getByText("Change", { exact: true }).count()).toBe(0);
  expect((await violationsOn(page)).length).toBe(0);
  const { page: city } = await at("novska", new URL(page.url()).pathname.slice(network.length));
  await city.getByRole("link", { name: "Novska" }).last().click();
  await heading(city, "Transfer diary, Novska").waitFor();
  await city.getByText(/has not asked for it any more since/).waitFor();
  expect(await city.locator("main").getByRole("button").count()).toBe(0);
  await page.getByRole("button", { name: "See whom it concerns" }).click();
  await page
    .getByRole("region", { name: "What it would mean" })
    .getByText("not asked for →")
    .first()
    .waitFor();
  expect((await violationsOn(page)).length).toBe(0);
  await page.getByRole("button", { name: "Ask for it again" }).click();
  await page.getByText("It is asked for again.").waitFor();
  await page.getByText("Change", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Deliverables" }).last().click();
  await heading(page, "Deliverables").waitFor();
  await (await cell(page, "Transfer diary", "Novska")).getByText("Not applicable").waitFor();
});

test("a form that stood open changes what was changed in it, and leaves what somebody else changed meanwhile", async () => {
  const { page: old } = await at("barnsley", "/deliverables");
  await old.getByRole("link", { name: "Transfer diary", exact: true }).click();
  await heading(old, "Transfer diary").waitFor();
  await old.getByText("Change", { exact: true }).click();
  const months = old.getByLabel("Months");
  const { page: other, allow } = await at("barnsley", new URL(old.url()).pathname.slice(network.length));
  await other.getByText("Change", { exact: true }).click();
  const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
  const saved = (page: Page) => page.getByText("Saved", { exact: false }).first().waitFor();
  await months.fill("1");
  await other.getByLabel("What belongs in it").fill("One page each month");
  await save(other);
  await saved(other);
  await old.getByText("One page each month").first().waitFor();
  await save(old);
  await saved(old);
  await other.getByText("1 month after").first().waitFor();
  expect(await old.locator("main p", { hasText: "One page each month" }).count()).toBe(1);

  // Both change the same: the second is asked, with what they wrote still there, and saves it with the next press.
  await other.getByLabel("What belongs in it").fill("Two pages");
  await old.getByLabel("What belongs in it").fill("A page and a picture");
  await save(old);
  await other.locator("main p", { hasText: "A page and a picture" }).waitFor();
  allow(/status of 422/);
  await save(other);
  await other.getByText("Somebody else has changed this meanwhile.").first().waitFor();
  expect(await other.getByLabel("What belongs in it").inputValue()).toBe("Two pages");
  await save(other);
  await old.locator("main p", { hasText: "Two pages" }).waitFor();
});

test("what somebody writes for a step stays before them when another step is taken meanwhile", async () => {
  const { page: city } = await at("novska", "/deliverables");
  await (await cell(city, "Transfer plan", "Novska")).getByRole("link").first().click();
  await heading(city, "Transfer plan, Novska").waitFor();
  const path = new URL(city.url()).pathname.slice(network.length);
  await city.getByLabel("What is handed in").selectOption({ label: "Two rooms, as it stands now" });
  await city.getByRole("button", { name: "Hand in", exact: true }).click();
  await city.getByText("Handed in: Two rooms").waitFor();
  const asked = async () => {
    const { page } = await at("barnsley", path);
    return page.locator("form", { has: page.getByLabel("Until when") });
  };
  const [mine, theirs] = [await asked(), await asked()];
  await mine.getByLabel("Why").fill("The sums do not add up");
  await theirs.getByLabel("Why").fill("Say what the rooms cost");
  await theirs.getByLabel("Until when").fill("2090-01-31");
  await theirs.getByRole("button", { name: "Request changes" }).click();
  await mine.page().getByText("Somebody has taken another step meanwhile").waitFor();
  expect(await mine.getByLabel("Why").inputValue()).toBe("The sums do not add up");
  expect(await mine.getByRole("button").count()).toBe(0);
  // Whoever took it has said what they had to.
  await theirs.waitFor({ state: "detached" });
});

test("where nobody hands in for a city, the lead partner is told so and led to who could", async () => {
  const rows = openRows(house.folder);
  rows
    .prepare("UPDATE Membership SET until = ? WHERE personId = (SELECT id FROM Person WHERE email = ?)")
    .run(new Date(Date.now() - 1000).toISOString(), "roeselare@demo.torg");
  rows.close();
  const { page } = await at("barnsley", "/deliverables");
  await (await cell(page, "Transfer plan", "Roeselare")).getByRole("link").first().click();
  await page.getByText("Roeselare has no project officer now, and nobody else hands in for it.").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByRole("button", { name: "Send the invitation" }).waitFor();
});

test("a file that was handed in and erased for good since leaves its word at the step, instead of a way to it", async () => {
  const rzeszow = await signedInAs(house.origin, "rzeszow");
  const id = await beginPractice(rzeszow, { title: "The plan in a file" });
  const file = await sendFile(rzeszow, id, "plan.txt", "Two rooms");
  const { page } = await at("rzeszow", "/deliverables");
  await (await cell(page, "Transfer plan", "Rzeszów")).getByRole("link").first().click();
  await heading(page, "Transfer plan, Rzeszów").waitFor();
  await page
    .getByLabel("What is handed in")
    .selectOption({ label: "plan.txt, a file of The plan in a file" });
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  const way = page.getByRole("link", { name: "plan.txt" });
  await way.waitFor();
  const reason = "A private address stood in it";
  await done(rzeszow.post(`${documentPath(id)}/files/${file.id}/erase`, { intent: "erase", reason }));
  await page.reload();
  await page.getByText(/^The file that was handed in was erased for good by .+, .+\.$/).waitFor();
  expect(await way.count()).toBe(0);
  expect(await page.getByText(reason).count()).toBe(0);
});

test("before an extension is made, it is told what it would move and whom it concerns; then it is made, or left", async () => {
  const { page, allow } = await at("barnsley", "/phases");
  await page.getByText("Extend the phase").first().click();
  allow(/status of 422/);
  await page.getByRole("button", { name: "See what moves" }).click();
  await page.getByLabel("New last day").fill("2023-03-31");
  await page.getByRole("button", { name: "See what moves" }).click();
  const told = page.getByRole("region", { name: "What would move" });
  await told.getByText("Network results product").waitFor();
  await told.getByText("31 December 2022 → 31 March 2023").first().waitFor();
  await told.getByText("Nothing has changed yet.").waitFor();
  expect(await told.getByText("Transfer plan").count()).toBe(0);
  expect(await page.getByLabel("New last day").inputValue()).toBe("2023-03-31");
  expect((await violationsOn(page)).length).toBe(0);
  await page.getByLabel("Reason").first().fill("The results are shared in spring");
  await page.getByRole("button", { name: "Extend", exact: true }).click();
  await page.getByText("The phase is extended.").waitFor();
  await page.goto(`${house.origin}${network}/deliverables`);
  await (await cell(page, "Network results product", "Barnsley")).getByText("31 March 2023").waitFor();
  // Taking it back is looked at in the same way, and left.
  await page.goto(`${house.origin}${network}/phases`);
  await page.getByRole("button", { name: /^See what moves when the extension of .* 31 March 2023/ }).click();
  await told.getByText("31 March 2023 → 31 December 2022").first().waitFor();
  await told.getByText("Concerned:").waitFor();
  await page.getByText("extended to 31 March 2023").waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
});

test("what is saved on an index screen leaves its address as it was, also for whoever goes back to it", async () => {
  const { page } = await at("barnsley", "/deliverables");
  const address = `${house.origin}${network}/deliverables`;
  await page.getByText("When something is at risk").click();
  await page.getByRole("button", { name: "Usual days" }).click();
  await page.getByText("Saved. The matrix goes by it from now on.").waitFor();
  await expect.poll(() => page.url()).toBe(address);
  await page.getByLabel("Days it waits for an expert").fill("6");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved. The matrix goes by it from now on.").waitFor();
  await expect.poll(() => page.url()).toBe(address);
  await page.getByRole("link", { name: "Transfer plan", exact: true }).click();
  await heading(page, "Transfer plan").waitFor();
  await page.goBack();
  await heading(page, "Deliverables").waitFor();
  expect(page.url()).toBe(address);
  expect(await page.getByLabel("Days it waits for an expert").inputValue()).toBe("6");
});

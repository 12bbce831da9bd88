// An officer's week: what their city is to hand in, across their networks, handed in from there; and days that move, told once and undone.
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { newId } from "~/platform/id";
import { beginPractice } from "../support/alytus-writes";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks } from "../support/looks";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";
const inDays = (days: number) => dayAfter(dayOf(new Date()), days);

async function at(who: string, path: string) {
  const { page, allow } = await visitor(house.origin);
  await signInAs(page, who, path);
  await awake(page);
  return { page, allow };
}

test("what is late, due and waiting stands on one page, leads to the very thing, and others hear of days that move, once", async () => {
  const lead = await signedInAs(house.origin, "barnsley");
  const [late, soon] = [newId(), newId()];
  const asked = (id: string, title: string, fixedOn: string) =>
    lead.post(`${home}/deliverables/new`, {
      ...{ intent: "add", id, title, anchor: "day", fixedOn, owedBy: "partners" },
    });
  await asked(late, "The roadmap", inDays(-3));
  await asked(soon, "The baseline study", inDays(20));

  const { page: city } = await at("alytus", "/week");
  await city.getByRole("heading", { level: 3, name: "Late" }).waitFor();
  await expectGoodLooks(city, "my week");
  await city.getByRole("link", { name: "The baseline study, Alytus" }).waitFor();
  await city.getByRole("link", { name: "The roadmap, Alytus" }).press("Enter");
  await city.getByRole("heading", { level: 1, name: "The roadmap, Alytus" }).waitFor();

  // The lead partner looks at what a later day would move, moves it, and thinks again.
  const { page } = await at("barnsley", `${home}/deliverables/${soon}`);
  await page
    .locator("summary")
    .filter({ hasText: /^Change$/ })
    .click();
  const later = inDays(50);
  await page.getByLabel("Fixed day").fill(later);
  await page.getByRole("button", { name: "See what moves" }).click();
  await page.getByText("Nothing has changed yet.").waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
  await city.goto(`${house.origin}/notices`);
  const moved = city.getByRole("button", {
    name: /^Lead partner.+ has moved 1 due day of yours in TechRevolution/,
  });
  await moved.waitFor();
  await city.getByText(/^The baseline study, Alytus: .+ → .+/).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone.").waitFor();
  // Nobody has opened the notice: it is gone by itself, and no other came.
  await moved.waitFor({ state: "detached" });
  await expect.poll(() => page.getByLabel("Fixed day").inputValue()).toBe(inDays(20));
});

test("what was handed in waits for who leads, on their week and in their notices", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const lead = await signedInAs(house.origin, "barnsley");
  const id = newId();
  await lead.post(`${home}/deliverables/new`, {
    ...{ intent: "add", id, title: "Draft plan", anchor: "day", fixedOn: inDays(5) },
    owedBy: "partners",
  });
  await beginPractice(alytus, { title: "The plan of Alytus", text: "Two rooms." });
  const { page: city } = await at("alytus", "/week");
  await city.getByRole("link", { name: "Draft plan, Alytus" }).click();
  await city.getByLabel("What is handed in").selectOption({ label: "The plan of Alytus, as it stands now" });
  await city.getByRole("button", { name: "Hand in", exact: true }).click();
  await city.getByText("Handed in: The plan of Alytus").waitFor();
  await city.goto(`${house.origin}/week`);
  await city.getByRole("heading", { level: 1, name: "My week" }).waitFor();
  expect(await city.getByRole("link", { name: "Draft plan, Alytus" }).count()).toBe(0);
  const { page } = await at("barnsley", "/week");
  const waits = page.getByRole("list", { name: "Waits for you" });
  const waiting = waits.getByRole("listitem").filter({ hasText: "Draft plan, Alytus" });
  await waiting.getByRole("link").waitFor();
  await waiting.getByText("Accept it, or request changes").waitFor();
  await page.goto(`${house.origin}/notices`);
  await page
    .getByRole("button", { name: /^Project officer, Alytus has handed in “Draft plan, Alytus”$/ })
    .waitFor();
});

test("from when something is at risk is set in the network, with its words beside what is wrong", async () => {
  const { page, allow } = await at("barnsley", `${home}/deliverables`);
  allow(/status of 422/);
  await page.locator("summary").filter({ hasText: "When something is at risk" }).click();
  const days = page.getByLabel("Days it waits for the lead partner");
  await days.fill("a week");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await page.getByText("This is not a number that fits here.").first().waitFor();
  expect(await days.inputValue()).toBe("a week");
  await days.fill("3");
  await save.click();
  await page.getByText("Saved. The matrix goes by it from now on.").waitFor();
  await expectGoodLooks(page, "the days of risk");
  await page.getByRole("button", { name: "Usual days" }).click();
  await expect.poll(() => days.inputValue()).toBe("7");
});

test("an observer comes from the list of networks to the portfolio, and from what is missing to the very thing", async () => {
  const lead = await signedInAs(house.origin, "barnsley");
  await lead.post(`${home}/deliverables/new`, {
    ...{ intent: "add", id: newId(), title: "Final report", anchor: "day", fixedOn: inDays(-2) },
    owedBy: "lead-partner",
  });
  const { page } = await at("observer", "/week");
  await page.getByRole("navigation").getByRole("link", { name: "Portfolio" }).click();
  await page.getByRole("heading", { level: 1, name: "Portfolio" }).waitFor();
  await expectGoodLooks(page, "the portfolio");
  await page.getByRole("link", { name: "Final report, Barnsley" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Final report, Barnsley" }).waitFor();
});

// Two at their windows: what the lead partner extends and ticks is read by an officer at once, and a bad day keeps what was typed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("the phases of DigiPlace as they were: baseline, extension with its reason, gate checklist, 66 days between them", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "ventspils", "/networks/digiplace/phases");
  const second = page.getByRole("region", { name: "Phase 2" });
  await second.getByText("planned 7 May 2020 – 7 May 2022").waitFor();
  await second.getByText("extended to 7 August 2022").waitFor();
  await second.getByText("66 days after the phase before").waitFor();
  await second.getByText("From 7 May 2022 to 7 August 2022").waitFor();
  await second.getByText("3 of 3 done before the phase is over").waitFor();
  expect(await page.getByRole("button", { name: /^(Add|Extend|Take back|Not done)/ }).count()).toBe(0);
});

test("a phase is added, extended with a reason and its checklist ticked, live at the officer's window; a bad day keeps the reason", async () => {
  const { page: lead, allow } = await visitor(house.origin);
  const { page: officer } = await visitor(house.origin);
  await signInAs(lead, "barnsley", "/networks/techrevolution/settings");
  for (const [name, start, end] of [
    ["Sharing", "2030-01-01", "2030-06-30"],
    ["Handing on", "2030-06-16", "2030-12-31"],
  ] as const) {
    const field = lead.getByLabel("Name of the phase").last();
    await field.fill(name);
    await lead.locator("#plannedStart").fill(start);
    await lead.locator("#plannedEnd").fill(end);
    await lead.getByRole("button", { name: "Add the phase" }).click();
    await lead.getByRole("listitem").filter({ hasText: name }).first().waitFor();
    await expect.poll(() => field.inputValue()).toBe("");
  }
  await signInAs(officer, "alytus", "/networks/techrevolution/phases");
  await awake(officer);
  await lead.goto(`${house.origin}/networks/techrevolution/phases`);
  await awake(lead);

  const own = lead.getByRole("region", { name: "Sharing" });
  const theirs = officer.getByRole("region", { name: "Sharing" });
  const next = officer.getByRole("region", { name: "Handing on" });
  await next.getByText("overlaps the phase before by 15 days").waitFor();
  await own.getByText("Extend the phase").click();
  allow(/status of 422/);
  await own.getByLabel("New last day").fill("2030-06-30");
  await own.getByLabel("Reason").fill("Two cities join later");
  await own.getByRole("button", { name: "Extend", exact: true }).click();
  await own.getByText("The new last day has to be later than the present one.").first().waitFor();
  expect(await own.getByLabel("Reason").inputValue()).toBe("Two cities join later");
  await own.getByLabel("New last day").fill("2030-09-30");
  await own.getByRole("button", { name: "Extend", exact: true }).click();
  await own.getByText("The phase is extended.").waitFor();
  await theirs.getByText("extended to 30 September 2030").waitFor();
  await theirs.getByText("Two cities join later").waitFor();
  await next.getByText("overlaps the phase before by 107 days").waitFor();

  await own.getByLabel("What has to be done before it is over").fill("Every city has its plan");
  await own.getByRole("button", { name: "Add", exact: true }).click();
  await theirs.getByText("0 of 1 done").waitFor();
  await own.getByRole("button", { name: "Done: “Every city has its plan”" }).click();
  await theirs.getByText("1 of 1 done").waitFor();

  // Nothing hangs on this phase: nothing would move, and it stays extended until it is taken back.
  await own.getByRole("button", { name: /^See what moves when the extension of “Sharing”/ }).click();
  await own.getByText("No due day would move.").waitFor();
  await own.getByText("extended to 30 September 2030").waitFor();
  await own.getByRole("button", { name: /^Take back the extension/ }).click();
  await theirs.getByText(/^Taken back by/).waitFor();
  expect(await theirs.getByText("extended to").count()).toBe(0);
  await officer.goto(`${house.origin}/networks/techrevolution`);
  await officer.getByText("extended the phase “Sharing”").first().waitFor();
});

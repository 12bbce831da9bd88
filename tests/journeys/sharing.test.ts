// The journey of a visit note: Alytus shares it with the two experts only, later with the network; the city replies, both sides sign,
// then only additions come; and what somebody keeps for themselves stays theirs.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, demoNetwork, documentPath, done, type Places } from "../support/alytus-writes";
import { awake, inMenu, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { sideways, violationsOn } from "../support/looks";
import type { Visitor } from "../support/visitor";

let house: House;
let alytusAlone: Visitor;
let places: Places;
beforeAll(async () => {
  house = await openHouse();
  ({ alytus: alytusAlone, places } = await alytusWrites(house.origin));
});
afterAll(() => house.close());

/** Begins a visit note of Alytus that states the ad-hoc expert as a visitor; answers its address. */
async function beginVisit(title: string, text: string): Promise<string> {
  const { location } = await done(
    alytusAlone.post(`/networks/${demoNetwork}/documents/new`, {
      intent: "create",
      kind: "visit-note",
      id: newId(),
      partnershipId: places.partnership,
      title,
      language: "en",
    }),
  );
  const id = /documents\/(\w+)\/edit/.exec(location ?? "")?.[1] ?? "";
  const share = await done(alytusAlone.page(`${documentPath(id)}/share`));
  const expert = /<option value="(\w+)"[^>]*>Ad-hoc expert/.exec(share.text)?.[1] ?? "";
  const written = { revision: "1", title, language: "en", text };
  await done(
    alytusAlone.post(documentPath(id, "edit"), {
      intent: "save",
      ...written,
      "facts.kind": "visit-note",
      "facts.experts.0": expert,
    }),
  );
  return documentPath(id);
}

/** Names somebody on the screen of who sees a document. */
async function name(page: Page, person: RegExp, level: string): Promise<void> {
  const option = page.locator("#personId option").filter({ hasText: person });
  await page.locator("#personId").selectOption((await option.getAttribute("value")) ?? "");
  await page.getByLabel(level, { exact: true }).check();
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await page.getByText("Done. The person is named on it.").waitFor();
}

test("a visit note is shared with the two experts only, later with the network, and taken back at once on open pages", async () => {
  const address = await beginVisit("Two days in January", "We met the implementation team.");
  const { page: alytus } = await visitor(house.origin);
  const { page: expert, allow } = await visitor(house.origin);
  const { page: barnsley, allow: allowBarnsley } = await visitor(house.origin);
  allow(/status of 404/);
  allowBarnsley(/status of 404/);
  await signInAs(alytus, "alytus", address);
  await signInAs(barnsley, "barnsley");
  await signInAs(expert, "lead-expert", `/networks/${demoNetwork}`);
  expect((await expert.request.get(address)).status()).toBe(404);

  await alytus.getByRole("link", { name: "Who sees it" }).click();
  await alytus.getByText("Nobody is named on it.").waitFor();
  await name(alytus, /^Lead expert/, "Read and comment");
  await expert.goto(address);
  await expert.getByText("We met the implementation team.").waitFor();
  await name(alytus, /^Ad-hoc expert/, "Read, comment and write");
  await expect.poll(() => alytus.getByText("Not named, they no longer read the draft.").count()).toBe(2);
  expect((await barnsley.request.get(address)).status()).toBe(404);
  await awake(expert);
  await expert.getByRole("button", { name: "Your city" }).click();
  await expert.getByText("You see it because you are named on it.").waitFor();
  await expert.keyboard.press("Escape");

  // Said beforehand, then done, and listed by name.
  await alytus.getByText(/people see it newly: Lead partner, Barnsley/).waitFor();
  await alytus.getByLabel("The network", { exact: true }).check();
  await alytus.getByRole("button", { name: "Change who sees the draft" }).click();
  await alytus.getByText("Changed. It holds at once, on open pages too.").waitFor();
  await barnsley.goto(`${address}/readers`);
  await barnsley.getByText("Alytus opens the draft to the network.").waitFor();
  await barnsley.getByText(/May read and comment\. Named by Project officer, Alytus/).waitFor();
  await barnsley.goto(address);
  await barnsley.getByText("We met the implementation team.").waitFor();
  await awake(barnsley);
  await barnsley.waitForLoadState("networkidle");

  await alytus.getByLabel("The project officers of Alytus").check();
  await alytus.getByRole("button", { name: "Change who sees the draft" }).click();
  const gone = { name: "This page does not exist, or is not yours to see" };
  await barnsley.getByRole("heading", gone).waitFor({ timeout: 2_000 });
  await expert.getByText("We met the implementation team.").waitFor();
  await alytus.getByRole("button", { name: "Take off: Lead expert" }).click();
  await expert.getByRole("heading", gone).waitFor({ timeout: 2_000 });
  await alytus.goto(`/networks/${demoNetwork}/activity`);
  await alytus
    .getByText("Project officer, Alytus named Lead expert as a commenter on “Two days in January”")
    .waitFor();
  await alytus
    .getByText("Project officer, Alytus opened the draft “Two days in January” to the network")
    .waitFor();
});

test("the city replies, both sides sign the same text, and an addition comes live with name and day", async () => {
  const address = await beginVisit("A signed visit", "Strengths and challenges.");
  const { page: alytus, allow } = await visitor(house.origin);
  const { page: expert } = await visitor(house.origin);
  allow(/status of 409/);
  await signInAs(alytus, "alytus", `${address}/share`);
  await name(alytus, /^Ad-hoc expert/, "Read and comment");
  await signInAs(expert, "ad-hoc-expert", address);
  await alytus.goto(address);
  await awake(alytus);

  await alytus.getByLabel("Reply for Alytus").fill("We thank you and **agree**.");
  await alytus.getByRole("button", { name: "Reply", exact: true }).first().click();
  await expert
    .locator("section", { hasText: "The city’s reply" })
    .locator("strong", { hasText: "agree" })
    .waitFor();
  expect(await expert.getByLabel("Reply for Alytus").count()).toBe(0);
  await expert.getByRole("button", { name: "Sign for the experts" }).click();
  await alytus.getByText(/Signed by Ad-hoc expert/).waitFor();
  expect(await alytus.getByRole("button", { name: "Sign for the experts" }).count()).toBe(0);
  await alytus.getByRole("button", { name: "Sign for Alytus" }).click();
  await expert.getByText(/Both sides have signed/).waitFor();
  await alytus.getByText(/Both sides have signed/).waitFor();
  expect(await alytus.getByRole("link", { name: "Edit" }).count()).toBe(0);
  // Whoever still has the address of the writing screen is told that it is signed; the role is not to blame.
  await alytus.goto(`${address}/edit`);
  await alytus.getByRole("heading", { name: "Both sides have signed this note" }).waitFor();
  await alytus.getByRole("link", { name: "Read the text" }).click();
  await alytus.waitForURL(new RegExp(`${address}$`));
  await expert.getByText("if the note is published for everybody, everybody does").waitFor();
  await expert.getByLabel("Addition", { exact: true }).fill("The lamp was mended in May.");
  await expert.getByRole("button", { name: "Add", exact: true }).click();
  await alytus.getByText("The lamp was mended in May.").waitFor();

  // Nothing of it is published yet, so there are no changes to publish.
  await alytus.getByRole("link", { name: "Publish", exact: true }).click();
  await alytus.getByLabel("Everybody").check();
  await alytus.getByText("Anybody on the internet").waitFor();
  await alytus.getByRole("button", { name: "Publish", exact: true }).click();
  await alytus.getByText("Published. Everybody sees it now.").waitFor();
  const { page: everybody } = await visitor(house.origin, { viewport: { width: 320, height: 700 } });
  const publicly = `/public/en/${address.slice(-20)}`;
  await everybody.goto(publicly);
  await everybody.getByRole("heading", { name: "Additions" }).waitFor();
  await everybody.getByRole("heading", { name: /\d · The experts$/ }).waitFor();
  await everybody.getByText("The lamp was mended in May.").waitFor();
  await expert.getByText("This note is published for everybody").waitFor();
  await expert.getByLabel("Addition", { exact: true }).fill("In **June** it broke again.");
  await expert.getByRole("button", { name: "Add", exact: true }).click();
  await alytus.getByText("it broke again").waitFor();
  await everybody.goto(publicly);
  await everybody.locator("strong", { hasText: "June" }).waitFor();
  const said = await everybody.content();
  for (const unsaid of ["Ad-hoc expert", "We thank you"]) expect(said).not.toContain(unsaid);
  expect([await violationsOn(everybody), await sideways(everybody)]).toEqual([[], 0]);
  await inMenu(alytus, "Withdraw");
  await alytus.getByText(/can read it no more, at once: /).waitFor();
  await alytus.getByRole("button", { name: "Withdraw" }).click();
  await alytus.getByText("Withdrawn. Only those who see the draft read it now.").waitFor();
});

test("a reflection survives a reload unsent, is kept, meets another window, and is in nobody else's page until shared", async () => {
  const address = await beginVisit("A visit to think about", "Much was said.");
  const { page: alytus, context, allow } = await visitor(house.origin);
  allow(/status of 409/);
  const { page: colleague } = await visitor(house.origin);
  await signInAs(alytus, "alytus", address);
  await signInAs(colleague, "alytus2", address);
  const field = alytus.getByLabel("What you think of the visit");
  await field.fill("I doubt that they mean it");
  await alytus.getByText("Not sent yet. It is kept on this device.").waitFor();
  await alytus.reload();
  await awake(alytus);
  await expect.poll(() => field.inputValue()).toBe("I doubt that they mean it");
  await alytus.getByRole("button", { name: "Keep", exact: true }).click();
  await alytus.getByText(/^Kept /).waitFor();

  const second = await context.newPage();
  await second.goto(address);
  await awake(second);
  await field.fill("From the first window");
  await second.getByLabel("What you think of the visit").fill("From the second window");
  await alytus.getByRole("button", { name: "Keep", exact: true }).click();
  await alytus.getByText(/^Kept /).waitFor();
  await second.getByRole("button", { name: "Keep", exact: true }).click();
  await second.getByText("Nothing is lost: yours is in the field").waitFor();
  await second.getByRole("alert").getByText("From the first window").waitFor();
  await second.getByRole("button", { name: "Keep the one in the field" }).click();
  await expect.poll(() => field.inputValue()).toBe("From the second window");

  expect(await (await colleague.request.get(address)).text()).not.toContain("the second window");
  await alytus.getByRole("button", { name: "Share", exact: true }).click();
  await colleague.getByText("From the second window").waitFor();
  await alytus.getByRole("button", { name: "Make it private again" }).click();
  await expect.poll(() => colleague.getByText("From the second window").count()).toBe(0);
});

test("whoever is no longer named on a note takes a shared reflection back where their own roles are", async () => {
  const address = await beginVisit("A visit to leave", "Much was said.");
  const { page: alytus } = await visitor(house.origin);
  const { page: expert, allow } = await visitor(house.origin, { viewport: { width: 360, height: 800 } });
  allow(/status of 404/);
  await signInAs(alytus, "alytus", `${address}/share`);
  await name(alytus, /^Ad-hoc expert/, "Read and comment");
  await signInAs(expert, "ad-hoc-expert", address);
  await expert.getByLabel("What you think of the visit").fill("Nobody asked the tenants.");
  await expert.getByRole("button", { name: "Keep", exact: true }).click();
  await expert.getByRole("button", { name: "Share", exact: true }).click();
  await expert.getByRole("button", { name: "Make it private again" }).waitFor();
  await alytus.getByRole("button", { name: /^Take off: Ad-hoc expert/ }).click();
  await alytus.getByText("Nobody is named on it.").waitFor();
  await alytus.goto(address);
  await alytus.getByText("Nobody asked the tenants.").waitFor();
  await expert.goto(`/networks/${demoNetwork}/people`);
  await expert
    .getByRole("link", { name: /^Ad-hoc expert \(you\)/i })
    .first()
    .click();
  await expert.getByText("Nobody asked the tenants.").waitFor();
  expect([await violationsOn(expert), await sideways(expert)]).toEqual([[], 0]);
  await expert.getByRole("button", { name: "Make it private again" }).click();
  await expect.poll(() => expert.getByText("Nobody asked the tenants.").count()).toBe(0);
  await expect.poll(() => alytus.getByText("Nobody asked the tenants.").count()).toBe(0);
});

test("who sees it is decided without a script, too; what was wrong stands beside the field; by keyboard, at 320 pixels, for axe", async () => {
  const address = await beginVisit("A visit without a script", "Words.");
  const { page, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of 422/);
  await page.goto(`/sign-in?to=${encodeURIComponent(`${address}/share`)}`);
  await page.locator("#email").fill("alytus@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByLabel("Read, comment and write", { exact: true }).check();
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await page.getByText("Fill this in.").last().waitFor();
  expect(await page.getByLabel("Read, comment and write", { exact: true }).isChecked()).toBe(true);
  await name(page, /^Lead partner, Barnsley/, "Read");

  const { page: awakeOne } = await visitor(house.origin);
  await signInAs(awakeOne, "alytus", address);
  for (const screen of [address, `${address}/share`, `${address}/publish`, `${address}/readers`]) {
    await awakeOne.setViewportSize({ width: 320, height: 700 });
    await awakeOne.goto(screen);
    await awake(awakeOne);
    expect([screen, await sideways(awakeOne)]).toEqual([screen, 0]);
    expect([screen, await violationsOn(awakeOne)]).toEqual([screen, []]);
  }
  await awakeOne.goto(`${address}/share`);
  await awake(awakeOne);
  await awakeOne.getByLabel("The project officers of Alytus").focus();
  await awakeOne.keyboard.press("ArrowDown");
  await awakeOne.keyboard.press("Tab");
  expect(await awakeOne.evaluate(() => document.activeElement?.textContent)).toBe(
    "Change who sees the draft",
  );
  await awakeOne.keyboard.press("Enter");
  await awakeOne.getByText("Changed. It holds at once, on open pages too.").waitFor();
});

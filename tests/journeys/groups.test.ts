// The journey of a local group: its city shares a draft with it, its member sees that arrive, remarks, and loses sight of it at once
// when it is no longer shared; whoever wonders reads what roles do, and who can see a text and why.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import {
  alytusWrites,
  beginPractice,
  demoNetwork,
  documentPath,
  done,
  type Places,
} from "../support/alytus-writes";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import type { Visitor } from "../support/visitor";

let house: House;
let alytusAlone: Visitor;
let places: Places;
beforeAll(async () => {
  house = await openHouse();
  ({ alytus: alytusAlone, places } = await alytusWrites(house.origin));
});
afterAll(() => house.close());

const home = `/networks/${demoNetwork}`;
const list = `${home}/documents?kind=good-practice`;

test("a shared draft appears for the local group alone, is remarked on, and is gone from the open page when sharing stops", async () => {
  const title = "A square for all ages";
  const id = await beginPractice(alytusAlone, { title, text: "Benches first." });
  const { page: alytus } = await visitor(house.origin);
  const { page: member, allow } = await visitor(house.origin);
  const { page: rzeszow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(member, "local-group", list);
  await signInAs(rzeszow, "rzeszow", list);
  await signInAs(alytus, "alytus", documentPath(id));
  await member.waitForLoadState("networkidle");

  await alytus.getByRole("link", { name: "Who sees it" }).click();
  await alytus.getByText("1 person sees it newly: Local group member, Alytus.").first().waitFor();
  expect(await member.getByText(title).count()).toBe(0);
  await alytus.getByLabel("Alytus and its local group").check();
  await alytus.getByRole("button", { name: "Change who sees the draft" }).click();
  await alytus.getByText("Changed. It holds at once, on open pages too.").waitFor();
  await alytus.getByRole("link", { name: "Back to the text" }).click();
  const row = member.getByRole("listitem").filter({ hasText: title });
  await row.getByText("Shared with the local group").waitFor();
  await row.getByRole("link", { name: title }).click();
  await member.getByText("Benches first.").waitFor();
  expect(await member.getByRole("link", { name: "Edit" }).count()).toBe(0);

  await member.getByRole("button", { name: "Your city and its local group" }).click();
  await member.getByText("This is a draft that Alytus shares with its local group.").waitFor();
  await member.getByText("You see it as: Local group member, Alytus.").waitFor();
  await member.keyboard.press("Escape");

  await member.getByRole("textbox", { name: "Your comment" }).fill("And **shade**");
  await member.getByRole("button", { name: "Comment", exact: true }).click();
  await alytus.locator(".remark strong", { hasText: "shade" }).waitFor();
  await alytus.getByText("Local group member, Alytus also here").waitFor({ state: "attached" });

  expect(await rzeszow.getByText(title).count()).toBe(0);
  expect((await rzeszow.request.get(documentPath(id))).status()).toBe(404);

  await alytus.getByRole("link", { name: "Who sees it" }).click();
  await alytus.getByText("1 person no longer sees it: Local group member, Alytus.").waitFor();
  await alytus.getByLabel("The project officers of Alytus").check();
  await alytus.getByRole("button", { name: "Change who sees the draft" }).click();
  await member
    .getByRole("heading", { name: "This page does not exist, or is not yours to see" })
    .waitFor({ timeout: 2_000 });
  expect(await member.getByText("Benches first.").count()).toBe(0);
  await alytus.getByText("Changed. It holds at once, on open pages too.").waitFor();
  await alytus.getByRole("link", { name: "Back to the text" }).click();
  await alytus.locator(".remark strong", { hasText: "shade" }).waitFor();
  await member.goto(list);
  expect(await member.getByText(title).count()).toBe(0);
});

test("an officer sets up a second group, renames it and ends it, and the others see it on their open page", async () => {
  const { page: alytus, allow } = await visitor(house.origin);
  allow(/status of 422/);
  const { page: observer } = await visitor(house.origin);
  await signInAs(observer, "observer", `${home}/groups`);
  await signInAs(alytus, "alytus", `${home}/people`);
  await observer.waitForLoadState("networkidle");
  await alytus.getByRole("link", { name: "Local groups" }).click();
  const name = alytus.getByLabel("Name of the group").last();
  await name.fill("digital firms");
  await alytus.getByRole("button", { name: "Set up the group" }).click();
  await alytus.getByText("A local group of this city has this name already.").waitFor();
  expect(await name.inputValue()).toBe("digital firms");
  await name.fill("Shops of the centre");
  await alytus.getByRole("button", { name: "Set up the group" }).click();
  await alytus.getByText("The group is set up.").waitFor();
  await observer.getByText("Shops of the centre").waitFor();
  expect(await observer.getByText("Set up a local group").count()).toBe(0);
  const group = alytus.getByRole("listitem").filter({ hasText: "Shops of the centre" });
  expect(await group.getByRole("link", { name: /Invite/ }).getAttribute("href")).toMatch(
    /\/invitations\/new\?role=local-group-member&partner=\w+&group=\w+$/,
  );
  await group.getByText("Rename", { exact: true }).click();
  await group.getByLabel("Name of the group").fill("Shops and cafés");
  await group.getByRole("button", { name: "Save" }).click();
  await observer.getByText("Shops and cafés").waitFor();
  const renamed = alytus.getByRole("listitem").filter({ hasText: "Shops and cafés" });
  await renamed.getByText("End", { exact: true }).click();
  await renamed.getByText("Nobody belongs to it.", { exact: false }).last().waitFor();
  await renamed.getByRole("button", { name: "End the group" }).click();
  await expect.poll(() => observer.getByText("Shops and cafés").count()).toBe(0);
});

test("whoever belonged to a group that ends hears on the open page which role ended and why, and still on the home later", async () => {
  const { page: alytus } = await visitor(house.origin);
  const { page: novska } = await visitor(house.origin);
  await signInAs(alytus, "alytus", `${home}/groups`);
  await alytus.getByLabel("Name of the group").last().fill("Market traders");
  await alytus.getByRole("button", { name: "Set up the group" }).click();
  await alytus.getByText("The group is set up.").waitFor();
  const group = alytus.getByRole("listitem").filter({ hasText: "Market traders" });
  await group.getByRole("link", { name: /Invite/ }).click();
  await alytus.getByLabel("E-mail address").fill("novska@demo.torg");
  await alytus.getByRole("button", { name: "Send the invitation" }).click();
  await alytus.getByText("The invitation of novska@demo.torg is made").waitFor();
  const link = await alytus.getByLabel("Link of the invitation").inputValue();
  await signInAs(novska, "novska", link);
  await novska.getByRole("button", { name: "Accept the invitation" }).click();
  await novska.waitForURL(/\/welcome$/);
  await novska.goto(list);
  await awake(novska);
  await novska.waitForLoadState("networkidle");

  await alytus.goto(`${home}/groups`);
  await group.getByText("End", { exact: true }).click();
  await group.getByRole("button", { name: "End the group" }).click();
  const ended = "The local group “Market traders” has ended.";
  await novska
    .getByRole("status")
    .getByText(`${ended} A role of yours has ended: Local group member, Alytus.`, { exact: false })
    .waitFor({ timeout: 2_000 });
  // Whoever had no page open then reads it on the home; and there only once.
  await novska.goto(home);
  const told = novska.getByText(
    /^The local group “Market traders” has ended\. Your role as Local group member, Alytus in TechRevolution 2\.0 ended on /,
  );
  await told.waitFor();
  expect(await novska.getByText(ended, { exact: false }).count()).toBe(1);
  await novska.getByRole("link", { name: "People" }).first().click();
  await novska.waitForURL(/\/people$/);
  await expect.poll(() => told.count()).toBe(0);
  const { page: member } = await visitor(house.origin);
  await signInAs(member, "local-group", home);
  await member.getByRole("heading", { name: "What is due" }).waitFor();
  expect(await member.getByText(ended, { exact: false }).count()).toBe(0);
});

test("groups are set up without a script, too, and what was wrong stands beside the field with what was typed", async () => {
  const { page, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of 422/);
  await page.goto(`/sign-in?to=${encodeURIComponent(`${home}/groups`)}`);
  await page.locator("#email").fill("barnsley@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByLabel("City").selectOption({ label: "Alytus" });
  await page.locator("#name").fill("Digital firms");
  await page.getByRole("button", { name: "Set up the group" }).click();
  await page.getByText("A local group of this city has this name already.").first().waitFor();
  expect(await page.locator("#name").inputValue()).toBe("Digital firms");
  await page.locator("#name").fill("Pensioners");
  await page.getByRole("button", { name: "Set up the group" }).click();
  await page.getByText("Pensioners").first().waitFor();
});

test("everybody reads what each role may do, their own first, and who holds it", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 800 } });
  await signInAs(page, "ad-hoc-expert", `${home}/people`);
  await page.getByRole("link", { name: "What each role reads and writes" }).click();
  await page.getByRole("heading", { level: 1, name: "Roles" }).waitFor();
  const [first] = await page.getByRole("heading", { level: 3 }).allTextContents();
  expect(first).toBe("Ad-hoc expert");
  const officers = page.getByRole("region", { name: "Project officer" });
  await officers.getByText("Reads all drafts of the city.").waitFor();
  await officers.getByText(/^Held by \d people$/).click();
  await officers.getByText("Project officer, Alytus").first().waitFor();
  await page.getByText("neither drafts nor private notes").waitFor();
  const comment = page.getByRole("row", { name: /^Comment/ });
  expect(await comment.getByRole("cell").allTextContents()).toEqual([
    "Yes",
    "Yes",
    "Yes",
    "Own city",
    "Own city",
    "No",
  ]);
});

test("each document tells by name who can see it, and for what reason", async () => {
  const { page: lead } = await visitor(house.origin);
  await signInAs(lead, "barnsley", documentPath(places.published));
  await lead.getByRole("button", { name: "The network" }).click();
  await lead.getByRole("link", { name: "Names and reasons" }).click();
  await lead.getByRole("heading", { name: "Who can see “A market under one roof”" }).waitFor();
  expect(await lead.getByRole("heading", { name: "The draft" }).count()).toBe(0);
  const line = (role: string) => lead.getByRole("main").getByRole("listitem").filter({ hasText: role });
  await line("Ad-hoc expert").getByText("It is published, and they hold the role for Alytus.").waitFor();
  await line("Local group member").getByText("Local group member, Alytus").waitFor();
  await lead.getByText("You see it as:").waitFor();

  const share = { intent: "open", visibility: "local-group" };
  await done(alytusAlone.post(`${documentPath(places.published)}/share`, share));
  const { page: member } = await visitor(house.origin);
  await signInAs(member, "local-group", `${documentPath(places.published)}/readers`);
  await member.getByText("Alytus shares the draft with its local group.").waitFor();
  await member.getByText("Alytus shares it with its local group, and they belong to it.").waitFor();
  const unknown = await member.request.get(`${documentPath(newId())}/readers`);
  expect(unknown.status()).toBe(404);
});

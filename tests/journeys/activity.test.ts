// The activity of a network: two people do things, a third reads of them in sentences at once, looks for some, and only the lead
// partner takes the record along.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { beginPractice, demoNetwork, documentPath, done, remark } from "../support/alytus-writes";
import { signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const feed = `/networks/${demoNetwork}/activity`;

test("what two cities do stands in a third one's feed at once, in sentences, and the filters stand in the address", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "rzeszow", `/networks/${demoNetwork}`);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await page.getByRole("heading", { name: "Activity" }).waitFor();

  const alytus = await signedInAs(house.origin, "alytus");
  const barnsley = await signedInAs(house.origin, "barnsley");
  const id = await beginPractice(alytus, { title: "A tram of our own", text: "Rails." });
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
  const published = page.getByRole("link", { name: /Alytus published “A tram of our own”/ });
  await published.waitFor();
  await remark(barnsley, id, "Where does it end?");
  const commented = page.getByRole("link", { name: /Barnsley commented on “A tram of our own”/ });
  await commented.waitFor();
  expect(await page.getByText("began “A tram of our own”").count()).toBe(0);
  await page.getByRole("heading", { name: "Today" }).waitFor();

  await page.getByLabel("About").selectOption("comments");
  await page.getByRole("button", { name: "Show these" }).click();
  await page.waitForURL(`**${feed}?topic=comments`);
  await commented.waitFor();
  await published.waitFor({ state: "detached" });
  await remark(barnsley, id, "And where does it begin?");
  await expect.poll(() => commented.count()).toBe(2);
  await page.getByLabel("City").selectOption({ label: "Alytus" });
  await page.getByRole("button", { name: "Show these" }).click();
  await page.waitForURL(/topic=comments/);
  await page.waitForURL(/city=\w+/);
  await expect.poll(() => commented.count()).toBe(2);
  await page.reload();
  expect(await page.getByLabel("About").inputValue()).toBe("comments");
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await page.getByRole("button", { name: "Show these" }).click();
  await page.getByText("Nothing of this kind").waitFor();
  await page.goBack();
  await commented.first().waitFor();
  await page.getByRole("link", { name: "Show everything" }).first().click();
  await published.waitFor();
  await published.click();
  await page.getByRole("heading", { name: "A tram of our own" }).waitFor();
});

test("an observer reads of what is published and of no draft; the details are one click away; without a script it works, too", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "A secret garden", text: "Roses." });
  await done(
    alytus.post(documentPath(id, "edit"), {
      intent: "save",
      revision: "2",
      title: "An open garden",
      language: "en",
      text: "x",
    }),
  );
  const observer = await visitor(house.origin);
  await signInAs(observer.page, "observer", feed);
  await observer.page.getByRole("heading", { name: "Activity" }).waitFor();
  expect(await observer.page.locator("main").innerText()).not.toMatch(/garden/);
  expect(await observer.page.getByRole("link", { name: /Download/ }).count()).toBe(0);

  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(feed)}`);
  await page.locator("#email").fill("alytus@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByLabel("About").selectOption("texts");
  await page.getByRole("button", { name: "Show these" }).click();
  await page.waitForURL(/topic=texts/);
  const row = page.getByRole("listitem").filter({ hasText: "changed “An open garden”" }).first();
  await row.getByText("Details").click();
  await row.getByText("was A secret garden, is An open garden now").waitFor();
});

test("more than a page is read by going back, and from there one comes to the latest again", async () => {
  const { page } = await visitor(house.origin);
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "Much talked of", text: "Words." });
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
  for (let count = 0; count < 55; count += 1) await remark(alytus, id, `Remark ${newId()}`);
  await signInAs(page, "barnsley", `${feed}?topic=comments`);
  await page.getByRole("link", { name: "Show earlier" }).click();
  await page.waitForURL(/topic=comments&older=/);
  await page.getByRole("link", { name: "Back to the latest" }).click();
  await page.waitForURL(`**${feed}?topic=comments`);
  await page.getByRole("link", { name: "Show earlier" }).waitFor();
});

test("the lead partner downloads the record, an administrator any; nobody else does", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", feed);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /spreadsheet/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`activity-${demoNetwork}.csv`);
  expect(readFileSync(await download.path(), "utf8")).toMatch(/^\uFEFFposition,at,person/);

  const barnsley = await signedInAs(house.origin, "barnsley");
  const taken = await barnsley.page(`${feed}/export?format=jsonl`);
  expect(taken.status).toBe(200);
  expect(taken.headers["cache-control"]).toContain("no-store");
  expect(taken.headers["content-disposition"]).toBe(`attachment; filename="activity-${demoNetwork}.jsonl"`);
  expect(taken.headers["x-content-type-options"]).toBe("nosniff");
  const rows = taken.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { position: number });
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  expect(taken.text).not.toContain("A secret garden");

  for (const account of ["alytus", "rzeszow", "lead-expert", "ad-hoc-expert", "local-group", "observer"]) {
    const other = await signedInAs(house.origin, account);
    expect([account, (await other.page(`${feed}/export`)).status]).toEqual([account, 403]);
    expect([account, (await other.page("/administration/activity/export")).status]).toEqual([account, 404]);
  }
  const stranger = await signedInAs(house.origin, "messina");
  expect((await stranger.page(`${feed}/export`)).status).toBe(404);
  const administrator = await signedInAs(house.origin, "administrator");
  expect((await administrator.page("/administration/activity/export?chain=house")).status).toBe(200);
  expect((await administrator.page(`${feed}/export`)).status).toBe(404);
  expect((await administrator.page("/administration/activity/export?chain=nowhere")).status).toBe(404);
});

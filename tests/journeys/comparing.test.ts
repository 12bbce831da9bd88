// Comparing: two versions of a draft, what changed since it was read, and nothing of it for those who read what is published.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentPath, done } from "../support/alytus-writes";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks, sideways } from "../support/looks";
import { twoVersions } from "../support/two-versions";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const changed = (page: Page, what: string) =>
  page.getByRole("region", { name: "The text with its changes" }).locator(`.compared-${what}`);

test("an officer compares two versions: words, a cell, what moved and what is gone, section by section, and by whom", async () => {
  const { id } = await twoVersions(house.origin);
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", `${documentPath(id)}/versions`);
  const rows = page.getByRole("list", { name: "All versions, the latest first" }).getByRole("listitem");
  await rows.first().getByRole("link", { name: "What changed" }).click();
  await page.getByRole("heading", { name: "What changed in “A glass roof for the market”" }).waitFor();

  const sections = page.locator(".compared-sections > li");
  expect(await sections.locator("a").allInnerTexts()).toEqual([
    "Beginning of the text",
    "Money",
    "Traders",
    "Parking",
  ]);
  expect(await sections.last().innerText()).toMatch(/section removed.*14 words removed/s);
  await page.getByText("Written in between by Second project officer, Alytus (Alytus)").waitFor();

  const first = changed(page, "changed").first();
  expect(await first.locator("del").first().innerText()).toContain("no");
  expect(await first.locator("ins").last().innerText()).toContain("of glass");
  const cells = page.getByRole("region", { name: "The text with its changes" }).locator(".cell-changed");
  expect(await cells.count()).toBe(2);
  expect(await cells.first().innerText()).toMatch(/Roof of\s+.*tin.*\s*.*glass/s);
  expect(await changed(page, "moved-here").innerText()).toContain("Moved here from “Money”");
  expect(await changed(page, "moved-away").innerText()).toContain("Moved to “Beginning of the text”");
  expect(await changed(page, "removed").innerText()).toContain("Cars stand on the square");
  await page.getByText("Ticked", { exact: true }).waitFor();
  await page.getByRole("heading", { name: "Title and facts" }).waitFor();
  const folded = page.locator(".compared-fold");
  expect(await folded.count()).toBe(1);
  expect(await folded.getByText("Two of many").isVisible()).toBe(false);
  await folded.locator("summary").click();
  await folded.getByText("Two of many").waitFor();
  await expectGoodLooks(page, "a comparison");

  await page.setViewportSize({ width: 1280, height: 900 });
  await awake(page);
  await page.getByRole("button", { name: "Next change" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("change-1");
  await page.keyboard.press("j");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("change-2");
  await page.keyboard.press("k");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("change-1");
});

test("on paper and without colour it still shows what came and what went", async () => {
  const { id, first } = await twoVersions(house.origin);
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", `${documentPath(id)}/versions/compare?from=${first}`);
  await page.emulateMedia({ media: "print" });
  const lines = await page
    .locator(".compared-text")
    .locator("ins, del")
    .evaluateAll((all) => all.map((one) => `${one.tagName} ${getComputedStyle(one).textDecorationLine}`));
  expect(new Set(lines)).toEqual(new Set(["INS underline", "DEL line-through"]));
  expect(await page.locator(".compared-sign").first().isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Next change" }).count()).toBe(0);
  expect(await sideways(page)).toBe(0);
});

test("in Lithuanian, and without a script, any two are chosen and compared", async () => {
  const { id, alytus, first, second } = await twoVersions(house.origin);
  await done(alytus.post("/account", { intent: "language", language: "lt" }));
  const { page } = await visitor(house.origin, { javaScriptEnabled: false, language: "lt" });
  await page.goto(`/sign-in?to=${encodeURIComponent(`${documentPath(id)}/versions`)}`);
  await page.locator("#email").fill("alytus@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByLabel("Nuo").selectOption(String(first));
  await page.getByLabel("Iki").selectOption(String(second));
  await page.getByRole("button", { name: "Palyginti" }).click();
  await page.getByRole("heading", { name: "Kas pasikeitė tekste „A glass roof for the market“" }).waitFor();
  await page.getByText("Perkelta čia iš skyriaus „Money“").waitFor();
  await page.getByRole("link", { name: "Parking" }).click();
  expect(new URL(page.url()).hash).toMatch(/^#change-\d+$/);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await done(alytus.post("/account", { intent: "language", language: "en" }));
});

test("whoever reads only what is published compares publications, and finds no version", async () => {
  const { id, alytus } = await twoVersions(house.origin);
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "3" }));
  const lead = await signedInAs(house.origin, "barnsley");
  const read = await lead.page(documentPath(id));
  expect(read.text).not.toContain("Changed since you last read it");
  const next = { title: "A glass roof", language: "en", text: "Only this is left of it." };
  await done(alytus.post(documentPath(id, "edit"), { intent: "save", revision: "3", ...next }));

  for (const path of ["versions/compare", "versions/compare?from=2&to=3", "versions/compare?from=1"])
    expect([path, (await lead.page(`${documentPath(id)}/${path}`)).status]).toEqual([path, 404]);
  const unpublished = await lead.page(`${documentPath(id)}/publications/compare`);
  expect(unpublished.status).toBe(200);
  expect(unpublished.text).not.toContain("Only this is left");
  expect((await lead.page(documentPath(id))).text).not.toContain("Changed since you last read it");

  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "4" }));
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", documentPath(id));
  await page.getByText("Changed since you last read it").waitFor();
  await page.getByRole("link", { name: "See what changed" }).click();
  await page.getByRole("heading", { name: "What changed in “A glass roof”" }).waitFor();
  await page.locator("ins", { hasText: "Only this is left of it." }).waitFor();
  expect(await page.getByText("Written in between").count()).toBe(0);
});

test("a draft’s reader is told what others changed since they read it, and not what they changed themselves", async () => {
  const { id, alytus } = await twoVersions(house.origin);
  const { page } = await visitor(house.origin);
  const notice = page.getByText("Changed since you last read it");
  await signInAs(page, "alytus", documentPath(id));
  await page.getByRole("heading", { level: 1, name: "A glass roof for the market" }).waitFor();
  expect(await notice.count()).toBe(0);
  const mine = { title: "A glass roof", language: "en", text: "I wrote this myself." };
  await done(alytus.post(documentPath(id, "edit"), { intent: "save", revision: "3", ...mine }));
  await page.reload();
  await page.getByText("I wrote this myself.").waitFor();
  expect(await notice.count()).toBe(0);

  const colleague = await signedInAs(house.origin, "alytus2");
  const theirs = { ...mine, text: "I wrote this myself. And I this." };
  await done(colleague.post(documentPath(id, "edit"), { intent: "save", revision: "4", ...theirs }));
  await page.reload();
  await notice.waitFor();
  await page.getByRole("link", { name: "See what changed" }).click();
  await page.locator("ins", { hasText: "And I this." }).waitFor();
  // Coming back is still the same visit.
  await page.goBack();
  await notice.waitFor();
});

// Threads on a text, two at their windows: asked, answered, marked as must fix, resolved, reopened; and what is for experts alone.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openSheet, read, strategyTitle } from "../support/remarking";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";
async function begin(page: Page, words: string, kind: string, isForExperts = false): Promise<void> {
  await page.getByRole("radio", { name: kind, exact: true }).check();
  const box = page.getByRole("checkbox", { name: "Experts and lead partner only" });
  if (isForExperts) await box.check();
  else if ((await box.count()) > 0) await box.uncheck();
  await page.getByRole("textbox", { name: "Your comment" }).fill(words);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await thread(page, words).waitFor();
}

const thread = (page: Page, words: string) => page.locator(".remark").filter({ hasText: words }).first();

test("a question is asked and answered, a must-fix resolved and reopened, each seen at once by the other", async () => {
  const { page: expert } = await visitor(house.origin);
  const { page: city, allow } = await visitor(house.origin);
  allow(/status of 422/);
  const address = await read(expert, "lead-expert");
  await read(city, "barnsley");

  await begin(expert, "Which year was this", "Question");
  const asked = thread(city, "Which year was this");
  await asked.getByText("Question", { exact: true }).waitFor();
  await asked.getByRole("button", { name: /^Reply to/ }).click();
  await city.getByRole("textbox", { name: /^Your reply to/ }).fill("It was 2019");
  await city.getByRole("textbox", { name: /^Your reply to/ }).press("Control+Enter");
  await thread(expert, "Which year was this").getByText("It was 2019").waitFor();

  await begin(expert, "The budget is missing", "Must fix");
  const fix = thread(city, "The budget is missing");
  await fix.getByText("Must fix", { exact: true }).waitFor();
  await fix.getByRole("button", { name: "Resolve", exact: true }).click();
  await city.getByRole("radio", { name: "Declined" }).check();
  await city.getByRole("button", { name: "Resolve", exact: true }).last().click();
  await city.getByText("Fill this in.").waitFor();
  await city.getByRole("textbox", { name: "Why it is declined" }).fill("It is in the annex");
  await city.getByRole("button", { name: "Resolve", exact: true }).last().click();
  // Resolved, it leaves the open ones, for both.
  for (const page of [city, expert])
    await expect.poll(() => page.getByText("The budget is missing").count()).toBe(0);
  await expert.getByRole("link", { name: /^Resolved/ }).click();
  const over = thread(expert, "The budget is missing");
  await over.getByText("It is in the annex").waitFor();
  await over.getByText("Declined", { exact: true }).waitFor();
  await over.getByRole("button", { name: "Reopen" }).click();
  await city.getByText("The budget is missing").waitFor();

  await signInAs(expert, "lead-expert", `${home}/remarks`);
  const row = expert.getByRole("listitem").filter({ hasText: "Which year was this" });
  await row.getByText("1 reply").waitFor();
  await row.getByRole("link").first().click();
  await expert.waitForURL(new RegExp(`${address}\\?remark=`));
  await expect
    .poll(() => expert.evaluate(() => document.activeElement?.textContent?.includes("Which year")))
    .toBe(true);
});

test("what is for experts alone is seen by them at once, and by the city in nothing", async () => {
  const { page: expert } = await visitor(house.origin);
  const { page: lead } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  const address = await read(expert, "lead-expert");
  await read(lead, "barnsley");
  await read(city, "alytus");
  expect(await city.getByRole("checkbox", { name: "Experts and lead partner only" }).count()).toBe(0);
  const asked: string[] = [];
  city.on("request", (request) => asked.push(request.url()));
  await begin(expert, "Between us experts", "Idea", true);
  await thread(lead, "Between us experts").getByText("Experts and lead partner only").waitFor();
  // Its page heard of nothing and asked for nothing; asked by hand it does not have it either.
  expect(asked).toEqual([]);
  const link =
    (await expert
      .getByRole("link", { name: /^Link to the comment/ })
      .last()
      .getAttribute("href")) ?? "";
  for (const path of [address, link, `${address}?remarks=all`]) {
    await city.goto(path);
    await awake(city);
    expect(await city.content()).not.toContain("Between us experts");
    // Of a remark that never was it is said as well.
    expect(await city.getByText("is not among those that you can read").count()).toBe(path === link ? 1 : 0);
  }
});

test("a resolved remark opens by its link, without a script as well, and the filter is an address", async () => {
  const { page: expert } = await visitor(house.origin);
  const address = await read(expert, "lead-expert");
  await begin(expert, "Praise that ends", "Praise");
  const mine = thread(expert, "Praise that ends");
  const link = (await mine.getByRole("link", { name: /^Link to the comment/ }).getAttribute("href")) ?? "";
  await mine.getByRole("button", { name: "Resolve", exact: true }).click();
  await expert.getByRole("button", { name: "Resolve", exact: true }).last().click();
  await expect.poll(() => expert.getByText("Praise that ends").count()).toBe(0);

  const { page: plain } = await visitor(house.origin, { javaScriptEnabled: false });
  await plain.goto(`/sign-in?to=${encodeURIComponent(address)}`);
  await plain.locator("#email").fill("alytus@demo.torg");
  await plain.locator("#password").fill("market-square");
  await plain.locator("button[value=sign-in]").click();
  await plain.getByRole("heading", { level: 1, name: strategyTitle }).waitFor();
  expect(await plain.getByText("Praise that ends").count()).toBe(0);
  await plain.getByRole("link", { name: /^Resolved/ }).click();
  await plain.getByText("Praise that ends").waitFor();
  await plain.goto(link);
  await plain.locator(".remark-marked", { hasText: "Praise that ends" }).waitFor();
  await plain.getByRole("radio", { name: "Idea", exact: true }).check();
  await plain.getByRole("textbox", { name: "Your comment" }).fill("Written without a script");
  await plain.getByRole("button", { name: "Comment", exact: true }).click();
  await thread(plain, "Written without a script").getByText("Idea", { exact: true }).waitFor();
});

test("somebody is named with an @ and asked to see to it until a day; an unsent remark keeps whom it names over a reload", async () => {
  const { page: expert, allow } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  allow(/status of 422/);
  await read(expert, "lead-expert");
  await read(city, "alytus");
  const field = expert.getByRole("textbox", { name: "Your comment" });
  await field.fill("Ask ");
  await field.press("End");
  // A title as it is written, with its comma.
  await field.pressSequentially("@Project officer, Alyt");
  await expert.locator(".mention-offers [role=option]").first().waitFor();
  await field.press("Enter");
  const typed = await field.inputValue();
  expect(typed).toMatch(/^Ask @\S.* $/);
  await expert.reload();
  await awake(expert);
  await expect.poll(() => field.inputValue()).toBe(typed);
  await expert.getByRole("button", { name: "Comment", exact: true }).click();
  const told = thread(city, "Ask @");
  expect(await told.getByRole("link", { name: /^@/ }).getAttribute("href")).toMatch(/\/people\//);

  const mine = thread(expert, "Ask @");
  await mine.getByRole("button", { name: "Assign", exact: true }).click();
  const who = expert.getByLabel("Who sees to it");
  await expect.poll(() => who.locator("option").count()).toBeGreaterThan(1);
  // The people came later than the form, and took nothing from whoever is in it.
  expect(await who.evaluate((field) => field === document.activeElement)).toBe(true);
  await mine.locator("button[value=assign]").click();
  await expert.getByText("Fill this in.").waitFor();
  const name = typed.replace(/^Ask @/, "").trim();
  const option = who.locator("option").filter({ hasText: name });
  await who.selectOption((await option.first().getAttribute("value")) ?? "");
  const until = expert.getByLabel(/^Until/);
  await until.fill("2020-05-09");
  await mine.locator("button[value=assign]").click();
  await mine.getByText("This day has passed. Choose a later one.").waitFor();
  expect([await until.inputValue(), await until.getAttribute("aria-invalid")]).toEqual([
    "2020-05-09",
    "true",
  ]);
  expect(await who.inputValue()).toBe(await option.first().getAttribute("value"));
  await until.fill("2030-05-09");
  await mine.locator("button[value=assign]").click();
  await told.getByText(/^For you, until/).waitFor();
});

test("who answers what is deleted meanwhile is told so beside their words, with a script and without; answers that stand are answered", async () => {
  const { page: expert, allow } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  allow(/status of 422/);
  await read(expert, "barnsley");
  const address = await read(city, "lead-expert");
  await begin(city, "Asked in haste", "Question");
  const asked = thread(expert, "Asked in haste");
  const id = (await asked.getAttribute("id"))?.replace("comment-", "") ?? "";
  await asked.getByRole("button", { name: /^Reply to/ }).click();
  const reply = expert.locator(`#comment-${id}`).getByRole("textbox", { name: /^Your reply to/ });
  await reply.fill("A long answer");
  const {
    page: plain,
    context,
    allow: allowPlain,
  } = await visitor(house.origin, { javaScriptEnabled: false });
  allowPlain(/status of 422/);
  await context.request.post("/sign-in", {
    form: { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  await plain.goto(`${address}/comments/${id}`);
  await plain.getByRole("textbox", { name: /^Your reply to/ }).fill("Another long one");

  await thread(city, "Asked in haste")
    .getByRole("button", { name: /^Delete/ })
    .click();
  await expert
    .locator(`#comment-${id}`)
    .getByText(/deleted this comment/)
    .waitFor();
  await expert.locator(`#comment-${id}`).getByRole("button", { name: "Reply", exact: true }).click();
  await expert.getByText("The comment was deleted before you sent your reply.").waitFor();
  expect(await reply.inputValue()).toBe("A long answer");
  await plain.getByRole("button", { name: "Reply", exact: true }).click();
  await plain.getByText("The comment was deleted before you sent your reply.").waitFor();
  expect(await plain.getByRole("textbox", { name: /^Your reply to/ }).inputValue()).toBe("Another long one");

  await city.locator(".toast").getByRole("button", { name: "Bring it back" }).click();
  await thread(expert, "Asked in haste").waitFor();
  await reply.press("Control+Enter");
  await thread(city, "A long answer").waitFor();
  await thread(city, "Asked in haste")
    .getByRole("button", { name: /^Delete/ })
    .first()
    .click();
  await expert
    .locator(`#comment-${id}`)
    .getByText(/deleted this comment/)
    .waitFor();
  await expert
    .locator(`#comment-${id}`)
    .getByRole("button", { name: /^Reply to/ })
    .click();
  await reply.fill("And it still stands");
  await reply.press("Control+Enter");
  await city.locator(`#comment-${id}`).getByText("And it still stands").waitFor();
});

test("whoever ends a form is at its thread, or where that stood, and on a phone still in the sheet", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 740 } });
  await read(page, "lead-expert");
  const sheet = await openSheet(page);
  await begin(page, "Said before", "Idea");
  await begin(page, "Ended by key", "Idea");
  const at = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await thread(page, "Ended by key").focus();
  for (const [key, form] of [
    ["d", page.getByRole("radio", { name: "Done" })],
    ["r", page.getByRole("textbox", { name: /^Your reply to/ })],
  ] as const) {
    await page.keyboard.press(key);
    await form.waitFor();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    expect(await at()).toContain("Ended by key");
    await sheet.waitFor();
  }
  await page.keyboard.press("d");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByText("Ended by key").count()).toBe(0);
  await expect.poll(at).toContain("Said before");
});

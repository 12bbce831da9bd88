// What minutes agree on: written as a box with a name and a day, done by whoever was named without the right to write, and ticked in the
// text, in the lists and in every open window at once.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
import { allSaved, awake, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks } from "../support/looks";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";

async function at(who: string, path: string) {
  const { page, allow } = await visitor(house.origin);
  await signInAs(page, who, path);
  await awake(page);
  return { page, allow };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The box of a task, in a list or in a text. */
const box = (page: Page, words: RegExp) => page.getByRole("checkbox", { name: words });
const isTicked = (page: Page, words: RegExp) =>
  expect.poll(() => box(page, words).first().getAttribute("aria-checked"));

test("an agreement is written, done by whoever it names without writing there, and ticked everywhere at once", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { kind: "minutes", title: "Minutes of May", text: "Agreed:" });
  await done(alytus.post(documentPath(id, "share"), { intent: "open", visibility: "network" }));

  const { page: writer } = await at("alytus", documentPath(id, "edit"));
  const text = await textToWrite(writer);
  await text.focus();
  await writer.keyboard.press("Control+End");
  await writer.keyboard.press("Enter");
  await writer.keyboard.type("- [ ] Show the old town to @novs");
  const offered = writer.getByRole("listbox", { name: "Members" }).getByRole("option");
  await expect.poll(() => offered.count()).toBe(1);
  await writer.keyboard.press("Enter");
  await writer.keyboard.type(" by 1 May 2031");
  await writer.keyboard.press("Enter");
  await writer.keyboard.type("Ask the mayor");
  await allSaved(writer);

  // Of the other city: in their week, on the page of tasks, and in the text that they only read.
  const { page: week } = await at("novska", "/week");
  expect(await box(week, /old town/).count()).toBe(0);
  const { page: list } = await at("novska", `${home}/tasks`);
  await box(list, /old town/).waitFor();
  await expectGoodLooks(list, "tasks");
  const { page: reader } = await at("novska", documentPath(id));
  await reader.getByRole("heading", { level: 2, name: "Tasks in this text" }).waitFor();
  await expectGoodLooks(reader, "a text with tasks");
  // That a box is no task yet is told to who can mend it.
  expect(await reader.getByText("names neither a person nor a day").count()).toBe(0);
  const { page: own } = await at("alytus", documentPath(id));
  await own.getByText("names neither a person nor a day").waitFor();

  await box(reader, /old town/)
    .first()
    .focus();
  await reader.keyboard.press("Space");
  await isTicked(reader, /old town/).toBe("true");
  await expect
    .poll(() => reader.evaluate(() => document.activeElement?.getAttribute("role")))
    .toBe("checkbox");
  // Ticked in the writer's editor, in the other window, and on the list.
  const item = text.getByRole("listitem").filter({ hasText: "old town" });
  await expect.poll(() => item.getByRole("checkbox").isChecked()).toBe(true);
  await isTicked(own, /old town/).toBe("true");
  await own.getByText(/^Ticked by Project officer, Novska/).waitFor();
  await list.getByText("Nothing is yours to do here.").waitFor();

  // The writer opens it again in the text; the list has it again.
  await item.getByRole("checkbox").uncheck();
  await box(list, /old town/).waitFor();
  await list.getByRole("link", { name: /^By city/ }).click();
  await list.getByRole("heading", { level: 2, name: "Novska" }).waitFor();
  await list.getByRole("link", { name: /^By document/ }).click();
  await list.getByRole("heading", { level: 2, name: "Minutes of May" }).waitFor();
  await box(list, /old town/).click();
  await list.getByText("No agreement is open.").waitFor();
  await expect.poll(() => item.getByRole("checkbox").isChecked()).toBe(true);
});

test("without a script a box of the text and one of the list are ticked by their forms, and others find no button", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const { text: people } = await done(alytus.page(`${home}/people`));
  const novska = /people\/(\w{20})"[^>]*>(?:<[^>]*>|\s)*Project officer, Novska/.exec(people)?.[1] ?? "";
  const id = await beginPractice(alytus, {
    ...{ kind: "minutes", title: "Minutes of June" },
    text: [
      ...["Send the map", "Draw it"].map((words) => `- [ ] ${words} [@Novska](/people/${novska}) 2031-06-01`),
      ...["Print it", "Fold it"].map((words) => `- [ ] ${words} [@Novska](/people/${novska}) ${inDays(3)}`),
    ].join("\n"),
  });
  await done(alytus.post(documentPath(id, "share"), { intent: "open", visibility: "network" }));
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await signInWithout(page, "novska", documentPath(id));
  await box(page, /Send the map/)
    .first()
    .click();
  await page.waitForURL(/documents/);
  expect(
    await box(page, /Send the map/)
      .first()
      .getAttribute("aria-checked"),
  ).toBe("true");
  // From what is near, on the home and in the week, one comes back to there.
  for (const [from, words] of [
    [home, /Print it/],
    ["/week", /Fold it/],
  ] as const) {
    await page.goto(from);
    await box(page, words).click();
    await box(page, words).waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe(from);
  }
  await page.goto(`${home}/tasks`);
  expect(await box(page, /Send the map/).count()).toBe(0);
  await box(page, /Draw it/).click();
  await page.getByText("Nothing is yours to do here.").waitFor();
  const { page: expert } = await at("lead-expert", documentPath(id));
  await expert.getByRole("heading", { name: "Tasks in this text" }).waitFor();
  expect(await expert.locator("button[role=checkbox]").count()).toBe(0);
  expect(await expert.getByRole("checkbox", { name: /Draw it/ }).isChecked()).toBe(true);
});

async function signInWithout(page: Page, account: string, to: string) {
  const answer = await page.context().request.post("/sign-in", {
    form: { intent: "sign-in", email: `${account}@demo.torg`, password: "market-square" },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  await page.goto(to);
}

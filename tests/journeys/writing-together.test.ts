// Several write in one text in real browsers: at one place, without a line, while rights end, on a phone.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, demoNetwork, documentPath, done } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { sideways, violationsOn } from "../support/looks";
import { signedInAs, type Visitor } from "../support/visitor";

let house: House;
let alytus: Visitor;
beforeAll(async () => {
  house = await openHouse();
  alytus = await signedInAs(house.origin, "alytus");
});
afterAll(() => house.close());

const begin = (title: string, text = "Words that stand.") => beginPractice(alytus, { title, text });

async function open(page: Page, account: string, id: string) {
  await signInAs(page, account, documentPath(id, "edit"));
  return textToWrite(page);
}

/** Puts a colleague from another city on the text as a writer, and answers who that is. */
async function nameGuest(id: string): Promise<string> {
  const { text } = await done(alytus.page(documentPath(id, "share")));
  const personId = /<option value="(\w+)"[^>]*>Project officer, Rzeszów/.exec(text)?.[1] ?? "";
  await done(alytus.post(documentPath(id, "share"), { intent: "name", personId, level: "writer" }));
  return personId;
}

test("two write at one place: each sees the other's words and caret, and both have the same text", async () => {
  const id = await begin("Two at one place");
  await nameGuest(id);
  const { page: one } = await visitor(house.origin);
  const { page: other } = await visitor(house.origin);
  const texts = [await open(one, "alytus", id), await open(other, "rzeszow", id)];
  for (const [index, page] of [one, other].entries()) {
    await texts[index]?.getByText("Words that stand.").click();
    await page.keyboard.press("Home");
  }
  await Promise.all([
    one.keyboard.type("Alytus at once. ", { delay: 20 }),
    other.keyboard.type("Rzeszów at once. ", { delay: 20 }),
  ]);
  const wordsOf = (page: Page) =>
    page.locator(".editor-text").evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll(".others-caret")) caret.remove();
      return copy.innerText.replaceAll("\u2060", "");
    });
  await expect
    .poll(async () => [(await wordsOf(one)).length, (await wordsOf(one)) === (await wordsOf(other))])
    .toEqual(["Words that stand.Alytus at once. Rzeszów at once. ".length, true]);
  for (const page of [one, other]) await allSaved(page);
  await one.locator(".others-caret", { hasText: "Rzeszów" }).waitFor({ state: "attached" });
  await one.getByRole("button", { name: "Go to where Project officer, Rzeszów writes" }).click();
  expect(await violationsOn(one)).toEqual([]);
});

test("what is written reaches a reading screen that is open, and search, within two seconds", async () => {
  const id = await begin("Followed by its readers");
  const { page: writer } = await visitor(house.origin);
  const { page: reader } = await visitor(house.origin);
  await signInAs(reader, "alytus", documentPath(id));
  const text = await open(writer, "alytus", id);
  await text.focus();
  await writer.keyboard.press("Control+End");
  await writer.keyboard.type(" Kurpitsa grows here.");
  await reader.locator(".reading").getByText("Kurpitsa grows here.").waitFor();
  await reader.goto(`/networks/${demoNetwork}/search?q=kurpitsa`);
  await reader.getByRole("link", { name: "Followed by its readers" }).waitFor();
});

test("the plug is pulled while one writes: the screen says what is on this device only, and all is saved when it is back", async () => {
  const id = await begin("Written through a power cut");
  const { page, allow } = await visitor(house.origin);
  allow(/WebSocket|Failed to load resource|ERR_/);
  const text = await open(page, "alytus", id);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Before.");
  await allSaved(page);
  await house.stop("SIGKILL");
  await page.keyboard.type(" During.");
  await page
    .getByRole("status")
    .getByText(/On this device only|Cannot be saved/)
    .waitFor();
  await house.restart();
  await allSaved(page);
  await page.keyboard.type(" After.");
  await allSaved(page);
  const { page: colleague } = await visitor(house.origin);
  const theirs = await open(colleague, "alytus", id);
  await theirs.getByText("Before. During. After.").waitFor();
  alytus = await signedInAs(house.origin, "alytus");
});

test("one who may write no more while writing sees it within two seconds, and reads on", async () => {
  const id = await begin("Written by a guest");
  const personId = await nameGuest(id);
  const { page, allow } = await visitor(house.origin);
  allow(/status of 403/);
  const text = await open(page, "rzeszow", id);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" By a guest.");
  await allSaved(page);
  await done(alytus.post(documentPath(id, "share"), { intent: "change", personId, level: "reader" }));
  await page.locator("[contenteditable=true]").waitFor({ state: "detached", timeout: 4_000 });
  // Whose text was taken from under the hands types on for a while: no key of it leads to another screen.
  await page.keyboard.type("nothing that is typed on leads anywhere");
  await page.getByRole("heading", { name: "Your role does not allow this" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(documentPath(id, "edit"));
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.waitForURL(/documents\/new$/);
  await page.goBack();
  await page.getByRole("link", { name: "Read the text" }).click();
  await page.getByText("By a guest.").waitFor();
  // What was saved stays.
  const answer = await alytus.page(documentPath(id));
  expect(answer.text).toContain("By a guest.");
});

test("publishing waits for what is not saved yet, and takes the last word", async () => {
  const id = await begin("Published at once");
  const { page } = await visitor(house.origin);
  const text = await open(page, "alytus", id);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" The last word.");
  await page.getByRole("link", { name: "Publish", exact: true }).click();
  await page.waitForURL(/publish$/);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Published. The network sees it now.").waitFor();
  const barnsley = await signedInAs(house.origin, "barnsley");
  expect((await barnsley.page(documentPath(id))).text).toContain("The last word.");
});

test.each(["light", "dark"] as const)(
  "on a phone one writes with the state in sight, %s",
  async (colours) => {
    const id = await begin("On a phone", "## First\n\nWords.\n\n| a | b |\n|---|---|\n| c | d |\n");
    const { page } = await visitor(house.origin, { colours, viewport: { width: 360, height: 740 } });
    const text = await open(page, "alytus", id);
    await text
      .getByText("Words.")
      .tap()
      .catch(() => text.getByText("Words.").click());
    await page.keyboard.type("Written with a thumb. ");
    await allSaved(page);
    expect(await page.getByRole("status").getByText("Saved", { exact: true }).isVisible()).toBe(true);
    expect(await sideways(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  },
);

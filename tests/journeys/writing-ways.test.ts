// The writing screen for whoever uses keys alone, wants less motion, reads other figures, or takes the text elsewhere.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows } from "../support/house-rows";
import { signedInAs, type Visitor } from "../support/visitor";

let house: House;
let alytus: Visitor;
beforeAll(async () => {
  house = await openHouse();
  alytus = await signedInAs(house.origin, "alytus");
});
afterAll(() => house.close());

const begin = (title: string, text: string) => beginPractice(alytus, { title, text });

test("whoever wants less motion waits for no motion of a thousand cells, and what opens is to be written at once", async () => {
  const row = `|${" 12 |".repeat(20)}\n`;
  const id = await begin(
    "A table of a thousand cells",
    `${row}|${"---|".repeat(20)}\n${row.repeat(50)}\nBelow.\n`,
  );
  const { page } = await visitor(house.origin);
  await page.addInitScript(() => {
    const seen = { moved: 0, turned: 0 };
    Object.assign(window, { seen });
    document.addEventListener("transitionrun", () => (seen.moved += 1), true);
    new MutationObserver((changes) => {
      seen.turned += changes.filter(
        ({ target, oldValue }) =>
          oldValue !== null && (target as Element).getAttribute("contenteditable") !== oldValue,
      ).length;
    }).observe(document, { attributeFilter: ["contenteditable"], attributeOldValue: true, subtree: true });
  });
  await signInAs(page, "alytus", documentPath(id, "edit"));
  await (await textToWrite(page)).getByText("Below.").waitFor();
  await allSaved(page);
  expect(await page.evaluate(() => (window as unknown as { seen: unknown }).seen)).toEqual({
    moved: 0,
    turned: 0,
  });
});

test("nobody is held in a table or a list by the keyboard, and the list of shortcuts says how one leaves", async () => {
  const id = await begin("Left by keys", "| a | b |\n|---|---|\n| c | d |\n\n- one\n- two\n");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  const inText = () => text.evaluate((place) => place === document.activeElement);
  for (const [place, rows] of [
    ["d", 2],
    ["two", 2],
  ] as const) {
    for (const key of ["Tab", "Shift+Tab"]) {
      await text.getByText(place, { exact: true }).click();
      await page.keyboard.press("Escape");
      await page.keyboard.press(key);
      expect(await inText(), `${key} behind Escape`).toBe(false);
    }
    expect(await text.getByRole("row").count()).toBe(rows);
  }
  // Without it, Tab goes on from cell to cell, and behind the last one into a new row; as does Escape that was long ago.
  await text.getByText("d", { exact: true }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await expect.poll(() => text.getByRole("row").count()).toBe(3);
  expect(await inText()).toBe(true);
  await page.keyboard.press("Alt+F10");
  expect(await inText()).toBe(false);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  for (const said of ["Leave the text, also from a list or a table", "Go to the tools above the text"])
    await list.getByText(said).waitFor();
  await list.getByText("Esc, then Tab").waitFor({ state: "attached" });
});

test("a box to tick is typed as Markdown has it, or by its sign alone", async () => {
  const id = await begin("Boxes", "Agreed:");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("[ ] two");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("between");
  await page.keyboard.press("Enter");
  await page.keyboard.type("[x] three");
  await allSaved(page);
  expect(await text.getByRole("checkbox").count()).toBe(2);
  expect(await text.getByRole("checkbox", { name: "two" }).isChecked()).toBe(false);
  expect(await text.getByRole("checkbox", { name: "three" }).isChecked()).toBe(true);
  expect(await text.getByText("one", { exact: true }).count()).toBe(1);
});

test("words are counted in the figures of the reader's language, and the whole text is a file of Markdown on request", async () => {
  const words = "word ".repeat(1_233).trim();
  const id = await begin("Counted / kept", words);
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await page.getByText("1,233 words", { exact: true }).waitFor();
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" more");
  await page.getByText("1,234 words", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Show as Markdown" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as Markdown" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("Counted kept.md");
  expect(readFileSync(await file.path(), "utf8")).toBe(`${words} more\n`);
});

test("a text too long to be written here is read, and can be had as a whole", async () => {
  const id = await beginPractice(alytus, { title: "Too long" });
  const text = `${"a".repeat(10_500_000)}\n`;
  const rows = openRows(house.folder);
  rows.prepare("UPDATE Document SET text = ? WHERE id = ?").run(text, id);
  rows.close();
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  await page.getByText("This text is too long to be written here.").waitFor({ timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as Markdown" }).click(),
  ]);
  expect(readFileSync(await file.path(), "utf8")).toBe(text);
});

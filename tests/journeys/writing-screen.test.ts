// The writing screen beside the text itself: dialogs, what readers see differently, rights that end, a browser that is another's now.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor } from "../support/browser";
import { hold } from "../support/held-file";
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

test("a dialog that is left gives the caret back: the next key writes where one was", async () => {
  const id = await begin("Dialogs are left");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  for (const open of ["Link", "Show as Markdown", "Find and replace"]) {
    await page.getByRole("button", { name: open, exact: true }).click();
    await page.getByRole("textbox").or(page.getByRole("combobox")).last().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => text.evaluate((place) => place === document.activeElement)).toBe(true);
    await page.keyboard.type(` After ${open}.`);
  }
  await text
    .getByText("Words that stand. After Link. After Show as Markdown. After Find and replace.")
    .waitFor();
});

test("the tools of a table come and go without moving the text: three presses on a line outside it mark that line", async () => {
  const lines = (from: number) =>
    Array.from({ length: 30 }, (_, nth) => `Line ${from + nth} of it.`).join("\n\n");
  const table = "| City | Sum |\n| --- | --- |\n| Alytus | 3 |";
  const id = await begin("Beside a table", `${lines(0)}\n\n${table}\n\n${lines(30)}`);
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.getByRole("cell", { name: "Alytus" }).click();
  await page.getByRole("toolbar", { name: "Table" }).waitFor();
  const line = await text.getByText("Line 31 of it.").boundingBox();
  if (!line) throw new Error("the line is not on the screen");
  await page.mouse.click(line.x + 20, line.y + line.height / 2, { clickCount: 3 });
  await page.getByRole("toolbar", { name: "Table" }).waitFor({ state: "detached" });
  expect(await text.getByText("Line 31 of it.").boundingBox()).toEqual(line);
  expect(await page.evaluate(() => String(getSelection()).trim())).toBe("Line 31 of it.");
});

test("the tools of a table are over no line of the text where it begins, however far the table is", async () => {
  const lines = Array.from({ length: 40 }, (_, nth) => `Line ${nth} of it.`).join("\n\n");
  const table = "| City | Sum |\n| --- | --- |\n| Alytus | 3 |";
  const id = await begin("Tables first and last", `${table}\n\n${lines}\n\n${table}`);
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.getByRole("columnheader", { name: "City" }).last().click();
  await page.getByRole("toolbar", { name: "Table" }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  const tools = await page.getByRole("toolbar", { name: "Table" }).boundingBox();
  const first = await text.getByRole("table").first().boundingBox();
  expect(first?.y).toBeGreaterThanOrEqual((tools?.y ?? Infinity) + (tools?.height ?? 0));
});

test("going up by key, the caret stays below what is fixed above the text", async () => {
  const lines = Array.from({ length: 40 }, (_, nth) => `Line ${nth} of it.`).join("\n\n");
  const id = await begin("A long way up", lines);
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  const above = () =>
    page.evaluate(() => {
      const caret = getSelection()?.getRangeAt(0).getBoundingClientRect();
      const head = document.querySelector(".editor-head")?.getBoundingClientRect();
      return (caret?.top ?? NaN) - (head?.bottom ?? NaN);
    });
  for (let nth = 0; nth < 25; nth++) {
    await page.keyboard.press("ArrowUp");
    expect(await above()).toBeGreaterThanOrEqual(0);
  }
});

test("by keys one comes to the end of a new text, where guidance stands, and what one types takes its place", async () => {
  const id = await begin(
    "Ends with guidance",
    "Words that stand.\n\n## What it cost\n\n<!-- guidance: Say how much -->",
  );
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Two rooms.");
  await expect.poll(() => text.innerText()).toMatch(/^Words that stand\.\s+What it cost\s+Two rooms\.\s*$/);
});

test("keys on each other's heels part the text where the caret has gone, from the first one on", async () => {
  const id = await begin("Written in haste");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  const lines = ["Words that stand."];
  for (const line of ["One", "Two", "Three"]) {
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type(line);
    lines.push(line);
  }
  expect(await text.locator("> p").allInnerTexts()).toEqual(lines);
});

test("the end of the text is above its notes, and the boxes of tasks are called by their words", async () => {
  const id = await begin(
    "Ends above its notes",
    "- [ ] Order the ramp\n\nCounted[^1].\n\n[^1]: By the centre.\n",
  );
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.getByRole("checkbox", { name: "Order the ramp", exact: true }).waitFor();
  await text.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" At the end.");
  await text.locator("> p", { hasText: "At the end." }).waitFor();
});

test("what readers see differently is said while one writes, and named in the Markdown view", async () => {
  const id = await begin("With a merged cell", "| a | b |\n| --- | --- |\n| c | d |\n");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.getByRole("cell", { name: "c", exact: true }).hover();
  await page.mouse.down();
  await text.getByRole("cell", { name: "d", exact: true }).hover();
  await page.mouse.up();
  await page.getByRole("button", { name: "Merge cells" }).click();
  await page.getByRole("button", { name: "Readers see 1 place differently" }).click();
  const dialog = page.getByRole("dialog", { name: "The text as Markdown" });
  await dialog.getByText("The places that a merged cell covers become empty cells.").waitFor();
  await dialog.getByText("Readers and exports have the text as it stands below.").waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

test("on a phone the text comes before the facts, and its outline is at hand", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 740 } });
  const id = await begin("On a phone", "## First\n\nWords.\n\n## Second\n\nWords.\n");
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  const facts = page.locator("details").filter({ has: page.locator("[name='facts.kind']") });
  expect(await facts.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
  await page.getByRole("button", { name: "Outline" }).click();
  await page.getByRole("menuitem", { name: "Second" }).click();
  await expect.poll(() => text.evaluate((place) => place === document.activeElement)).toBe(true);
  await page.keyboard.type("The ");
  await page.getByRole("heading", { name: "The Second" }).waitFor();
  expect(await sideways(page)).toBe(0);
});

test("a text that is begun is opened with its facts folded", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(await begin("Begun without facts"), "edit"));
  await textToWrite(page);
  const facts = page.locator("details").filter({ has: page.locator("[name='facts.kind']") });
  expect(await facts.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
});

test("on a phone a wide table is moved sideways in its own frame, and no figure is broken to make it fit", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 740 } });
  const head = "| Year | Firms | Jobs | Municipal money | Learned from partners |\n|---|---|---|---|---|\n";
  const id = await begin("With a wide table", `${head}| 2021 | 41 | 102 | 12,324.88 | Mentors |\n`);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  const lines = await text
    .getByRole("cell", { name: "12,324.88" })
    .getByRole("paragraph")
    .evaluate(
      (words) => words.getBoundingClientRect().height / parseFloat(getComputedStyle(words).lineHeight),
    );
  expect(Math.round(lines)).toBe(1);
  const frame = text.locator(".tableWrapper");
  expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
  expect(await sideways(page)).toBe(0);
});

test("who may write no more while there is no line is shown the words that nobody has", async () => {
  const id = await begin("Written by a guest");
  const share = await done(alytus.page(documentPath(id, "share")));
  const personId = /<option value="(\w+)"[^>]*>Project officer, Rzeszów/.exec(share.text)?.[1] ?? "";
  const give = (intent: string, level: string) =>
    done(alytus.post(documentPath(id, "share"), { intent, personId, level }));
  await give("name", "writer");
  const { page, context, allow } = await visitor(house.origin);
  allow(/status of 403|WebSocket|ERR_INTERNET_DISCONNECTED/);
  await signInAs(page, "rzeszow", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  await context.setOffline(true);
  await page.keyboard.type(" In a tunnel.");
  await page.getByRole("status").getByText("On this device only (1 change)").waitFor();
  await give("change", "reader");
  await context.setOffline(false);
  const left = page.getByRole("region", { name: "Words that were not saved" });
  await left.getByText("In a tunnel.").waitFor({ timeout: 15_000 });
  await page.getByRole("heading", { name: "Your role does not allow this" }).waitFor();
  await page.getByRole("button", { name: "Throw away" }).click();
  await left.waitFor({ state: "detached" });
});

test("a page that one person left open saves nothing as another who signed in since; what was typed stays", async () => {
  const id = await begin("Left open");
  const share = await done(alytus.page(documentPath(id, "share")));
  const personId = /<option value="(\w+)"[^>]*>Project officer, Rzeszów/.exec(share.text)?.[1] ?? "";
  // Before the page is open: what it hears of it must not be asked for in the moment in which nobody is signed in.
  await done(alytus.post(documentPath(id, "share"), { intent: "name", personId, level: "writer" }));
  const { page, context, allow } = await visitor(house.origin);
  allow(/status of 4\d\d|WebSocket/);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  await textToWrite(page);
  // The same browser, another tab.
  const other = await context.newPage();
  await context.clearCookies();
  await signInAs(other, "rzeszow");
  await other.close();
  await page.getByLabel("Title", { exact: true }).fill("Typed by Alytus");
  await page
    .getByText(/Somebody else has signed in in this browser/)
    .first()
    .waitFor();
  expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe("Typed by Alytus");
  expect((await alytus.page(documentPath(id))).text).not.toContain("Typed by Alytus");
});

test("an editor of an older Torg hands in what it holds, keeps it in sight, takes no key more, and is renewed by reloading", async () => {
  const id = await begin("Torg was renewed");
  const { page, context, allow } = await visitor(house.origin);
  allow(/WebSocket|ERR_INTERNET_DISCONNECTED/);
  // The editor of the page says an older number of the schema from now on, as one does that was fetched before an update.
  const says = /(\{[^{}]*schema:)(\w+)(,client:)/;
  let rewritten = 0;
  await context.route(/\/assets\/[^/]+\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    if (says.test(script)) rewritten += 1;
    const body = script.replace(says, "$1(sessionStorage.older?$2-1:$2)$3");
    await route.fulfill({ response, body });
  });
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  expect(rewritten).toBe(1);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Before.");
  await allSaved(page);
  await page.evaluate(() => sessionStorage.setItem("older", "yes"));
  await context.setOffline(true);
  await page.keyboard.type(" In a tunnel.");
  await page.getByRole("status").getByText("On this device only (1 change)").waitFor();
  await context.setOffline(false);
  await page.getByText("Torg was renewed while this page was open.").waitFor({ timeout: 15_000 });
  await page.locator("[contenteditable=true]").waitFor({ state: "detached" });
  await page.keyboard.type("nothing more");
  await allSaved(page);
  await text.getByText("Words that stand. Before. In a tunnel.", { exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.evaluate(() => sessionStorage.removeItem("older"));
  await page.getByRole("button", { name: "Reload the page" }).click();
  const renewed = await textToWrite(page);
  await renewed.getByText("Words that stand. Before. In a tunnel.", { exact: true }).waitFor();
});

test("whoever inserts too much at once is led to why it was refused, and has the words to copy", async () => {
  const id = await begin("Too much at once");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  await text.evaluate((place) => {
    const clipboardData = new DataTransfer();
    const lines = Array.from({ length: 2_600 }, (_, number) => `${number} ${"lorem ipsum ".repeat(40)}`);
    clipboardData.setData("text/plain", lines.join("\n\n"));
    place.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  const reason = page.getByText("That was too much at once");
  await reason.waitFor({ timeout: 30_000 });
  await page.locator(".aside-words").getByText("2599 lorem ipsum").waitFor();
  const renewed = await textToWrite(page);
  await renewed.getByText("Words that stand.", { exact: true }).waitFor();
  await expect
    .poll(async () => {
      const box = await reason.boundingBox();
      return box !== null && box.y > 0 && box.y + box.height < 900;
    })
    .toBe(true);
  await allSaved(page);
});

test("what stands above a text is saved by itself when the server can save again, the line standing all the while", async () => {
  const id = await begin("Saved at last");
  const { page, allow } = await visitor(house.origin);
  allow(/status of 500/);
  let tries = 0;
  await page.route(/\/head$/, (route) =>
    (tries += 1) < 3 ? route.fulfill({ status: 500, body: "" }) : route.continue(),
  );
  await signInAs(page, "alytus", documentPath(id, "edit"));
  await textToWrite(page);
  await page.getByLabel("Title", { exact: true }).fill("Renamed while the disk was full");
  await page.getByRole("status").getByText("On this device only (1 change)").waitFor();
  await allSaved(page);
  expect(tries).toBe(3);
  await page.reload();
  await textToWrite(page);
  expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe(
    "Renamed while the disk was full",
  );
});

test("while the server's disk fails, whoever has nothing unsent is told as well", async () => {
  const id = await begin("Told to all");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  const { page: idle } = await visitor(house.origin, { viewport: { width: 360, height: 740 } });
  await signInAs(idle, "alytus2", documentPath(id, "edit"));
  await textToWrite(idle);
  const letGo = await hold(join(house.folder, "texts.sqlite"));
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Waits.");
  const told = idle.getByText("Nothing can be saved on the server right now.");
  await told.waitFor();
  await idle.getByRole("status").getByText("Saved", { exact: true }).waitFor();
  await page.getByRole("status").getByText("On this device only (1 change)").waitFor();
  expect(await violationsOn(idle)).toEqual([]);
  expect(await sideways(idle)).toBe(0);
  letGo();
  await allSaved(page);
  await told.waitFor({ state: "detached" });
});

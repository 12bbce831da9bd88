// Remarks on passages, two at their windows: marked in the text, in line with it, told of live, kept over a reload, and gone with their words.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, demoPassword, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { mark, marked, markedTop, marks, newCard, read, remarkOn, thread } from "../support/remarking";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Presses the passage that is marked first under this name. */
async function press(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => {
    const [mark] = [...(CSS.highlights.get(name) ?? [])];
    mark?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }, name);
  const { left = 0, top = 0 } = (await marks(page, name))[0] ?? {};
  await page.mouse.click(left + 8, top + 8);
}

test("a key pressed while the code that remarks is still coming is not lost: the form stands there once it has come", async () => {
  const { page } = await visitor(house.origin);
  let give = () => {};
  const given = new Promise<void>((done) => (give = done));
  await page.context().route(/\/remarks-of-reading-/, async (route) => {
    await given;
    await route.continue();
  });
  await read(page, "lead-expert");
  await mark(page, "they write it with the town hall");
  await page.keyboard.press("Control+Alt+m");
  give();
  const words = newCard(page).getByRole("textbox", { name: "Your comment" });
  await words.waitFor();
  await newCard(page).getByText("they write it with the town hall").waitFor();
  await expect.poll(() => words.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await newCard(page).waitFor({ state: "detached" });
});

test("a question on a sentence stands in line with it at the other's window too; pressed, answered and resolved by key", async () => {
  const { page: expert } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  await read(expert, "lead-expert");
  await read(city, "barnsley");
  await remarkOn(expert, "Digitalisation is not the aim of the strategy", "What is it, then?");
  await thread(city, "What is it, then?").waitFor();
  expect(await marked(city, "remarked")).toEqual(["Digitalisation is not the aim of the strategy"]);
  await thread(city, "What is it, then?").getByText("Digitalisation is not the aim").waitFor();

  // In line with it, however long the text is before it.
  await remarkOn(expert, "Each of the four knows a part of Barnsley's story", "Which part is whose?", "Idea");
  await press(expert, "remarked");
  const focused = () => expert.evaluate(() => document.activeElement?.id);
  await expect.poll(focused).toMatch(/^comment-/);
  // And once more, after one was elsewhere.
  await expert.locator("h1").click();
  await expect.poll(focused).not.toMatch(/^comment-/);
  await press(expert, "remarked-now");
  await expect.poll(focused).toMatch(/^comment-/);
  const apart = async () => {
    const box = await thread(expert, "What is it, then?").boundingBox();
    return Math.abs((box?.y ?? 0) - (await markedTop(expert, "remarked-now")));
  };
  await expect.poll(apart).toBeLessThan(60);

  await press(city, "remarked");
  await expect.poll(() => city.evaluate(() => document.activeElement?.className)).toContain("remark");
  await city.keyboard.press("r");
  await city.getByRole("textbox", { name: /^Your reply to/ }).fill("A town to stay in");
  await city.keyboard.press("Control+Enter");
  await thread(expert, "What is it, then?").getByText("A town to stay in").waitFor();
  await thread(city, "What is it, then?").focus();
  await city.keyboard.press("d");
  const resolving = thread(city, "What is it, then?");
  await resolving.getByRole("radio", { name: "Answered" }).check();
  await resolving.getByRole("button", { name: "Resolve", exact: true }).last().click();
  await expect
    .poll(() => marked(expert, "remarked"))
    .toEqual(["Each of the four knows a part of Barnsley's story"]);
  await expert.getByRole("link", { name: /^Resolved/ }).click();
  await thread(expert, "What is it, then?").getByText("Answered").waitFor();
});

test("from thread to thread by key, in the order of the text; sections are counted and narrow the list", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 1440, height: 900 } });
  await read(page, "lead-expert");
  await remarkOn(page, "What keeps a young person in the town", "In a cell");
  await remarkOn(page, "Summary", "In a heading");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await expect.poll(focused).toContain("In a heading");
  await page.keyboard.press("j");
  await expect.poll(focused).toContain("In a cell");
  await page.keyboard.press("k");
  await expect.poll(focused).toContain("In a heading");
  const contents = page.getByRole("navigation", { name: "Contents" }).first();
  await contents
    .getByRole("link", { name: /^Sustainable and integrated approach\s*, 1 open comment$/ })
    .waitFor();
  await page.getByText("By person, city or section").click();
  await page.getByRole("combobox", { name: "Section" }).selectOption("Sustainable and integrated approach");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect.poll(() => page.locator("[data-card] .remark").count()).toBe(1);
  await thread(page, "In a cell").waitFor();
});

test("what is not sent yet survives a reload, with its passage; Escape puts it away", async () => {
  const { page } = await visitor(house.origin);
  await read(page, "lead-expert");
  await mark(page, "they write it with the town hall");
  await page.keyboard.press("Control+Alt+m");
  const card = page.locator("[data-card=new]");
  await card.getByRole("textbox", { name: "Your comment" }).fill("Half a thought");
  await page.reload();
  await awake(page);
  await expect.poll(() => card.getByRole("textbox").inputValue()).toBe("Half a thought");
  await card.getByText("they write it with the town hall").waitFor();
  await card.getByRole("button", { name: "Comment", exact: true }).click();
  await thread(page, "Half a thought").waitFor();
  await card.waitFor({ state: "detached" });
  expect(await marked(page, "remarked")).toContain("they write it with the town hall");
});

test("a remark on a passage that is deleted can be brought back at once, before everybody's eyes, and by key one goes on from there", async () => {
  const { page } = await visitor(house.origin);
  await read(page, "lead-expert");
  await remarkOn(page, "Digitalisation is not the aim of the strategy", "Said in haste");
  await remarkOn(page, "Each of the four knows a part of Barnsley's story", "Said later");
  const at = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await thread(page, "Said in haste").focus();
  await thread(page, "Said in haste")
    .getByRole("button", { name: /^Delete/ })
    .click();
  // What is left of it lies in a fold.
  const again = page.locator(".toast").getByRole("button", { name: "Bring it back" });
  await expect.poll(at).toContain("Said later");
  await again.click();
  await thread(page, "Said in haste").getByText("Digitalisation is not the aim").waitFor();
  await expect.poll(at).toContain("Said in haste");
});

test("a remark made in the editor moves with its words there and where they are read, and is gone with them", async () => {
  const { page: writing } = await visitor(house.origin);
  const { page: reading } = await visitor(house.origin);
  const address = await read(reading, "barnsley");
  await reading.goto(`${address}?text=working`);
  await awake(reading);
  await signInAs(writing, "barnsley", `${address}/edit`);
  const text = await textToWrite(writing);
  const line = text.getByText("First a city understands an element");
  await line.click({ clickCount: 3 });
  await writing.keyboard.press("Control+Alt+m");
  const card = writing.locator("[data-card=new]");
  await card.getByRole("radio", { name: "Must fix" }).check();
  await card.getByRole("textbox", { name: "Your comment" }).fill("Say how");
  await card.getByRole("textbox", { name: "Your comment" }).press("Control+Enter");
  await thread(writing, "Say how").waitFor();
  await text.locator(".remarked").filter({ hasText: "First a city" }).waitFor();
  await thread(reading, "Say how").waitFor();

  // Written into: the mark goes with the words at once in the editor, and with the save where they are read.
  await line.click();
  await writing.keyboard.press("Home");
  for (let step = 0; step < "First a city".length; step += 1) await writing.keyboard.press("ArrowRight");
  await writing.keyboard.type(" of the network");
  await text.locator(".remarked").filter({ hasText: "First a city of the network" }).waitFor();
  await expect
    .poll(() => marked(reading, "remarked").then((all) => all.join()))
    .toContain("First a city of the network understands");
  await thread(reading, "Say how").getByText("The passage has been rewritten since.").waitFor();

  await text.getByText("First a city of the network").click({ clickCount: 3 });
  await writing.keyboard.press("Delete");
  const gone = reading.locator("details").filter({ hasText: "Passages that are not in the text" });
  await gone.locator("summary").click();
  await gone.getByText("The passage was deleted.").waitFor();
  await gone.getByText("First a city understands").waitFor();
  await writing.keyboard.press("Control+z");
  await thread(reading, "Say how").waitFor();
});

test("what is marked in the editor and remarked on in one breath is what was marked, not what was marked before", async () => {
  const { page } = await visitor(house.origin);
  await page.goto(`${house.origin}${await read(page, "barnsley")}/edit`);
  const text = await textToWrite(page);
  await text.getByText("they write it with the town hall").dblclick();
  // In one step, so that the editor has not yet heard of the selection when the key comes.
  await text.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const words = "they write it with the town hall";
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      const key = { key: "m", code: "KeyM", ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
      element.dispatchEvent(new KeyboardEvent("keydown", key));
      return;
    }
  });
  await page.locator("[data-card=new] .passage-words").waitFor();
  expect(await page.locator("[data-card=new] .passage-words").innerText()).toContain(
    "they write it with the town hall",
  );
  await page.keyboard.press("Escape");
});

test("on a phone a pressed passage opens its thread in a sheet, which leads back into the text", async () => {
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 740 } });
  await read(page, "alytus");
  const button = page.getByRole("button", { name: "Comment on this" });
  await mark(page, "The way on: four cities");
  await button.click();
  const sheet = page.locator(".sheet:popover-open");
  await sheet.getByRole("textbox", { name: "Your comment" }).first().fill("Which four?");
  await sheet.getByRole("button", { name: "Comment", exact: true }).first().click();
  await thread(page, "Which four?").waitFor();
  await sheet.getByRole("button", { name: "Close" }).click();
  await sheet.waitFor({ state: "detached" });
  const index = (await marked(page, "remarked")).indexOf("The way on: four cities");
  expect(index).toBeGreaterThanOrEqual(0);
  await page.evaluate((at) => {
    const range = [...(CSS.highlights.get("remarked") ?? [])][at];
    if (range) CSS.highlights.set("pressed", new Highlight(range));
  }, index);
  await press(page, "pressed");
  await sheet.waitFor();
  await sheet.getByRole("button", { name: /The way on: four cities/ }).click();
  await sheet.waitFor({ state: "detached" });

  // At the beginning of a line, too, all of the button is in the window.
  await mark(page, "The");
  await expect.poll(async () => (await button.boundingBox())?.x ?? -1).toBeGreaterThanOrEqual(8);
});

test("without a script a thread says in words which passage it is about", async () => {
  const { page: expert } = await visitor(house.origin);
  const address = await read(expert, "lead-expert");
  await remarkOn(expert, "residents, firms, associations", "Whom exactly?");
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(address)}`);
  await page.locator("#email").fill("barnsley@demo.torg");
  await page.locator("#password").fill(demoPassword);
  await page.locator("button[value=sign-in]").click();
  await page.locator(".remark").filter({ hasText: "Whom exactly?" }).locator(".passage-words").waitFor();
});

test("whoever scrolls on while the page hears of something stays where they are", async () => {
  const { page: expert } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  await read(expert, "lead-expert");
  await read(city, "alytus");
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => (release = done));
  let asked: () => void = () => undefined;
  const asking = new Promise<void>((done) => (asked = done));
  await city.route(/\.data(\?|$)/, async (route) => {
    asked();
    await held;
    await route.continue();
  });
  await remarkOn(expert, "Its answer is a", "Whose answer?");
  await asking;
  // As by a wheel that turns on, and between any two steps of what the page does meanwhile.
  await city.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const state = { top: 700, thrown: 0, isOver: false };
    Object.assign(window, { scrolling: state });
    port1.onmessage = () => {
      if (state.isOver) return;
      if (window.scrollY !== state.top) state.thrown++;
      state.top = state.top < 1_000 ? state.top + 1 : 700;
      window.scrollTo(0, state.top);
      port2.postMessage(null);
    };
    window.scrollTo(0, state.top);
    port2.postMessage(null);
  });
  release();
  await thread(city, "Whose answer?").waitFor();
  const thrown = await city.evaluate(() => {
    const { scrolling } = window as unknown as { scrolling: { thrown: number; isOver: boolean } };
    scrolling.isOver = true;
    return scrolling.thrown;
  });
  expect(thrown).toBe(0);
});

test("a long thread beside the text is shortened until somebody comes to it, and stays whole while they write in it", async () => {
  const { page } = await visitor(house.origin);
  await read(page, "lead-expert");
  const long = "Which of the two sums is the right one, and who has counted it? ".repeat(12).trim();
  await remarkOn(page, "Digitalisation is not the aim", long);
  const card = page.locator("[data-card]").filter({ hasText: long });
  const height = async () => (await card.boundingBox())?.height ?? 0;
  await page.locator("h1").click();
  await expect.poll(height).toBe(240);
  await thread(page, long).click({ position: { x: 60, y: 60 } });
  await expect.poll(height).toBeGreaterThan(300);
  await thread(page, long)
    .getByRole("button", { name: /^Reply to/ })
    .click();
  await page.getByRole("textbox", { name: /^Your reply to/ }).fill("Neither");
  await page.locator("h1").click();
  expect(await height()).toBeGreaterThan(400);
});

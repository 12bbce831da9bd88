// Remarks on passages, two at their windows: marked in the text, in line with it, told of live, kept over a reload, and gone with their words.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = "/networks/techrevolution/documents?kind=good-practice";
const title = /digitalisation strategy/;

/** Signs in and opens the practice that Barnsley has published; answers its address. */
async function read(page: Page, account: string): Promise<string> {
  await signInAs(page, account, list);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await awake(page);
  return new URL(page.url()).pathname;
}

/** Marks these words in the text, as a pointer would. */
async function mark(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const root = document.querySelector("[data-read-text]");
    const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`nowhere: ${wanted}`);
  }, words);
}

/** Remarks on these words. */
async function remarkOn(page: Page, words: string, said: string, kind = "Question"): Promise<void> {
  await mark(page, words);
  await page.getByRole("button", { name: "Comment on this" }).click();
  const card = page.locator("[data-card=new]");
  await card.getByRole("radio", { name: kind, exact: true }).check();
  await card.getByRole("textbox", { name: "Your comment" }).fill(said);
  await card.getByRole("button", { name: "Comment", exact: true }).click();
  await thread(page, said).waitFor();
}

const thread = (page: Page, said: string) =>
  page.locator("[data-card] .remark").filter({ hasText: said }).first();

/** The words that are marked on the page under this name. */
const marked = (page: Page, name: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

test("look", async () => {
  const { page: expert } = await visitor(house.origin, { viewport: { width: 1440, height: 900 } });
  const { page: city } = await visitor(house.origin, {
    viewport: { width: 360, height: 740 },
    colours: "dark",
  });
  await read(expert, "lead-expert");
  await read(city, "barnsley");
  const texts = await expert.locator("[data-read-text] p").allTextContents();
  console.log(texts.slice(0, 6).join("\n--\n"));
  const [one = "", two = ""] = texts
    .filter((text) => text.length > 60)
    .map((text) => text.split(/[.:]/)[0] ?? "");
  await remarkOn(expert, one, "Which year was this?");
  await remarkOn(expert, two, "The budget is missing here, and with it all that depends on it.", "Must fix");
  await expert.screenshot({ path: "/tmp/shot-1.png" });
  console.log(await marked(expert, "remarked"), await marked(city, "remarked"));
  await mark(expert, texts.at(-1)?.slice(0, 20) ?? "");
  await expert.getByRole("button", { name: "Comment on this" }).waitFor();
  await expert.screenshot({ path: "/tmp/shot-2.png" });
  await expert.getByRole("button", { name: "Comment on this" }).click();
  await expert.waitForTimeout(400);
  await expert.screenshot({ path: "/tmp/shot-3.png" });
  await city.screenshot({ path: "/tmp/shot-4.png" });
  await city
    .getByRole("button", { name: /comments/ })
    .last()
    .click();
  await city.waitForTimeout(400);
  await city.screenshot({ path: "/tmp/shot-5.png" });
});

// How a person remarks on a passage of a text that is read, in a real browser, and what they see of it.
import type { Locator, Page } from "playwright-core";
import { awake, signInAs } from "./browser";

const list = "/networks/techrevolution/documents?kind=good-practice";

/** The title of the practice that Barnsley has published. */
export const strategyTitle = /digitalisation strategy/;

/** Signs in and opens that practice; answers its address. */
export async function read(page: Page, account: string): Promise<string> {
  await signInAs(page, account, list);
  await page.getByRole("link", { name: strategyTitle }).first().click();
  await page.getByRole("heading", { level: 1, name: strategyTitle }).waitFor();
  await awake(page);
  return new URL(page.url()).pathname;
}

/** Opens the sheet in which remarks are on a phone. */
export async function openSheet(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /comments?$/ }).click();
  const sheet = page.locator(".sheet:popover-open");
  await sheet.waitFor();
  return sheet;
}

/** Marks these words in the text, as a pointer would. */
export async function mark(page: Page, words: string): Promise<void> {
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
export async function remarkOn(page: Page, words: string, said: string, kind = "Question"): Promise<void> {
  await mark(page, words);
  await page.getByRole("button", { name: "Comment on this" }).click();
  await newCard(page).getByRole("radio", { name: kind, exact: true }).check();
  await say(page, said);
}

/** Writes this into the form that stands beside what is marked, and sends it. */
export async function say(page: Page, said: string): Promise<void> {
  const card = newCard(page);
  await card.getByRole("textbox", { name: "Your comment" }).fill(said);
  await card.getByRole("button", { name: "Comment", exact: true }).click();
  await thread(page, said).waitFor();
}

/** Brings it before the eyes and waits until nothing on the page moves any more, as one does before one presses. */
export async function settled(page: Page, element: Locator): Promise<Locator> {
  await element.scrollIntoViewIfNeeded();
  await element.evaluate(
    (element) =>
      new Promise<void>((done) => {
        let [same, before] = [0, ""];
        const look = () => {
          const { top, left } = element.getBoundingClientRect();
          const now = [top, left, document.documentElement.scrollHeight].join();
          same = now === before ? same + 1 : 0;
          before = now;
          if (same < 20) requestAnimationFrame(look);
          else done();
        };
        look();
      }),
  );
  return element;
}

/** Marks a line of the editor's text: pressed once, then by key. What moves between two presses is not there between two keys. */
export async function markLine(page: Page, line: Locator): Promise<void> {
  const wanted = await line.innerText();
  await (await settled(page, line)).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.waitForFunction((wanted) => document.getSelection()?.toString() === wanted, wanted);
}

/** The form that stands beside what is marked. */
export const newCard = (page: Page): Locator => page.locator("[data-card=new]");

export const thread = (page: Page, said: string) =>
  page.locator("[data-card] .remark").filter({ hasText: said }).first();

/** What is marked on the page under this name: its words, and where it begins in the window, in pixels. */
export const marks = (page: Page, name: string) =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(name) ?? [])].map((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        const { left = 0, top = -1 } = range.getClientRects()[0] ?? {};
        return { words: range.toString(), left, top };
      }),
    name,
  );

export const marked = async (page: Page, name: string) => (await marks(page, name)).map(({ words }) => words);

export const markedTop = async (page: Page, name: string) => (await marks(page, name))[0]?.top ?? -1;

/** How many pixels a card stands above or below what it is about. */
export async function apart(card: Locator, about: Locator): Promise<number> {
  const [one, other] = await Promise.all([card.boundingBox(), about.boundingBox()]);
  return one && other ? Math.abs(one.y - other.y) : Infinity;
}

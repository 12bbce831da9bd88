// How a person remarks on a passage of a text that is read, in a real browser, and what they see of it.
import type { Locator, Page } from "playwright-core";

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

/** The form that stands beside what is marked. */
export const newCard = (page: Page): Locator => page.locator("[data-card=new]");

export const thread = (page: Page, said: string) =>
  page.locator("[data-card] .remark").filter({ hasText: said }).first();

/** The words that are marked on the page under this name. */
export const marked = (page: Page, name: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

/** How far down the window what is marked first under this name begins, in pixels. */
export const markedTop = (page: Page, name: string) =>
  page.evaluate((name) => {
    const [range] = [...(CSS.highlights.get(name) ?? [])] as Range[];
    return range?.getBoundingClientRect().top ?? -1;
  }, name);

/** How many pixels a card stands above or below what it is about. */
export async function apart(card: Locator, about: Locator): Promise<number> {
  const [one, other] = await Promise.all([card.boundingBox(), about.boundingBox()]);
  return one && other ? Math.abs(one.y - other.y) : Infinity;
}

// Figure 6: how long after one person publishes another sees it, without doing anything.
import type { Page } from "playwright-core";
import type { Chromium } from "./chromium";
import { figure, percentile, type Figure } from "./figures";
import { lastWords, type Practice } from "./practice";
import type { Visitor } from "./visitor";

const publications = 30;

/**
 * The writer publishes the next edition of the 20 KB document from its page; the reader has the document open. Counted from the
 * click to the moment the reader's page holds the new text's last words, both by the clock of the one machine.
 */
export async function livePublishing(
  chromium: Chromium,
  writer: Visitor,
  reader: Visitor,
  practice: Practice,
): Promise<Figure[]> {
  const [writing, reading] = await Promise.all([chromium.as(writer), chromium.as(reader)]);
  const [writerPage, readerPage] = await Promise.all([writing.newPage(), reading.newPage()]);
  await readerPage.goto(practice.path, { waitUntil: "networkidle" });
  const took: number[] = [];
  // The first one warms up the forms.
  for (let publication = 0; publication <= publications; publication += 1) {
    const delay = await publishAndSee(writerPage, readerPage, practice);
    if (publication > 0) took.push(delay);
  }
  await Promise.all([writing.close(), reading.close()]);
  return [
    figure({
      name: `publishing in one browser → seen in another, p95 of ${publications}`,
      value: percentile(took, 0.95),
      unit: "ms",
      atMost: 200,
      note: `p50 ${percentile(took, 0.5).toFixed(0)} ms`,
      details: { publications: took },
    }),
  ];
}

async function publishAndSee(writerPage: Page, readerPage: Page, practice: Practice): Promise<number> {
  const edition = await practice.save();
  await writerPage.goto(`${practice.path}/publish`, { waitUntil: "networkidle" });
  const seen = readerPage.evaluate(whenShown, lastWords(edition));
  seen.catch(() => undefined);
  await writerPage.evaluate(noteClick);
  await writerPage.locator("button[value=publish]").click();
  const shownAt = await seen;
  await writerPage.waitForURL((url) => url.pathname === practice.path);
  const clickedAt = await writerPage.evaluate(() => Number(sessionStorage.getItem("clicked")));
  return shownAt - clickedAt;
}

/** In the writer's page: writes down when the button is clicked. */
function noteClick(): void {
  const now = () => String(performance.timeOrigin + performance.now());
  addEventListener("click", () => sessionStorage.setItem("clicked", now()), { capture: true, once: true });
}

/** In the reader's page: resolves with the instant (ms since 1970) at which the text holds these words. */
function whenShown(words: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(".reading")?.textContent?.includes(words)) return;
      watching.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const watching = new MutationObserver(look);
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  });
}

// The words in the browser: only the page's language, and on a reading screen only the shelf that it shows.
import type { i18n } from "i18next";
import { shownLanguage } from "./languages";
import { fetchShelf, i18nWith } from "./words";

/** The mark on <html data-words="reading"> of a page that shows words of the reading shelf only. */
export const readingMark = "reading";

/**
 * Fetches the words that this page was rendered with. Await it before hydrating, with `document.documentElement.lang`: the first
 * render then says what the HTML says; with `data-threads` those of threads come, too. On a page marked `data-words="reading"` the other shelf is fetched when somebody is about
 * to leave it; whatever needs it sooner waits for it (`use-t.ts`).
 */
export async function loadBrowserI18n(language: string): Promise<i18n> {
  const shown = shownLanguage(language);
  const isReading = document.documentElement.dataset.words === readingMark;
  const hasThreads = document.documentElement.dataset.threads !== undefined;
  const [reading, threads, desk] = await Promise.all([
    fetchShelf(shown, "reading"),
    isReading && hasThreads ? fetchShelf(shown, "threads") : undefined,
    isReading ? undefined : fetchShelf(shown, "desk"),
  ]);
  const speaker = i18nWith(shown, { ...reading, ...threads, ...desk });
  if (isReading) fetchDeskOnIntent(speaker);
  return speaker;
}

const pending = new WeakMap<i18n, Promise<void>>();

/** Fetches the desk's words into this i18next, once; where they cannot be had, whoever asks next tries again. */
function fetchDesk(speaker: i18n): Promise<void> {
  const known = pending.get(speaker);
  if (known) return known;
  const language = shownLanguage(speaker.language);
  const fetched = fetchShelf(language, "desk").then((words) => {
    for (const [namespace, resources] of Object.entries(words)) {
      speaker.addResourceBundle(language, namespace, resources);
    }
  });
  pending.set(speaker, fetched);
  fetched.catch(() => pending.delete(speaker));
  return fetched;
}

/**
 * For a screen that is about to be shown and lacks the desk's words. Its data have just come, so the server answers: where the
 * words do not, they are those of an older build, and the page is loaded anew, as Remix does for a route's code.
 */
export function deskNeeded(speaker: i18n): Promise<void> {
  return fetchDesk(speaker).catch(() => {
    window.location.reload();
    return new Promise<void>(() => {});
  });
}

function fetchDeskOnIntent(speaker: i18n): void {
  const signs = ["pointerover", "touchstart", "focusin"] as const;
  const notice = ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest("a, button")) return;
    for (const sign of signs) document.removeEventListener(sign, notice);
    fetchDesk(speaker).catch(() => undefined);
  };
  for (const sign of signs) document.addEventListener(sign, notice, { passive: true });
}

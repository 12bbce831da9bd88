// Wakes the page up in the browser, once the words and the data it was rendered with are here.
import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadBrowserI18n } from "~/i18n/load-browser-i18n";
import { keepPageText } from "~/ui/page-text";
import type { ScreenHandle } from "~/ui/screen-handle";
import { takeAnswersWhole } from "~/ui/whole-answers";

takeAnswersWhole();

const pageParts = () => Promise.all(partsOfPage().map((part) => part.fetch()));

void Promise.all([loadBrowserI18n(document.documentElement.lang), pageData().then(pageParts)]).then(
  ([i18n]) => {
    keepPageText();
    startTransition(() => {
      hydrateRoot(
        document,
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>,
      );
    });
  },
);

/**
 * Has Remix decode the page's data before React begins. Left to itself it does so by suspending at the root, and a key pressed or a
 * field filled in that moment makes React hydrate at once, find nothing and say "root did not complete" (error 345).
 * RemixBrowser throws the promise before it uses any hook.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    // Anything but the promise is thrown again when the page is woken up, where it belongs.
    if (thrown instanceof Promise) await thrown;
  }
}

/** The parts of its screens that this page shows and whose code is fetched apart. */
function partsOfPage() {
  const { loaderData = {}, errors } = window.__remixContext.state;
  const isWrong = Object.keys(errors ?? {}).length > 0;
  return Object.entries(window.__remixRouteModules).flatMap(([id, module]) => {
    const handle = module?.handle as ScreenHandle | undefined;
    const data: unknown = loaderData[id];
    // A screen that failed has no data.
    return data ? (handle?.parts?.(data, isWrong) ?? []) : [];
  });
}

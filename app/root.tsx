// The page around every screen: language, colours, fonts, and what is shown when a screen cannot be.
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { LinksFunction } from "@remix-run/node";
import { useContext, useEffect, type ReactNode } from "react";
import { bellOf } from "~/http/bell.server";
import { publicLoader } from "~/http/guard.server";
import { membershipOverIn } from "~/domain/access/membership-over";
import { DeviceWatch } from "~/editor/device-watch";
import { wordFiles } from "~/http/words-to-preload.server";
import { readingMark } from "~/i18n/load-browser-i18n";

import { translate } from "~/i18n/translate.server";
import { useI18n } from "~/i18n/use-t";
import { now } from "~/platform/clock";
import { isId } from "~/platform/id";
import { isAccountClosed } from "~/realtime/connection";
import type { ClosedPageProps } from "~/ui/closed-page";
import { colourScheme, themeColours } from "~/ui/colours";
import { fontPreloads } from "~/ui/font-preloads";
import { LanguageLine } from "~/ui/language-line";
import { LeftWordsHere } from "~/editor/left-words-here";
import { later } from "~/ui/later";
import { NonceContext } from "~/ui/nonce";
import { KeptScroll } from "~/ui/kept-scroll";
import { PageError } from "~/ui/page-error";
import type { ScreenHandle } from "~/ui/screen-handle";
import styles from "~/ui/styles.css?url";
import { titled } from "~/ui/titled";
import { useOwnWords } from "~/ui/use-own-words";
import { usePlainAddress } from "~/ui/use-plain-address";
import { useScreenFocus } from "~/ui/use-screen-focus";
import { isUnreachable } from "~/ui/unreachable";
import { useReader, type Reader } from "~/ui/use-reader";
import { unlessOffline } from "~/ui/offline-action";

/** Fetched with the pages that show it: whoever reads a document for the first time does not need it. */
const ClosedPage = later<ClosedPageProps>(async () => (await import("~/ui/closed-page")).ClosedPage);
if (import.meta.env.SSR) await ClosedPage.fetch();

export const handle: Pick<ScreenHandle, "parts"> = {
  parts: (_data, isWrong) => (isWrong ? [ClosedPage] : []),
};

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

/** For what has no title of its own, as an error. */
export const meta = titled;

export const shouldRevalidate = unlessOffline;

export const loader = publicLoader(async ({ door, url }): Promise<Reader> => {
  const person = door.session?.person;
  return {
    language: door.language,
    colours: person?.colours ?? "system",
    person: person
      ? {
          id: person.id,
          name: person.name,
          email: person.email,
          colour: person.colour,
          timeZone: person.timeZone,
          hasShortcuts: person.hasShortcuts,
          administration: person.isAdministrator ? translate(door.language)("administration:title") : null,
          bell: await bellOf(door, url),
        }
      : null,
    now: now(),
    words: wordFiles(door.language, isReadingPath(url.pathname)),
    requestNumber: door.requestNumber,
  };
});

export function Layout({ children }: { children: ReactNode }) {
  const { language, colours, words } = useReader();
  // That of the words, which may be the former one until the page is loaded anew.
  const spoken = useI18n().language;
  const nonce = useContext(NonceContext);
  const { pathname } = useLocation();
  useEffect(markAwake, []);
  useScreenFocus();
  useOwnWords();
  usePlainAddress();
  const matches = useMatches();
  // A screen whose form was refused has no data: null, or none.
  const needs = (what: "needsDesk" | "needsThreads") =>
    matches.some(
      ({ handle, data }) => (data ?? null) !== null && (handle as ScreenHandle | undefined)?.[what]?.(data),
    );
  return (
    <html
      lang={spoken}
      data-colours={colours}
      data-words={isReadingPath(pathname) && !needs("needsDesk") ? readingMark : undefined}
      data-threads={needs("needsThreads") ? "" : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colourScheme(colours)} />
        {themeColours(colours).map((colour) => (
          <meta key={colour.media ?? ""} {...colour} />
        ))}
        {fontPreloads(language).map((preload) => (
          <link key={preload.href} {...preload} />
        ))}
        {words.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <DeviceWatch pathname={pathname} />
        <KeptScroll nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Says in the page's own timeline when it answered to keys and clicks: the effects of everything in it have run before. */
function markAwake(): void {
  performance.mark("awake");
}

/** Who was signed in when this page was opened: then a missing page means that the session has ended. */
let wasSignedIn: string | undefined;

export default function App() {
  const { person } = useReader();
  useEffect(() => {
    wasSignedIn ??= person?.id;
  }, [person]);
  return (
    <>
      <LanguageLine />
      <Outlet />
    </>
  );
}

/** What does not exist, for whoever is not signed in, is an invitation to sign in: nothing is told about what there is. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { person, requestNumber } = useReader();
  const { pathname, search } = useLocation();
  if (isRouteErrorResponse(error) && error.status === 404) {
    const over = person ? membershipOverIn(error.data) : undefined;
    if (person && !over) return <PageError kind="notFound" isWholePage />;
    const ended = wasSignedIn && isAccountClosed(wasSignedIn) ? "closed" : "ended";
    return (
      <ClosedPage over={over} to={`${pathname}${search}`} note={wasSignedIn ? ended : undefined}>
        <LeftWordsHere pathname={pathname} />
      </ClosedPage>
    );
  }
  if (isRouteErrorResponse(error) && error.status === 403) return <PageError kind="forbidden" isWholePage />;
  if (isUnreachable(error)) return <PageError kind="offline" isWholePage />;
  return <PageError kind="failed" number={requestNumber} isWholePage />;
}

/** A document's reading view: its words come alone, and the rest of them when somebody is about to leave it. */
function isReadingPath(pathname: string): boolean {
  const [, id] = /^\/networks\/[^/]+\/documents\/([^/]+)\/?$/.exec(pathname) ?? [];
  return id !== undefined && isId(id);
}

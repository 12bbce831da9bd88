// Renders a page on the server, and hands server.ts what it starts: everything behind this file lives in one module graph.
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { pathToLog } from "~/http/path-to-log";
import { publicPages } from "~/http/public-pages.server";
import { NonceContext } from "~/ui/nonce";
import { publicLooks } from "~/ui/public/public-looks";
import styles from "~/ui/styles.css?url";
import { serverI18n } from "~/i18n/translate.server";
import { log } from "~/platform/log.server";

export { sealActivities } from "~/domain/activity/chain.server";
export { openGround } from "~/platform/ground.server";
export { settings } from "~/platform/settings.server";
export { openAccounts } from "~/domain/accounts/open-accounts.server";
export { offerFirstAdministrator } from "~/domain/accounts/first-administrator.server";
export { demoAccounts, loadDemo } from "~/domain/demo/demo.server";
export { closeComparing } from "~/domain/documents/comparing-texts.server";
export { writeReadMarks } from "~/domain/documents/read-marks.server";
export { closeRendering } from "~/domain/documents/rendering.server";
export { bringTextsUp } from "~/domain/documents/texts-at-start.server";
export { openTexts } from "~/domain/documents/written-together.server";
export { keepTrashEmpty } from "~/domain/documents/trash-sweep.server";
export { followHappenings } from "~/domain/notifications/making.server";
export { openMailQueue } from "~/domain/notifications/mail-queue.server";
export { closeSearch, openSearch } from "~/domain/search/search.server";
export { calendarFeeds } from "~/http/calendar.server";
export { healthz } from "~/http/healthz.server";
export { sendFiles, takeFiles } from "~/http/files.server";
export { closeJudging } from "~/domain/files/judging.server";
export { keepFiles } from "~/domain/files/files-upkeep.server";
export { openDoor } from "~/http/door.server";
export { routesNear } from "~/http/routes-near.server";
export { ownAddresses } from "~/http/origins.server";
export {
  answerFailure,
  isFromOurPage,
  refuseForeignHost,
  refuseForeignOrigin,
  refuseHugeBody,
  refuseOtherMethods,
  securityHeaders,
} from "~/http/security.server";
export { endMails } from "~/http/unsubscribe.server";
export { staticFiles } from "~/http/static-files.server";
export { openRealtime } from "~/realtime/realtime.server";

/** The door for everybody, with the looks of its pages. */
export const publicTexts = (origin: () => string) =>
  publicPages(publicLooks({ origin, stylesheet: styles, wordsIn: serverI18n }));

/**
 * After so many ms Remix gives up what a loader has left for later; ours leave nothing. Short, because Remix keeps every answer
 * that long in memory: it never takes this timer back.
 */
export const streamTimeout = 500;

/**
 * Renders the page as a whole: no loader leaves anything for later, so there is nothing to stream, and a page made as one text is
 * spared the way through React's and Remix's streams. The data behind the page follow it, as Remix itself would write them.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, language }: AppLoadContext,
): Promise<Response> {
  const { serverHandoffStream, ...context } = remixContext;
  const page = renderToString(
    <I18nextProvider i18n={serverI18n(language)}>
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceContext.Provider>
    </I18nextProvider>,
  );
  const data = serverHandoffStream ? await dataScripts(serverHandoffStream, nonce) : "";
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  return new Response(Buffer.from(`<!DOCTYPE html>${page}${data}`), { headers, status });
}

/** Hands the loaders' data to Remix in the browser. Without a `<` nothing in them can end the script they stand in. */
async function dataScripts(handoff: ReadableStream<Uint8Array>, nonce: string): Promise<string> {
  const literal = JSON.stringify(await new Response(handoff).text()).replaceAll("<", "\\u003c");
  const script = (order: string) =>
    `<script nonce="${nonce}">window.__remixContext.streamController.${order}</script>`;
  return script(`enqueue(${literal});`) + script("close();");
}

/** Data for a page that is already open is as private as the page. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** A bug: logged with the number that the page shows, so that who is told the number finds it. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  log().error(
    { error, number: context.requestNumber, path: pathToLog(new URL(request.url).pathname) },
    "a request failed",
  );
}

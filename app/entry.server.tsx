// Renders a page on the server, and hands server.ts what it starts: everything behind this file lives in one module graph.
import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { NonceContext } from "~/ui/nonce";
import { serverI18n } from "~/i18n/translate.server";
import { log } from "~/platform/log.server";

export { sealActivities } from "~/domain/activity/chain.server";
export { openGround } from "~/platform/ground.server";
export { settings } from "~/platform/settings.server";
export { openAccounts } from "~/domain/accounts/open-accounts.server";
export { offerFirstAdministrator } from "~/domain/accounts/first-administrator.server";
export { demoAccounts, loadDemo } from "~/domain/demo/demo.server";
export { closeRendering } from "~/domain/documents/rendering.server";
export { healthz } from "~/http/healthz.server";
export { openDoor } from "~/http/door.server";
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
export { staticFiles } from "~/http/static-files.server";
export { openRealtime } from "~/realtime/realtime.server";

/** After so many ms a page that is still being rendered is given up. */
const renderTimeout = 10_000;

/**
 * After so many ms Remix gives up what a loader has left for later; ours leave nothing. Short, because Remix keeps every answer
 * that long in memory: it never takes this timer back.
 */
export const streamTimeout = 500;

/**
 * Renders the page as a whole: no loader leaves anything for later, so there is nothing to stream, and an answer in one piece is
 * spared the way through two kinds of streams.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, language }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const stream = renderToPipeableStream(
      <I18nextProvider i18n={serverI18n(language)}>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={remixContext} url={request.url} abortDelay={renderTimeout} nonce={nonce} />
        </NonceContext.Provider>
      </I18nextProvider>,
      {
        nonce,
        onAllReady: () => {
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
          stream.pipe(
            intoOne((page) => {
              clearTimeout(giveUp);
              resolve(new Response(page, { headers, status }));
            }),
          );
        },
        onShellError: reject,
        onError: (error: unknown) => log().error({ error }, "a part of a page could not be rendered"),
      },
    );
    const giveUp = setTimeout(() => stream.abort(), renderTimeout + 1_000).unref();
  });
}

/** Takes what is written and hands it over as one piece when all is there. */
function intoOne(done: (whole: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Uint8Array[] = [];
  return new Writable({
    highWaterMark: Number.MAX_SAFE_INTEGER,
    decodeStrings: false,
    write: (piece: Uint8Array | string, _, next) => {
      pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
      next();
    },
    final: (next) => {
      done(Buffer.concat(pieces));
      next();
    },
  });
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
    { error, number: context.requestNumber, path: new URL(request.url).pathname },
    "a request failed",
  );
}

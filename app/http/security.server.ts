// What stands before every request: our own Host, our own Origin, a bounded body, and the headers that keep scripts out.
import { randomBytes } from "node:crypto";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { fileLimit } from "~/domain/files/file";
import { log } from "~/platform/log.server";
import { isFileComingIn } from "./files.server";
import type { OwnAddresses } from "./origins.server";
import { pathToLog } from "./path-to-log";

/**
 * Bytes of a form outside the documents, of one with a document's text (2 MB, percent-encoded, and one too long to be taken), and of one
 * with a file.
 */
const smallForm = 200_000;
const documentForm = 24_000_000;
const fileForm = fileLimit + smallForm;

/** The content security policy; the nonce is this response's own. */
function pagePolicy(nonce: string, isDevelopment: boolean): string {
  const policy: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src-elem": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": isDevelopment ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** Refuses a Host that is not ours (a name rebound to our address), before anything is read. Behind it nobody can say who we are. */
export function refuseForeignHost(own: () => OwnAddresses): RequestHandler {
  return (request, response, next) => {
    const { isOwnHost, hostFor } = own();
    if (!isOwnHost(request.headers.host) || !request.url.startsWith("/"))
      return refuse(response, 421, "This address is not Torg's.");
    // Remix holds a form's Origin against these two, and builds the address of a request from them.
    request.headers.host = hostFor(request.headers.host);
    delete request.headers["x-forwarded-host"];
    next();
  };
}

/** Refuses whatever is neither reading nor sending a form. */
export const refuseOtherMethods: RequestHandler = (request, response, next) => {
  if (isReading(request) || request.method === "POST") return next();
  response.set("Allow", "GET, HEAD, POST");
  refuse(response, 405, "Torg's pages can be read and its forms sent, nothing else.");
};

/** Refuses a write that another site's page may have sent: by Origin or, where a browser leaves it out, by Sec-Fetch-Site. */
export function refuseForeignOrigin(own: () => OwnAddresses): RequestHandler {
  return (request, response, next) => {
    if (isReading(request)) return next();
    const ours = own();
    if (isFromOurPage(request, ours)) {
      // One of our names may stand in Origin and another in Host: Remix holds one against the other.
      if (request.headers.origin)
        request.headers.origin = `${new URL(ours.origin).protocol}//${request.headers.host}`;
      return next();
    }
    refuse(response, 403, "This form was not sent from a page of Torg.");
  };
}

/** Refuses a body over the limit, or one that does not tell its length. */
export const refuseHugeBody: RequestHandler = (request, response, next) => {
  if (isReading(request)) return next();
  const length = request.headers["content-length"];
  if (request.headers["transfer-encoding"] || length === undefined) {
    return refuse(response, 411, "The length of the form is missing.");
  }
  // Its own door lets no more past, and says so in its own way.
  if (isFileComingIn(request)) return next();
  const limit = limitOf(request.path);
  if (Number(length) <= limit) return next();
  const refuseIt = () =>
    refuse(response, 413, "This form is too large to be taken. Go back: what you typed is still there.");
  // Cut off while it sends, a browser shows a lost connection in place of the answer: within reason the rest is let past unread.
  if (Number(length) > 10 * documentForm) return refuseIt();
  request.once("end", refuseIt).resume();
};

function limitOf(path: string): number {
  if (!path.startsWith("/networks/")) return smallForm;
  return /^\/networks\/[^/]+\/documents\/[^/]+\/files(\.data)?$/.test(path) ? fileForm : documentForm;
}

/** Stands last: an address that cannot be decoded, or a failure before any page could answer for itself. Tells nothing of how. */
export const answerFailure: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const isUnreadable = error instanceof Error && "status" in error && error.status === 400;
  if (isUnreadable) return refuse(response, 400, "This address cannot be read.");
  log().error({ error, path: pathToLog(request.path) }, "a request failed before any page");
  refuse(response, 500, "The server could not answer. The fault is ours; what was saved is safe.");
};

/** The headers of every answer, and in `response.locals.nonce` the nonce that this answer's own scripts carry. */
export function securityHeaders(own: () => OwnAddresses, isDevelopment: boolean): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.set({
      "Content-Security-Policy": pagePolicy(nonce, isDevelopment),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
      "X-Frame-Options": "DENY",
    });
    if (own().origin.startsWith("https:")) response.set("Strict-Transport-Security", "max-age=31536000");
    next();
  };
}

/** Whether a request (or a WebSocket handshake) comes from a page of ours. */
export function isFromOurPage(request: Pick<Request, "headers">, own: OwnAddresses): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return own.isOwnOrigin(origin);
  return request.headers["sec-fetch-site"] === "same-origin";
}

function isReading(request: Request): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

function refuse(response: Response, status: number, sentence: string): void {
  response
    .status(status)
    .set({ Connection: "close", "Cache-Control": "no-store" })
    .type("text/plain")
    .send(`${sentence}\n`);
}

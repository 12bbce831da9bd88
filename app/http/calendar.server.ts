// The door of calendar programs: the secret in the address is all they have. No cookie is read here, and none is set.
import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { readFeed } from "~/domain/calendar/reading.server";
import { refusalIn } from "~/domain/refusal";
import { icsOf } from "~/exchange/ics.server";

const feedPath = /^\/calendar\/([\w-]{43})\.ics$/;

/** Answers who reads a feed; a secret that opens nothing, or nothing any more, gets what every address gets that leads nowhere. */
export function calendarFeeds(): RequestHandler {
  return (request, response, next) => {
    const secret = feedPath.exec(request.path)?.[1];
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (secret === undefined || !isReading) return next();
    readFeed({ address: request.ip ?? "" }, secret)
      .then((feed) => send(request, response, icsOf(feed)))
      .catch((thrown: unknown) => {
        const refusal = refusalIn(thrown);
        if (refusal?.kind === "not-found") next();
        else if (refusal?.kind === "invalid") sendLater(response);
        else next(thrown);
      });
  };
}

function send(request: Request, response: Response, text: string): void {
  const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  response.set({
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="torg.ics"',
    // Kept by its reader alone, and asked for anew each time: what has ended is not to be read any more.
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
    ETag: etag,
  });
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) {
    response.status(304).end();
    return;
  }
  const body = Buffer.from(text);
  response.set("Content-Length", String(body.length)).status(200);
  response.end(request.method === "HEAD" ? undefined : body);
}

function sendLater(response: Response): void {
  response
    .status(429)
    .set({ "Cache-Control": "no-store", "Retry-After": "900" })
    .type("text/plain")
    .send("This calendar was asked for too often. Ask again in a quarter of an hour.\n");
}

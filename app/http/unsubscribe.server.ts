// Ends mails by the link in them, as RFC 8058 has it: a POST from anywhere, authorised by its signed token alone. It stands before the
// rule that forms come from our own pages, and is the only one that does; no cookie is read here.
import type { RequestHandler } from "express";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { refusalIn } from "~/domain/refusal";

/** Bytes of its form; that of a mail program has some thirty. */
const longest = 2_000;

/** A mail program is answered with a word; whoever pressed the button of our page is led back to it. */
export function endMails(): RequestHandler {
  return (request, response, next) => {
    const token = /^\/unsubscribe\/([0-9a-z]{20}\.[\w-]{43})$/.exec(request.path)?.[1];
    if (request.method !== "POST" || token === undefined) return next();
    const answer = (status: number, words: string) =>
      response
        .status(status)
        .set({ "Cache-Control": "no-store", Connection: "close" })
        .type("text/plain")
        .send(`${words}\n`);
    const length = request.headers["content-length"];
    if (length === undefined || Number(length) > longest) return answer(413, "This form is too large.");
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const isOneClick = Buffer.concat(chunks).toString("utf8").includes("One-Click");
      unsubscribe(token)
        .then(() => {
          if (isOneClick) answer(200, "Done: no more mails about notices.");
          else response.set("Cache-Control", "no-store").redirect(303, `/unsubscribe/${token}`);
        })
        .catch((thrown: unknown) => {
          if (refusalIn(thrown)) answer(404, "This link is not one of ours.");
          else next(thrown);
        });
    });
  };
}

// The door for files: one comes in as a stream, without a form around it; they are sent to whoever may read the text they belong to.
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { lookAt } from "~/domain/files/contents.server";
import { serveFile, type ServedFile } from "~/domain/files/serving.server";
import { takeIn } from "~/domain/files/taking-in.server";
import { refusalIn, type Refusal } from "~/domain/refusal";
import { serverI18n, translate } from "~/i18n/translate.server";
import { formatFor } from "~/i18n/format";
import { tellWrong } from "~/i18n/tell-wrong";
import { fileStore } from "~/platform/files.server";
import { openDoor, type Door } from "./door.server";
import { fileHeaders } from "./file-answer";
import { statusOfRefusal } from "./guard.server";
import { wordsInPlace } from "./words-in-place";

/** A file is sent as it is; forms and everything else that a page could send by itself are not for this door. */
const sentType = "application/octet-stream";

/** More than this of a file that is refused is not even let past. */
const mostLetPast = 250_000_000;

const asked = /^\/files\/([^/]+)(?:\/(\d{1,5}x\d{1,5}))?$/;

/** Sends the file at `/files/ID` and `/files/ID/WIDTHxHEIGHT?w=WIDTH`. What does not exist, or is not for the asker, is left to the next door. */
export function sendFiles(): RequestHandler {
  return (request, response, next) => {
    const [, id, size] = asked.exec(request.path) ?? [];
    if (id === undefined || !(request.method === "GET" || request.method === "HEAD")) return next();
    const width = size === undefined ? undefined : widthIn(request.query.w);
    answer(request, response, next, id, width).catch(next);
  };
}

async function answer(
  request: Request,
  response: Response,
  next: NextFunction,
  id: string,
  width: number | undefined,
): Promise<void> {
  const door = await openDoor(request, response);
  const file = await serveFile(askerAt(door), id, width).catch((thrown: unknown) => {
    if (refusalIn(thrown)?.kind !== "not-found") throw thrown;
    return null;
  });
  if (!file) return next();
  if (file.isErased) return sayGone(response, door, file.size, file.size ? "erased.picture" : "erased.file");
  response.set({
    ...fileHeaders(file),
    ETag: `"${file.hash}"`,
    "Cache-Control": file.isPublic ? "no-cache" : "private, no-cache",
  });
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(`"${file.hash}"`))
    return void response.status(304).end();
  if ((await lookAt(file.hash)) !== "whole") return sayGone(response, door, file.size, "damaged");
  response.set("Content-Length", String(file.bytes));
  if (request.method === "HEAD") return void response.end();
  fileStore()
    .open(file.hash)
    .on("error", (error) => response.destroy(error))
    .pipe(response);
}

function askerAt(door: Door) {
  return {
    memberIn: async (slug: string) =>
      door.member(slug).catch((thrown: unknown) => {
        if (refusalIn(thrown)) return null;
        throw thrown;
      }),
  };
}

const placeholder = { name: "", type: "text/plain", isPicture: true };

/** Stands where the picture stood, as large as that; of another file in its place a line of text. */
function sayGone(
  response: Response,
  door: Door,
  size: ServedFile["size"],
  why: "damaged" | "erased.picture" | "erased.file",
): void {
  const words = translate(door.language)(`files:${why}`);
  response.status(410).set({ ...fileHeaders(placeholder), "Cache-Control": "private, no-store" });
  response.removeHeader("ETag");
  response.removeHeader("Content-Disposition");
  if (size === null) return void response.type("text/plain").end(`${words}\n`);
  response.set("Content-Type", "image/svg+xml; charset=utf-8").end(wordsInPlace(words, size));
}

function widthIn(given: unknown): number | undefined {
  return typeof given === "string" && /^[1-9]\d{0,4}$/.test(given) ? Number(given) : undefined;
}

const taken = /^\/networks\/([^/]+)\/documents\/([^/]+)\/files$/;

/** Whether this request hands in one file for `takeFiles`. */
export function isFileComingIn(request: Pick<Request, "method" | "path" | "headers">): boolean {
  return (
    request.method === "POST" && taken.test(request.path) && request.headers["content-type"] === sentType
  );
}

/**
 * Takes in one file: `POST /networks/NETWORK/documents/DOCUMENT/files?name=NAME` with its bytes as they are, `application/octet-stream`,
 * and `keep=1` where it is to stay without a text that names it. Answers 201 with `{ file }`, else `{ refused, values, words }`.
 */
export function takeFiles(): RequestHandler {
  return (request, response, next) => {
    const [, network, documentId] = taken.exec(request.path) ?? [];
    if (network === undefined || documentId === undefined || !isFileComingIn(request)) return next();
    const take = async () => {
      const door = await openDoor(request, response);
      response.set("Cache-Control", "private, no-store");
      try {
        const member = await door.member(network);
        const file = await takeIn(member, documentId, {
          name: nameIn(request.query.name),
          bytes: Number(request.headers["content-length"]),
          content: request,
          isKept: request.query.keep === "1",
          memberNow: async () => {
            await door.judgeAfresh();
            return door.member(network);
          },
        });
        response.status(201).json({ file });
      } catch (thrown) {
        if (request.destroyed && !request.complete) return;
        const refusal = refusalIn(thrown);
        if (!refusal) throw thrown;
        await letPast(request, response);
        response.status(statusOfRefusal[refusal.kind]).json(inWords(refusal, door.language));
      }
    };
    take().catch(next);
  };
}

/** Cut off while it sends, a browser shows a lost connection in place of the answer: within reason the rest is let past unread. */
async function letPast(request: Request, response: Response): Promise<void> {
  if (request.complete) return;
  if (Number(request.headers["content-length"]) > mostLetPast) {
    response.set("Connection", "close");
    return;
  }
  await new Promise((done) => request.once("end", done).once("close", done).resume());
}

function inWords(refusal: Refusal, language: string) {
  const t = serverI18n(language).getFixedT(null, ["errors"] as const);
  const { key, values } = (refusal.kind === "invalid" && Object.values(refusal.fields)[0]) || {
    key: refusal.kind === "forbidden" ? "files:wrong.forbidden" : "files:wrong.notFound",
  };
  return {
    refused: key,
    ...(values && { values }),
    words: tellWrong(t, formatFor(language, "UTC"), { key, values }),
  };
}

function nameIn(given: unknown): string {
  return typeof given === "string" ? given.slice(0, 4_000) : "";
}

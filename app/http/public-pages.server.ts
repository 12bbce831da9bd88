// The door for everybody: public texts as whole pages without a script, rendered once per published text and kept in memory. Whether a
// text is public is asked of the database at each request, before anything that is kept is looked at.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { happenings } from "~/domain/activity/activities.server";
import { idInPublicAddress, publicAddress } from "~/domain/documents/public-address";
import {
  listPublicDocuments,
  publicDocument,
  publicState,
  type PublicDocument,
  type PublicRow,
  type PublicState,
} from "~/domain/documents/public-documents.server";
import { publicAdditions, type PublicAddition } from "~/domain/visits/public-additions.server";
import { languageOf } from "~/i18n/languages";

/** How the pages look; given by the composition root, because no door knows the screens. */
export interface PublicLooks {
  document(document: PublicDocument, additions: PublicAddition[]): string;
  list(rows: PublicRow[], language: string): string;
  nowhere(language: string): string;
}

interface KeptPage {
  edition: string;
  etag: string;
  language: string;
  /** By content coding; "" is none. */
  bodies: Record<"br" | "gzip" | "", Buffer>;
}

/** Bytes of all kept pages together, in every coding. */
const keptBytes = 64_000_000;

const policy = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Answers what lies under /public. What is not public, or no longer, gets what does not exist gets, whoever asks: a page that says
 * so. An address with an older title or language leads to the present one.
 */
export function publicPages(looks: PublicLooks): RequestHandler {
  const kept = createKeep();
  happenings().on("announced", ({ kind, id }) => {
    if (/^(document|publication)-/.test(kind)) kept.drop(id);
  });
  return (request, response, next) => {
    const answer = async () => {
      const [language, last, publication, ...more] = request.path.split("/").filter(Boolean);
      if (language === undefined) return answerList(looks, request, response);
      const number = publication === undefined ? undefined : numberIn(publication);
      const id = last && more.length === 0 ? idInPublicAddress(last) : null;
      let state = id === null ? null : await publicState(id);
      if (!state || (number !== undefined && !state.earlier.includes(number))) {
        if (id !== null) kept.drop(id);
        return answerNowhere(looks, request, response);
      }
      const address = publicAddress(state) + (number === undefined ? "" : `/${number}`);
      // Titles are not secret here, but a link that is kept for good would outlive the next one.
      if (request.baseUrl + request.path !== address)
        return response.set("Cache-Control", "no-cache").redirect(302, address);
      let page = kept.find(state, number);
      while (!page) {
        const made = await makePage(looks, state, number);
        // Meanwhile it may have been withdrawn, or published anew.
        const now = await publicState(state.id);
        if (!now || !made) {
          kept.drop(state.id);
          return answerNowhere(looks, request, response);
        }
        if (now.edition === state.edition) page = kept.keep(state.id, made, number);
        state = now;
      }
      send(request, response, page);
    };
    answer().catch(next);
  };
}

async function answerList(looks: PublicLooks, request: Request, response: Response): Promise<void> {
  const language = languageOf(request.headers["accept-language"], false);
  const html = looks.list(await listPublicDocuments(language), language);
  response.vary("Accept-Language");
  send(request, response, await pageOf(html, "", language));
}

async function answerNowhere(looks: PublicLooks, request: Request, response: Response): Promise<void> {
  const language = languageOf(request.headers["accept-language"], false);
  response.vary("Accept-Language");
  send(request, response, await pageOf(looks.nowhere(language), "", language), 404);
}

/** The number of a publication in an address; 0, which none has, for anything else. */
function numberIn(part: string): number {
  return /^[1-9]\d{0,8}$/.test(part) ? Number(part) : 0;
}

async function makePage(looks: PublicLooks, state: PublicState, number?: number): Promise<KeptPage | null> {
  const [document, additions] = await Promise.all([
    publicDocument(state.id, number),
    number === undefined ? publicAdditions(state.id) : [],
  ]);
  return document && pageOf(looks.document(document, additions), state.edition, document.language);
}

async function pageOf(html: string, edition: string, language: string): Promise<KeptPage> {
  const body = Buffer.from(html);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(body),
  ]);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  return { edition, etag, language, bodies: { br, gzip: gz, "": body } };
}

/** Sends the page as a whole, or only that it has not changed. */
function send(
  request: Request,
  response: Response,
  { etag, language, bodies }: KeptPage,
  status: 200 | 404 = 200,
): void {
  const coding = (["br", "gzip"] as const).find((one) => request.acceptsEncodings(one)) ?? "";
  response.vary("Accept-Encoding");
  response.set({
    "Content-Security-Policy": policy,
    "Cache-Control": "no-cache",
    "Content-Language": language,
  });
  if (status === 200) response.set("ETag", etag);
  if (status === 200 && request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) {
    response.status(304).end();
    return;
  }
  const body = bodies[coding];
  if (coding) response.set("Content-Encoding", coding);
  response.set({ "Content-Type": "text/html; charset=utf-8", "Content-Length": String(body.length) });
  response.status(status).end(request.method === "HEAD" ? undefined : body);
}

/** Pages by document and publication, those asked for last the longest. */
function createKeep() {
  const pages = new Map<string, KeptPage>();
  let bytes = 0;
  const sizeOf = ({ bodies }: KeptPage) => bodies.br.length + bodies.gzip.length + bodies[""].length;
  const keyOf = (id: string, number?: number) => (number === undefined ? id : `${id}/${number}`);
  const dropOne = (key: string) => {
    const page = pages.get(key);
    if (page && pages.delete(key)) bytes -= sizeOf(page);
  };
  return {
    /** All pages of a document. */
    drop: (id: string) => {
      dropOne(id);
      for (const key of pages.keys()) if (key.startsWith(`${id}/`)) dropOne(key);
    },
    /** The page of this edition; one of another is thrown away. */
    find: ({ id, edition }: PublicState, number?: number): KeptPage | undefined => {
      const key = keyOf(id, number);
      const page = pages.get(key);
      if (page && page.edition !== edition) dropOne(key);
      if (page?.edition !== edition) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep: (id: string, page: KeptPage, number?: number): KeptPage => {
      const key = keyOf(id, number);
      dropOne(key);
      pages.set(key, page);
      bytes += sizeOf(page);
      for (const [oldest] of pages) {
        if (bytes <= keptBytes || oldest === key) break;
        dropOne(oldest);
      }
      return page;
    },
  };
}

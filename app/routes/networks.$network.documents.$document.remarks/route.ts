// What is said about a text, for a screen that has it open: data alone, sent again only where it is another.
import { createHash } from "node:crypto";
import { remarksBeside } from "~/domain/comments/beside-text.server";
import { threadFilterIn } from "~/domain/comments/thread-filter";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, param, url: { searchParams }, request }) => {
  const text = searchParams.get("text") === "published" ? "published" : "working";
  const isForWriting = searchParams.has("writing");
  const filter = threadFilterIn(searchParams);
  const remarks = await remarksBeside(member, param("document"), text, filter, isForWriting);
  const body = JSON.stringify(remarks);
  const tag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ETag: tag, "Cache-Control": "private, no-store" };
  if (request.headers.get("If-None-Match") === tag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
});

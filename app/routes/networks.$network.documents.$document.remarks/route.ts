// What is said about the working text, for the editor that has it open: data alone, kept by no cache.
import { remarksForWriting } from "~/domain/comments/for-writing.server";
import { threadFilterIn } from "~/domain/comments/thread-filter";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, param, url }) =>
  Response.json(await remarksForWriting(member, param("document"), threadFilterIn(url.searchParams)), {
    headers: { "Cache-Control": "private, no-store" },
  }),
);

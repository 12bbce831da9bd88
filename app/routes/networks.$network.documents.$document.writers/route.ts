// Whose each letter of the working text is, for the editor that has it open: data alone, kept by no cache.
import { traceAuthorship } from "~/domain/documents/authorship.server";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, param }) =>
  Response.json(await traceAuthorship(member, param("document")), {
    headers: { "Cache-Control": "private, no-store" },
  }),
);

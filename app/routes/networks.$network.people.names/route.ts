// Members to name, as somebody types them after "@": data alone, kept by no cache.
import { namesToMention } from "~/domain/networks/names.server";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, url }) =>
  Response.json(
    { people: await namesToMention(member, url.searchParams.get("words") ?? "") },
    { headers: { "Cache-Control": "private, no-store" } },
  ),
);

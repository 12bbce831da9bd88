// Titles to link to, as somebody types them after "[[": data alone, kept by no cache.
import { titlesToLink } from "~/domain/search/titles.server";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, url }) =>
  Response.json(
    { titles: await titlesToLink(member, url.searchParams.get("words") ?? "") },
    { headers: { "Cache-Control": "private, no-store" } },
  ),
);

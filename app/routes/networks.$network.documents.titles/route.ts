// Titles to link to, as somebody types them after "[[".
import { json } from "@remix-run/node";
import { titlesToLink } from "~/domain/documents/titles.server";
import { memberLoader } from "~/http/guard.server";

export const loader = memberLoader(async ({ member, url }) =>
  json(
    { titles: await titlesToLink(member, url.searchParams.get("words") ?? "") },
    // What a member may link to is nobody else's to find in a cache.
    { headers: { "Cache-Control": "private, no-store" } },
  ),
);

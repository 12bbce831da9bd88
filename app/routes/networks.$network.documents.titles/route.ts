// Titles to link to, as somebody types them after "[[".
import { data } from "@remix-run/node";
import { titlesToLink } from "~/domain/documents/titles.server";
import { memberLoader } from "~/http/guard.server";

export const loader = memberLoader(async ({ member, url }) => {
  const titles = await titlesToLink(member, url.searchParams.get("words") ?? "");
  return data({ titles }, { headers: { "Cache-Control": "private, no-store" } });
});

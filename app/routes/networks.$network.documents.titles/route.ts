// Titles to link to, as somebody types them after "[[".
import { titlesToLink } from "~/domain/documents/titles.server";
import { memberLoader } from "~/http/guard.server";

export const loader = memberLoader(async ({ member, url }) => ({
  titles: await titlesToLink(member, url.searchParams.get("words") ?? ""),
}));

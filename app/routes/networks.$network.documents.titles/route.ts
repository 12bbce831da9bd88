// Titles to link to, as somebody types them after "[[": data alone, kept by no cache.
import { titlesToLink } from "~/domain/search/titles.server";
import { memberFile } from "~/http/guard.server";
import { typingAnswer } from "~/http/typing-answer.server";

export const loader = memberFile(async ({ member, url }) =>
  typingAnswer({ titles: await titlesToLink(member, url.searchParams.get("words") ?? "") }),
);

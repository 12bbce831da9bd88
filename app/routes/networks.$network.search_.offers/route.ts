// What is found in one network while one types: data alone, so that a failure never takes the place of the screen one is on.
import { offered } from "~/domain/search/search";
import { searchOrderIn } from "~/domain/search/search-orders";
import { search } from "~/domain/search/search.server";
import { memberFile } from "~/http/guard.server";
import { typingAnswer } from "~/http/typing-answer.server";

export const loader = memberFile(async ({ member, url }) =>
  typingAnswer(await search([member], searchOrderIn(url.searchParams, offered), member.language)),
);

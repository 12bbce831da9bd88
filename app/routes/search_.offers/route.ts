// The same over all of a person's networks.
import { membersOf } from "~/domain/access/members.server";
import { offered } from "~/domain/search/search";
import { searchOrderIn } from "~/domain/search/search-orders";
import { search } from "~/domain/search/search.server";
import { personFile } from "~/http/guard.server";
import { typingAnswer } from "~/http/typing-answer.server";

export const loader = personFile(async ({ own, door, url }) => {
  const members = await membersOf(own.person, door.memberships());
  return typingAnswer(await search(members, searchOrderIn(url.searchParams, offered), door.language));
});

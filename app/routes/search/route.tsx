// What is found in all of a person's networks.
import { useLoaderData } from "@remix-run/react";
import { membersOf, networksOf } from "~/domain/access/members.server";
import { searchOrderIn } from "~/domain/search/search-orders";
import { search } from "~/domain/search/search.server";
import { personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { PersonFrame } from "~/ui/person-frame";
import { SearchResults } from "~/ui/search-results";
import { titled } from "~/ui/titled";

export const meta = titled;

export const loader = personLoader(async ({ own, door, url }) => {
  const order = searchOrderIn(url.searchParams);
  const t = translate(door.language);
  const members = await membersOf(own.person, door.memberships());
  return {
    title: pageTitle(
      door.language,
      order.question ? t("search:titleOf", { question: order.question }) : t("search:title"),
    ),
    networks: await networksOf(own.person.id, door.memberships()),
    order,
    answer: await search(members, order, door.language),
  };
});

export default function SearchEverywhere() {
  const t = useT("search");
  const { networks, order, answer } = useLoaderData<typeof loader>();
  return (
    <PersonFrame networks={networks} crumbs={[{ label: t("title") }]}>
      <SearchResults to="/search" order={order} answer={answer} />
    </PersonFrame>
  );
}

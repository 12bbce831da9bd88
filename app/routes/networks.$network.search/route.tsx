// What is found in one network.
import { useLoaderData } from "@remix-run/react";
import { searchOrderIn } from "~/domain/search/search-orders";
import { search } from "~/domain/search/search.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import type { ScreenHandle } from "~/ui/screen-handle";
import { SearchResults } from "~/ui/search-results";
import { titled } from "~/ui/titled";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("top.search") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const order = searchOrderIn(url.searchParams);
  const t = translate(member.language);
  const { slug, name } = member.network;
  return {
    title: pageTitle(
      member.language,
      order.question ? t("search:titleOf", { question: order.question }) : t("search:title"),
      name,
    ),
    network: { slug, name },
    order,
    answer: await search([member], order, member.language),
  };
});

export default function Search() {
  const { network, order, answer } = useLoaderData<typeof loader>();
  return (
    <SearchResults
      to={`/networks/${network.slug}/search`}
      network={network.name}
      order={order}
      answer={answer}
    />
  );
}

export { PageErrorBoundary as ErrorBoundary };

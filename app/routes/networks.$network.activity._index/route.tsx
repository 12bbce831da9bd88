// What happened in the network: the feed, narrowed by its address.
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "~/domain/access/member";
import { feedFilterIn } from "~/domain/activity/feed-orders";
import { countedTo, feedChoices, readFeed } from "~/domain/networks/feed.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { TakeAlong } from "~/ui/take-along";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";
import { Days } from "./days";
import { Filter } from "./filter";
import { NothingHappened } from "./nothing-happened";
import { Pages } from "./pages";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.activity") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const filter = feedFilterIn(url.searchParams);
  return {
    title: pageTitle(member.language, translate(member.language)("activity:title"), member.network.name),
    filter,
    feed: await readFeed(member, filter),
    choices: await feedChoices(member),
    countedTo,
    mayTakeAlong: can(member, "export-activity"),
    mayWrite: can(member, "write-document"),
  };
});

export default function Activity() {
  const t = useT("activity", "feed");
  const format = useFormat();
  const { network } = useParams();
  const { filter, feed, choices, countedTo, mayTakeAlong, mayWrite } = useLoaderData<typeof loader>();
  const { older, ...narrowing } = filter;
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
  const count =
    feed.count > countedTo
      ? t("feed:more", { number: format.number(countedTo) })
      : t("feed:count", { count: feed.count });
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        facts={<p className="text-quiet">{count}</p>}
        actions={mayTakeAlong ? <TakeAlong to={`/networks/${network}/activity/export`} /> : null}
      />
      <Filter key={JSON.stringify(narrowing)} filter={narrowing} choices={choices} isNarrowed={isNarrowed} />
      {feed.rows.length === 0 ? (
        <NothingHappened isNarrowed={isNarrowed || older !== undefined} mayWrite={mayWrite} />
      ) : (
        <Days rows={feed.rows} />
      )}
      <Pages filter={narrowing} isFirst={older === undefined} older={feed.older} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };

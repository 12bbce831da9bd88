// The network's time: phases, what is due and meetings, as planned and as they came; drawn by the server, and below in words.
import { Link, useLoaderData } from "@remix-run/react";
import { timelineRows, type Timeline } from "~/domain/deliverables/timeline";
import { readTimeline } from "~/domain/deliverables/timeline.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { FollowedLinks } from "~/ui/followed-links";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { PaperHead } from "~/ui/paper-head";
import type { ScreenHandle } from "~/ui/screen-handle";
import { drawTimeline } from "~/ui/timeline/drawing";
import { TimelineFrame } from "~/ui/timeline/timeline-frame";
import { TimelineTable } from "~/ui/timeline/timeline-table";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const handle: ScreenHandle = {
  crumbs: (data: { name: string }, t, network) => [
    { label: t("rail.phases"), to: `${network}/phases` },
    { label: data.name },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const timeline = await readTimeline(member);
  const { language, timeZone, network } = member;
  const t = translate(language);
  const home = `/networks/${network.slug}`;
  const format = formatFor(language, timeZone);
  const name = t("timeline:title");
  return {
    title: pageTitle(language, name, network.name),
    name,
    networkName: network.name,
    timeline,
    drawing: drawTimeline(timeline, { t, format, language, home, name: network.name }),
  };
});

const tableId = "timeline-table";

export default function TimelineScreen() {
  const t = useT("timeline", "frame");
  const { networkName, timeline, drawing } = useLoaderData<typeof loader>();
  const isEmpty = timelineRows(timeline).length === 0;
  return (
    <div className="page page-wide page-lying">
      <PaperHead network={networkName} day={timeline.today} />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        facts={<Ways seesDeliverables={timeline.seesDeliverables} />}
        actions={
          isEmpty ? undefined : (
            <>
              {drawing ? (
                <LinkButton to="picture" reloadDocument prefetch="none">
                  {t("svg")}
                </LinkButton>
              ) : null}
              <LinkButton to="export" reloadDocument prefetch="none">
                {t("csv")}
              </LinkButton>
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState title={t("empty.title")} what={t("empty.what")} who={t("empty.who")} />
      ) : (
        <FollowedLinks>
          {drawing ? <TimelineFrame {...{ drawing, tableId }} /> : null}
          <Remarks timeline={timeline} drawing={drawing} />
          <TimelineTable id={tableId} timeline={timeline} />
        </FollowedLinks>
      )}
    </div>
  );
}

/** To the pages of which this is the picture. */
function Ways({ seesDeliverables }: { seesDeliverables: boolean }) {
  const t = useT("frame");
  return (
    <p className="on-screen-only flex flex-wrap gap-x-5">
      <Link className="link" to="../phases" prefetch="intent">
        {t("rail.phases")}
      </Link>
      {seesDeliverables ? (
        <Link className="link" to="../deliverables" prefetch="intent">
          {t("rail.deliverables")}
        </Link>
      ) : null}
    </p>
  );
}

interface RemarksProps {
  timeline: Timeline;
  drawing: { today: object | null; notDrawn: number; isOver: boolean } | null;
}

/** What the picture does not show, and why. */
function Remarks({ timeline, drawing }: RemarksProps) {
  const t = useT("timeline");
  const format = useFormat();
  const { dues, meetings, seesDeliverables, today } = timeline;
  const day = format.day(today);
  const said = [
    drawing && !drawing.today ? t(drawing.isOver ? "todayAfter" : "todayBefore", { day }) : null,
    drawing && drawing.notDrawn > 0 ? t("notDrawn", { count: drawing.notDrawn }) : null,
    seesDeliverables && dues.length === 0 ? t("noDeliverables") : null,
    meetings.length === 0 ? t("noMeetings") : null,
  ].filter((one) => one !== null);
  if (said.length === 0) return null;
  return <p className="mt-3 max-w-[75ch] text-small text-quiet">{said.join(" ")}</p>;
}

export { PageErrorBoundary as ErrorBoundary };

// The network's days in one's own calendar program: the address for it, made, replaced and switched off.
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { endNetworkFeed, makeNetworkFeed, readNetworkFeed } from "~/domain/calendar/feeds.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { FeedFacts } from "~/ui/calendar/feed-facts";
import { HowToAdd } from "~/ui/calendar/how-to-add";
import { MadeAddress } from "~/ui/calendar/made-address";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = {
  crumbs: (data: { heading: string }, t, network) => [
    { label: t("rail.deliverables"), to: `${network}/deliverables` },
    { label: data.heading },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const heading = translate(member.language)("calendar:title");
  return {
    title: pageTitle(member.language, heading, member.network.name),
    heading,
    network: member.network.name,
    feed: await readNetworkFeed(member),
    isArchived: member.network.state === "archived",
  };
});

export const action = memberAction(({ member }) => ({
  "make-calendar": on(z.object({}), () => makeNetworkFeed(member)),
  "end-calendar": on(z.object({}), () => endNetworkFeed(member)),
}));

export default function NetworkCalendar() {
  const t = useT("calendar");
  const { heading, network, feed, isArchived } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const made = answer?.intent === "make-calendar" && feed ? answer.done : null;
  const isEnded = answer?.intent === "end-calendar" && !feed && answer.done;
  return (
    <div className="page page-narrow">
      <PageHeader title={heading} lead={t("lead", { network })} />
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      {made ? <MadeAddress address={String(made)} /> : null}
      {isEnded ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("ended")}
          </Notice>
        </div>
      ) : null}
      <div className="grid max-w-2xl gap-3">
        <p>{t("what")}</p>
        <p>{t("secret")}</p>
      </div>
      <section className="mt-6">
        {feed ? <FeedFacts {...feed} /> : <p className="text-quiet">{t("none")}</p>}
        {isArchived ? <p className="mt-3">{t("archived")}</p> : null}
        <Buttons hasFeed={feed !== null} isArchived={isArchived} />
      </section>
      <HowToAdd isOpen={Boolean(made)} />
    </div>
  );
}

function Buttons({ hasFeed, isArchived }: { hasFeed: boolean; isArchived: boolean }) {
  const t = useT("calendar");
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" preventScrollReset className="mt-4">
      <div className="flex flex-wrap gap-2">
        {isArchived ? null : (
          <Button weight={hasFeed ? undefined : "main"} name="intent" value="make-calendar" isBusy={isBusy}>
            {t(hasFeed ? "makeNew" : "make")}
          </Button>
        )}
        {hasFeed ? (
          <Button weight="bare" name="intent" value="end-calendar" isBusy={isBusy}>
            {t("end")}
          </Button>
        ) : null}
      </div>
      {hasFeed && !isArchived ? <p className="mt-2 text-small text-quiet">{t("makeNewHint")}</p> : null}
    </Form>
  );
}

export { PageErrorBoundary as ErrorBoundary };

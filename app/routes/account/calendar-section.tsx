// What one owes, in one's own calendar program; and the calendars of networks that one has made an address for.
import { Form, Link, useNavigation } from "@remix-run/react";
import type { FeedView, OwnFeeds } from "~/domain/calendar/feeds.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { FeedFacts } from "~/ui/calendar/feed-facts";
import { HowToAdd } from "~/ui/calendar/how-to-add";
import { MadeAddress } from "~/ui/calendar/made-address";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";

interface CalendarSectionProps {
  calendars: OwnFeeds;
  answer?: FormAnswer;
}

/** Left out for whoever owes nothing and has made none. */
export function CalendarSection({ calendars, answer }: CalendarSectionProps) {
  const t = useT("calendar");
  const { mine, networks, owes } = calendars;
  const made = answer?.intent === "make-calendar" && mine ? answer.done : null;
  const isEnded = answer?.intent === "end-calendar" && Boolean(answer.done);
  if (!owes && !mine && networks.length === 0 && !isEnded) return null;
  return (
    <section id="calendar" aria-labelledby="calendar-title" className="border-t border-line pt-8">
      <h2 id="calendar-title" className="text-section">
        {t("mine.title")}
      </h2>
      <p className="mt-1 text-quiet">{t("mine.lead")}</p>
      <p className="mt-2 mb-5 text-quiet">{t("secret")}</p>
      {made ? <MadeAddress address={String(made)} /> : null}
      {isEnded ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("ended")}
          </Notice>
        </div>
      ) : null}
      {mine ? <FeedFacts {...mine} /> : null}
      <OwnAddress mine={mine} />
      <HowToAdd isOpen={Boolean(made)} />
      {networks.length > 0 ? <NetworkFeeds feeds={networks} /> : null}
    </section>
  );
}

function OwnAddress({ mine }: { mine: FeedView | null }) {
  const t = useT("calendar");
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" preventScrollReset className="mt-4">
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="make-calendar" isBusy={isBusy}>
          {t(mine ? "makeNew" : "make")}
        </Button>
        {mine ? (
          <>
            <input type="hidden" name="id" value={mine.id} />
            <Button weight="bare" name="intent" value="end-calendar" isBusy={isBusy}>
              {t("end")}
            </Button>
          </>
        ) : null}
      </div>
      {mine ? <p className="mt-2 text-small text-quiet">{t("makeNewHint")}</p> : null}
    </Form>
  );
}

function NetworkFeeds({ feeds }: { feeds: OwnFeeds["networks"] }) {
  const t = useT("calendar");
  return (
    <>
      <h3 id="network-calendars" className="mt-8 mb-2 font-semibold">
        {t("networks.title")}
      </h3>
      <RowList labelledBy="network-calendars">
        {feeds.map(({ id, network, ...feed }) => {
          const name = network?.name ?? t("networks.former");
          return (
            <Row
              key={id}
              title={
                network ? (
                  <Link className="link" to={`/networks/${network.slug}/calendar`}>
                    {name}
                  </Link>
                ) : (
                  name
                )
              }
              below={<FeedFacts {...feed} />}
              side={
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="id" value={id} />
                  <Button
                    size="small"
                    name="intent"
                    value="end-calendar"
                    aria-label={t("endNamed", { network: name })}
                  >
                    {t("end")}
                  </Button>
                </Form>
              }
            />
          );
        })}
      </RowList>
    </>
  );
}

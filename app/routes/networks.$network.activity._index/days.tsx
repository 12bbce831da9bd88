// The happenings of a page, day by day as the reader's calendar has them.
import type { FeedRow } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";
import { HappeningRow } from "~/ui/happening-row";
import { RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";
import { Details } from "./details";

export function Days({ rows }: { rows: FeedRow[] }) {
  const t = useT("activity");
  const format = useFormat();
  const today = format.date(format.now);
  const yesterday = format.date(new Date(format.now.getTime() - 86_400_000));
  const days = new Map<string, FeedRow[]>();
  for (const row of rows) {
    const day = format.date(row.at);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const nameOf = (day: string) => {
    if (day === today) return t("today");
    return day === yesterday ? t("yesterday") : day;
  };
  return [...days].map(([day, ofDay]) => {
    const id = `day-${ofDay[0]?.id}`;
    return (
      <section key={day} aria-labelledby={id} className="mb-8">
        <h2 id={id} className="mb-1 text-large font-semibold" suppressHydrationWarning>
          <time dateTime={ofDay[0]?.at.toISOString()} suppressHydrationWarning>
            {nameOf(day)}
          </time>
        </h2>
        <RowList labelledBy={id}>
          {ofDay.map((row) => (
            <HappeningRow key={row.id} row={row} when="time" below={<Details row={row} />} />
          ))}
        </RowList>
      </section>
    );
  });
}

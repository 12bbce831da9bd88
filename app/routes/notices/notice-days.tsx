// The notices of a page, day by day as the reader's calendar has them.
import type { NoticeShelf } from "~/domain/notifications/notice";
import type { NoticeView } from "~/domain/notifications/notices.server";
import { useT } from "~/i18n/use-t";
import { RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";
import { NoticeRow } from "./notice-row";

export function NoticeDays({ notices, shelf }: { notices: NoticeView[]; shelf: NoticeShelf }) {
  const t = useT("activity");
  const format = useFormat();
  const days = new Map<string, NoticeView[]>();
  for (const notice of notices) {
    const day = format.dayOf(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  const today = format.dayOf(format.now);
  const yesterday = format.dayOf(new Date(format.now.getTime() - 86_400_000));
  const nameOf = (day: string) => {
    if (day === today) return t("today");
    return day === yesterday ? t("yesterday") : format.day(day);
  };
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mt-6 mb-8">
      <h2 id={`day-${day}`} className="mb-1 text-large font-semibold" suppressHydrationWarning>
        <time dateTime={day} suppressHydrationWarning>
          {nameOf(day)}
        </time>
      </h2>
      <RowList labelledBy={`day-${day}`}>
        {ofDay.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} shelf={shelf} />
        ))}
      </RowList>
    </section>
  ));
}

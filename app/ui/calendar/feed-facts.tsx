// Since when a calendar has its address, and whether anything reads it.
import type { FeedView } from "~/domain/calendar/feeds.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { useFormat } from "~/ui/use-reader";

export function FeedFacts({ madeAt, lastReadAt }: Pick<FeedView, "madeAt" | "lastReadAt">) {
  const t = useT("calendar");
  const format = useFormat();
  const facts = [
    { key: "made", value: t("madeOn", { date: format.date(madeAt) }) },
    {
      key: "read",
      value: lastReadAt ? t("readOn", { date: format.dateTime(lastReadAt) }) : t("notRead"),
    },
  ];
  return <FactsLine facts={facts} />;
}

// What something was and what it became, one click behind its sentence.
import type { FeedChange } from "~/domain/activity/feed";
import type { FeedRow } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { useFormat } from "~/ui/use-reader";

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)$/;
const words = [
  "private",
  "draft",
  "local-group",
  "network",
  "public",
  "reader",
  "commenter",
  "writer",
  "open",
  "closed",
  "archived",
  "action-planning",
  "transfer",
  "innovation-transfer",
  "lead-partner",
  "project-partner",
  "good-practice-city",
  "project-officer",
  "lead-expert",
  "ad-hoc-expert",
  "local-group-member",
  "observer",
  "understood",
  "adapting",
  "re-used",
  "rejected",
] as const;

export function Details({ row }: { row: FeedRow }) {
  const t = useT("feed");
  const say = useValueInWords();
  if (row.changes.length === 0) return null;
  return (
    <details className="fold feed-details">
      <summary>
        <Icon name="chevron-right" size={14} />
        {t("details")}
      </summary>
      <dl>
        {row.changes.map((change) => {
          const { field } = change;
          const [was, became] = [say(field, change.was), say(field, change.became)];
          return (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>
                {was === null ? t("became", { became }) : null}
                {became === null ? t("was", { was }) : null}
                {was !== null && became !== null ? t("wasAndBecame", { was, became }) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

/** Days, languages, sums and the words of the house as the reader says them; null stays null. */
function useValueInWords() {
  const t = useT("feed");
  const format = useFormat();
  return (field: FeedChange["field"], value: string | number | null): string | null => {
    if (value === null || value === "") return null;
    if (typeof value === "number")
      return field === "budget" ? t("euros", { sum: format.number(value / 100) }) : format.number(value);
    if (day.test(value)) return format.day(value);
    if (instant.test(value)) return format.date(value);
    if (field === "language") return format.languageName(value);
    if (field === "country") return format.countryName(value);
    const word = words.find((known) => known === value);
    const isWord = ["visibility", "publishedVisibility", "level", "role", "state", "type"].includes(field);
    return isWord && word ? t(`value.${word}`) : value;
  };
}

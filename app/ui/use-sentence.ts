// What happened in one readable sentence, in the reader's language: the same words on the home and in the feed.
import type { FeedRow } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";

export type Said = Pick<FeedRow, "kind" | "by" | "title" | "isDeleted" | "city" | "person" | "role">;

/** Makes sentences; the values they may put in are those of `sentenceValues` (domain/activity/feed.ts). */
export function useSentence(): (row: Said) => string {
  const t = useT("activity", "frame");
  return ({ kind, by, title, isDeleted, city, person, role }) =>
    t(`sentence.${kind}`, {
      name: by?.name ?? t("someone"),
      title: isDeleted ? t("deletedText") : title,
      city,
      person: person || t("someone"),
      role: role ? t(`frame:role.${role}`) : "",
    });
}

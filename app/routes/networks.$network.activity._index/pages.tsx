// Further back in the feed, and back to its beginning.
import { feedSearch, type FeedFilter, type FeedPlace } from "~/domain/activity/feed";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";

interface PagesProps {
  filter: FeedFilter;
  isFirst: boolean;
  /** Where the next page begins; null: this is the last. */
  older: FeedPlace | null;
}

export function Pages({ filter, isFirst, older }: PagesProps) {
  const t = useT("activity", "feed");
  if (isFirst && !older) return null;
  return (
    <nav aria-label={t("feed:pages")} className="on-screen-only flex flex-wrap gap-2">
      {older ? <LinkButton to={feedSearch({ ...filter, older })}>{t("earlier")}</LinkButton> : null}
      {isFirst ? null : (
        <LinkButton weight="bare" to={feedSearch(filter)}>
          {t("feed:latest")}
        </LinkButton>
      )}
    </nav>
  );
}

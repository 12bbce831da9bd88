// A list of notices without any.
import type { NoticeShelf } from "~/domain/notifications/notice";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

export function NoNotices({ shelf, isFirst }: { shelf: NoticeShelf; isFirst: boolean }) {
  const t = useT("notices");
  if (shelf !== "open")
    return (
      <EmptyState
        title={t(`empty.${shelf}`)}
        what={t(shelf === "done" ? "empty.whatDone" : "empty.whatSnoozed")}
        next={<LinkButton to="/notices">{t("empty.toOpen")}</LinkButton>}
      />
    );
  return (
    <EmptyState
      title={t(`empty.${shelf}`)}
      what={t("empty.what")}
      who={t("empty.who")}
      next={isFirst ? <LinkButton to="/account#notices">{t("choose")}</LinkButton> : null}
    />
  );
}

// A list without rows: nothing of this kind at all, nothing of what was asked for, or nobody who waits.
import type { ReactNode } from "react";
import { isNarrowed, listSearch, type DocumentFilter } from "~/domain/documents/document-list";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

export function NothingListed({ filter, next }: { filter: DocumentFilter; next: ReactNode }) {
  const t = useT("lists");
  const { kind, whose } = filter;
  if (whose === "waiting" && !isNarrowed({ ...filter, whose: undefined }))
    return <EmptyState title={t("none.waiting")} what={t("none.waitingWhat")} who={t("none.waitingWho")} />;
  if (isNarrowed(filter))
    return (
      <EmptyState
        title={t("none.title")}
        what={t("none.what")}
        who={t("none.who")}
        next={<LinkButton to={listSearch({ kind })}>{t("filter.all")}</LinkButton>}
      />
    );
  const of = kind ?? "all";
  return (
    <EmptyState
      title={t(`empty.${of}.title`)}
      what={t(`empty.${of}.what`)}
      who={t(`empty.${of}.who`)}
      next={next ?? <p className="text-quiet">{t("nextReader")}</p>}
    />
  );
}

// A feed without rows: nothing at all, or nothing of what was asked for.
import { useParams } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

export function NothingHappened({ isNarrowed, mayWrite }: { isNarrowed: boolean; mayWrite: boolean }) {
  const t = useT("activity", "feed");
  const { network } = useParams();
  if (isNarrowed)
    return (
      <EmptyState
        title={t("feed:none.title")}
        what={t("feed:none.what")}
        who={t("feed:none.who")}
        next={<LinkButton to="?">{t("feed:filter.all")}</LinkButton>}
      />
    );
  return (
    <EmptyState
      title={t("empty.title")}
      what={t("empty.what")}
      who={t("empty.who")}
      next={
        mayWrite ? (
          <LinkButton weight="main" to={`/networks/${network}/documents/new?kind=good-practice`}>
            {t("empty.next")}
          </LinkButton>
        ) : null
      }
    />
  );
}

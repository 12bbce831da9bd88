// What changed: the latest happenings in sentences.
import { useParams } from "@remix-run/react";
import type { FeedRow } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { HappeningRow } from "~/ui/happening-row";
import { LinkButton } from "~/ui/link-button";
import { RowList } from "~/ui/row-list";

export function Changes({ changes, mayWrite }: { changes: FeedRow[]; mayWrite: boolean }) {
  const t = useT("networks");
  const { network } = useParams();
  return (
    <section aria-labelledby="changed" className="home-changed">
      <h2 id="changed" className="mb-3 text-section">
        {t("home.changed")}
      </h2>
      {changes.length === 0 ? (
        <div>
          <EmptyState
            level={3}
            what={t("home.changedEmpty.what")}
            who={t("home.changedEmpty.who")}
            next={
              mayWrite ? (
                <LinkButton weight="main" to={`/networks/${network}/documents/new?kind=good-practice`}>
                  {t("home.changedEmpty.next")}
                </LinkButton>
              ) : null
            }
          />
        </div>
      ) : (
        <>
          <RowList labelledBy="changed">
            {changes.map((row) => (
              <HappeningRow key={row.id} row={row} when="ago" />
            ))}
          </RowList>
          <p className="mt-4">
            <LinkButton to={`/networks/${network}/activity`}>{t("home.all")}</LinkButton>
          </p>
        </>
      )}
    </section>
  );
}

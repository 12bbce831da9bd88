// What changed: the latest happenings in sentences.
import { useParams } from "@remix-run/react";
import type { ChangeView } from "~/domain/documents/what-changed.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Row, RowList } from "~/ui/row-list";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

export function Changes({ changes, mayWrite }: { changes: ChangeView[]; mayWrite: boolean }) {
  const t = useT("networks", "activity");
  const format = useFormat();
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
                <LinkButton weight="main" to={`/networks/${network}/practices/new`}>
                  {t("home.changedEmpty.next")}
                </LinkButton>
              ) : null
            }
          />
        </div>
      ) : (
        <RowList labelledBy="changed">
          {changes.map(({ id, kind, by, documentId, title, at }) => {
            const name = by?.name ?? t("activity:someone");
            return (
              <Row
                key={id}
                to={documentId ? `/networks/${network}/documents/${documentId}` : undefined}
                title={<span className="font-normal">{t(`activity:sentence.${kind}`, { name, title })}</span>}
                before={<Avatar name={name} colour={by?.colour ?? 0} />}
                below={
                  <span className="text-small text-quiet">
                    <Time
                      at={at.toISOString()}
                      words={format.ago(at, format.now)}
                      exact={format.dateTime(at)}
                    />
                  </span>
                }
              />
            );
          })}
        </RowList>
      )}
    </section>
  );
}

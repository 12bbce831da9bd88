// Who waits for me: remarks without an answer.
import { useParams } from "@remix-run/react";
import type { WaitingView } from "~/domain/comments/waiting.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { Row, RowList } from "~/ui/row-list";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

export function Waiting({ waiting }: { waiting: WaitingView[] }) {
  const t = useT("networks");
  const format = useFormat();
  const { network } = useParams();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 text-section">
        {t("home.waiting")}
      </h2>
      {waiting.length === 0 ? (
        <p className="text-quiet">{t("home.waitingEmpty.next")}</p>
      ) : (
        <RowList labelledBy="waiting">
          {waiting.map(({ commentId, documentId, title, by, isReply, at }) => (
            <Row
              key={commentId}
              to={`/networks/${network}/documents/${documentId}#comment-${commentId}`}
              title={t(isReply ? "home.waitingReply" : "home.waitingComment", { name: by.name, title })}
              before={<Avatar name={by.name} colour={by.colour} />}
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
          ))}
        </RowList>
      )}
    </section>
  );
}

// Who waits for me: remarks without an answer, work that was handed over to me, and invitations that nobody took up.
import { useParams } from "@remix-run/react";
import { remarkAddress } from "~/domain/comments/remark-address";
import type { WaitingView } from "~/domain/comments/waiting.server";
import type { HandoverLine } from "~/domain/handovers/reading.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { FactsLine } from "~/ui/facts-line";
import { Row, RowList } from "~/ui/row-list";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

export interface WaitingProps {
  waiting: WaitingView[];
  /** What the member took over from others lately. */
  handovers: HandoverLine[];
  /** How many invitations expire soon; 0 for whoever does not invite. */
  invitations: number;
}

export function Waiting({ waiting, handovers, invitations }: WaitingProps) {
  const t = useT("networks", "home");
  const format = useFormat();
  const { network } = useParams();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 text-section">
        {t("home.waiting")}
      </h2>
      {waiting.length + handovers.length === 0 && invitations === 0 ? (
        <>
          <p>{t("home.waitingEmpty.next")}</p>
          <p className="mt-1 text-quiet">{t("home:waiting.empty")}</p>
        </>
      ) : (
        <RowList labelledBy="waiting">
          {handovers.map(({ id, from, city, at }) => (
            <Row
              key={id}
              to={`/networks/${network}/handovers/${id}`}
              title={t("home:waiting.handover", { name: from.name, city })}
              before={<Avatar name={from.name} colour={from.colour} />}
              below={
                <FactsLine
                  facts={[
                    { key: "since", value: t("home:waiting.handoverSince", { date: format.date(at) }) },
                    { key: "open", value: t("home:waiting.handoverOpen") },
                  ]}
                />
              }
            />
          ))}
          {invitations > 0 ? (
            <Row
              to={`/networks/${network}/invitations`}
              title={t("home:waiting.invitations", { count: invitations })}
            />
          ) : null}
          {waiting.map(({ commentId, documentId, madeOn, title, words, language, by, isReply, at }) => (
            <Row
              key={commentId}
              to={remarkAddress(`/networks/${network}/documents/${documentId}`, commentId, madeOn)}
              title={t(isReply ? "home.waitingReply" : "home.waitingComment", { name: by.name, title })}
              before={<Avatar name={by.name} colour={by.colour} />}
              below={
                <>
                  <p lang={language} className="text-quiet wrap-anywhere">
                    {words}
                  </p>
                  <p className="text-small text-quiet">
                    <Time
                      at={at.toISOString()}
                      words={format.ago(at, format.now)}
                      exact={format.dateTime(at)}
                    />
                  </p>
                </>
              }
            />
          ))}
        </RowList>
      )}
    </section>
  );
}

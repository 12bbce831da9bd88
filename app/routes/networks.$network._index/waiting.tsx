// Who waits for me: deliverables for my step, remarks without an answer, work that was handed over to me, and invitations that nobody took up.
import { useParams } from "@remix-run/react";
import { remarkAddress } from "~/domain/comments/remark-address";
import type { WaitingView } from "~/domain/comments/waiting.server";
import type { DeskItem } from "~/domain/deliverables/my-desk.server";
import type { HandoverLine } from "~/domain/handovers/reading.server";
import { useT } from "~/i18n/use-t";
import { Ago } from "~/ui/ago";
import { Avatar } from "~/ui/avatar";
import { FactsLine } from "~/ui/facts-line";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export interface WaitingProps {
  waiting: WaitingView[];
  /** What the member took over from others lately. */
  handovers: HandoverLine[];
  /** Deliverables that wait for the member's step. */
  desk: DeskItem[];
  /** How many invitations expire soon; 0 for whoever does not invite. */
  invitations: number;
}

export function Waiting({ waiting, handovers, desk, invitations }: WaitingProps) {
  const t = useT("networks", "home", "week");
  const format = useFormat();
  const { network } = useParams();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 text-section">
        {t("home.waiting")}
      </h2>
      {waiting.length + handovers.length + desk.length === 0 && invitations === 0 ? (
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
          {desk.map(({ deliverableId, partnershipId, title, city, turn, since }) => (
            <Row
              key={`${deliverableId} ${partnershipId}`}
              to={`/networks/${network}/deliverables/${deliverableId}/${partnershipId}`}
              title={`${title}, ${city}`}
              below={
                <>
                  {turn === "hand-in" ? null : <p className="text-quiet">{t(`week:turn.${turn}`)}</p>}
                  {since === null ? null : (
                    <p className="text-small text-quiet">
                      <Ago at={since} />
                    </p>
                  )}
                </>
              }
            />
          ))}
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
                    <Ago at={at} />
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

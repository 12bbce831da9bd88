// One thing that waits for oneself: a deliverable for one's step, or a remark for one's answer.
import { remarkAddress } from "~/domain/comments/remark-address";
import type { WaitingItem } from "~/domain/week/my-week.server";
import { useT } from "~/i18n/use-t";
import { Ago } from "~/ui/ago";
import { stateTones } from "~/ui/deliverables/state-tones";
import { FactsLine } from "~/ui/facts-line";
import { Row } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";

export function WaitingRow({ waiting }: { waiting: WaitingItem }) {
  const t = useT("week", "networks", "deliverables", "frame");
  const { network, since } = waiting;
  const home = `/networks/${network.slug}`;
  const facts = (
    <FactsLine
      facts={[
        { key: "network", value: network.name },
        since !== null && {
          key: "since",
          value: <Ago at={since} />,
        },
      ]}
    />
  );
  if (waiting.kind === "remark") {
    const { documentId, commentId, madeOn, title, words, language, by, isReply } = waiting.item;
    return (
      <Row
        to={remarkAddress(`${home}/documents/${documentId}`, commentId, madeOn)}
        title={t(isReply ? "networks:home.waitingReply" : "networks:home.waitingComment", {
          name: by.name,
          title,
        })}
        below={
          <>
            <p lang={language} className="text-quiet wrap-anywhere">
              {words}
            </p>
            {facts}
          </>
        }
      />
    );
  }
  const { deliverableId, partnershipId, title, city, state, turn } = waiting.item;
  return (
    <Row
      to={`${home}/deliverables/${deliverableId}/${partnershipId}`}
      title={`${title}, ${city}`}
      below={
        <>
          {turn === "hand-in" ? null : <p>{t(`turn.${turn}`)}</p>}
          {facts}
        </>
      }
      side={<StateMark tone={stateTones[state]} word={t(`deliverables:state.${state}`)} />}
      isSideLong
    />
  );
}

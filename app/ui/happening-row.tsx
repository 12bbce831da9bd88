// One thing that happened, as a row: who, the sentence, a link to what it was done to, when.
import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { remarkAddress } from "~/domain/comments/remark-address";
import type { FeedRow } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "./avatar";
import { FactsLine } from "./facts-line";
import { Row } from "./row-list";
import { Time } from "./time";
import { useFormat } from "./use-reader";
import { useSentence } from "./use-sentence";

export interface HappeningRowProps {
  row: FeedRow;
  /** `ago`: "2 hours ago", under the sentence. `time`: "14:05", at its side, where a heading says the day. */
  when: "ago" | "time";
  below?: ReactNode;
  /** Of which it is, where the page is of none. */
  network?: { slug: string; name: string };
}

export function HappeningRow({ row, when, below, network: of }: HappeningRowProps) {
  const t = useT("activity");
  const say = useSentence();
  const format = useFormat();
  const { network: here } = useParams();
  const network = of?.slug ?? here;
  const { by, documentId, remark, deliverable, at } = row;
  const document = documentId ? `/networks/${network}/documents/${documentId}` : undefined;
  const ofDeliverable = deliverable
    ? [`/networks/${network}/deliverables`, deliverable.id, deliverable.partnershipId]
        .filter(Boolean)
        .join("/")
    : undefined;
  const time = (
    <span className="text-small text-quiet">
      <Time
        at={at.toISOString()}
        words={when === "ago" ? format.ago(at, format.now) : format.time(at)}
        exact={format.dateTime(at)}
      />
    </span>
  );
  const where = of ? (
    <FactsLine
      facts={[
        { key: "at", value: time },
        { key: "network", value: of.name },
      ]}
    />
  ) : (
    time
  );
  return (
    <Row
      to={
        document && remark
          ? remarkAddress(document, remark.id, remark.madeOn === "working" ? "working" : undefined)
          : (document ?? ofDeliverable)
      }
      title={<span className="font-normal">{say(row)}</span>}
      before={<Avatar name={by?.name ?? t("someone")} colour={by?.colour ?? 0} />}
      below={when === "ago" ? where : below}
      side={when === "time" ? time : undefined}
    />
  );
}

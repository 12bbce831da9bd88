// What a thread is, for whom, who is to see to it, and with what it ended.
import type { ThreadView } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { Ago } from "../ago";
import { Icon } from "../icon";
import { useFormat, useReader } from "../use-reader";
import { KindMark } from "./kind-mark";

export interface ThreadFactsProps {
  thread: Pick<ThreadView, "kind" | "readers" | "resolved" | "dueOn" | "isLate" | "deletedAt"> & {
    assignee: { id: string; name: string } | null;
  };
}

export function ThreadFacts({ thread }: ThreadFactsProps) {
  const t = useT("threads", "comments");
  const { kind, readers, resolved, assignee, deletedAt } = thread;
  if (deletedAt || !(kind || readers === "experts" || resolved || assignee)) return null;
  return (
    <div className="thread-facts">
      {kind ? <KindMark kind={kind} /> : null}
      {readers === "experts" ? (
        <span className="kind-mark">
          <Icon name="eye" size={16} />
          {t("comments:expertsOnly")}
        </span>
      ) : null}
      <Assigned thread={thread} />
      {resolved ? <Resolved resolved={resolved} /> : null}
    </div>
  );
}

function Assigned({ thread: { assignee, dueOn, isLate, resolved } }: ThreadFactsProps) {
  const t = useT("threads");
  const format = useFormat();
  const { person } = useReader();
  if (!assignee || resolved) return null;
  const isMine = assignee.id === person?.id;
  const date = dueOn ? format.day(dueOn) : "";
  const { name } = assignee;
  const words = dueOn
    ? isMine
      ? t("forMeUntil", { date })
      : t("assignedUntil", { name, date })
    : isMine
      ? t("forMe")
      : t("assigned", { name });
  return (
    <span className={isLate ? "kind-mark text-late" : "kind-mark"}>
      <Icon name={isLate ? "soon" : "people"} size={16} />
      {words}
      {isLate ? ` (${t("late")})` : null}
    </span>
  );
}

export function Resolved({ resolved }: { resolved: NonNullable<ThreadView["resolved"]> }) {
  const t = useT("threads");
  const { outcome, by, at, reason } = resolved;
  return (
    <div className="thread-end">
      <p>
        <span className="kind-mark font-semibold">
          <Icon name={outcome === "declined" ? "close" : "done"} size={16} />
          {t(`outcome.${outcome}`)}
        </span>
        <span className="hidden-words">, </span>
        <span className="text-quiet">
          {by}, <Ago at={at} />
        </span>
      </p>
      {reason ? <p className="whitespace-pre-wrap">{reason}</p> : null}
    </div>
  );
}

// The threads on a document, live: narrowed by the page's address, and where a link led to one, brought before the reader's eyes.
import type { ThreadView } from "~/domain/comments/comment";
import type { ThreadFilter } from "~/domain/comments/thread-filter";
import type { Threads } from "~/domain/comments/threads.server";
import { useT } from "~/i18n/use-t";
import { Thread } from "./thread";
import { ThreadFilterBar } from "./thread-filter-bar";
import type { ThreadPlace } from "./thread-place";
import { useMarkedRemark } from "./use-marked-remark";

export interface ThreadListProps {
  threads: readonly ThreadView[];
  counts: Threads["counts"];
  choices: Threads["choices"];
  filter: ThreadFilter;
  place: ThreadPlace;
}

export function ThreadList({ threads, counts, choices, filter, place }: ThreadListProps) {
  const t = useT("threads");
  useMarkedRemark(filter.remark);
  const isNarrowed = filter.show !== "open" || Boolean(filter.personId ?? filter.city);
  return (
    <div className="grid gap-5">
      <ThreadFilterBar counts={counts} choices={choices} filter={filter} place={place} />
      {threads.length === 0 ? <p className="text-quiet">{isNarrowed ? t("none") : t("noneOpen")}</p> : null}
      {threads.map((thread) => (
        <Thread key={thread.id} thread={thread} place={place} marked={filter.remark} />
      ))}
    </div>
  );
}

// What is said about a document: its threads, where there are any, and the form that begins one.
import { Suspense } from "react";
import { useT } from "~/i18n/use-t";
import { later } from "~/ui/later";
import { NewRemark } from "~/ui/threads/new-remark";
import type { ThreadListProps } from "~/ui/threads/thread-list";

// A text about which nothing is said yet is read without the code that shows threads.
export const ThreadList = later(() => import("~/ui/threads/thread-list").then((module) => module.ThreadList));

interface CommentsProps extends ThreadListProps {
  newCommentId: string;
}

/** Whether there is any thread, shown or not. */
export function hasThreads({ counts }: Pick<ThreadListProps, "counts">): boolean {
  return counts.all > 0;
}

export function Comments({ newCommentId, ...list }: CommentsProps) {
  const t = useT("comments");
  const { place } = list;
  return (
    <div className="grid gap-5">
      {hasThreads(list) ? (
        <Suspense fallback={null}>
          <ThreadList {...list} />
        </Suspense>
      ) : (
        <p className="text-quiet">{t("empty.what")}</p>
      )}
      {place.mayComment ? (
        <NewRemark place={place} newCommentId={newCommentId} />
      ) : (
        <p className="text-small text-quiet">{t("mayNot")}</p>
      )}
    </div>
  );
}

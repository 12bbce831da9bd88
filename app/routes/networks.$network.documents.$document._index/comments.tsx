// What is said about a document: its threads, where there are any, and the form that begins one.
import { startTransition, Suspense, useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { keptKey, readKept } from "~/ui/kept-text";
import { later } from "~/ui/later";
import { Notice } from "~/ui/notice";
import { isInReadText, isMarkedInText, useRemarkKey } from "~/ui/threads/beside/use-remark-key";
import { NewRemark } from "~/ui/threads/new-remark";
import type { ThreadListProps } from "~/ui/threads/thread-list";
import { useReader } from "~/ui/use-reader";

// A text about which nothing is said yet is read without the code that shows threads.
export const RemarksOfReading = later(() =>
  import("~/ui/threads/beside/remarks-of-reading").then((module) => module.RemarksOfReading),
);

interface CommentsProps extends ThreadListProps {
  /** How many threads there are besides, and where their passages stand. */
  more: number;
  passagesOfMore: string;
  newCommentId: string;
  /** Of the text beside it. */
  textMark: string;
}

/** Whether there is any thread, shown or not. */
export function hasThreads({ counts }: Pick<ThreadListProps, "counts">): boolean {
  return counts.all > 0;
}

export function Comments({ newCommentId, textMark, ...list }: CommentsProps) {
  const t = useT("comments");
  const { place } = list;
  const { isAsked, pressed } = useAsked(place.mayComment, useReader().person?.id ?? "", place.documentId);
  const remarkKey = useRemarkKey(place.mayComment);
  const empty = hasThreads(list) ? null : <p className="text-quiet">{t("empty.what")}</p>;
  return (
    <div className="comments">
      {hasThreads(list) || isAsked ? (
        <Suspense fallback={empty}>
          {empty}
          <RemarksOfReading {...list} {...{ textMark, pressed, remarkKey }} />
        </Suspense>
      ) : (
        empty
      )}
      {/* Always here: whoever types in it is not to lose it when somebody says something. */}
      <div className="comment-form">
        {place.mayComment ? (
          <NewRemark place={place} newCommentId={newCommentId} />
        ) : (
          <p className="text-small text-quiet">{t("mayNot")}</p>
        )}
      </div>
    </div>
  );
}

/** Who comes by a link to a remark that they may not read, or that never was, is told so: both are the same. */
export function LinkedNone({ filter, threads }: Pick<ThreadListProps, "filter" | "threads">) {
  const t = useT("comments");
  const { remark } = filter;
  const isThere = threads.some(
    ({ id, answers }) => id === remark || answers.some((one) => one.id === remark),
  );
  if (remark === undefined || isThere) return null;
  return (
    <div className="mb-6">
      <Notice>{t("linkedNone")}</Notice>
    </div>
  );
}

interface Asked {
  isAsked: boolean;
  /** The picture by which it was. */
  pressed: HTMLImageElement | null;
}

/** Whether somebody has marked anything in the text, or had begun to remark on a passage when they left. */
function useAsked(mayRemark: boolean, personId: string, documentId: string): Asked {
  const [asked, setAsked] = useState<Asked>({ isAsked: false, pressed: null });
  const { isAsked } = asked;
  useEffect(() => {
    if (!mayRemark || isAsked) return;
    // Whoever is quick does so before the threads have woken up: these are not to be drawn anew from nothing.
    const ask = (pressed: HTMLImageElement | null) =>
      startTransition(() => setAsked({ isAsked: true, pressed }));
    const look = () => isMarkedInText(document.getSelection()) && ask(null);
    const press = ({ target }: Event) =>
      target instanceof HTMLImageElement && isInReadText(target) && ask(target);
    if (readKept(keptKey(personId, `passage:new:${documentId}:passage`))) ask(null);
    document.addEventListener("selectionchange", look);
    document.addEventListener("click", press);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("click", press);
    };
  }, [mayRemark, personId, documentId, isAsked]);
  return asked;
}

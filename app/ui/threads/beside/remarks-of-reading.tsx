// What is said about a text that is read: its threads, in line with the passages they are about, and the way to remark on one.
import { useEffect, useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { newCommentId } from "~/domain/comments/new-comment";
import { useT } from "~/i18n/use-t";
import { Icon } from "../../icon";
import { useReader } from "../../use-reader";
import { NewRemark } from "../new-remark";
import { ThreadList, type ThreadListProps } from "../thread-list";
import { PickedForm } from "./picked-form";
import { ReadPassages } from "./read-passages";
import { usePicking } from "./use-picking";

interface RemarksOfReadingProps extends ThreadListProps {
  /** The text as it is shown: where it is another, its passages are looked for anew. */
  html: string;
  /** The form for a remark on the whole text. */
  children?: ReactNode;
}

export function RemarksOfReading({ html, children, ...list }: RemarksOfReadingProps) {
  const { threads, place } = list;
  const t = useT("threads");
  const { person } = useReader();
  const [shown, setShown] = useState<ReadPassages | null>(null);
  useLayoutEffect(() => {
    const root = document.querySelector<HTMLElement>("[data-read-text]");
    const made = root && new ReadPassages(root, threads.flatMap(toShow));
    setShown(made);
    return () => made?.close();
  }, [threads, html]);

  const name = `new:${place.documentId}:passage`;
  const { marked, picked, pick, end, isFound } = usePicking(shown, place.mayComment, person?.id ?? "", name);
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => setTop(shown?.markPicked(picked) ?? null), [shown, picked]);
  const [commentId, setCommentId] = useState("");
  useEffect(() => setCommentId(newCommentId()), [picked]);
  const form =
    picked && commentId !== "" ? (
      <PickedForm
        picked={picked}
        isFound={isFound}
        form={
          <NewRemark
            place={place}
            newCommentId={commentId}
            fieldId="passage"
            fields={{ passage: JSON.stringify(picked) }}
            onDone={end}
            onCancel={end}
            isFocused={!isFound}
          />
        }
      />
    ) : null;
  return (
    <>
      <ThreadList {...list} shown={shown} picked={form && { top, form }}>
        {children}
      </ThreadList>
      {marked
        ? createPortal(
            <button
              type="button"
              className="button button-main button-small pick-button"
              style={{ top: marked.top, left: marked.left }}
              // The selection stays as it is.
              onPointerDown={(event) => event.preventDefault()}
              onClick={pick}
            >
              <Icon name="comment" size={16} />
              {t("passage.remark")}
            </button>,
            document.body,
          )
        : null}
    </>
  );
}

function toShow({ id, passage, resolved }: ThreadListProps["threads"][number]) {
  const stands = passage?.stands;
  return stands && stands.kind !== "gone" ? [{ id, stands, isResolved: resolved !== null }] : [];
}

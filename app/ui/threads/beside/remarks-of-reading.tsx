// What is said about a text that is read: its threads, in line with the passages they are about, and the way to remark on one.
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type MutableRefObject,
} from "react";
import { createPortal } from "react-dom";
import { readBriefly } from "~/domain/comments/brief-passages";
import { newCommentId } from "~/domain/comments/new-comment";
import { useT } from "~/i18n/use-t";
import { Icon } from "../../icon";
import { useReader } from "../../use-reader";
import { ThreadList, type ThreadListProps } from "../thread-list";
import { everyThread } from "../thread-place";
import { useRemarks } from "../use-remarks";
import { PickedForm } from "./picked-form";
import { ReadPassages } from "./read-passages";
import type { ReadText } from "./read-text";
import { usePicking } from "./use-picking";
import type { RemarkKey } from "./use-remark-key";

interface RemarksOfReadingProps extends ThreadListProps {
  /** How many threads there are besides, and where their passages stand. */
  more: number;
  passagesOfMore: string;
  /** Of the text that is shown: where it is another, its passages are looked for anew. */
  textMark: string;
  /** The picture that was pressed before this was there. */
  pressed: HTMLImageElement | null;
  remarkKey: MutableRefObject<RemarkKey>;
}

export function RemarksOfReading({
  textMark,
  more,
  passagesOfMore,
  pressed,
  remarkKey,
  ...list
}: RemarksOfReadingProps) {
  const { place, filter } = list;
  const threads = useEvery(list.threads, more, place, filter);
  const t = useT("threads");
  const { person } = useReader();
  const [shown, setShown] = useState<ReadPassages | null>(null);
  const readBefore = useRef<{ textMark: string; text: ReadText }>();
  useLayoutEffect(() => {
    const root = document.querySelector<HTMLElement>("[data-read-text]");
    const before = readBefore.current?.textMark === textMark ? readBefore.current.text : undefined;
    const text = before?.root === root ? before : undefined;
    const there = new Set(threads.map(({ id }) => id));
    const onTheirWay = readBriefly(passagesOfMore).filter(({ id }) => !there.has(id));
    const passages = [...threads.flatMap(toShow), ...onTheirWay.map((stands) => ({ ...stands, stands }))];
    const made = root && new ReadPassages(root, passages, text);
    if (made) readBefore.current = { textMark, text: made.text };
    setShown(made);
    return () => made?.close();
  }, [threads, passagesOfMore, textMark]);

  const name = `new:${place.documentId}:passage`;
  const picking = { shown, mayRemark: place.mayComment, person: person?.id ?? "", name, pressed, remarkKey };
  const { marked, picked, pick, end, isFound } = usePicking(picking);
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => setTop(shown?.markPicked(picked) ?? null), [shown, picked]);
  const [commentId, setCommentId] = useState("");
  useEffect(() => setCommentId(newCommentId()), [picked]);
  const form =
    picked && commentId !== "" ? (
      <PickedForm {...{ picked, isFound, place }} newCommentId={commentId} onEnd={end} />
    ) : null;
  return (
    <>
      <ThreadList
        {...list}
        threads={threads}
        total={list.threads.length + more}
        shown={shown}
        picked={form && { top, form }}
      />
      {marked
        ? createPortal(
            <button
              type="button"
              className="button button-main button-small pick-button"
              style={{ top: marked.top, "--end": `${marked.left}px` } as CSSProperties}
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

/** With those that the page did not bring: it is read, and what is said at its beginning, before they are there. */
function useEvery(
  first: ThreadListProps["threads"],
  more: number,
  place: ThreadListProps["place"],
  filter: ThreadListProps["filter"],
): ThreadListProps["threads"] {
  const rest = useRemarks(more > 0 ? everyThread(place, filter) : null, first);
  return useMemo(() => {
    const there = new Set(first.map(({ id }) => id));
    const others = rest?.said.threads.filter(({ id }) => !there.has(id)) ?? [];
    return more > 0 ? [...first, ...others] : first;
  }, [first, more, rest]);
}

function toShow({ id, passage, resolved }: ThreadListProps["threads"][number]) {
  const stands = passage?.stands;
  if (!stands || stands.kind === "gone") return [];
  const isSaid = stands.kind !== "words" || stands.words !== "";
  const told = isSaid ? stands : { ...stands, words: passage.quotation };
  return [{ id, stands: told, isResolved: resolved !== null }];
}

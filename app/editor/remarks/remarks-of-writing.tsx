// What is said about a text, beside the text while it is written: in line with the passages, live, with the way to remark on what is marked.
import type { Editor } from "@tiptap/core";
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type * as Y from "yjs";
import { newCommentId } from "~/domain/comments/new-comment";
import { threadFilterIn, threadSearch } from "~/domain/comments/thread-filter";
import type { PickedPassage } from "~/domain/documents/picked-passage";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { forgetKept, keep, keptKey, readKept } from "~/ui/kept-text";
import { closes, popover, toggles } from "~/ui/popover";
import { PickedForm } from "~/ui/threads/beside/picked-form";
import { NewRemark } from "~/ui/threads/new-remark";
import { ThreadList } from "~/ui/threads/thread-list";
import { useRemarks } from "~/ui/threads/use-remarks";
import { useReader } from "~/ui/use-reader";
import { EditorPassages } from "./editor-passages";

export interface RemarksOfWritingProps {
  editor: Editor;
  shared: Y.Doc;
  /** Of the document. */
  address: string;
  /** Another one whenever somebody wants to remark on what is marked. */
  asked: number;
  /** Another one whenever something may have been said. */
  heard: unknown;
  /** What narrows them: the end of the page's address. */
  search: string;
}

function RemarksWhileWriting({ editor, shared, address, asked, heard, search }: RemarksOfWritingProps) {
  const t = useT("comments", "threads", "frame");
  const { person } = useReader();
  const filter = useMemo(() => threadFilterIn(new URLSearchParams(search)), [search]);
  const asking = threadSearch(filter, "working");
  const remarks = useRemarks(`${address}/remarks${asking}&writing`, heard);
  const threads = remarks?.said.threads;
  const [shown, setShown] = useState<EditorPassages | null>(null);
  useEffect(() => {
    const made = new EditorPassages(editor, shared);
    setShown(made);
    return () => {
      setShown(null);
      made.close();
    };
  }, [editor, shared]);
  useEffect(() => {
    shown?.show(
      (threads ?? []).flatMap(({ id, passage, resolved }) =>
        passage?.stands && passage.stands.kind !== "gone"
          ? [{ id, stands: passage.stands, isResolved: resolved !== null }]
          : [],
      ),
    );
  }, [shown, threads]);

  const documentId = address.split("/").at(-1) ?? "";
  const name = `new:${documentId}:passage`;
  const { picked, commentId, isFound, end } = usePicked(shown, asked, person?.id ?? "", name);
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => setTop(shown?.markPicked(picked) ?? null), [shown, picked]);
  const railId = useId();
  const back = () => {
    end();
    editor.view.focus();
  };
  const { mayComment = false, mayAddressExperts = false } = remarks ?? {};
  const place = useMemo(
    () => ({
      ...{ documentId, address, mayComment, mayAddressExperts },
      screen: `${address}/edit`,
      madeOn: "working" as const,
    }),
    [documentId, address, mayComment, mayAddressExperts],
  );
  if (!remarks) return <aside aria-label={t("title")} className="sheet editor-remarks" {...popover} />;
  const { said, outline } = remarks;
  const form =
    picked && mayComment ? (
      <PickedForm {...{ picked, isFound, place }} newCommentId={commentId} onEnd={back} />
    ) : null;
  return (
    <>
      <aside id={railId} aria-labelledby={`${railId}-title`} className="sheet editor-remarks" {...popover}>
        <div className="mb-4 flex items-center justify-between gap-2">
          <h2 id={`${railId}-title`} className="text-section">
            {t("title")}
          </h2>
          <button
            type="button"
            className="button button-bare button-icon sheet-close"
            aria-label={t("frame:do.close")}
            {...closes(railId)}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="comments">
          {said.counts.all === 0 && !form ? <p className="text-quiet">{t("threads:howToBegin")}</p> : null}
          <ThreadList {...said} {...{ filter, place, outline, shown }} picked={form && { top, form }} />
          {mayComment ? (
            <div className="comment-form">
              <NewRemark place={place} newCommentId={commentId} fieldId="whole" />
            </div>
          ) : null}
        </div>
      </aside>
      <button type="button" className="button button-plain sheet-button" {...toggles(railId)}>
        <Icon name="comment" />
        {said.remarks === 0 ? t("title") : t("count", { count: said.remarks })}
      </button>
    </>
  );
}

/** The editor is drawn anew at every letter; what is said beside it is not. */
export const RemarksOfWriting = memo(RemarksWhileWriting);

/** The passage that is being remarked on: what was marked when it was asked for, or what was begun before a reload. */
function usePicked(shown: EditorPassages | null, asked: number, person: string, name: string) {
  const [picked, setPicked] = useState<PickedPassage | null>(null);
  const [isFound, setFound] = useState(false);
  const [commentId, setCommentId] = useState(newCommentId);
  const key = keptKey(person, `passage:${name}`);
  useEffect(() => {
    const kept = readKept<PickedPassage>(key);
    if (!kept) return;
    if (!readKept(keptKey(person, name))) return forgetKept(key);
    setFound(true);
    setPicked(kept.value);
  }, [key, person, name]);
  const answered = useRef(0);
  useEffect(() => {
    // Once for each time that somebody asks: another editor on the same text is no wish.
    if (!shown || asked === answered.current) return;
    answered.current = asked;
    const passage = asked > 0 ? shown.pickedNow() : null;
    if (!passage) return;
    keep(key, passage);
    setFound(false);
    setCommentId(newCommentId());
    setPicked(passage);
  }, [shown, asked, key]);
  const end = useCallback(() => {
    forgetKept(key);
    setCommentId(newCommentId());
    setPicked(null);
  }, [key]);
  return { picked, commentId, isFound, end };
}

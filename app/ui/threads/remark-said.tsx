// One remark, the first of its thread or an answer: by its author to edit, delete and bring back, and for all to link to.
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import type { CommentReaders, CommentView, ThreadView } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { Ago } from "../ago";
import { Button } from "../button";
import { Remark } from "../remark";
import { useReader } from "../use-reader";
import { DeleteButton, DeletedTrace } from "./deleted-remark";
import { isKeptHere } from "./kept-here";
import { CopyRemarkLink } from "./remark-link";
import { RemarkForm } from "./remark-form";
import { remarkAction, type ThreadPlace } from "./thread-place";

interface RemarkSaidProps {
  comment: CommentView | ThreadView;
  place: ThreadPlace;
  /** For whom it is; of a thread's first remark it says so itself. */
  readers?: CommentReaders;
  isAnswer?: boolean;
  isMarked?: boolean;
  /** Of a thread: hears keys while it has the focus. */
  onKey?: (event: KeyboardEvent<HTMLElement>) => void;
  /** What its thread is and what became of it. */
  head?: ReactNode;
  actions?: ReactNode;
  below?: ReactNode;
  answers?: ReactNode;
}

export function RemarkSaid(props: RemarkSaidProps) {
  const { comment, place, isAnswer = false, isMarked = false, onKey, head, actions, below, answers } = props;
  const t = useT("threads");
  const { person } = useReader();
  const [isEdited, setEdited] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const { id, author, html, source, isMine, createdAt, editedAt, deletedAt } = comment;
  const readers = "readers" in comment ? comment.readers : props.readers;
  useEffect(() => {
    if (isMine && isKeptHere(person?.id, "edit", id)) setEdited(true);
  }, [isMine, person?.id, id]);
  const body = () => {
    if (deletedAt) return <DeletedTrace comment={comment} place={place} />;
    if (isEdited && source !== null) {
      const close = () => {
        const here = document.getElementById(`comment-${id}`);
        if (here?.contains(document.activeElement)) here.focus({ preventScroll: true });
        setEdited(false);
      };
      return (
        <RemarkForm
          fieldId={`edit-${id}`}
          name={`edit:${id}`}
          action={remarkAction(place)}
          place={place}
          readers={readers}
          fields={{ intent: "edit", id }}
          label={t("editField")}
          isLabelHidden
          button={t("saveEdit")}
          defaultValue={source}
          onDone={close}
          onCancel={close}
          isFocused={isWanted}
        />
      );
    }
    return <div className="reading reading-small" dangerouslySetInnerHTML={{ __html: html }} />;
  };
  return (
    <Remark
      id={`comment-${id}`}
      isMarked={isMarked}
      onKey={onKey}
      author={author}
      size={isAnswer ? "small" : "normal"}
      facts={
        <>
          <Ago at={createdAt} />
          {comment.madeOn === "working" && place.madeOn === "published" ? `, ${t("onDraft")}` : null}
          {editedAt && !deletedAt ? `, ${t("edited")}` : null}
        </>
      }
      head={head}
      actions={
        isEdited || (deletedAt && !actions) ? null : (
          <>
            {actions || isMine ? (
              // Without a script its buttons lead to the thread's own page, where all of this is plain forms.
              <form id={`alone-${id}`} action={`${place.address}/comments/${id}`} hidden />
            ) : null}
            {actions}
            {isMine && !deletedAt ? (
              <>
                <Button
                  weight="bare"
                  size="small"
                  form={`alone-${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    setWanted(true);
                    setEdited(true);
                  }}
                >
                  {t("edit")}
                </Button>
                <DeleteButton comment={comment} place={place} />
              </>
            ) : null}
            {deletedAt ? null : <CopyRemarkLink id={id} name={author.name} place={place} />}
          </>
        )
      }
      below={below}
      answers={answers}
    >
      {body()}
    </Remark>
  );
}

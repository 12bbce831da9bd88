// One remark and its answers: to reply to, and by its author to edit, delete and bring back.
import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { CommentView } from "~/domain/comments/comments.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { Button } from "~/ui/button";
import { keptKey, readKept } from "~/ui/kept-text";
import { Remark } from "~/ui/remark";
import { Time } from "~/ui/time";
import { UndoToast } from "~/ui/undo-toast";
import { useFormat, useReader } from "~/ui/use-reader";
import { CommentForm } from "./comment-form";

interface CommentProps {
  comment: CommentView;
  documentId: string;
  madeOn: "working" | "published";
  mayComment: boolean;
  isAnswer?: boolean;
}

export function Comment({ comment, documentId, madeOn, mayComment, isAnswer = false }: CommentProps) {
  const t = useT("comments");
  const format = useFormat();
  const { person } = useReader();
  const [open, setOpen] = useState<"reply" | "edit" | null>(null);
  const [isWanted, setWanted] = useState(false);
  const [answerId, setAnswerId] = useState("");
  const { id, author, html, source, isMine, createdAt, editedAt, deletedAt, answers } = comment;
  const close = () => setOpen(null);
  const start = (what: "reply" | "edit") => {
    setAnswerId(newId());
    setWanted(true);
    setOpen(what);
  };
  // What was begun before a reload stands there again, without taking the focus.
  useEffect(() => {
    const begun = mayComment && keptHere(person?.id, id);
    if (!begun) return;
    setAnswerId(newId());
    setOpen((now) => now ?? begun);
  }, [mayComment, person?.id, id]);
  const body = () => {
    if (deletedAt) return <DeletedTrace comment={comment} />;
    if (open === "edit" && source !== null) {
      return (
        <CommentForm
          fieldId={`edit-${id}`}
          name={`edit:${id}`}
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
      author={author}
      size={isAnswer ? "small" : "normal"}
      facts={
        <>
          <Time
            at={createdAt.toISOString()}
            words={format.ago(createdAt, format.now)}
            exact={format.dateTime(createdAt)}
          />
          {comment.madeOn === "working" && madeOn === "published" ? `, ${t("onDraft")}` : null}
          {editedAt && !deletedAt ? `, ${t("edited")}` : null}
        </>
      }
      actions={
        deletedAt || open === "edit" ? null : (
          <>
            {mayComment && !isAnswer ? (
              <Button
                weight="bare"
                size="small"
                type="button"
                onClick={() => start("reply")}
                aria-label={t("replyTo", { name: author.name })}
              >
                {t("reply")}
              </Button>
            ) : null}
            {isMine ? (
              <>
                <Button weight="bare" size="small" type="button" onClick={() => start("edit")}>
                  {t("edit")}
                </Button>
                <DeleteButton comment={comment} />
              </>
            ) : null}
          </>
        )
      }
      answers={
        answers.length > 0 || open === "reply" ? (
          <>
            {answers.map((answer) => (
              <Comment
                key={answer.id}
                comment={answer}
                documentId={documentId}
                madeOn={madeOn}
                mayComment={mayComment}
                isAnswer
              />
            ))}
            {open === "reply" ? (
              <CommentForm
                fieldId={`reply-${id}`}
                name={`reply:${id}`}
                fields={{ intent: "add", id: answerId, parentId: id, madeOn }}
                label={t("replyField", { name: author.name })}
                button={t("sendReply")}
                onDone={close}
                onCancel={close}
                isFocused={isWanted}
              />
            ) : null}
          </>
        ) : null
      }
    >
      {body()}
    </Remark>
  );
}

/** Which form of this remark has words that were not sent. */
function keptHere(personId = "", id: string): "reply" | "edit" | null {
  const isKept = (what: string) => readKept(keptKey(personId, `${what}:${id}`)) !== null;
  if (isKept("reply")) return "reply";
  return isKept("edit") ? "edit" : null;
}

function DeleteButton({ comment }: { comment: CommentView }) {
  const t = useT("comments");
  const format = useFormat();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="id" value={comment.id} />
      <Button
        weight="bare"
        size="small"
        name="intent"
        value="delete"
        isBusy={fetcher.state !== "idle"}
        aria-label={t("deleteNamed", { date: format.dateTime(comment.createdAt) })}
      >
        {t("delete")}
      </Button>
    </fetcher.Form>
  );
}

/** Who deleted it and when, without its words; for ten seconds its author can take that back with one click, and later still. */
function DeletedTrace({ comment }: { comment: CommentView }) {
  const t = useT("comments");
  const format = useFormat();
  const fetcher = useFetcher();
  const { id, author, isMine, deletedAt } = comment;
  const isFresh = deletedAt !== null && format.now.getTime() - deletedAt.getTime() < 10_000;
  const [isToastOver, setToastOver] = useState(!isFresh);
  const restore = (
    <fetcher.Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button weight="bare" size="small" name="intent" value="restore" isBusy={fetcher.state !== "idle"}>
        {t("undo")}
      </Button>
    </fetcher.Form>
  );
  return (
    <div className="text-small text-quiet">
      <p>{t("deleted", { name: author.name, date: deletedAt ? format.date(deletedAt) : "" })}</p>
      {isMine && isToastOver ? restore : null}
      {isMine && !isToastOver ? (
        <UndoToast message={t("deletedNow")} onEnd={() => setToastOver(true)}>
          {restore}
        </UndoToast>
      ) : null}
    </div>
  );
}

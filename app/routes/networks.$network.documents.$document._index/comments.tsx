// The remarks on a document, live, with their answers.
import type { CommentView } from "~/domain/comments/comments.server";
import { useT } from "~/i18n/use-t";
import { CommentForm } from "./comment-form";
import { Comment } from "./comment";

export interface CommentsProps {
  comments: CommentView[];
  documentId: string;
  /** Which text the reader has before them. */
  madeOn: "working" | "published";
  mayComment: boolean;
  newCommentId: string;
}

export function Comments({ comments, documentId, madeOn, mayComment, newCommentId }: CommentsProps) {
  const t = useT("comments");
  return (
    <div className="grid gap-5">
      {comments.length === 0 ? <p className="text-quiet">{t("empty.what")}</p> : null}
      {comments.map((comment) => (
        <Comment
          key={comment.id}
          comment={comment}
          documentId={documentId}
          madeOn={madeOn}
          mayComment={mayComment}
        />
      ))}
      {mayComment ? (
        <CommentForm
          fieldId="new-comment"
          name={`new:${documentId}`}
          fields={{ intent: "add", id: newCommentId, madeOn }}
          label={t("field")}
          button={t("send")}
          hint={madeOn === "working" ? t("draftReaders") : t("readers")}
        />
      ) : (
        <p className="text-small text-quiet">{t("mayNot")}</p>
      )}
    </div>
  );
}

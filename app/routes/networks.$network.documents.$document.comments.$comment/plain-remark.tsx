// One remark of a thread, with what its author may do with it.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { commentLimit, type CommentView } from "~/domain/comments/comment";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Ago } from "~/ui/ago";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Remark } from "~/ui/remark";
import { TextArea } from "~/ui/text-area";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

interface PlainRemarkProps {
  comment: CommentView;
  answer?: FormAnswer;
  head?: ReactNode;
  answers?: ReactNode;
  isAnswer?: boolean;
}

export function PlainRemark({ comment, answer, head, answers, isAnswer }: PlainRemarkProps) {
  const t = useT("threads");
  const format = useFormat();
  const { id, author, html, createdAt, editedAt, deletedAt } = comment;
  return (
    <Remark
      id={`comment-${id}`}
      author={author}
      size={isAnswer ? "small" : "normal"}
      head={head}
      answers={answers}
      facts={
        <>
          <Ago at={createdAt} />
          {editedAt && !deletedAt ? `, ${t("edited")}` : null}
        </>
      }
      below={comment.source === null ? null : <OwnOrders comment={comment} answer={answer} />}
    >
      {deletedAt ? (
        <p className="text-quiet">{t("deleted", { name: author.name, date: format.dateTime(deletedAt) })}</p>
      ) : (
        <div className="reading reading-small" dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </Remark>
  );
}

function OwnOrders({
  comment: { id, source, createdAt },
  answer,
}: Pick<PlainRemarkProps, "comment" | "answer">) {
  const t = useT("threads");
  const format = useFormat();
  const wrong = useWrongWords();
  const posted = answer?.intent === "edit" && answer.values?.id === id ? answer : undefined;
  return (
    <details className="fold mt-1" open={posted !== undefined}>
      <summary>
        <Icon name="chevron-right" size={14} />
        {t("edit")}
        <span className="hidden-words">, {format.dateTime(createdAt)}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-2">
        <input type="hidden" name="id" value={id} />
        <TextArea
          id={`edit-${id}`}
          name="text"
          label={t("editField")}
          isLabelHidden
          limit={commentLimit}
          defaultValue={posted?.values?.text ?? source ?? ""}
          error={wrong(posted?.errors?.text)}
        />
        <div>
          <Button weight="main" size="small" name="intent" value="edit">
            {t("saveEdit")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

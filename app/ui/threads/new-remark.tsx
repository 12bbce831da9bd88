// The form that begins a thread; it stands in the page before any script, and works without one.
import { useState } from "react";
import type { CommentReaders } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { KindChoice } from "./kind-choice";
import { RemarkForm } from "./remark-form";
import { remarkAction, type ThreadPlace } from "./thread-place";

interface NewRemarkProps {
  place: ThreadPlace;
  /** Made by the server, so that a form sent twice begins one thread. */
  newCommentId: string;
  /** What is posted besides, as where it stands in the text. */
  fields?: Readonly<Record<string, string>>;
  fieldId?: string;
  onDone?: () => void;
  onCancel?: () => void;
  isFocused?: boolean;
}

export function NewRemark(props: NewRemarkProps) {
  const { place, newCommentId, fields, fieldId = "new-comment", onDone, ...rest } = props;
  const t = useT("comments");
  const [readers, setReaders] = useState<CommentReaders>("all");
  const { documentId, madeOn, mayAddressExperts } = place;
  const hint =
    readers === "experts" ? t("expertReaders") : madeOn === "working" ? t("draftReaders") : t("readers");
  return (
    <RemarkForm
      {...rest}
      fieldId={fieldId}
      action={remarkAction(place)}
      place={place}
      readers={readers}
      name={fieldId === "new-comment" ? `new:${documentId}` : `new:${documentId}:${fieldId}`}
      fields={{ intent: "add", id: newCommentId, madeOn, ...fields }}
      label={t("field")}
      button={t("send")}
      hint={hint}
      onDone={() => {
        // The next one is for all again, until its writer says otherwise.
        setReaders("all");
        onDone?.();
      }}
      above={<KindChoice mayAddressExperts={mayAddressExperts} readers={readers} onReaders={setReaders} />}
    />
  );
}

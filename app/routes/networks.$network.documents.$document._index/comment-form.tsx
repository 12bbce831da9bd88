// The field in which a remark is written: what is typed is kept over a reload until it is sent.
import { useActionData, useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { commentLimit } from "~/domain/comments/comment";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { forgetKept, keep, keptKey, readKept } from "~/ui/kept-text";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-area";
import { useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

interface CommentFormProps {
  fieldId: string;
  /** Under which the unsent text is kept. */
  name: string;
  /** What is posted besides the text. */
  fields: Record<string, string>;
  label: string;
  isLabelHidden?: boolean;
  button: string;
  hint?: string;
  defaultValue?: string;
  onDone?: () => void;
  onCancel?: () => void;
  isFocused?: boolean;
  /** Characters; of a remark where nothing is said. */
  limit?: number;
  /** Said where it could not be sent, if it is no remark. */
  failed?: string;
}

export function CommentForm(props: CommentFormProps) {
  const {
    fieldId,
    name,
    fields,
    label,
    isLabelHidden,
    button,
    hint,
    defaultValue,
    onDone,
    onCancel,
    isFocused,
    limit = commentLimit,
    failed,
  } = props;
  const t = useT("comments", "errors", "frame");
  const wrong = useWrongWords();
  const { person } = useReader();
  const fetcher = useFetcher<FormAnswer>({ key: fieldId });
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isKept, setKept] = useState(false);
  const key = keptKey(person?.id ?? "", name);
  const { state } = fetcher;
  // Without a script the form is posted as a page, which then shows what was wrong and what was typed.
  const posted = useActionData<FormAnswer>();
  const ownPosted = posted?.intent === fields.intent && !fields.parentId ? posted : undefined;
  const answer = fetcher.data ?? ownPosted;
  const [settled, setSettled] = useState<FormAnswer | undefined>();

  useEffect(() => {
    const kept = readKept<string>(key);
    if (kept && field.current && kept.value !== field.current.value) {
      field.current.value = kept.value;
      setKept(true);
    }
    if (isFocused) field.current?.focus();
  }, [key, isFocused]);

  useEffect(() => {
    if (state !== "idle" || answer === settled) return;
    setSettled(answer);
    if (!answer?.done) return;
    forgetKept(key);
    setKept(false);
    form.current?.reset();
    onDone?.();
  }, [state, answer, settled, key, onDone]);

  const onInput = (text: string) => {
    if (text.trim() === "" || text === defaultValue) forgetKept(key);
    else keep(key, text);
  };
  const refusal = answer?.errors?.text ?? Object.values(answer?.errors ?? {})[0];
  const hasFailed = state === "idle" && (refusal?.key === "forbidden" || Boolean(answer?.conflict));
  return (
    <fetcher.Form ref={form} method="post" className="grid gap-2">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {hasFailed ? <Notice tone="late">{failed ?? t("failed")}</Notice> : null}
      <TextArea
        ref={field}
        id={fieldId}
        name="text"
        label={label}
        isLabelHidden={isLabelHidden}
        limit={limit}
        error={state === "idle" ? wrong(refusal) : undefined}
        defaultValue={ownPosted?.errors ? ownPosted.values?.text : defaultValue}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
          if (event.key === "Escape") onCancel?.();
        }}
      />
      {isKept ? <p className="text-small text-quiet">{t("kept")}</p> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button weight="main" size="small" isBusy={state !== "idle"}>
          {state === "idle" ? button : t("sending")}
        </Button>
        {onCancel ? (
          <Button weight="bare" size="small" type="button" onClick={onCancel}>
            {t("frame:do.cancel")}
          </Button>
        ) : null}
        {hint ? <span className="text-small text-quiet">{hint}</span> : null}
      </div>
    </fetcher.Form>
  );
}

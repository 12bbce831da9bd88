// With what a thread ends; what is declined says why, beside its field.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { commentOutcomes, reasonLimit, type CommentOutcome } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { Notice } from "../notice";
import { TextArea } from "../text-area";
import { useWrongWords } from "../use-wrong-words";
import { endsOnEscape } from "./ends-on-escape";
import type { PostedAnswer } from "./posted-answer";
import { remarkAction, type ThreadPlace } from "./thread-place";

interface ResolveFormProps {
  id: string;
  place: ThreadPlace;
  onEnd: () => void;
}

export function ResolveForm({ id, place, onEnd }: ResolveFormProps) {
  const t = useT("threads", "frame");
  const wrong = useWrongWords();
  const fetcher = useFetcher<PostedAnswer>({ key: `resolve-${id}` });
  const [outcome, setOutcome] = useState<CommentOutcome>("done");
  const first = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const { state, data } = fetcher;
  useEffect(() => first.current?.focus(), []);
  const seen = useRef(data);
  useEffect(() => {
    if (state !== "idle" || data === seen.current) return;
    seen.current = data;
    if (data?.done) onEnd();
  }, [state, data, onEnd]);
  const reasonWrong = state === "idle" ? data?.errors?.reason : undefined;
  useEffect(() => {
    if (reasonWrong) reason.current?.focus();
  }, [reasonWrong]);
  const refusal = state === "idle" ? data?.errors?.form : undefined;
  return (
    <fetcher.Form
      method="post"
      action={remarkAction(place)}
      className="mt-2 grid gap-2"
      onKeyDown={endsOnEscape(onEnd)}
    >
      <input type="hidden" name="intent" value="resolve" />
      <input type="hidden" name="id" value={id} />
      {state === "idle" && data?.conflict ? <Notice tone="late">{t("changed")}</Notice> : null}
      {refusal ? <Notice tone="late">{wrong(refusal)}</Notice> : null}
      <fieldset className="kinds">
        <legend className="mb-1 font-semibold">{t("outcomeLabel")}</legend>
        {commentOutcomes.map((one, index) => (
          <label key={one} className="kind-choice">
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name="outcome"
              value={one}
              checked={one === outcome}
              onChange={() => setOutcome(one)}
            />
            {t(`outcome.${one}`)}
          </label>
        ))}
      </fieldset>
      {outcome === "declined" ? (
        <TextArea
          ref={reason}
          name="reason"
          rows={2}
          label={t("reason")}
          limit={reasonLimit}
          error={wrong(reasonWrong)}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button weight="main" size="small" isBusy={state !== "idle"}>
          {t("sendResolve")}
        </Button>
        <Button weight="bare" size="small" type="button" onClick={onEnd}>
          {t("frame:do.cancel")}
        </Button>
      </div>
    </fetcher.Form>
  );
}

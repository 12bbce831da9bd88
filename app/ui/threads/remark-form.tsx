// The field in which a remark is written: what is typed is kept over a reload until it is sent, and who is named in it is offered.
import { useActionData, useFetcher } from "@remix-run/react";
import { Suspense, useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { commentLimit, type CommentReaders } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { forgetKept, keep, keptKey, readKept } from "../kept-text";
import { later } from "../later";
import { Notice } from "../notice";
import { TextArea } from "../text-area";
import { useReader } from "../use-reader";
import { useWrongWords } from "../use-wrong-words";
import { endsOnEscape } from "./ends-on-escape";
import type { PostedAnswer } from "./posted-answer";
import type * as typedMentions from "./typed-mentions";
import { namesAddress, type ThreadPlace } from "./thread-place";

// Only who writes needs it, and only then.
const MentionOffers = later(() => import("./mention-offers").then((module) => module.MentionOffers));

interface RemarkFormProps {
  fieldId: string;
  /** Under which the unsent text is kept. */
  name: string;
  /** What is posted besides the text. */
  fields: Readonly<Record<string, string>>;
  /** Where it is posted to; the page's own address where nothing is said. */
  action?: string;
  /** Where people can be named in it, and for whom it is then; nobody is offered where nothing is said. */
  place?: ThreadPlace;
  readers?: CommentReaders;
  /** What is chosen before one writes. */
  above?: ReactNode;
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

export function RemarkForm(props: RemarkFormProps) {
  const {
    fieldId,
    name,
    fields,
    action,
    place,
    readers = "all",
    above,
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
  const fetcher = useFetcher<PostedAnswer>({ key: fieldId });
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isKept, setKept] = useState(false);
  const [isBegun, setBegun] = useState(false);
  // Who is meant by the names with an @ that stand in the field, and how they are sent; nobody, until somebody is named.
  const named = useRef<{ people: Map<string, string>; mentions: typeof typedMentions }>();
  const written = (text: string) => named.current?.mentions.withMentions(text, named.current.people) ?? text;
  const key = keptKey(person?.id ?? "", name);
  const { state } = fetcher;
  // Without a script the form is posted as a page, which then shows what was wrong and what was typed.
  const posted = useActionData<PostedAnswer>();
  const ownPosted = posted?.intent === fields.intent && !fields.parentId ? posted : undefined;
  const answer = fetcher.data ?? ownPosted;
  const [settled, setSettled] = useState<PostedAnswer | undefined>();

  useEffect(() => {
    const kept = readKept<string>(key);
    const text = kept?.value ?? defaultValue ?? "";
    const fill = (words: string) => {
      if (!field.current || words === field.current.value) return;
      field.current.value = words;
      setKept(kept !== null);
    };
    // Words that name somebody are shown as they were typed, once it is known how.
    if (!text.includes("](/people/")) fill(text);
    else
      void import("./typed-mentions").then((mentions) => {
        const shown = mentions.mentionsShown(text);
        named.current = { people: shown.people, mentions };
        fill(shown.text);
      });
    if (isFocused) field.current?.focus();
  }, [key, isFocused, defaultValue]);

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
    if (text.trim() === "" || written(text) === defaultValue) forgetKept(key);
    else keep(key, written(text));
  };
  /** What is sent names people by their ids. Without a script it is sent as it stands. */
  const send = (event: FormEvent<HTMLFormElement>) => {
    if (!named.current) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    data.set("text", written(field.current?.value ?? ""));
    fetcher.submit(data, { method: "post", action });
  };
  const refusal = answer?.errors?.text ?? Object.values(answer?.errors ?? {})[0];
  const hasFailed = state === "idle" && (refusal?.key === "forbidden" || Boolean(answer?.conflict));
  return (
    <fetcher.Form ref={form} method="post" action={action} onSubmit={send} className="grid gap-2">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {hasFailed ? <Notice tone="late">{failed ?? t("failed")}</Notice> : null}
      {above}
      <TextArea
        ref={field}
        id={fieldId}
        name="text"
        label={label}
        isLabelHidden={isLabelHidden}
        limit={limit}
        error={state === "idle" ? wrong(refusal) : undefined}
        defaultValue={ownPosted?.errors ? ownPosted.values?.text : defaultValue}
        onFocus={() => setBegun(true)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
          endsOnEscape(onCancel)(event);
        }}
      />
      {place && isBegun ? (
        <Suspense fallback={null}>
          <MentionOffers
            field={field}
            address={namesAddress(place, readers)}
            onChosen={(name, id, mentions) => {
              named.current ??= { people: new Map(), mentions };
              named.current.people.set(name, id);
              onInput(field.current?.value ?? "");
            }}
            isTaken={(name, id) => (named.current?.people.get(name) ?? id) !== id}
          />
        </Suspense>
      ) : null}
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

// What is typed of a reflection: kept on this device until the server has it, and from which revision it was begun.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { OwnReflection } from "~/domain/visits/reflections.server";
import type { FormAnswer } from "~/http/form";
import { forgetKept, keep, keptKey, readKept } from "~/ui/kept-text";
import { useReader } from "~/ui/use-reader";

interface Based {
  text: string;
  revision: number;
}

const none: Based = { text: "", revision: 0 };

export function useReflection(documentId: string, own: OwnReflection | null) {
  const { person } = useReader();
  const key = keptKey(person?.id ?? "", `reflection:${documentId}`);
  const fetcher = useFetcher<FormAnswer>();
  const standing: Based = own ?? none;
  const [text, setText] = useState(standing.text);
  /** On which kept text the one in the field is based. */
  const [base, setBase] = useState<Based>(standing);
  const [conflict, setConflict] = useState<Based | null>(null);
  const sent = useRef(standing.text);
  const answered = useRef<FormAnswer | undefined>();
  const { state, data: answer } = fetcher;
  const latest = useRef({ text, base });
  latest.current = { text, base };

  // What was typed and not sent before this page was opened.
  useEffect(() => {
    const kept = readKept<Based>(key)?.value;
    if (!kept || kept.text === latest.current.text) return;
    setText(kept.text);
    setBase((before) => ({ ...before, revision: kept.revision }));
  }, [key]);

  // Kept from another window: shown where nothing was typed here; otherwise keeping will tell of both.
  const { text: standingText, revision: standingRevision } = standing;
  useEffect(() => {
    const { text: typed, base: begun } = latest.current;
    if (standingRevision === begun.revision || typed !== begun.text) return;
    setText(standingText);
    setBase({ text: standingText, revision: standingRevision });
  }, [standingText, standingRevision]);

  useEffect(() => {
    if (state !== "idle" || !answer || answer === answered.current) return;
    answered.current = answer;
    const done = answer.done as { revision: number } | undefined;
    if (done) {
      setBase({ text: sent.current, revision: done.revision });
      setConflict(null);
      if (latest.current.text === sent.current) forgetKept(key);
    }
    if (answer.conflict) setConflict(answer.conflict as Based);
  }, [state, answer, key]);

  return {
    fetcher,
    text,
    base,
    conflict,
    isBusy: state !== "idle",
    isUnsent: text !== base.text,
    errors: state === "idle" ? answer?.errors : undefined,
    type: (typed: string) => {
      setText(typed);
      if (typed === base.text) forgetKept(key);
      else keep(key, { text: typed, revision: base.revision });
    },
    send: (revision = base.revision) => {
      sent.current = text;
      fetcher.submit({ intent: "keep-reflection", text, revision }, { method: "post" });
    },
    takeOther: (other: Based) => {
      forgetKept(key);
      setText(other.text);
      setBase(other);
      setConflict(null);
    },
  };
}

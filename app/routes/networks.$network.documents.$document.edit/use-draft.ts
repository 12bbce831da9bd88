// What is typed in the editor: kept on this device until the server has it, saved from the revision it was begun on.
import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { StandingText } from "~/domain/documents/document";
import type { DocumentToWrite } from "~/domain/documents/reading.server";
import type { FormAnswer } from "~/http/form";
import { forgetKept, keep, keptKey, readKept, type Kept } from "~/ui/kept-text";
import type { SaveStateValue } from "~/ui/save-state";
import { useReader } from "~/ui/use-reader";

export interface Draft {
  title: string;
  language: string;
  text: string;
}

interface KeptDraft extends Draft {
  revision: number;
}

/** The form's fields as they stand on the screen right now. */
export function draftIn(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const field = (name: string) => String(data.get(name) ?? "");
  return { title: field("title"), language: field("language"), text: field("text").replaceAll("\r\n", "\n") };
}

/** Puts a draft into the form's fields. */
export function fillIn(form: HTMLFormElement, draft: Draft): void {
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements.namedItem(name);
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = value as string;
    }
  }
}

const isSame = (one: Draft, other: Draft) =>
  one.title === other.title && one.language === other.language && one.text === other.text;

/** Milliseconds of quiet after which what was typed is kept on the device. */
const quiet = 250;

export function useDraft(document: DocumentToWrite, onDraft: (draft: Draft) => void) {
  const { person } = useReader();
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<FormAnswer>();
  const key = keptKey(person?.id ?? "", `document:${document.id}`);
  /** The text on which the one on the screen is based. */
  const [base, setBase] = useState<KeptDraft>(document);
  const [isChanged, setChanged] = useState(false);
  const [isKept, setKept] = useState(true);
  const [found, setFound] = useState<Kept<KeptDraft> | null>(null);
  const [conflict, setConflict] = useState<StandingText | null>(null);
  const sent = useRef<Draft>(document);
  const answered = useRef<FormAnswer | undefined>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** Keeps what was typed last; waits for a moment of quiet. */
  const pending = useRef<() => void>();
  const { state, data: answer } = fetcher;

  /** To be called whenever the fields may have changed. */
  const look = useCallback(() => {
    const typed = form.current && draftIn(form.current);
    if (!typed) return;
    onDraft(typed);
    setChanged(!isSame(typed, base));
    clearTimeout(timer.current);
    pending.current = () => {
      pending.current = undefined;
      if (isSame(typed, base)) forgetKept(key);
      else setKept(keep(key, { ...typed, revision: base.revision }));
    };
    timer.current = setTimeout(() => pending.current?.(), quiet);
  }, [base, key, onDraft]);

  // Whoever leaves faster than that loses nothing either.
  useEffect(() => {
    const flush = () => pending.current?.();
    window.addEventListener("pagehide", flush);
    return () => {
      flush();
      window.removeEventListener("pagehide", flush);
    };
  }, []);

  // What was typed and not saved before this page was opened.
  useEffect(() => {
    const kept = readKept<KeptDraft>(key);
    if (kept && !isSame(kept.value, document)) setFound(kept);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only once: later the screen is newer than what is kept
  }, [key]);

  useEffect(() => {
    if (state !== "idle" || !answer || answer === answered.current) return;
    answered.current = answer;
    const done = answer.done as { revision?: number } | undefined;
    if (done?.revision !== undefined) {
      setBase({ ...sent.current, revision: done.revision });
      setConflict(null);
    }
    if (answer.conflict) setConflict(answer.conflict as StandingText);
  }, [state, answer]);

  // After a save: whatever was typed while it was under way is still a change.
  useEffect(look, [look]);

  const save = useCallback(
    (options: { revision?: number; then?: "publish" } = {}) => {
      if (!form.current || state !== "idle") return;
      sent.current = draftIn(form.current);
      const { revision = base.revision, then = "" } = options;
      fetcher.submit({ intent: "save", ...sent.current, revision, then }, { method: "post" });
    },
    [base.revision, fetcher, state],
  );

  /** Goes on with another text, as one kept on this device or saved by somebody else. */
  const take = (draft: KeptDraft, standing: KeptDraft = base) => {
    if (form.current) fillIn(form.current, draft);
    setBase(standing);
    setFound(null);
    setConflict(null);
    setChanged(!isSame(draft, standing));
    onDraft(draft);
  };

  const drop = () => {
    forgetKept(key);
    setFound(null);
  };

  const errors = state === "idle" ? answer?.errors : undefined;
  const isOffline = errors?.form?.key === "offline";
  const saveState: SaveStateValue =
    state !== "idle"
      ? { kind: "saving" }
      : isOffline || (isChanged && !isKept)
        ? isKept
          ? { kind: "on-this-device", changes: 1 }
          : { kind: "failed" }
        : isChanged
          ? { kind: "unsaved" }
          : { kind: "saved" };
  return {
    form,
    look,
    save,
    take,
    drop,
    found,
    conflict,
    errors,
    saveState,
    base,
    isChanged,
    /** Somebody saved a newer text than the one on which this one is based. */
    isOvertaken: document.revision > base.revision && state === "idle" && !conflict,
  };
}

// What is typed in the editor: kept on this device until the server has it, saved from the revision it was begun on.
import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { StandingText } from "~/domain/documents/document";
import type { DocumentFacts } from "~/domain/documents/document-facts";
import { areSameFacts, factsPrefix, fieldsOfFacts } from "~/domain/documents/fact-fields";
import type { DocumentToWrite } from "~/domain/documents/reading.server";
import type { FormAnswer } from "~/http/form";
import { forgetKept, keep, keptKey, readKept, type Kept } from "~/ui/kept-text";
import type { SaveStateValue } from "~/ui/save-state";
import { useReader } from "~/ui/use-reader";

export interface Draft {
  title: string;
  language: string;
  text: string;
  /** The fields of the facts, by their names. */
  facts: Record<string, string>;
}

export interface KeptDraft extends Draft {
  revision: number;
}

/** A saved text with its facts as the form has them. */
export function draftOf(
  { title, language, text, facts, revision }: Omit<KeptDraft, "facts"> & { facts: DocumentFacts },
  readersLanguage: string,
): KeptDraft {
  return { title, language, text, revision, facts: fieldsOfFacts(facts, readersLanguage) };
}

/** The form's fields as they stand on the screen right now. */
export function draftIn(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const field = (name: string) => String(data.get(name) ?? "");
  const facts: Record<string, string> = {};
  for (const [name, value] of data)
    if (name.startsWith(factsPrefix) && typeof value === "string") facts[name] = value;
  return {
    title: field("title"),
    language: field("language"),
    text: field("text").replaceAll("\r\n", "\n"),
    facts,
  };
}

/** Puts a draft into the form's fields, but for the facts: these are laid out anew. */
export function fillIn(form: HTMLFormElement, { title, language, text }: Draft): void {
  for (const [name, value] of Object.entries({ title, language, text })) {
    const field = form.elements.namedItem(name);
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = value;
    }
  }
}

const isSame = (one: Draft, other: Draft) =>
  one.title === other.title &&
  one.language === other.language &&
  one.text === other.text &&
  areSameFacts(one.facts, other.facts);

/** Milliseconds of quiet after which what was typed is kept on the device. */
const quiet = 250;

export function useDraft(document: DocumentToWrite, onDraft: (draft: Draft) => void) {
  const { person, language: readersLanguage } = useReader();
  const [opened] = useState(() => draftOf(document, readersLanguage));
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<FormAnswer>();
  const key = keptKey(person?.id ?? "", `document:${document.id}`);
  /** The text on which the one on the screen is based. */
  const [base, setBase] = useState<KeptDraft>(opened);
  /** Facts to lay out anew, each time under another key. */
  const [laidOut, setLaidOut] = useState({ key: 0, facts: opened.facts });
  const [isChanged, setChanged] = useState(false);
  const [isKept, setKept] = useState(true);
  const [found, setFound] = useState<Kept<KeptDraft> | null>(null);
  /** The same, for what happens between two renderings. */
  const offered = useRef(false);
  const [conflict, setConflict] = useState<StandingText | null>(null);
  /** Who saved what the screen went on with, where nothing was typed. */
  const [followed, setFollowed] = useState<string | null>(null);
  const sent = useRef<Draft>(opened);
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
      const isBack = isSame(typed, base);
      // What is offered is not thrown away before somebody has decided.
      if (isBack && !offered.current) forgetKept(key);
      if (!isBack) setKept(keep(key, { ...typed, revision: base.revision }));
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
    const kept = readKept<Partial<KeptDraft>>(key);
    // What was kept before documents had facts says nothing of them.
    const value = { ...opened, ...kept?.value };
    if (!kept || isSame(value, opened)) return;
    setFound({ ...kept, value });
    offered.current = true;
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
      const { facts, ...written } = sent.current;
      fetcher.submit({ intent: "save", ...written, ...facts, revision, then }, { method: "post" });
    },
    [base.revision, fetcher, state],
  );

  const letGo = () => {
    setFound(null);
    offered.current = false;
    setFollowed(null);
  };

  /** Goes on with another text, as one kept on this device or saved by somebody else. */
  const take = (draft: KeptDraft, standing: KeptDraft = base) => {
    if (form.current) fillIn(form.current, draft);
    setLaidOut(({ key: last }) => ({ key: last + 1, facts: draft.facts }));
    setBase(standing);
    letGo();
    setConflict(null);
    setChanged(!isSame(draft, standing));
    onDraft(draft);
  };

  /** Goes on with what somebody else saved. */
  const takeStanding = (standing: StandingText) => {
    const draft = draftOf(standing, readersLanguage);
    take(draft, draft);
  };

  const drop = () => {
    forgetKept(key);
    letGo();
  };

  /** Somebody saved a newer text than the one on which this one is based; not one's own, of which the answer tells in a moment. */
  const own = (answer?.done as { revision?: number } | undefined)?.revision ?? 0;
  const isOvertaken = document.revision > Math.max(base.revision, own) && state === "idle" && !conflict;

  // Where nothing was typed, the whole screen goes on with what stands now: never one field of it on top of another's revision.
  useEffect(() => {
    if (!isOvertaken || offered.current || !form.current || !isSame(draftIn(form.current), base)) return;
    const standing = draftOf(document, readersLanguage);
    take(standing, standing);
    setFollowed(document.savedBy);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what has come in decides, not how often this is rendered
  }, [isOvertaken, document.revision]);

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
    takeStanding,
    /** The fields as they stand right now; null before the page is awake. */
    typed: () => form.current && draftIn(form.current),
    drop,
    found,
    conflict,
    errors,
    saveState,
    base,
    laidOut,
    isChanged,
    isOvertaken,
    followed,
  };
}

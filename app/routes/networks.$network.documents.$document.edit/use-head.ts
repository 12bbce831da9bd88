// What stands above the text: saved by itself when one pauses, kept on this device until the server has it.
import { useCallback, useEffect, useRef, useState } from "react";
import type { StandingText } from "~/domain/documents/document";
import type { DocumentFacts } from "~/domain/documents/document-facts";
import { areSameFacts, factsPrefix, fieldsOfFacts } from "~/domain/documents/fact-fields";
import type { DocumentToWrite } from "~/domain/documents/reading.server";
import type { FormAnswer } from "~/http/form";
import { onReconnect } from "~/realtime/connection";
import { oneLine } from "~/text/line";
import { forgetKept, keep, keptKey, readKept, type Kept } from "~/ui/kept-text";
import type { SaveStateValue } from "~/ui/save-state";
import { useReader } from "~/ui/use-reader";

export interface Head {
  title: string;
  language: string;
  /** The fields of the facts, by their names. */
  facts: Record<string, string>;
}

export interface KeptHead extends Head {
  revision: number;
}

/** What is saved, with its facts as the form has them. */
export function headOf(
  { title, language, facts, revision }: Omit<KeptHead, "facts"> & { facts: DocumentFacts },
  readersLanguage: string,
): KeptHead {
  return { title, language, revision, facts: fieldsOfFacts(facts, readersLanguage) };
}

/** The form's fields as they stand on the screen right now. */
export function headIn(form: HTMLFormElement): Head {
  const data = new FormData(form);
  const facts: Record<string, string> = {};
  for (const [name, value] of data)
    if (name.startsWith(factsPrefix) && typeof value === "string") facts[name] = value;
  return { title: String(data.get("title") ?? ""), language: String(data.get("language") ?? ""), facts };
}

/** Puts a head into the form's fields, but for the facts: these are laid out anew. */
function fillIn(form: HTMLFormElement, { title, language }: Head): void {
  for (const [name, value] of Object.entries({ title, language })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}

/** As a form sends it. */
function fieldsOf({ title, language, facts }: Head, prefix = ""): Record<string, string> {
  const fields = { title, language, ...facts };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, value]));
}

/** What only its spaces tell apart is saved alike. */
const isSame = (one: Head, other: Head) =>
  oneLine(one.title) === oneLine(other.title) &&
  one.language === other.language &&
  areSameFacts(one.facts, other.facts);

/** Milliseconds of quiet after which what was typed is kept on the device, and after which it is saved; until what failed is tried again. */
const [quiet, pause, patience] = [250, 900, 4_000];

export function useHead(document: DocumentToWrite) {
  const { person, language: readersLanguage } = useReader();
  /** Whose page this is: what they typed is nobody else's, whoever signs in in this browser later. */
  const [by] = useState(person?.id ?? "");
  const [opened] = useState(() => headOf(document, readersLanguage));
  const form = useRef<HTMLFormElement>(null);
  const [{ isSending, answer }, setSending] = useState<Sending>({ isSending: false });
  const key = keptKey(by, `head:${document.id}`);
  /** What is saved, as far as this screen knows. */
  const [base, setRenderedBase] = useState<KeptHead>(opened);
  /** The same, for effects that run before it is rendered. */
  const baseNow = useRef(base);
  const setBase = (next: KeptHead) => {
    baseNow.current = next;
    setRenderedBase(next);
  };
  /** Facts to lay out anew, each time under another key. */
  const [laidOut, setLaidOut] = useState({ key: 0, facts: opened.facts });
  const [isChanged, setChanged] = useState(false);
  const [isKept, setKept] = useState(true);
  /** Somebody wanted the last save; all others are made by themselves while one types, and take the cursor from nobody. */
  const [wasAskedFor, setAskedFor] = useState(false);
  const [found, setFound] = useState<Kept<KeptHead> | null>(null);
  /** The same, for what happens between two renderings. */
  const offered = useRef(false);
  const [conflict, setConflict] = useState<StandingText | null>(null);
  /** Who saved what the screen went on with, where nothing was typed. */
  const [followed, setFollowed] = useState<string | null>(null);
  const sent = useRef<Head | null>(null);
  /** Known at once, where what is rendered may be a moment behind. */
  const isUnderWay = useRef(false);
  const received = useRef<(answer: FormAnswer) => void>(() => {});
  const timers = useRef<Partial<Record<"keep" | "save", ReturnType<typeof setTimeout>>>>({});
  /** Keeps what was typed last; waits for a moment of quiet. */
  const pending = useRef<() => void>();
  const isRefused = !isSending && answer !== undefined && !answer.done;

  const save = useCallback(
    (over: Head = base) => {
      clearTimeout(timers.current.save);
      // One after the other: what is being sent is what the next one starts from.
      if (!form.current || isUnderWay.current) return;
      isUnderWay.current = true;
      sent.current = headIn(form.current);
      const order = { intent: "save-head", by, ...fieldsOf(sent.current), ...fieldsOf(over, "base.") };
      setSending((before) => ({ ...before, isSending: true }));
      void sentTo(`${window.location.pathname.replace(/\/edit\/?$/, "")}/head`, order).then((given) => {
        isUnderWay.current = false;
        setSending({ isSending: false, answer: given });
        received.current(given);
      });
    },
    [base, by],
  );
  const latestLook = useRef(() => {});
  const byItself = useRef(() => {});
  byItself.current = () => {
    if (!isUnderWay.current) setAskedFor(false);
    save();
  };

  /** To be called whenever the fields may have changed. */
  const look = useCallback(() => {
    const typed = form.current && headIn(form.current);
    if (!typed) return;
    // What is being sent will stand in a moment.
    const isBack = isSame(typed, (isUnderWay.current && sent.current) || base);
    setChanged(!isBack);
    clearTimeout(timers.current.keep);
    clearTimeout(timers.current.save);
    pending.current = () => {
      pending.current = undefined;
      // What is offered is not thrown away before somebody has decided.
      if (isBack && !isUnderWay.current && !offered.current) forgetKept(key);
      if (!isBack || isUnderWay.current) setKept(keep(key, { ...typed, revision: base.revision }));
    };
    timers.current.keep = setTimeout(() => pending.current?.(), quiet);
    // What was refused is not sent again as it is.
    const isSentAlready = sent.current !== null && isSame(typed, sent.current);
    if (!isBack && !isSentAlready) timers.current.save = setTimeout(() => byItself.current(), pause);
  }, [base, key]);

  latestLook.current = look;

  // Whoever leaves faster than that loses nothing either.
  useEffect(() => {
    const flush = () => pending.current?.();
    const { current } = timers;
    window.addEventListener("pagehide", flush);
    return () => {
      flush();
      clearTimeout(current.save);
      window.removeEventListener("pagehide", flush);
    };
  }, []);

  // What was typed and not saved before this page was opened.
  useEffect(() => {
    const kept = readKept<KeptHead>(key);
    if (!kept || isSame(kept.value, opened)) return;
    setFound(kept);
    offered.current = true;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only once: later the screen is newer than what is kept
  }, [key]);

  received.current = (given) => {
    const done = given.done as { revision: number; isMerged: boolean } | undefined;
    if (done && sent.current) {
      // What others changed beside it comes with the document that stands now.
      const saved = { ...sent.current, revision: done.isMerged ? done.revision - 1 : done.revision };
      setBase(saved);
      // In the same rendering: nothing is called saved that was typed while it was being sent.
      setChanged(form.current !== null && !isSame(headIn(form.current), saved));
      sent.current = null;
      setConflict(null);
    }
    if (given.conflict) setConflict(given.conflict as StandingText);
    // What was typed while something was refused is sent by itself.
    if (!done) latestLook.current();
  };

  // After a save: whatever was typed while it was under way is still a change.
  useEffect(look, [look]);

  // Without a line it is tried again when there is one; where the server's disk fails, the line says nothing of when it is well.
  // They stay until the next answer: a summary that comes and goes moves what one is typing in.
  const errors = answer?.errors;
  const saysOffline = errors?.form?.key === "offline";
  const isOffline = !isSending && saysOffline;
  useEffect(() => {
    if (!isOffline) return;
    const again = () => byItself.current();
    const timer = setInterval(() => navigator.onLine && again(), patience);
    const stop = onReconnect(again);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [isOffline]);

  const letGo = () => {
    setFound(null);
    offered.current = false;
    setFollowed(null);
  };

  /** Goes on with something else, as what was kept on this device or saved by somebody else. */
  const take = (head: Head, standing: KeptHead = base) => {
    if (form.current) fillIn(form.current, head);
    setLaidOut(({ key: last }) => ({ key: last + 1, facts: head.facts }));
    setBase(standing);
    letGo();
    setConflict(null);
    const isOther = !isSame(head, standing);
    setChanged(isOther);
    sent.current = null;
    if (isOther) timers.current.save = setTimeout(() => byItself.current(), pause);
  };

  /** Goes on with what somebody else saved. */
  const takeStanding = (standing: StandingText) => {
    const head = headOf(standing, readersLanguage);
    take(head, head);
  };

  const drop = () => {
    forgetKept(key);
    letGo();
  };

  // What others saved meanwhile: the text follows by itself, and so does what stands above it where nothing was typed. Where something
  // was, the server puts both together, or shows both.
  useEffect(() => {
    const { current: saved } = baseNow;
    if (document.revision <= saved.revision || offered.current || !form.current) return;
    const standing = headOf(document, readersLanguage);
    if (isUnderWay.current) return;
    if (!isSame(headIn(form.current), saved)) return;
    if (isSame(standing, saved)) return setBase(standing);
    take(standing, standing);
    if (document.savedById !== by) setFollowed(document.savedBy);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what has come in decides, not how often this is rendered
  }, [document.revision, base.revision, isSending]);

  const saveState: SaveStateValue =
    (isSending || isUnderWay.current) && !(saysOffline && isChanged)
      ? { kind: "saving" }
      : !isChanged
        ? { kind: "saved" }
        : saysOffline || !isKept
          ? isKept
            ? { kind: "on-this-device", changes: 1 }
            : { kind: "failed" }
          : isRefused || conflict
            ? { kind: "unsaved" }
            : { kind: "saving" };
  return {
    form,
    by,
    look,
    save: () => {
      setAskedFor(true);
      save();
    },
    saveByItself: () => byItself.current(),
    wasAskedFor,
    /** On top of what somebody else made of it. */
    saveOver: (standing: StandingText) => save(headOf(standing, readersLanguage)),
    take,
    takeStanding,
    /** The fields as they stand right now; null before the page is awake. */
    typed: () => form.current && headIn(form.current),
    drop,
    found,
    conflict,
    // Whoever takes back what was refused has nothing left to mend.
    errors: saysOffline || !isChanged ? undefined : errors,
    saveState,
    base,
    laidOut,
    isChanged,
    followed,
  };
}

interface Sending {
  isSending: boolean;
  /** The last one. */
  answer?: FormAnswer;
}

/** Sends a form and answers as the door does; without a line, in the words for that. The framework's own way drops answers it finds late. */
async function sentTo(address: string, order: Record<string, string>): Promise<FormAnswer> {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(order) });
    const isAnswer = response.headers.get("content-type")?.includes("json") ?? false;
    if (isAnswer) return (await response.json()) as FormAnswer;
    // A server that is just starting is one that cannot be reached.
    const key = response.status >= 500 ? "offline" : response.status === 403 ? "forbidden" : "notFound";
    return { intent: "save-head", errors: { form: { key } } };
  } catch {
    return { intent: "save-head", errors: { form: { key: "offline" } } };
  }
}

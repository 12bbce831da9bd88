// Who may be named, offered while somebody types an @: the field keeps the focus, the list is steered from there.
import { useEffect, useId, useRef, useState, type RefObject } from "react";
import type { PersonOffered } from "~/domain/comments/people-offered.server";
import { useT } from "~/i18n/use-t";
import { personAddress } from "~/text/own-addresses";
import { announce } from "../live-region";
import * as typedMentions from "./typed-mentions";

interface MentionOffersProps {
  field: RefObject<HTMLTextAreaElement>;
  /** Answers the people for what is typed after it as `words`. */
  address: string;
  onChosen: (name: string, id: string, mentions: typeof typedMentions) => void;
  /** Somebody else of this name is meant in the text already. */
  isTaken: (name: string, id: string) => boolean;
}

/** Milliseconds without a key until the question is asked. */
const patience = 120;

/** What is typed after the @ before the caret: at the start of a word, and at most four words long; titles have commas in them. */
const asking = /(?:^|[\s([{"'„“«–-])@((?:[\p{L}\p{M}\p{N}'’.-]+,? ?){0,4})$/u;

export function MentionOffers({ field, address, onChosen, isTaken }: MentionOffersProps) {
  const t = useT("threads");
  const id = useId();
  const [question, setQuestion] = useState<string | null>(null);
  const [found, setFound] = useState<{ question: string; people: readonly PersonOffered[] } | null>(null);
  const [at, setAt] = useState(0);
  /** Behind a name that was chosen here the sentence goes on. */
  const named = useRef<string[]>([]);

  // What stands before the caret after every key and every press.
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    const look = () => {
      const before = area.value.slice(0, area.selectionStart);
      const asked = area.selectionStart === area.selectionEnd ? asking.exec(before) : null;
      const words = asked?.[1] ?? "";
      const isNamed = named.current.some((name) => words.startsWith(`${name} `));
      setQuestion(asked && !isNamed ? words : null);
    };
    const signs = ["input", "click"] as const;
    const close = () => setQuestion(null);
    for (const sign of signs) area.addEventListener(sign, look);
    area.addEventListener("blur", close);
    look();
    return () => {
      for (const sign of signs) area.removeEventListener(sign, look);
      area.removeEventListener("blur", close);
    };
  }, [field]);

  useEffect(() => {
    setAt(0);
    if (question === null) return setFound(null);
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        fetch(`${address}&words=${encodeURIComponent(question.trim())}`, { signal: controller.signal })
          .then((response) =>
            response.ok ? (response.json() as Promise<{ people: PersonOffered[] }>) : null,
          )
          .then((answer) => {
            if (!controller.signal.aborted) setFound({ question, people: answer?.people ?? [] });
          })
          .catch(() => undefined);
      },
      question === "" ? 0 : patience,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, question]);

  const people = question === null || found?.question !== question ? [] : found.people;
  const chosen = people[at];
  const isOpen = people.length > 0;

  const choose = (person: PersonOffered) => {
    const area = field.current;
    if (!area || question === null) return;
    const end = area.selectionStart;
    // Two people of one name are told apart by their addresses.
    const words = isTaken(person.name, person.id)
      ? `[@${person.name}](${personAddress(person.id)}) `
      : `@${person.name} `;
    named.current.push(person.name);
    area.setRangeText(words, end - question.length - 1, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    onChosen(person.name, person.id, typedMentions);
    setQuestion(null);
  };

  useEffect(() => {
    const area = field.current;
    if (!area || !isOpen) return;
    const press = (event: KeyboardEvent) => {
      const isWithOthers = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
      if (isWithOthers || event.isComposing) return;
      const goTo = (place: number) => setAt((place + people.length) % people.length);
      if (event.key === "ArrowDown") goTo(at + 1);
      else if (event.key === "ArrowUp") goTo(at - 1);
      else if ((event.key === "Enter" || event.key === "Tab") && chosen) choose(chosen);
      else if (event.key === "Escape") setQuestion(null);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // Before the form hears it: Escape closes the list, and not what is being written.
    area.addEventListener("keydown", press, true);
    area.setAttribute("aria-controls", id);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-activedescendant", `${id}-${at}`);
    return () => {
      area.removeEventListener("keydown", press, true);
      for (const name of ["aria-controls", "aria-autocomplete", "aria-activedescendant"])
        area.removeAttribute(name);
    };
  });

  useEffect(() => {
    if (isOpen) announce(t("found", { count: people.length }));
  }, [isOpen, people.length, t]);

  if (question === null || found?.question !== question) return null;
  // Behind a comma it may be the sentence that goes on.
  if (people.length === 0)
    return question.trim() === "" || question.includes(",") ? null : (
      <p className="text-small text-quiet">{t("nobody")}</p>
    );
  return (
    <div id={id} role="listbox" aria-label={t("people")} className="mention-offers">
      {people.map((person, index) => (
        // Keys are heard by the field, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="offer"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          <span>{person.name}</span>
          {person.aside ? <span className="text-small text-quiet">{person.aside}</span> : null}
        </div>
      ))}
    </div>
  );
}

// The list of members or documents offered while one writes: the text keeps the focus, the list is steered from there.
import type { Editor } from "@tiptap/core";
import { type MutableRefObject, useEffect, useId, useState } from "react";
import { useT } from "~/i18n/use-t";
import { type Asked, dismissOffer } from "./extensions/offering";
import { narrowed, type Offer } from "./narrowed-offers";
import { placeBeside } from "./place-beside";

export type { Offer } from "./narrowed-offers";

/** Answers in the order in which it should be offered; rejects or gives nothing where there is no answer. */
export type SearchOffers = (question: string, signal: AbortSignal) => Promise<readonly Offer[]>;

export interface OffersProps {
  editor: Editor;
  asked: Asked;
  search: SearchOffers;
  /** Given the keys that are pressed in the text. */
  keys: MutableRefObject<((event: KeyboardEvent) => boolean) | null>;
}

/** Milliseconds without a key until the question is asked. */
const patience = 120;
const mostShown = 8;

export function Offers({ editor, asked, search, keys }: OffersProps) {
  const t = useT("editor");
  const id = useId();
  const [found, setFound] = useState<{ question: string; offers: readonly Offer[] } | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { kind, question, from } = asked;
  useFollowing();

  useEffect(() => {
    const controller = new AbortController();
    setChosenId(null);
    const timer = setTimeout(
      () => {
        void search(question.trim(), controller.signal)
          .catch(() => [])
          .then((offers) => {
            if (!controller.signal.aborted) setFound({ question, offers: offers.slice(0, mostShown) });
          });
      },
      question === "" ? 0 : patience,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search, question]);

  // Until the question has its answer, only those of the last one that answer to it too: Enter takes nobody who was not meant.
  const isAnswered = found?.question === question;
  const offers = found && (isAnswered ? found.offers : narrowed(found.offers, question));
  const at = Math.max(0, offers?.findIndex((offer) => offer.id === chosenId) ?? 0);

  const choose = (offer: Offer) => {
    const node =
      kind === "person"
        ? { type: "mention", attrs: { personId: offer.id, name: offer.name } }
        : { type: "documentLink", attrs: { id: offer.id, title: offer.name } };
    editor
      .chain()
      .focus()
      .insertContentAt({ from: asked.from, to: asked.to }, [node, { type: "text", text: " " }])
      .run();
  };

  useEffect(() => {
    keys.current = (event) => {
      const all = offers ?? [];
      if (event.key === "Escape") {
        dismissOffer(editor.view);
        return true;
      }
      const isWithOthers = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
      if (all.length === 0 || event.isComposing || isWithOthers) return false;
      const goTo = (place: number) => setChosenId(all[(place + all.length) % all.length]?.id ?? null);
      if (event.key === "ArrowDown") goTo(at + 1);
      else if (event.key === "ArrowUp") goTo(at - 1);
      else if (event.key === "Enter" || event.key === "Tab") {
        const chosen = all[at];
        if (chosen) choose(chosen);
      } else return false;
      return true;
    };
    return () => {
      keys.current = null;
    };
  });

  const isShown = offers !== null && (isAnswered || offers.length > 0);
  const active = offers?.[at] ? `${id}-${at}` : null;
  useEffect(() => {
    const text = editor.view.dom;
    if (!isShown) return;
    text.setAttribute("aria-controls", id);
    text.setAttribute("aria-autocomplete", "list");
    if (active) text.setAttribute("aria-activedescendant", active);
    return () => {
      for (const name of ["aria-controls", "aria-autocomplete", "aria-activedescendant"])
        text.removeAttribute(name);
    };
  }, [editor, id, isShown, active]);

  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  if (!isShown) return null;
  const label = kind === "person" ? t("offers.people") : t("offers.documents");
  return (
    <div className="offers" style={placeBeside(editor, from)}>
      <div id={id} role="listbox" aria-label={label}>
        {offers.map((offer, index) => (
          <div
            key={offer.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="offer"
            // The text must not lose the focus to the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(offer);
            }}
          >
            <span>{offer.name}</span>
            {offer.aside ? <span className="text-small text-quiet">{offer.aside}</span> : null}
          </div>
        ))}
      </div>
      <p role="status" className={offers.length > 0 ? "hidden-words" : "px-3 py-2 text-small text-quiet"}>
        {offers.length > 0 ? t("offers.count", { count: offers.length }) : t("offers.nothing")}
      </p>
    </div>
  );
}

/** Draws the list anew when the text moves below it: it stands beside its sign, and the keyboard of a phone covers neither. */
function useFollowing(): void {
  const [, setMoved] = useState(0);
  useEffect(() => {
    const follow = () => setMoved((times) => times + 1);
    const watch = new AbortController();
    const options = { signal: watch.signal, passive: true, capture: true };
    window.addEventListener("scroll", follow, options);
    window.addEventListener("resize", follow, options);
    window.visualViewport?.addEventListener("resize", follow, options);
    window.visualViewport?.addEventListener("scroll", follow, options);
    return () => watch.abort();
  }, []);
}

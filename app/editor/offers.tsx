// The list of members or documents offered while one writes: the text keeps the focus, the list is steered from there.
import type { Editor } from "@tiptap/core";
import { type MutableRefObject, useEffect, useId, useState } from "react";
import { useT } from "~/i18n/use-t";
import { type Asked, dismissOffer } from "./extensions/offering";

/** One of what a search callback finds; `aside` tells apart what bears the same name. */
export interface Offer {
  id: string;
  name: string;
  aside?: string;
}

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
  const [offers, setOffers] = useState<readonly Offer[] | null>(null);
  const [at, setAt] = useState(0);
  const { kind, question, from } = asked;

  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        void search(question.trim(), controller.signal)
          .catch(() => [])
          .then((found) => {
            if (controller.signal.aborted) return;
            setOffers(found.slice(0, mostShown));
            setAt(0);
          });
      },
      question === "" ? 0 : patience,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search, question]);

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
      if (all.length === 0 || event.isComposing) return false;
      if (event.key === "ArrowDown") setAt((at + 1) % all.length);
      else if (event.key === "ArrowUp") setAt((at - 1 + all.length) % all.length);
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

  const isShown = offers !== null;
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

  if (!offers) return null;
  const label = kind === "person" ? t("offers.people") : t("offers.documents");
  return (
    <div className="offers" style={placeAt(editor, from)}>
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

/** Below the sign, above it where there is no room; within the window. */
function placeAt(editor: Editor, position: number): Record<string, number> {
  const line = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size));
  const width = Math.min(320, window.innerWidth - 16);
  const left = Math.max(8, Math.min(line.left, window.innerWidth - width - 8));
  const isRoomBelow = window.innerHeight - line.bottom > 280 || line.top < 280;
  return isRoomBelow
    ? { left, width, top: line.bottom + 4 }
    : { left, width, bottom: window.innerHeight - line.top + 4 };
}

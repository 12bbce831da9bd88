// "[[" in the text offers the titles of documents to link to. Without a script one pastes a document's address.
import { useEffect, useId, useRef, useState } from "react";
import { useT } from "~/i18n/use-t";
import { OfferedTitles } from "./offered-titles";
import { useTitles } from "./use-titles";

/** What is being typed: from the brackets to the cursor. */
const opening = /\[\[([^[\]\n]{0,80})$/u;

/** Serves the text field of this id. Up and down choose, Enter or Tab takes, Esc leaves. */
export function LinkCompletion({ field }: { field: string }) {
  const t = useT("managing");
  const listId = useId();
  const [words, setWords] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const titles = useTitles(words);
  const isOpen = titles.length > 0;
  const active = Math.min(chosen, titles.length - 1);

  const take = (title: (typeof titles)[number] | undefined) => {
    const area = areaOf(field);
    if (!area || !title) return;
    const begin = opening.exec(area.value.slice(0, area.selectionStart))?.index;
    if (begin === undefined) return;
    const label = title.title.replace(/[[\]\\]/gu, "\\$&");
    area.focus();
    area.setRangeText(`[${label}](/documents/${title.id})`, begin, area.selectionStart, "end");
    setWords(null);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const latest = useRef({ isOpen, titles, active, take });
  useEffect(() => {
    latest.current = { isOpen, titles, active, take };
  });

  useEffect(() => {
    const area = areaOf(field);
    if (!area) return;
    const look = () => {
      setWords(opening.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null);
      setChosen(0);
    };
    const press = (event: KeyboardEvent) => {
      const { isOpen: open, titles: all, active: at, take: takeOne } = latest.current;
      if (!open || event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((at + step + all.length) % all.length);
      else if (event.key === "Enter" || event.key === "Tab") takeOne(all[at]);
      else if (event.key === "Escape") setWords(null);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = () => setWords(null);
    area.addEventListener("input", look);
    area.addEventListener("keydown", press);
    area.addEventListener("blur", leave);
    return () => {
      area.removeEventListener("input", look);
      area.removeEventListener("keydown", press);
      area.removeEventListener("blur", leave);
    };
  }, [field]);

  useEffect(() => {
    const area = areaOf(field);
    if (!area) return;
    area.setAttribute("aria-autocomplete", "list");
    if (isOpen) {
      area.setAttribute("aria-controls", listId);
      area.setAttribute("aria-activedescendant", `${listId}-${active}`);
    } else {
      area.removeAttribute("aria-controls");
      area.removeAttribute("aria-activedescendant");
    }
  }, [field, isOpen, active, listId]);

  if (!isOpen) return null;
  return <OfferedTitles id={listId} label={t("link.list")} titles={titles} active={active} take={take} />;
}

function areaOf(id: string): HTMLTextAreaElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLTextAreaElement ? found : null;
}

// Listens for shortcuts on the whole page, but never while somebody types.
import { useEffect, useRef } from "react";
import { isSingleKey, pressed, shortcutFor, type Shortcut } from "./shortcut";

/** How long the second key of two may take (ms). */
const patience = 1200;
/**
 * Whether somebody typed into a field and has not left it by themselves since: what is written together can be taken from under the hands,
 * and the words that were meant for it must not lead anywhere. One for all screens, since they come and go meanwhile.
 */
let isInWords = false;

/** `hasSingleKeys` false leaves only those with Ctrl or the command key. Silent while a dialog is open, but for those. */
export function useShortcuts(shortcuts: readonly Shortcut[], hasSingleKeys: boolean): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    let before: string | null = null;
    let beforeAt = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const press = pressed(event);
      if (press === null) return;
      const isSingle = isSingleKey(press);
      if (
        isSingle &&
        (!hasSingleKeys || isInWords || isTyping(event.target) || document.querySelector("dialog[open]"))
      )
        return;
      const isInTime = event.timeStamp - beforeAt < patience;
      const shortcut = shortcutFor(current.current, isInTime ? before : null, press);
      before = shortcut ? null : press;
      beforeAt = event.timeStamp;
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("keydown", hear, { signal });
    // Before anybody keeps the event for themselves; listeners of one's own, since a screen that goes takes its away.
    const early = { signal, capture: true };
    document.addEventListener("keydown", (event) => noteKey(event), early);
    document.addEventListener("focusin", (event) => noteFocus(event), early);
    document.addEventListener("pointerdown", () => leave(), early);
    return () => stop.abort();
  }, [hasSingleKeys]);
}

function noteKey(event: KeyboardEvent): void {
  if (isLeaving(event)) leave();
  else if (isTyping(event.target)) isInWords = true;
}

/** To what the Tab key reaches too. Headings of new screens are given the focus by the page. */
function noteFocus({ target }: FocusEvent): void {
  if (target instanceof HTMLElement && target.tabIndex >= 0 && !isTyping(target)) leave();
}

function leave(): void {
  isInWords = false;
}

/** Keys by which one leaves a field oneself. */
function isLeaving({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key === "Tab" || key === "Escape" || ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  return key === "Enter"
    ? target.matches("input, select, button, a")
    : key === " " && target.matches("button");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=menu] *"))
  );
}

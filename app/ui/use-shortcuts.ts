// Listens for shortcuts on the whole page, but never while somebody types.
import { useEffect, useRef } from "react";
import { isSingleKey, pressed, shortcutFor, type Shortcut } from "./shortcut";

/** How long the second key of two may take (ms). */
const patience = 1200;

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
      if (isSingle && (!hasSingleKeys || isTyping(event.target) || document.querySelector("dialog[open]")))
        return;
      const isInTime = event.timeStamp - beforeAt < patience;
      const shortcut = shortcutFor(current.current, isInTime ? before : null, press);
      before = shortcut ? null : press;
      beforeAt = event.timeStamp;
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [hasSingleKeys]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=menu] *"))
  );
}

// Escape puts away the form in which one writes, and nothing around it: the sheet in which it lies stays open.
import type { KeyboardEvent } from "react";

export function endsOnEscape(onEnd: (() => void) | undefined) {
  return (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !onEnd) return;
    event.preventDefault();
    onEnd();
  };
}

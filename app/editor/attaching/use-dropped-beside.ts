// Files dropped beside the text and not into it: without this a browser leaves the page and shows them.
import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect } from "react";
import { type Found, foundIn } from "./found-files";

/** `take`: they go where the caret is; without it nothing becomes of them. */
export function useDroppedBeside(
  place: RefObject<HTMLElement>,
  editor: Editor | null,
  take: ((editor: Editor, found: readonly Found[]) => void) | undefined,
): void {
  useEffect(() => {
    const element = place.current;
    if (!element || !editor) return;
    const stop = new AbortController();
    const isBeside = (event: DragEvent) =>
      !event.defaultPrevented && (event.dataTransfer?.types.includes("Files") ?? false);
    const over = (event: DragEvent) => {
      if (isBeside(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!isBeside(event) || !event.dataTransfer) return;
      event.preventDefault();
      take?.(editor, foundIn(event.dataTransfer));
    };
    element.addEventListener("dragover", over, { signal: stop.signal });
    element.addEventListener("drop", drop, { signal: stop.signal });
    return () => stop.abort();
  }, [place, editor, take]);
}

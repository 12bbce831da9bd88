// The keys by which one remarks on what is marked in a text that is read: heard as soon as the page is awake, also before the code is there
// that takes them.
import { useEffect, useRef, type MutableRefObject } from "react";

export interface RemarkKey {
  /** Begins a remark on what is marked, and answers whether anything is; null: nobody can yet. */
  take: (() => boolean) | null;
  /** They were pressed before anybody could: whoever can then does so at once. */
  isWaiting: boolean;
}

export function useRemarkKey(mayRemark: boolean): MutableRefObject<RemarkKey> {
  const key = useRef<RemarkKey>({ take: null, isWaiting: false });
  useEffect(() => {
    if (!mayRemark) return;
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== "KeyM") return;
      const { take } = key.current;
      const isTaken = take ? take() : isMarkedInText(document.getSelection());
      if (isTaken) event.preventDefault();
      key.current.isWaiting = isTaken && !take;
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [mayRemark]);
  return key;
}

export function isMarkedInText(selection: Selection | null): boolean {
  return selection !== null && !selection.isCollapsed && isInReadText(selection.anchorNode);
}

export function isInReadText(node: Node | null): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest("[data-read-text]") != null;
}

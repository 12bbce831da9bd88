// Marking a passage of a text that is read, to remark on it: with the pointer, a finger or the keyboard.
import { useCallback, useEffect, useRef, useState, type MutableRefObject } from "react";
import type { PickedPassage } from "~/domain/documents/picked-passage";
import { forgetKept, keep, keptKey, readKept } from "../../kept-text";
import type { ReadPassages } from "./read-passages";
import type { RemarkKey } from "./use-remark-key";

/** What is marked just now, and where the button stands that remarks on it. */
export interface Marked {
  passage: PickedPassage;
  /** In pixels of the page. */
  top: number;
  left: number;
}

interface Picking {
  marked: Marked | null;
  /** What is being remarked on. */
  picked: PickedPassage | null;
  pick: () => void;
  end: () => void;
  /** It was begun before the page was loaded anew: nobody has asked for the focus. */
  isFound: boolean;
}

/** Milliseconds for which a selection stays as it is before the button is shown. */
const pause = 120;

interface PickingProps {
  shown: ReadPassages | null;
  mayRemark: boolean;
  /** Of the remark's unsent words, and whose they are. */
  name: string;
  person: string;
  /** The picture that was pressed before. */
  pressed: HTMLImageElement | null;
  remarkKey: MutableRefObject<RemarkKey>;
}

export function usePicking({ shown, mayRemark, name, person, pressed, remarkKey }: PickingProps): Picking {
  const [marked, setMarked] = useState<Marked | null>(null);
  const [picked, setPicked] = useState<PickedPassage | null>(null);
  const [isFound, setFound] = useState(false);
  /** Marked until something else is pressed: the selection knows nothing of it. */
  const picture = useRef(pressed);
  const key = keptKey(person, `passage:${name}`);
  const wordsKey = keptKey(person, name);

  useEffect(() => {
    if (!mayRemark) return;
    const kept = readKept<PickedPassage>(key);
    if (kept && readKept(wordsKey)) {
      setFound(true);
      setPicked(kept.value);
    } else if (kept) forgetKept(key);
  }, [mayRemark, key, wordsKey]);

  const begin = useCallback(
    (passage: PickedPassage) => {
      keep(key, passage);
      setFound(false);
      setPicked(passage);
      setMarked(null);
      picture.current = null;
      document.getSelection()?.removeAllRanges();
    },
    [key],
  );
  const pick = useCallback(() => marked && begin(marked.passage), [marked, begin]);

  useEffect(() => {
    if (!shown || !mayRemark) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const selection = document.getSelection();
      const words = selection && shown.pickedIn(selection);
      if (words) return setMarked({ passage: words, ...besideOf(selection.getRangeAt(0)) });
      const { current } = picture;
      const passage = current && shown.pictureOf(current);
      setMarked(passage ? { passage, ...besideOf(current) } : null);
    };
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, pause);
    };
    const press = ({ target }: MouseEvent) => {
      picture.current = target instanceof HTMLImageElement ? target : null;
      lookSoon();
    };
    look();
    document.addEventListener("selectionchange", lookSoon);
    document.addEventListener("click", press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", lookSoon);
      document.removeEventListener("click", press);
    };
  }, [shown, mayRemark]);

  useEffect(() => {
    if (!shown || !mayRemark) return;
    const { current } = remarkKey;
    current.take = () => {
      // Whoever is quick does not wait for the button.
      const selection = document.getSelection();
      const passage = (selection && shown.pickedIn(selection)) ?? marked?.passage;
      if (passage) begin(passage);
      return passage !== undefined;
    };
    if (current.isWaiting) current.take();
    current.isWaiting = false;
    return () => void (current.take = null);
  }, [shown, mayRemark, remarkKey, marked, begin]);

  const end = useCallback(() => {
    forgetKept(key);
    setPicked(null);
  }, [key]);
  return { marked, picked, pick, end, isFound };
}

/** Below the end of what is marked. */
function besideOf(place: Range | Element): { top: number; left: number } {
  const box = [...place.getClientRects()].at(-1) ?? place.getBoundingClientRect();
  return { top: box.bottom + window.scrollY + 6, left: Math.max(8, box.right + window.scrollX) };
}

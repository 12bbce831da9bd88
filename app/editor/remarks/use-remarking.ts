// Whether what is said about the text stands beside it: remembered in this window; from the beginning where something is open.
import { useCallback, useEffect, useState } from "react";

const name = "torg:remarks";

export interface Remarking {
  isShown: boolean;
  toggle: () => void;
  /** Counted up whenever somebody wants to remark on what is marked. */
  asked: number;
  ask: () => void;
}

/** `part` is fetched before anything is shown. */
export function useRemarking(part: { fetch(): Promise<void> } | undefined, areOpen: boolean): Remarking {
  const [isWanted, setWanted] = useState(() => kept() ?? areOpen);
  const [isShown, setShown] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isOver = false;
    setShown(false);
    if (isWanted && part)
      part.fetch().then(
        () => isOver || setShown(true),
        () => isOver || setWanted(false),
      );
    return () => {
      isOver = true;
    };
  }, [isWanted, part]);
  const toggle = useCallback(
    () =>
      setWanted((before) => {
        remember(!before);
        return !before;
      }),
    [],
  );
  const ask = useCallback(() => {
    setWanted(true);
    setAsked((times) => times + 1);
  }, []);
  return { isShown, toggle, asked, ask };
}

function kept(): boolean | undefined {
  if (new URLSearchParams(window.location.search).has("remark")) return true;
  try {
    const said = window.sessionStorage.getItem(name);
    return said === null ? undefined : said === "on";
  } catch {
    return undefined;
  }
}

function remember(isOn: boolean): void {
  try {
    window.sessionStorage.setItem(name, isOn ? "on" : "off");
  } catch {
    // A browser that keeps nothing forgets it with the screen.
  }
}

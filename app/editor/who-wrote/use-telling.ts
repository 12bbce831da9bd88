// Whether who wrote what is told on this screen: remembered in this window, and said by the address one came by.
import { useCallback, useEffect, useState } from "react";
import { whoWroteWhat } from "~/ui/authorship/who-wrote-what";

/** `part` is fetched before anything is told. */
export function useTelling(part: { fetch(): Promise<void> } | undefined): {
  isTelling: boolean;
  toggle: () => void;
} {
  const [isWanted, setWanted] = useState(wasWanted);
  const [isTelling, setTelling] = useState(false);
  useEffect(() => {
    let isOver = false;
    setTelling(false);
    if (isWanted && part)
      part.fetch().then(
        () => isOver || setTelling(true),
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
  return { isTelling, toggle };
}

function wasWanted(): boolean {
  if (new URLSearchParams(window.location.search).has(whoWroteWhat)) return true;
  try {
    return window.sessionStorage.getItem(whoWroteWhat) === "on";
  } catch {
    return false;
  }
}

function remember(isOn: boolean): void {
  try {
    if (isOn) window.sessionStorage.setItem(whoWroteWhat, "on");
    else window.sessionStorage.removeItem(whoWroteWhat);
  } catch {
    // A browser that keeps nothing forgets it with the screen.
  }
}

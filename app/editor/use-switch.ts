// Something that can be shown beside the text: fetched before it is, and remembered in this window.
import { useCallback, useEffect, useState } from "react";

export interface Switch {
  isOn: boolean;
  toggle: () => void;
  turnOn: () => void;
}

/** `part` is fetched first; `name`: under which it is remembered; `isOnAtFirst`: what holds where nothing is. */
export function useSwitch(
  part: { fetch(): Promise<void> } | undefined,
  name: string,
  isOnAtFirst: () => boolean,
): Switch {
  const [isWanted, setWanted] = useState(() => remembered(name) ?? isOnAtFirst());
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    let isOver = false;
    setOn(false);
    if (isWanted && part)
      part.fetch().then(
        () => isOver || setOn(true),
        () => isOver || setWanted(false),
      );
    return () => {
      isOver = true;
    };
  }, [isWanted, part]);
  const toggle = useCallback(
    () =>
      setWanted((before) => {
        remember(name, !before);
        return !before;
      }),
    [name],
  );
  const turnOn = useCallback(() => setWanted(true), []);
  return { isOn, toggle, turnOn };
}

/** Undefined where nobody has chosen in this window. */
function remembered(name: string): boolean | undefined {
  if (new URLSearchParams(window.location.search).has(name)) return true;
  try {
    const said = window.sessionStorage.getItem(name);
    return said === null ? undefined : said === "on";
  } catch {
    return undefined;
  }
}

function remember(name: string, isOn: boolean): void {
  try {
    window.sessionStorage.setItem(name, isOn ? "on" : "off");
  } catch {
    // A browser that keeps nothing forgets it with the screen.
  }
}

// Keys that mean something anywhere within a part of the screen, whichever of its elements has the focus.
import { type RefObject, useEffect, useRef } from "react";

/** `take` answers whether the key was meant for it; what it takes goes no further and does nothing else. */
export function useKeys(part: RefObject<HTMLElement>, take: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener("keydown", listen);
    return () => element.removeEventListener("keydown", listen);
  }, [part]);
}

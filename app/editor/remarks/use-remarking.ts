// Whether what is said about the text stands beside it: where something is open, and where a link led to one remark, from the beginning.
import { useCallback, useState } from "react";
import { useSwitch } from "../use-switch";

export interface Remarking {
  isShown: boolean;
  toggle: () => void;
  /** Counted up whenever somebody wants to remark on what is marked; 0: nobody does. */
  asked: number;
  ask: () => void;
}

/** `part` is fetched before anything is shown. */
export function useRemarking(part: { fetch(): Promise<void> } | undefined, areOpen: boolean): Remarking {
  const { isOn, toggle, turnOn } = useSwitch(part, "remark", () => areOpen);
  const [asked, setAsked] = useState(0);
  return {
    isShown: isOn,
    asked,
    toggle: useCallback(() => {
      setAsked(0);
      toggle();
    }, [toggle]),
    ask: useCallback(() => {
      turnOn();
      setAsked((times) => times + 1);
    }, [turnOn]),
  };
}

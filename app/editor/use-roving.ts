// A toolbar is one stop of the Tab key; arrow keys move within it.
import { type RefObject, useEffect } from "react";

/** Left and right, Home and End move between the buttons of `bar` that can be seen; those in its menus have keys of their own. */
export function useRoving(bar: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const stop = new AbortController();
    const all = () =>
      [...element.querySelectorAll<HTMLElement>("button")].filter(
        (button) => !button.closest("[popover]") && button.offsetParent !== null,
      );
    const settle = (current?: HTMLElement) => {
      const buttons = all();
      const now = current ?? buttons.find((button) => button.tabIndex === 0) ?? buttons[0];
      for (const button of buttons) button.tabIndex = button === now ? 0 : -1;
    };
    settle();
    // Buttons come and go with what is selected.
    const observer = new MutationObserver(() => settle());
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener(
      "focusin",
      ({ target }) => {
        if (target instanceof HTMLElement && all().includes(target)) settle(target);
      },
      { signal: stop.signal },
    );
    element.addEventListener(
      "keydown",
      (event) => {
        const buttons = all();
        const at = buttons.indexOf(document.activeElement as HTMLElement);
        if (at < 0) return;
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        buttons[(to + buttons.length) % buttons.length]?.focus();
      },
      { signal: stop.signal },
    );
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, [bar]);
}

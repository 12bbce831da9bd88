// Takes the focus along to the next screen: the browser does so for a page it loads, and nobody for one that a script puts in its place.
import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { announce } from "./live-region";

/** The path whose screen has, or was left, the focus; null before the first one, whose focus is the browser's own affair. */
let shownPath: string | null = null;
/** The path that was in the address when something last took the focus. */
let focusedOn = "";

/**
 * After a change of path the focus goes to what the address names, else to the screen's heading, else to its content, so that the next
 * key begins there and screen readers say where one is. A screen that gives the focus to a field of its own keeps it, and its title is
 * said. What only narrows or reloads a screen moves nothing.
 */
export function useScreenFocus(): void {
  const { pathname, hash } = useLocation();
  useEffect(() => {
    const note = () => (focusedOn = window.location.pathname);
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    const isFirst = shownPath === null;
    const isSame = shownPath === pathname;
    shownPath = pathname;
    if (isFirst || isSame) return;
    const { activeElement } = document;
    // The address changes before its screen stands: what took the focus since is the screen's own, or a dialog over it.
    if (focusedOn === window.location.pathname && activeElement?.closest("main, dialog")) {
      announce(document.title);
      return;
    }
    const named = hash === "" ? null : document.getElementById(decodedHash(hash));
    const target = named ?? document.querySelector<HTMLElement>("main h1") ?? document.querySelector("main");
    if (!target) return;
    if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
    // Where the page stands is the affair of the scroll positions that Remix keeps.
    target.focus({ preventScroll: true });
    if (!(target instanceof HTMLHeadingElement)) announce(document.title);
  }, [pathname, hash]);
}

function decodedHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

// The keys of a menu as people know them, and its place where the browser cannot anchor it by itself.
import { useEffect, type RefObject } from "react";
import { closePopover, isOpen } from "./popover";

/**
 * Arrow keys, Home, End and first letters move within `list`; arrow down on `button` opens it; Tab leaves and closes.
 * Esc, clicks elsewhere and the return of the focus are the browser's.
 */
export function useMenuKeys(
  button: RefObject<HTMLButtonElement>,
  list: RefObject<HTMLElement>,
  align: "start" | "end",
): void {
  useEffect(() => {
    const opener = button.current;
    const menu = list.current;
    if (!opener || !menu || !("showPopover" in menu)) return;
    const stop = new AbortController();
    const { signal } = stop;
    const items = () => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
    let entersAt: "first" | "last" = "first";

    menu.addEventListener(
      "toggle",
      () => {
        if (!isOpen(menu)) return;
        if (!CSS.supports("position-area: block-end span-inline-end")) hang(menu, opener, align);
        const all = items();
        (entersAt === "first" ? all[0] : all.at(-1))?.focus();
        entersAt = "first";
      },
      { signal },
    );
    opener.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        entersAt = event.key === "ArrowUp" ? "last" : "first";
        if (!isOpen(menu)) opener.click();
      },
      { signal },
    );
    menu.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Tab") return closePopover(menu);
        const target = nextItem(items(), event);
        if (!target) return;
        event.preventDefault();
        target.focus();
      },
      { signal },
    );
    return () => stop.abort();
  }, [button, list, align]);
}

function nextItem(items: HTMLElement[], event: KeyboardEvent): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  switch (event.key) {
    case "ArrowDown":
      return items[(at + 1) % items.length];
    case "ArrowUp":
      return items.at(at <= 0 ? -1 : at - 1);
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
  }
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey)
    return undefined;
  const letter = event.key.toLocaleLowerCase();
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent?.trim().toLocaleLowerCase().startsWith(letter),
  );
}

function hang(menu: HTMLElement, opener: HTMLElement, align: "start" | "end"): void {
  const edge = opener.getBoundingClientRect();
  const below = edge.bottom + 4;
  const fits = below + menu.offsetHeight < window.innerHeight || edge.top < menu.offsetHeight;
  const left = align === "start" ? edge.left : edge.right - menu.offsetWidth;
  menu.style.inset = "auto";
  menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${fits ? below : edge.top - menu.offsetHeight - 4}px`;
}

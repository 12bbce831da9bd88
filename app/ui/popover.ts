// The attributes by which the browser itself opens and closes what lies over the page, without a script.
// React 18 hands them through as they are written, but its types do not know them.

type PopoverAttributes = Readonly<Record<string, string>>;

/** For the element that opens: closes by Esc, by a click elsewhere, and when another one opens. */
export const popover: PopoverAttributes = { popover: "auto" };

/** For the button that opens and closes the popover of this id. */
export function toggles(id: string): PopoverAttributes {
  return { popovertarget: id };
}

/** For a button inside the popover of this id. */
export function closes(id: string): PopoverAttributes {
  return { popovertarget: id, popovertargetaction: "hide" };
}

/** Closes the popover, where the browser knows popovers and it is open. */
export function closePopover(element: HTMLElement | null): void {
  if (element?.matches("[popover]") && isOpen(element)) element.hidePopover();
}

export function isOpen(element: HTMLElement): boolean {
  return "hidePopover" in element && element.matches(":popover-open");
}

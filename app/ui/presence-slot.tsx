// The place in the top bar where a document says who else is here, filled from inside by whichever screen is shown.
import { useEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";

const slotId = "presence-slot";

/** Stands in the frame. */
export function PresenceSlot() {
  return <span id={slotId} className="inline-flex" />;
}

/** Shows its children in the frame's slot; nothing before the page is awake, since presence needs the socket anyway. */
export function IntoPresenceSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById(slotId)), []);
  return slot ? createPortal(children, slot) : null;
}

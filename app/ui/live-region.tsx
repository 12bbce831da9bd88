// The one place from which screen readers hear what changed without the focus having moved.
import { useEffect, useState } from "react";

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Says a sentence politely, after what is being read. Nothing happens on the server or before the frame stands. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** Stands once, in the frame. */
export function LiveRegion() {
  const [message, setMessage] = useState("");
  useEffect(() => {
    let clear: ReturnType<typeof setTimeout> | undefined;
    const listener: Listener = (next) => {
      clearTimeout(clear);
      // The same sentence twice is only heard if it was gone in between.
      setMessage("");
      requestAnimationFrame(() => setMessage(next));
      clear = setTimeout(() => setMessage(""), 8000);
    };
    listeners.add(listener);
    return () => {
      clearTimeout(clear);
      listeners.delete(listener);
    };
  }, []);
  return (
    <div role="status" aria-live="polite" className="hidden-words">
      {message}
    </div>
  );
}

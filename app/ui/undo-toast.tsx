// Ten seconds to take a thing back, instead of asking beforehand whether it is meant.
import { useEffect, useRef, type ReactNode } from "react";
import { announce } from "./live-region";

export interface UndoToastProps {
  /** What was done, as "The comment is deleted." */
  message: string;
  /** The button that takes it back: a form's button, so that it works in its own right. */
  children: ReactNode;
  /** Called once, when the time is over. */
  onEnd: () => void;
  /** Seconds. */
  seconds?: number;
}

/** The time stands still while the pointer or the focus is on it, and while the page is hidden. */
export function UndoToast({ message, children, onEnd, seconds = 10 }: UndoToastProps) {
  const toast = useRef<HTMLDivElement>(null);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => announce(message), [message]);
  useEffect(() => {
    const tick = 250;
    let left = seconds * 1000;
    const timer = setInterval(() => {
      if (document.hidden || toast.current?.matches(":hover, :focus-within")) return;
      left -= tick;
      if (left > 0) return;
      clearInterval(timer);
      end.current();
    }, tick);
    return () => clearInterval(timer);
  }, [seconds, message]);
  return (
    <div ref={toast} className="toast" style={{ "--toast-seconds": `${seconds}s` } as React.CSSProperties}>
      <span>{message}</span>
      {children}
      <span className="toast-time" aria-hidden="true" />
    </div>
  );
}

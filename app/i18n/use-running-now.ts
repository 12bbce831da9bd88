// Keeps "5 minutes ago" true while a page stays open: one timer for all who ask, counting on from the server's time.
import { useMemo, useSyncExternalStore } from "react";

/** How often (ms) it is looked at again. */
const tick = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
/** When it was last looked at, in ms since the page began; 0 until the first tick. */
let looked = 0;
/** The latest time of the server's, and when it reached this page. */
let latest = { start: 0, came: 0 };

/**
 * The server's `start`, and the time that has passed here since it came: right even where the browser's own clock is wrong. In the
 * HTML and in the first render it is `start` itself, so that both say the same.
 */
export function useRunningNow(start: Date): Date {
  const time = start.getTime();
  const seen = useSyncExternalStore(
    subscribe,
    () => looked,
    () => 0,
  );
  return useMemo(() => {
    if (typeof document === "undefined") return new Date(time);
    if (time > latest.start) latest = { start: time, came: performance.now() };
    return new Date(latest.start + Math.max(0, seen - latest.came));
  }, [time, seen]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setInterval(look, tick);
    document.addEventListener("visibilitychange", look);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

function look(): void {
  if (document.visibilityState !== "visible") return;
  looked = performance.now();
  for (const listener of listeners) listener();
}

// Notices that the server can be reached again, and has the page loaded anew: the real one hands in what was written.
import { useCallback, useEffect, useRef } from "react";

/** Milliseconds between two looks: at first, and at most. */
const [soonest, latest] = [2_000, 30_000];
/** Milliseconds without a key after which nobody is torn out of a sentence. */
const rest = 1_500;

/**
 * Looks from time to time, and at once when the browser says that there is a network. Goes only when `mayGo` says so and nobody has
 * just typed. The function answered looks now, and goes where it may.
 */
export function useBackOnline(mayGo: () => boolean): () => void {
  const may = useRef(mayGo);
  useEffect(() => {
    may.current = mayGo;
  });
  const typedAt = useRef(-rest);
  const looking = useRef<() => void>();

  useEffect(() => {
    let pause = soonest;
    let clock: ReturnType<typeof setTimeout>;
    const look = async () => {
      clearTimeout(clock);
      const isThere = await isReachable();
      clearTimeout(clock);
      const isQuiet = performance.now() - typedAt.current >= rest;
      if (isThere && isQuiet && may.current()) return window.location.reload();
      clock = setTimeout(() => void look(), isThere ? rest : pause);
      pause = Math.min(pause * 1.5, latest);
    };
    const now = () => {
      pause = soonest;
      void look();
    };
    const typed = () => (typedAt.current = performance.now());
    looking.current = now;
    clock = setTimeout(now, pause);
    window.addEventListener("online", now);
    document.addEventListener("keydown", typed, true);
    document.addEventListener("visibilitychange", now);
    return () => {
      clearTimeout(clock);
      window.removeEventListener("online", now);
      document.removeEventListener("keydown", typed, true);
      document.removeEventListener("visibilitychange", now);
    };
  }, []);
  return useCallback(() => looking.current?.(), []);
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

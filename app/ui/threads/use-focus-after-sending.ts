// Whoever sent a form beside a text is at what came of it: the new thread, the one that it was about, or the one that stands in its place.
import { useEffect, useRef } from "react";

interface Sent {
  /** Of what the form made or changed. */
  id: string;
  /** The remark in which it stood, and its thread's place among the others. */
  remark: string | undefined;
  at: number;
}

/**
 * `ids`: the threads in their order. Nothing is taken from whoever has gone elsewhere meanwhile. `isOn` false: where one writes the text, the
 * next key is meant for it.
 */
export function useFocusAfterSending(ids: readonly string[], isOn: boolean): void {
  const sent = useRef<Sent | null>(null);
  const all = useRef(ids);
  useEffect(() => {
    all.current = ids;
    if (!isOn || !sent.current || document.activeElement !== document.body) return;
    const { id, remark, at } = sent.current;
    const there = shown(`comment-${id}`) ?? shown(remark ?? "");
    if (!there && at < 0) return;
    sent.current = null;
    const next = ids[Math.min(at, ids.length - 1)];
    const element =
      there ?? shown(`comment-${next}`) ?? document.querySelector<HTMLElement>(".comments [aria-current]");
    element?.focus({ preventScroll: true });
  });
  useEffect(() => {
    const note = ({ target }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement) || !target.closest(".comments, .toast")) return;
      const thread = target.closest("[data-thread]")?.getAttribute("data-thread");
      sent.current = {
        id: String(new FormData(target).get("id") ?? ""),
        remark: target.closest(".remark")?.id,
        at: all.current.indexOf(thread ?? ""),
      };
    };
    const leave = ({ target }: Event) => {
      const remark = document.getElementById(sent.current?.remark ?? "");
      if (!(target instanceof Node && remark?.contains(target))) sent.current = null;
    };
    const stop = new AbortController();
    const early = { signal: stop.signal, capture: true };
    document.addEventListener("submit", note, early);
    document.addEventListener("focusin", leave, early);
    document.addEventListener("pointerdown", leave, early);
    return () => stop.abort();
  }, []);
}

/** Nothing in a fold that is closed: what is left of a deleted remark may lie there. */
function shown(id: string): HTMLElement | undefined {
  const element = document.getElementById(id);
  return element && element.getClientRects().length > 0 ? element : undefined;
}

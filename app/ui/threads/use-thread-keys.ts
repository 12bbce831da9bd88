// From thread to thread by key: the next one in the order of the text, and the one before.
import { useReader } from "../use-reader";
import { useShortcuts } from "../use-shortcuts";

/** `show`: brings one of them, if it is about a passage, before the reader's eyes. */
export function useThreadKeys(ids: readonly string[], show: (id: string) => void): void {
  const step = (by: 1 | -1) => {
    const now = document.activeElement?.closest(".remark[data-thread]")?.getAttribute("data-thread");
    const at = ids.indexOf(now ?? "");
    const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : at + by];
    if (next === undefined) return;
    show(next);
    const there = document.getElementById(`comment-${next}`);
    const folded = there?.closest("details");
    if (folded) folded.open = true;
    there?.focus({ preventScroll: true });
    there?.scrollIntoView({ block: "nearest" });
  };
  const shortcuts = [
    { keys: "j", run: () => step(1) },
    { keys: "k", run: () => step(-1) },
  ];
  useShortcuts(shortcuts, useReader().person?.hasShortcuts ?? false);
}

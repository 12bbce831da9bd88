// Whoever comes by a link to a remark finds it before their eyes and under their keys, also where it lies in a sheet.
import { useEffect, useRef } from "react";
import type { ThreadView } from "~/domain/comments/comment";

/** `show`: brings the passage that a thread is about before the reader's eyes. */
export function useMarkedRemark(
  id: string | undefined,
  placed: readonly ThreadView[],
  show: (id: string) => void,
): void {
  const led = useRef<string>();
  useEffect(() => {
    if (id === undefined || led.current === id) return;
    const about = placed.find(
      (thread) => thread.id === id || thread.answers.some((answer) => answer.id === id),
    );
    if (about) show(about.id);
    const remark = document.getElementById(`comment-${id}`);
    if (!remark) return;
    led.current = id;
    const sheet = remark.closest<HTMLElement>(".sheet");
    // A sheet is one on narrow screens alone; beside the text it shows what is in it anyway.
    if (sheet && getComputedStyle(sheet).display === "none") sheet.showPopover?.();
    if (!about) remark.scrollIntoView({ block: "nearest" });
    remark.focus({ preventScroll: true });
  }, [id, placed, show]);
}

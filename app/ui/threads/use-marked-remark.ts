// Whoever comes by a link to a remark finds it before their eyes and under their keys, also where it lies in a sheet.
import { useEffect } from "react";

export function useMarkedRemark(id: string | undefined): void {
  useEffect(() => {
    const remark = id === undefined ? null : document.getElementById(`comment-${id}`);
    if (!remark) return;
    const sheet = remark.closest<HTMLElement>(".sheet");
    // A sheet is one on narrow screens alone; beside the text it shows what is in it anyway.
    if (sheet && getComputedStyle(sheet).display === "none") sheet.showPopover?.();
    remark.scrollIntoView({ block: "nearest" });
    remark.focus({ preventScroll: true });
  }, [id]);
}

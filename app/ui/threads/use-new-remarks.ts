// What others say while the page is open is told to screen readers, politely, and once.
import { useEffect, useRef } from "react";
import type { ThreadView } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { announce } from "../live-region";

export function useNewRemarks(threads: readonly ThreadView[]): void {
  const t = useT("threads");
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const said = threads.flatMap((thread) => [thread, ...thread.answers]);
    const before = known.current;
    known.current = new Set([...(before ?? []), ...said.map(({ id }) => id)]);
    if (!before) return;
    const fresh = said.filter(({ id, isMine, deletedAt }) => !isMine && !deletedAt && !before.has(id));
    // What another filter brings before the eyes is not new: that is more than one at once.
    const [only, ...others] = fresh;
    if (only && others.length === 0)
      announce(t("came", { name: only.author.name, words: wordsOf(only.html) }));
  }, [threads, t]);
}

/** The first words of what was said. */
function wordsOf(html: string): string {
  const text = new DOMParser().parseFromString(html, "text/html").body.textContent?.trim() ?? "";
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

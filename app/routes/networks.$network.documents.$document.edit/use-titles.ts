// Titles of documents that the writer may read, asked of the server as they type.
import { useParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Related } from "~/domain/documents/relations.server";
import { useT } from "~/i18n/use-t";
import { announce } from "~/ui/live-region";

/** ms after the last key. */
const patience = 120;

/** The titles with these words, and how many said to a screen reader; none for null, and where no answer comes. */
export function useTitles(words: string | null): Related[] {
  const t = useT("managing");
  const { network = "" } = useParams();
  const [found, setFound] = useState<Related[]>([]);
  useEffect(() => {
    if (words === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      const show = (all: Related[]) => (signal.aborted ? undefined : setFound(all));
      titlesWith(words, network, signal).then(show, () => show([]));
    }, patience);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [words, network]);
  const count = words === null ? 0 : found.length;
  useEffect(() => {
    if (count > 0) announce(t("link.found", { count }));
  }, [count, t]);
  return words === null ? [] : found;
}

/** The titles that have these words; none where no answer comes, as without a connection. */
async function titlesWith(words: string, network: string, signal: AbortSignal): Promise<Related[]> {
  const asked = new URLSearchParams({ words }).toString();
  const response = await fetch(`/networks/${network}/documents/titles?${asked}`, { signal });
  return response.ok ? ((await response.json()) as { titles: Related[] }).titles : [];
}

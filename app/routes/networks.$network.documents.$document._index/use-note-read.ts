// Tells the server that this text is before its reader's eyes, wherever they came from.
import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useReader } from "~/ui/use-reader";

interface Shown {
  id: string;
  text: "working" | "published";
  at: Date;
}

/** Each time the screen is opened, not each time it is brought up to date: what came meanwhile may not have been read. */
export function useNoteRead(network: string, { id, text, at }: Shown): void {
  const { key, search } = useLocation();
  const by = useReader().person?.id;
  const shownAt = useRef(at);
  useEffect(() => {
    shownAt.current = at;
  });
  useEffect(() => {
    if (by === undefined) return;
    const body = new URLSearchParams({ intent: "read", text, by, at: shownAt.current.toISOString(), search });
    // Without a connection it stays unread, and is told of once more. Its answer is read to the end: else it is never over.
    fetch(`/networks/${network}/documents/${id}/read`, { method: "POST", body })
      .then((answer) => answer.text())
      .catch(() => undefined);
  }, [network, id, text, key, search, by]);
}

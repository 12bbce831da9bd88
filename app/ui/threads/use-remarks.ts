// What is said about a text, asked for by the screen that shows it, and again whenever something may have been said.
import { useEffect, useRef, useState } from "react";
import type { RemarksBeside } from "~/domain/comments/beside-text.server";
import { onReconnect } from "~/realtime/connection";
import { withDates } from "./with-dates";

/** One and the same as long as nothing has changed. What cannot be had leaves what was there. `address` null: nothing is asked for. */
export function useRemarks(address: string | null, heard: unknown): RemarksBeside | null {
  const [remarks, setRemarks] = useState<RemarksBeside | null>(null);
  const [again, setAgain] = useState(0);
  const known = useRef<{ address: string; tag: string }>();
  useEffect(() => onReconnect(() => setAgain((times) => times + 1)), []);
  useEffect(() => {
    if (address === null) return setRemarks(null);
    const over = new AbortController();
    const tag = known.current?.address === address ? known.current.tag : "";
    fetch(address, { signal: over.signal, headers: tag ? { "If-None-Match": tag } : {} })
      .then(async (response) => {
        if (response.status !== 200) return;
        const said = (await response.json()) as RemarksBeside;
        known.current = { address, tag: response.headers.get("ETag") ?? "" };
        setRemarks(withDates(said));
      })
      .catch(() => undefined);
    return () => over.abort();
  }, [address, heard, again]);
  return remarks;
}

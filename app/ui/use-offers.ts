// Asks what is found while somebody types: the last question alone counts, those before it are given up.
import { useCallback, useEffect, useRef, useState } from "react";
import type { SearchAnswer } from "~/domain/search/search";
import { searchAddress } from "./found-address";

/** Milliseconds without a key until the question is asked. */
const patience = 120;

/** The answer to the last question that was answered. Where no answer comes, as without a connection, nothing is offered. */
export function useOffers(to: string): { answer: SearchAnswer | null; ask: (question: string) => void } {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const giveUp = useRef<() => void>();
  const ask = useCallback(
    (question: string) => {
      giveUp.current?.();
      if (question === "") return;
      const controller = new AbortController();
      const timer = setTimeout(() => {
        fetch(searchAddress(`${to}/offers`, { question }), { signal: controller.signal })
          .then((response) => (response.ok ? (response.json() as Promise<SearchAnswer>) : null))
          .then((found) => {
            if (!controller.signal.aborted) setAnswer(found);
          })
          .catch(() => {
            if (!controller.signal.aborted) setAnswer(null);
          });
      }, patience);
      giveUp.current = () => {
        clearTimeout(timer);
        controller.abort();
      };
    },
    [to],
  );
  useEffect(() => () => giveUp.current?.(), []);
  return { answer, ask };
}

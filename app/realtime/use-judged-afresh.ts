// For a page that was closed to its reader: when their roles change the line is cut and comes back, and the page is asked for again.
import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { connection, onReconnect } from "./connection";
import { serverAnswers } from "./server-answers";

/** Keeps the line open while mounted, and asks the loaders again whenever it has come back. */
export function useJudgedAfresh(): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  latest.current = revalidate;
  useEffect(() => {
    void connection();
    return onReconnect(() => void serverAnswers().then(() => latest.current()));
  }, []);
}

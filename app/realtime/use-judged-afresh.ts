// For a page that was closed to its reader: when their roles change the line is cut and comes back, and the page is asked for again.
import { useEffect } from "react";
import { connection, onReconnect } from "./connection";
import { serverAnswers } from "./server-answers";
import { useAskAgain } from "./use-ask-again";

/** Keeps the line open while mounted, and asks the loaders again whenever it has come back. */
export function useJudgedAfresh(): void {
  const askAgain = useAskAgain();
  useEffect(() => {
    void connection();
    return onReconnect(() => void serverAnswers().then(askAgain));
  }, [askAgain]);
}

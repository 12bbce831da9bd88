// Whether the line to the server stands, for the quiet line on the screen.
import { useEffect, useState, useSyncExternalStore } from "react";
import { connectionState, subscribeToState } from "./connection";

/** A loss is shown only when it has lasted so long (ms): a blink would only disturb. */
const patience = 800;

/** True while the line has been lost for a moment, or the browser says there is no network. */
export function useIsOffline(): boolean {
  const state = useSyncExternalStore(subscribeToState, connectionState, () => "connecting" as const);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (state !== "lost") {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), navigator.onLine ? patience : 0);
    return () => clearTimeout(timer);
  }, [state]);
  return isLost;
}

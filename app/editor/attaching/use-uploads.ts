// The files on their way, as a screen shows them: sent again when the connection is back, asked about before the page is left.
import { useEffect, useSyncExternalStore } from "react";
import type { Coming, Upload, Uploads } from "./uploads";

/** All of them; they are called off with the screen. `isOffline`: on a page that has no connection at all. */
export function useUploads<One extends Coming>(
  uploads: Uploads<One>,
  isOffline = false,
): readonly Upload<One>[] {
  useEffect(() => () => uploads.close(), [uploads]);
  const all = useSyncExternalStore(
    uploads.subscribe,
    () => uploads.all,
    () => uploads.all,
  );
  useEffect(() => {
    const again = () => uploads.again();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [uploads]);
  const isUnderWay = !isOffline && all.some(({ state }) => state.kind !== "refused");
  useEffect(() => {
    if (!isUnderWay) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnderWay]);
  return all;
}

// The session of the text that this screen shows, for as long as it shows it.
import { useEffect, useState, useSyncExternalStore } from "react";
import { textLine } from "~/realtime/text-line";
import { type DeviceCopy, type DeviceText, openDeviceCopy } from "./device-copy";
import { TextSession, type TextView } from "./text-session";

const nobody = () => () => undefined;

/** Null until the session is there. `about` is what the device shows of the text without a line; without a title nothing is noted. */
export function useTextSession(
  { network, document }: { network: string; document: string },
  personId: string,
  about: DeviceText,
): { session: TextSession; view: TextView } | null {
  const [session, setSession] = useState<TextSession | null>(null);
  const [copy, setCopy] = useState<DeviceCopy | null>(null);
  useEffect(() => {
    let isOver = false;
    let made: TextSession | undefined;
    void (async () => {
      // A browser that keeps nothing, as in a private window, writes all the same.
      const [kept, line] = await Promise.all([
        openDeviceCopy(personId, document).catch(() => null),
        textLine(personId),
      ]);
      if (isOver) return kept?.close();
      made = new TextSession({ line, copy: kept, place: { network, document } });
      setCopy(kept);
      setSession(made);
      await made.open();
    })();
    return () => {
      isOver = true;
      made?.close();
      setSession(null);
      setCopy(null);
    };
  }, [network, document, personId]);

  const view = useSyncExternalStore(
    session?.subscribe ?? nobody,
    () => session?.view ?? null,
    () => null,
  );

  const { networkName, title, language } = about;
  const isReady = view?.phase === "ready";
  useEffect(() => {
    if (isReady && title !== "")
      copy?.describe({ network, networkName, title, language }).catch(() => undefined);
  }, [copy, isReady, network, networkName, title, language]);

  return session && view ? { session, view } : null;
}

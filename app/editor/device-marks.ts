// Small notes in the browser's small storage: who reads in this browser, and whether an account has texts here. No page opens a database for that.

/** Who was last seen signed in in this browser, and how they read: all that a page without a network knows. */
export interface DeviceReader {
  id: string;
  language: string;
  colours: "system" | "light" | "dark";
}

const readerMark = "torg:device-reader";
const heldMark = (personId: string) => `torg:texts:${personId}`;
const keptStart = (personId: string) => `torg:kept:${personId}:`;

/** Notes that this account has texts on this device. */
export function markHeld(personId: string): void {
  withStorage((storage) => storage.setItem(heldMark(personId), "1"));
}

/** Whether this account may have texts on this device. */
export function hasTextsHere(personId: string): boolean {
  return withStorage((storage) => storage.getItem(heldMark(personId)) !== null) ?? false;
}

/** Whether this account may have anything here that signing out would take. */
export function hasAnythingHere(personId: string): boolean {
  const start = keptStart(personId);
  const hasKept = withStorage((storage) => Object.keys(storage).some((key) => key.startsWith(start)));
  return hasTextsHere(personId) || (hasKept ?? false);
}

/**
 * Notes who reads, or with null that nobody is signed in any more: without a network nothing is shown then. Written at all only from the
 * first text on that is to be had without a network.
 */
export function markReader(reader: DeviceReader | null, isFirst: boolean): void {
  withStorage((storage) => {
    const before = storage.getItem(readerMark);
    if (before === null && !isFirst) return;
    const now = reader ? JSON.stringify(reader) : "";
    if (before !== now) storage.setItem(readerMark, now);
  });
}

/** Who was last signed in here; null where nobody is known to be. */
export function markedReader(): DeviceReader | null {
  const written = withStorage((storage) => storage.getItem(readerMark));
  return written ? (JSON.parse(written) as DeviceReader) : null;
}

/** Takes away all small notes of the account, and what it typed and did not send. */
export function forgetMarks(personId: string): void {
  withStorage((storage) => {
    const start = keptStart(personId);
    for (const key of Object.keys(storage))
      if (key.startsWith(start) || key === heldMark(personId)) storage.removeItem(key);
    if (markedReader()?.id === personId) storage.setItem(readerMark, "");
  });
}

/** Where the browser forbids it there is nothing to find and nothing to forget. */
function withStorage<Value>(work: (storage: Storage) => Value): Value | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}

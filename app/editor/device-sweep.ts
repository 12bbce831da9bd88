// At a page's first quiet moment: what may not be on this device any more goes.
import { lookThroughDevice } from "./device-account";

/** Ids in one question. */
const portion = 200;

/** Asks the server about all texts that the account has here, and lets those go that its person may no longer read. */
export function sweepDevice(personId: string): Promise<void> {
  return lookThroughDevice(personId, (documents) => stillReadable(personId, documents));
}

/** Null unless the server answered for all, and for this person: in another tab somebody else may have signed in. */
async function stillReadable(
  personId: string,
  documents: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const readable = new Set<string>();
  for (let at = 0; at < documents.length; at += portion) {
    const body = new URLSearchParams({
      intent: "still-readable",
      ids: documents.slice(at, at + portion).join(","),
    });
    const response = await fetch("/account/device", { method: "POST", body }).catch(() => undefined);
    if (!response?.ok) return null;
    const answer = (await response.json().catch(() => null)) as {
      person?: string;
      readable?: string[];
    } | null;
    if (answer?.person !== personId || !Array.isArray(answer.readable)) return null;
    for (const id of answer.readable) readable.add(id);
  }
  return readable;
}

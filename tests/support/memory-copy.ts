// What a device keeps of a text, in memory: so that a session can be tested without a browser.
import * as Y from "yjs";
import type { DeviceCopy, Unsent } from "~/editor/device-copy";

export interface MemoryCopy extends DeviceCopy {
  unsent: Unsent[];
  /** From now on nothing is taken, as where the disk of the device is full. */
  isFull: boolean;
}

export function memoryCopy(): MemoryCopy {
  let rows: Uint8Array[] = [];
  let aside: Array<{ key: number; words: string; at: string }> = [];
  let keys = 0;
  const copy: MemoryCopy = {
    unsent: [],
    isFull: false,
    read: async () => (rows.length > 0 ? { text: Y.mergeUpdates(rows), unsent: [...copy.unsent] } : null),
    keep: async (edit, client) => {
      await Promise.resolve();
      if (copy.isFull) throw new DOMException("no room", "QuotaExceededError");
      rows.push(edit);
      copy.unsent.push({ key: (keys += 1), edit, client, at: Date.now() });
      return keys;
    },
    acknowledge: async (gone) => {
      copy.unsent = copy.unsent.filter(({ key }) => !gone.includes(key));
    },
    learn: async (update) => {
      if (copy.isFull) throw new DOMException("no room", "QuotaExceededError");
      rows.push(update);
    },
    describe: async () => undefined,
    setAside: async (words) => void aside.push({ key: (keys += 1), words, at: "" }),
    readAside: async () => [...aside],
    dropAside: async (gone) => void (aside = aside.filter(({ key }) => key !== gone)),
    discard: async () => {
      rows = [];
      copy.unsent = [];
    },
    close: () => undefined,
  };
  return copy;
}

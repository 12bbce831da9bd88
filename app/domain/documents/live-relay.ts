// Passes updates on to the others: at once while it is calm, merged under load, so that two hundred readers are not told each letter.
import * as Y from "yjs";

/** What the others are to be told. */
export interface Relayed {
  update: Uint8Array;
  /** How many updates are merged in it. */
  edits: number;
  /** Whom it came from, where all of it came from one: it has this already. */
  origin: unknown;
}

export interface Relay {
  push(update: Uint8Array, origin: unknown): void;
  /** Sends what is gathered, now. */
  flush(): void;
}

/** Milliseconds between two messages under load; and where so many edits came meanwhile that telling each takes longer than they do. */
const [interval, longInterval, many] = [4, 40, 30];
/** Milliseconds after which the clock is not waited for. */
const overdue = 100;

export function createRelay(send: (relayed: Relayed) => void): Relay {
  let gathered: Array<{ update: Uint8Array; origin: unknown }> = [];
  let clock: NodeJS.Timeout | undefined;
  /** When it was last sent, ms. */
  let sentAt = -Infinity;

  function flush(): void {
    const [first, ...others] = gathered;
    gathered = [];
    if (!first) return;
    sentAt = performance.now();
    const updates = [first, ...others].map(({ update }) => update);
    send({
      update: others.length > 0 ? Y.mergeUpdates(updates) : first.update,
      edits: updates.length,
      origin: others.every(({ origin }) => origin === first.origin) ? first.origin : undefined,
    });
  }

  function onClock(): void {
    const { length } = gathered;
    clock = length > 0 ? setTimeout(onClock, length >= many ? longInterval : interval) : undefined;
    flush();
  }

  return {
    push: (update, origin) => {
      gathered.push({ update, origin });
      if (clock) {
        // A server that does nothing but read comes to no clock: the others would hear nothing until all is read.
        if (performance.now() - sentAt > overdue) flush();
        return;
      }
      clock = setTimeout(onClock, interval);
      flush();
    },
    flush,
  };
}

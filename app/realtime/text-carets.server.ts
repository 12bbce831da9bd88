// Who is at a document and where their carets are: said by clients, stamped by the server, told together a few times a second.
import type { Caret } from "./text-protocol";
import { readAwareness, writeAwareness, type Said } from "./text-messages";

/** Whose awareness it is, as the server knows it. */
export interface Present {
  client: number;
  person: { id: string; name: string; colour: number };
  mayWrite: boolean;
}

export interface Carets {
  /** Takes what a client says of itself, and of nobody else. Answers whether it was an awareness update at all. */
  say(present: Present, message: Uint8Array): boolean;
  /** A reader has no caret: taken away where one may not write any more. */
  stamp(present: Present): void;
  /** Whether another person is here under this client id. */
  isTaken(client: number, personId: string): boolean;
  leave(present: Present): void;
  /** All who are here now. */
  all(): Uint8Array;
  stop(): void;
}

/** Bytes of a message, and characters of a caret. */
const [largest, longestCursor] = [4_000, 1_000];
/** Milliseconds between two tellings. */
const interval = 50;

export function createCarets(tell: (message: Uint8Array) => void): Carets {
  /** Of those who are gone the clock stays, so that one who comes back is believed. */
  const here = new Map<number, { clock: number; caret: Caret | null; present: Present }>();
  const fresh = new Set<number>();
  let clock: NodeJS.Timeout | undefined;

  function changed(client: number): void {
    fresh.add(client);
    clock ??= setTimeout(() => {
      clock = undefined;
      const message = writeAwareness([...fresh].flatMap(saidOf));
      fresh.clear();
      tell(message);
    }, interval);
  }

  function saidOf(client: number): Said<Caret>[] {
    const one = here.get(client);
    return one ? [{ client, clock: one.clock, state: one.caret }] : [];
  }

  function put(present: Present, cursor: unknown, atLeast: number): void {
    const { client, person, mayWrite } = present;
    const known = here.get(client);
    const clock = known ? Math.max(atLeast, known.clock + 1) : atLeast;
    const caret = { user: person, mayWrite, cursor: mayWrite ? cursor : null };
    here.set(client, { clock, caret, present });
    changed(client);
  }

  function takeAway(client: number): void {
    const known = here.get(client);
    if (!known?.caret) return;
    known.clock += 1;
    known.caret = null;
    changed(client);
  }

  const isTaken = (client: number, personId: string) => {
    const known = here.get(client);
    return known !== undefined && known.caret !== null && known.present.person.id !== personId;
  };

  return {
    isTaken,
    say: (present, message) => {
      if (message.length > largest) return false;
      const said = readAwareness(message, 1);
      if (!said) return false;
      for (const { client, clock, state } of said) {
        if (client !== present.client || !Number.isSafeInteger(clock) || clock >= 2 ** 40) return false;
        if (isTaken(client, present.person.id)) return false;
        if (state === null) takeAway(client);
        else put(present, cursorIn(state), clock);
      }
      return true;
    },
    stamp: (present) => {
      const known = here.get(present.client);
      if (known?.caret && known.present === present) put(present, known.caret.cursor, known.clock + 1);
    },
    leave: (present) => {
      // Somebody whose line broke may be here again under the same id before the old line is found dead.
      if (here.get(present.client)?.present === present) takeAway(present.client);
    },
    all: () =>
      writeAwareness([...here].filter(([, { caret }]) => caret).flatMap(([client]) => saidOf(client))),
    stop: () => clearTimeout(clock),
  };
}

/** The caret in a state, if it is one that fits; the rest of what a client says of itself nobody hears. */
function cursorIn(state: unknown): unknown {
  if (typeof state !== "object" || state === null || !("cursor" in state)) return null;
  const { cursor } = state as { cursor: unknown };
  if (typeof cursor !== "object" || cursor === null) return null;
  return JSON.stringify(cursor).length <= longestCursor ? cursor : null;
}

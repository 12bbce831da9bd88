// Says where one's caret is, and hears of the others': the awareness of a text over its line.
import {
  applyAwarenessUpdate,
  type Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";

/** Milliseconds between two sayings. */
const pace = 60;

export interface CaretsLine {
  /** Others' states, as the server told them. */
  hear(update: Uint8Array): void;
  /** One has sat down: others may have been told that one was gone. */
  sayAnew(): void;
  /** The line is lost: nobody is known to be here. */
  forgetOthers(): void;
  close(): void;
}

/** `say` hands an awareness update of one's own to the server; it may do nothing. */
export function caretsLine(awareness: Awareness, say: (update: Uint8Array) => void): CaretsLine {
  const own = awareness.clientID;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    if (awareness.getLocalState()) say(encodeAwarenessUpdate(awareness, [own]));
  };
  const changed = (_changes: unknown, origin: unknown) => {
    if (origin === "local") timer ??= setTimeout(now, pace);
  };
  awareness.on("update", changed);
  return {
    hear: (update) => applyAwarenessUpdate(awareness, update, "server"),
    sayAnew: () => {
      // Twice: what the server said of one's being gone has the clock after one's own.
      awareness.setLocalState({ ...awareness.getLocalState() });
      awareness.setLocalState({ ...awareness.getLocalState() });
      clearTimeout(timer);
      now();
    },
    forgetOthers: () => {
      const others = [...awareness.getStates().keys()].filter((client) => client !== own);
      if (others.length > 0) removeAwarenessStates(awareness, others, "server");
    },
    close: () => {
      clearTimeout(timer);
      awareness.off("update", changed);
    },
  };
}

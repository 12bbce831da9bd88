// What may come into a document that several hands write at once: its limits, why an update is refused, and how one is looked at first.
import * as Y from "yjs";
import { bytesOf, textLimit } from "./document";

/** Bytes of one update, and of all that a document is made of, its deleted text included. */
export const updateLimit = 1_000_000;
export const stateLimit = 10_000_000;
/** The part of a limit from which the writers are told. */
export const nearLimit = 0.8;

export type UpdateRefusalReason =
  /** No Yjs update, or one that no editor could have made. */
  | "malformed"
  | "update-too-large"
  | "state-too-large"
  | "text-too-large"
  /** It claims a Yjs client id that is another person's. */
  | "client-id-taken"
  /** The document is closed on this server: join again. */
  | "closed";

/** An update was not taken. Nothing of it was applied, relayed or kept. Told apart by `kind`. */
export class UpdateRefused extends Error {
  readonly kind = "update-refused";
  constructor(readonly reason: UpdateRefusalReason) {
    super(`The update is refused: ${reason}`);
  }
}

/** How full a document is: bytes of its state and of its text. `isNear` from 80 % of either limit. */
export interface Fullness {
  state: number;
  text: number;
  isNear: boolean;
}

export function fullnessOf(state: number, text: number): Fullness {
  return { state, text, isNear: state >= nearLimit * stateLimit || text >= nearLimit * textLimit };
}

/** What is in an update: bytes of text, and whether something is deleted by it. */
export interface Inspected {
  text: number;
  isDeleting: boolean;
}

/** Reads an update without applying it to anything. Refuses what is malformed. */
export function inspectUpdate(update: Uint8Array): Inspected {
  if (update.length > updateLimit) throw new UpdateRefused("update-too-large");
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
    // Applied to nothing of value first: what Yjs throws at, it throws at here.
    const trial = new Y.Doc({ gc: false });
    Y.applyUpdate(trial, update);
    trial.destroy();
  } catch {
    throw new UpdateRefused("malformed");
  }
  let text = 0;
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (leansOnItself(struct)) throw new UpdateRefused("malformed");
    if (struct.content instanceof Y.ContentString) text += bytesOf(struct.content.str);
  }
  return { text, isDeleting: decoded.ds.clients.size > 0 };
}

/** Bytes of the text that stands in a document, without what was deleted. */
export function textBytesOf(document: Y.Doc): number {
  let bytes = 0;
  for (const structs of document.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
        bytes += bytesOf(struct.content.str);
  return bytes;
}

/** Whether an item names as its neighbour or parent what its own client has not written yet: Yjs would break off in the middle. */
function leansOnItself({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  return [origin, rightOrigin, parent].some(
    (other) => other instanceof Y.ID && other.client === id.client && other.clock >= id.clock,
  );
}

// A document that several hands write at once: what it offers, its limits, why an update is refused, and how one is looked at first.
import * as Y from "yjs";
import type { Origin } from "~/platform/update-log";
import { bytesOf, textLimit } from "./document";
import type { Relayed } from "./live-relay";
import type { PassageWatch } from "./passage-moves";

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
  | "closed"
  /** Its person may read and not write: both sides of a visit have signed the note meanwhile. */
  | "forbidden";

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

/** Who sends an update: a person (null: the house itself), the Yjs client ids that are theirs, and through which connection. */
export interface Sender {
  personId: string | null;
  clientIds: number[];
  origin?: unknown;
  /** An order (converting, saving by a form, importing) may change as much at once as a document holds. */
  isOrder?: boolean;
  /** Of an order: whose the words are that it brings. Without it only words that were moved stay whose they are. */
  origins?: readonly Origin[];
}

/** One who has the document open. Leaving twice is leaving once. */
export interface Seat {
  document: LiveDocument;
  leave(): void;
}

export interface LiveDocument {
  id: string;
  /** To be read only: what is written into it directly is neither kept nor relayed. Its root of the text is the fragment "text". */
  doc: Y.Doc;
  /** The passages of it that something is tied to: they are told as moved, and not as gone and come, where they are. */
  passages: PassageWatch;
  join(): Seat;
  /**
   * Applies and relays the update at once and resolves with the number of the last frame it needs, when that is on the disk. One that was
   * taken before, whole or in part, is taken again without effect. Rejects with `UpdateRefused`; while the disk fails it waits.
   */
  receive(update: Uint8Array, from: Sender): Promise<number>;
  /** Lets the house write (import, restore, conversion): the work changes a copy, and the difference goes the way of every update. */
  change(personId: string | null, work: (copy: Y.Doc) => void): Promise<number>;
  onRelay(listener: (relayed: Relayed) => void): () => void;
  /** Hears within 2 s when the document comes near a limit, and when it no longer is. */
  onFullness(listener: (fullness: Fullness) => void): () => void;
  /** Hears when this copy is given up for another: everybody has to join again. */
  onReset(listener: () => void): () => void;
  fullness(): Fullness;
  /** Frames of it that were ever found damaged. Whoever still has the text brings it back by joining with all they have. */
  aside: number;
  /** How many updates of this person wait because they came too fast: a door reads no further meanwhile. */
  waiting(personId: string | null): number;
  /** Resolves with the number of the last frame that is in `doc` at this moment, when it is on the disk. */
  last(): Promise<number>;
  /** Resolves when all that was received is on the disk, with the number of the last frame. */
  flush(): Promise<number>;
}

/** What is in an update: bytes of text, and whether something is deleted by it. */
export interface Inspected {
  text: number;
  isDeleting: boolean;
}

/** Reads an update without applying it to anything. Refuses what is malformed, and what has more bytes than that. */
export function inspectUpdate(update: Uint8Array, limit = updateLimit): Inspected {
  if (update.length > limit) throw new UpdateRefused("update-too-large");
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
    // Applied to nothing of value first: what Yjs throws at, it throws at here.
    // Its name is nobody's: making one up takes longer than all the rest.
    const trial = new Y.Doc({ gc: false, guid: "" });
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

// Puts together from a log's frames what a document was, without trusting any of them.
import * as Y from "yjs";
import type { DamagedFrame, DocumentFrames, Frame, MovedLetters } from "~/platform/update-log";
import { newOrderClient } from "~/text/order-client";

/** A document as its log tells it. */
export interface DocumentState {
  /** Everything, as Yjs updates, few of them, to be applied one after the other. */
  parts: Uint8Array[];
  /** The number of the last update in it. */
  head: number;
  /** How many updates stand behind the newest fold. */
  sinceFold: number;
  /** Frames found damaged now, and how many were set aside before. */
  damaged: DamagedFrame[];
  aside: number;
  /** Whose each Yjs client id is. */
  writers: Map<number, string>;
  /** What of its passages was ever moved. */
  moves: MovedLetters[];
}

/** A new, empty document. Deleted text is kept: versions and attribution are made of it. */
export function newDocument(): Y.Doc {
  return new Y.Doc({ gc: false });
}

/** A new, empty document for an order of the server to write in, which every window can tell by its client id. */
export function newOrderedDocument(): Y.Doc {
  const document = newDocument();
  document.clientID = newOrderClient();
  return document;
}

/** Origin of what a replica is given: what changes in it under another is Yjs's own tidying up, which the others have to be told. */
export const taking = "taking";

/**
 * The document that these frames make, as quickly as it is told: updates are merged, not applied. Where Yjs cannot read one of them, it is
 * put together with care.
 */
export function quickState(stored: DocumentFrames): DocumentState {
  const { head, frames, damaged, aside, writers, moves } = stored;
  try {
    // The fold is taken as it is: reading it through to merge it would take as long as applying it.
    const folds = frames.filter(({ kind }) => kind === "fold").map(({ bytes }) => bytes);
    const later = mergeAll(frames.filter(({ kind }) => kind === "update").map(({ bytes }) => bytes));
    return {
      parts: [...folds, ...later],
      head,
      sinceFold: updatesIn(frames),
      damaged,
      aside,
      writers,
      moves,
    };
  } catch {
    return carefulState(stored);
  }
}

/**
 * The document that these frames make, applied and written anew, which is as small as it gets: what a fold holds. A frame that Yjs cannot
 * apply is told as damaged, and spoils none of the others.
 */
export function carefulState({
  head,
  frames,
  damaged,
  aside,
  writers,
  moves,
}: DocumentFrames): DocumentState {
  const malformed: Frame[] = [];
  let document = newDocument();
  try {
    applyAll(document, frames);
  } catch {
    // Which one it was does not show when all are applied at once: again, one after the other, and anew after each that breaks off.
    document.destroy();
    document = newDocument();
    for (const [place, frame] of frames.entries()) {
      try {
        Y.applyUpdate(document, frame.bytes);
      } catch {
        malformed.push(frame);
        document.destroy();
        document = newDocument();
        applyAll(
          document,
          frames.slice(0, place).filter((earlier) => !malformed.includes(earlier)),
        );
      }
    }
  }
  const parts = [Y.encodeStateAsUpdate(document)];
  document.destroy();
  const bad = malformed.map(({ number, kind }): DamagedFrame => ({ number, kind, reason: "malformed" }));
  return { parts, head, sinceFold: updatesIn(frames), damaged: [...damaged, ...bad], aside, writers, moves };
}

/** Merged by the hundred: merging very many at once takes time by their square. */
function mergeAll(updates: Uint8Array[]): Uint8Array[] {
  if (updates.length < 2) return updates;
  const merged: Uint8Array[] = [];
  for (let start = 0; start < updates.length; start += 100)
    merged.push(Y.mergeUpdates(updates.slice(start, start + 100)));
  return mergeAll(merged);
}

function updatesIn(frames: Frame[]): number {
  return frames.filter(({ kind }) => kind === "update").length;
}

function applyAll(document: Y.Doc, frames: Frame[]): void {
  document.transact(() => {
    for (const { bytes } of frames) Y.applyUpdate(document, bytes);
  });
}

// Puts together from a log's frames what a document was, without trusting any of them.
import * as Y from "yjs";
import type { DamagedFrame, DocumentFrames, Frame } from "~/platform/update-log";

/** A document as its log tells it. */
export interface DocumentState {
  /** Everything, as one Yjs update. */
  state: Uint8Array;
  /** The number of the last update in it. */
  head: number;
  /** How many updates stand behind the newest fold. */
  sinceFold: number;
  /** Frames found damaged now, and how many were set aside before. */
  damaged: DamagedFrame[];
  aside: number;
  /** Whose each Yjs client id is. */
  writers: Map<number, string>;
}

/** A new, empty document. Deleted text is kept: versions and attribution are made of it. */
export function newDocument(): Y.Doc {
  return new Y.Doc({ gc: false });
}

/** The document that these frames make. A frame that Yjs cannot read is told as damaged, and spoils none of the others. */
export function documentState({ head, frames, damaged, aside, writers }: DocumentFrames): DocumentState {
  const malformed: Frame[] = [];
  let document = newDocument();
  try {
    applyAll(document, frames);
  } catch {
    // Which one it was does not show when all are applied at once: again, each tried on the others merged so far.
    document.destroy();
    document = newDocument();
    for (const frame of frames) {
      try {
        Y.applyUpdate(document, frame.bytes);
      } catch {
        malformed.push(frame);
        const sound = frames
          .slice(0, frames.indexOf(frame))
          .filter((earlier) => !malformed.includes(earlier));
        document.destroy();
        document = newDocument();
        applyAll(document, sound);
      }
    }
  }
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  const bad = malformed.map(({ number, kind }): DamagedFrame => ({ number, kind, reason: "malformed" }));
  const sinceFold = frames.filter(({ kind }) => kind === "update").length;
  return { state, head, sinceFold, damaged: [...damaged, ...bad], aside, writers };
}

function applyAll(document: Y.Doc, frames: Frame[]): void {
  document.transact(() => {
    for (const { bytes } of frames) Y.applyUpdate(document, bytes);
  });
}

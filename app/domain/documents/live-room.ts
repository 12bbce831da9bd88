// How much still fits into a live document, known without measuring it at every edit.
import * as Y from "yjs";
import { textLimit } from "./document";
import {
  fullnessOf,
  inspectUpdate,
  nearLimit,
  stateLimit,
  textBytesOf,
  UpdateRefused,
  type Fullness,
  type Inspected,
} from "./live-document";

export interface Room {
  /**
   * Refuses an update that makes the state or the text too large; `text` is how much of it is in the update. What is there already,
   * and what only deletes, is never refused.
   */
  demand(update: Uint8Array, text: number): void;
  /** Something of this size was applied. */
  grow(state: number, inspected: Inspected): void;
  /** How full it is; measured anew where the estimate is near a limit. */
  fullness(): Fullness;
}

/** Estimates are upper bounds: an update adds at most its own size. */
export function createRoom(document: Y.Doc, stateAtFirst: number): Room {
  const measured = {
    state: stateAtFirst,
    text: stateAtFirst > textLimit / 2 ? textBytesOf(document) : stateAtFirst,
  };
  const grown = { state: 0, text: 0 };
  let hasShrunk = false;

  function measure(): void {
    Object.assign(measured, { state: Y.encodeStateAsUpdate(document).length, text: textBytesOf(document) });
    Object.assign(grown, { state: 0, text: 0 });
    hasShrunk = false;
  }
  const state = () => measured.state + grown.state;
  const text = () => measured.text + grown.text;
  const fits = (moreState: number, moreText: number) =>
    state() + moreState <= stateLimit && text() + moreText <= textLimit;

  return {
    demand: (update, textOfUpdate) => {
      if (fits(update.length, textOfUpdate)) return;
      // Measuring costs as much as the document is large: not for every letter beyond an estimate.
      if (hasShrunk || grown.state > stateLimit / 1_000 || grown.text > textLimit / 1_000) measure();
      if (fits(update.length, textOfUpdate)) return;
      const fresh = Y.diffUpdate(update, Y.encodeStateVector(document));
      if (Y.decodeUpdate(fresh).structs.length === 0) return;
      const freshText = inspectUpdate(fresh, stateLimit).text;
      if (state() + fresh.length > stateLimit) throw new UpdateRefused("state-too-large");
      if (freshText > 0 && text() + freshText > textLimit) throw new UpdateRefused("text-too-large");
    },
    grow: (moreState, { text, isDeleting }) => {
      grown.state += moreState;
      grown.text += text;
      hasShrunk ||= isDeleting;
    },
    fullness: () => {
      const isMaybeNear = state() >= nearLimit * stateLimit || text() >= nearLimit * textLimit;
      if (isMaybeNear && grown.state > 0) measure();
      return fullnessOf(state(), text());
    },
  };
}

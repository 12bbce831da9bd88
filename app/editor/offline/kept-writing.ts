// Keeps on the device whatever is written while there is no network: one piece after the other, none forgotten.
import * as Y from "yjs";
import { countedChanges } from "../counted-changes";
import type { DeviceCopy } from "../device-copy";

export interface KeptWriting {
  /** Changes on this device that no server has. */
  changes: number;
  /** Something written is not on the device yet. */
  isSaving: boolean;
  /** The device takes nothing more. */
  isFull: boolean;
}

/** Milliseconds after which what the device refused is offered to it again. */
const patience = 3_000;

/**
 * From now on every change of `shared` whose origin is not `copy` is kept. What is written while one piece is on its way to the disk is
 * the next piece. `before` says when what is there already was written (ms). What the device refuses stays in memory and is tried again. The function answered ends it.
 */
export function keepWriting(
  shared: Y.Doc,
  copy: DeviceCopy,
  before: readonly number[],
  tell: (state: KeptWriting) => void,
): () => void {
  const times = [...before];
  const state: KeptWriting = { changes: countedChanges(times), isSaving: false, isFull: false };
  let waiting: Uint8Array[] = [];
  let isBusy = false;
  let clock: ReturnType<typeof setTimeout> | undefined;

  const keep = async () => {
    if (isBusy || waiting.length === 0) return;
    isBusy = true;
    clearTimeout(clock);
    const piece = waiting.length > 1 ? Y.mergeUpdates(waiting) : waiting[0];
    waiting = [];
    try {
      if (piece) await copy.keep(piece, shared.clientID);
      times.push(Date.now());
      state.changes = countedChanges(times);
      state.isFull = false;
    } catch {
      if (piece) waiting.unshift(piece);
      state.isFull = true;
      clock = setTimeout(() => void keep(), patience);
    }
    isBusy = false;
    state.isSaving = waiting.length > 0;
    tell({ ...state });
    if (!state.isFull) void keep();
  };
  const hear = (update: Uint8Array, origin: unknown) => {
    if (origin === copy) return;
    waiting.push(update);
    state.isSaving = true;
    tell({ ...state });
    void keep();
  };
  shared.on("update", hear);
  tell({ ...state });
  return () => {
    clearTimeout(clock);
    shared.off("update", hear);
  };
}

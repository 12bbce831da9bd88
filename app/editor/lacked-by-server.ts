// What stands in one window and not on the server, though it is none of the edits that are still to be handed in.
import * as Y from "yjs";

/**
 * Compares by what the server says when one sits down: its state vector, and the update with which it answered ours, which names all that it
 * knows as deleted (null for an editor to which it gives nothing: then words alone are compared). Null where nothing is lacking.
 */
export function lackedByServer(
  shared: Y.Doc,
  { has, lacked }: { has: Uint8Array; lacked: Uint8Array | null },
  unsent: readonly Uint8Array[],
): Uint8Array | null {
  const theirs = Y.decodeStateVector(has);
  const firstUnsent = new Map<number, number>();
  for (const edit of unsent)
    for (const [client, clock] of Y.parseUpdateMeta(edit).from)
      firstUnsent.set(client, Math.min(clock, firstUnsent.get(client) ?? Infinity));
  const isWordLacking = [...Y.decodeStateVector(Y.encodeStateVector(shared))].some(
    ([client, clock]) => (firstUnsent.get(client) ?? clock) > (theirs.get(client) ?? 0),
  );
  return isWordLacking || (lacked && isDeletionLacking(shared, [lacked, ...unsent]))
    ? Y.encodeStateAsUpdate(shared, has)
    : null;
}

function isDeletionLacking(shared: Y.Doc, known: Uint8Array[]): boolean {
  const there = Y.mergeDeleteSets(known.map((update) => Y.decodeUpdate(update).ds));
  const here = Y.createDeleteSetFromStructStore(shared.store);
  // Merged into what is there, what is here changes nothing where nothing is lacking.
  return !Y.equalDeleteSets(Y.mergeDeleteSets([there, here]), Y.mergeDeleteSets([there]));
}

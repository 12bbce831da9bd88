// Takes one change of a text back, whatever was written since: Yjs undoes exactly this one, as it undoes one's own writing in an editor.
import * as Y from "yjs";
import type { Origin } from "~/platform/update-log";
import { textField } from "~/text/document-schema";

interface Stretch {
  clock: number;
  len: number;
}

/**
 * Undoes the update in this text and answers where the words come from that are written anew by it; null where nothing of it is left to undo.
 * A passage into which others have written since stays, with their words alone.
 */
export function takenBack(text: Y.Doc, update: Uint8Array): Origin[] | null {
  const { structs, ds } = Y.decodeUpdate(update);
  const insertions = Y.createDeleteSet() as { clients: Map<number, Stretch[]> };
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const stretches = insertions.clients.get(struct.id.client) ?? [];
    stretches.push({ clock: struct.id.clock, len: struct.length });
    insertions.clients.set(struct.id.client, stretches);
  }
  const undo = new Y.UndoManager(text.getXmlFragment(textField), {
    captureTimeout: 0,
    trackedOrigins: new Set(),
    // Children are deleted before their parents: what holds anything still holds words of others.
    deleteFilter: ({ content }) =>
      !(content instanceof Y.ContentType) || (content.type as Y.XmlFragment).length === 0,
  });
  undo.undoStack.push({ insertions, deletions: ds, meta: new Map() } as never);
  const since = Y.getState(text.store, text.clientID);
  const undone = undo.undo();
  undo.destroy();
  if (!undone) return null;
  return rewritten(text, since);
}

/** Yjs knows of each item that it wrote anew which one that was. */
function rewritten(text: Y.Doc, since: number): Origin[] {
  const origins: Origin[] = [];
  for (const structs of text.store.clients.values())
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !struct.redone || !(struct.content instanceof Y.ContentString))
        continue;
      const { client, clock } = struct.redone;
      if (client !== text.clientID || clock < since) continue;
      origins.push({ client, clock, length: struct.length, from: { ...struct.id } });
    }
  return origins;
}

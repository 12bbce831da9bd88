// Undoing beside orders: what an order wrote anew is no longer undone by the editor, else its words would stand there twice, or go with others.
import * as Y from "yjs";
import { isOrderClient } from "~/text/order-client";

type Stretch = { clock: number; len: number };
type Stretches = { clients: Map<number, Stretch[]> };

/**
 * Takes out of one's own undoing and redoing whatever lies in words that an order of the server wrote into, and what was deleted where it put
 * something in. Steps that are left empty go. Called before the transaction is told to the editor.
 */
export function forgetRewritten(transaction: Y.Transaction, undo: Y.UndoManager): void {
  const written = writtenByOrders(transaction);
  if (written.length === 0) return;
  const texts = new Set(written.flatMap(({ parent }) => (parent instanceof Y.XmlText ? [parent] : [])));
  const gaps = gapsAround(written);
  const isRewritten = (item: Y.Item) => {
    for (let at: Y.Item | null = item; at; at = outer(at))
      if (gaps.has(at) || texts.has(at.parent as Y.XmlText)) return true;
    return false;
  };
  const left = (stretches: Stretches): void => {
    for (const [client, own] of stretches.clients) {
      const kept = own.flatMap((stretch) => keptOf(transaction.doc, client, stretch, isRewritten));
      if (kept.length > 0) stretches.clients.set(client, kept);
      else stretches.clients.delete(client);
    }
  };
  for (const stack of ["undoStack", "redoStack"] as const) {
    for (const step of undo[stack]) {
      left(step.insertions as Stretches);
      left(step.deletions as Stretches);
    }
    undo[stack] = undo[stack].filter(
      ({ insertions, deletions }) => insertions.clients.size + deletions.clients.size > 0,
    );
  }
}

function writtenByOrders({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] {
  const written: Y.Item[] = [];
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    if (!isOrderClient(client) || end <= start) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (const struct of structs.slice(Y.findIndexSS(structs, start)))
      // What is said of a block, as a heading's level, is no place in the text.
      if (struct instanceof Y.Item && struct.parentSub === null) written.push(struct);
  }
  return written;
}

/** What was deleted between the same neighbours that stand. */
function gapsAround(written: readonly Y.Item[]): Set<Y.Item> {
  const blocks = new Set(written.filter(({ parent }) => !(parent instanceof Y.XmlText)));
  const gaps = new Set<Y.Item>();
  const isIn = (item: Y.Item | null): item is Y.Item =>
    item !== null && !gaps.has(item) && (item.deleted || blocks.has(item));
  for (const item of blocks) {
    if (gaps.has(item)) continue;
    gaps.add(item);
    for (let at = item.left; isIn(at); at = at.left) gaps.add(at);
    for (let at = item.right; isIn(at); at = at.right) gaps.add(at);
  }
  return gaps;
}

function outer({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

function keptOf(
  { store }: Y.Doc,
  client: number,
  { clock, len }: Stretch,
  isRewritten: (item: Y.Item) => boolean,
): Stretch[] {
  const structs = store.clients.get(client) ?? [];
  const kept: Stretch[] = [];
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + len) break;
    if (struct instanceof Y.Item && isRewritten(struct)) continue;
    const from = Math.max(clock, struct.id.clock);
    kept.push({ clock: from, len: Math.min(clock + len, struct.id.clock + struct.length) - from });
  }
  return kept;
}

// In which passages of a text something was written since a moment: told by the updates that came after it.
import * as Y from "yjs";
import { textField } from "~/text/document-schema";

interface Stretch {
  clock: number;
  end: number;
}

/** The places of those outermost blocks of the shared text in which something stands that these updates brought. */
export function blocksWrittenIn(shared: Y.Doc, updates: readonly Uint8Array[]): Set<number> {
  const brought = stretchesOf(updates);
  const isBrought = ({ id, length }: Y.Item) =>
    brought.get(id.client)?.some(({ clock, end }) => id.clock < end && clock < id.clock + length) ?? false;
  const isWrittenIn = (type: Y.AbstractType<unknown>): boolean => {
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue;
      if (isBrought(item)) return true;
      if (item.content instanceof Y.ContentType && isWrittenIn(item.content.type)) return true;
    }
    return false;
  };
  const blocks: unknown[] = shared.getXmlFragment(textField).toArray();
  return new Set(
    [...blocks.entries()].flatMap(([place, block]) =>
      block instanceof Y.AbstractType && isWrittenIn(block) ? [place] : [],
    ),
  );
}

function stretchesOf(updates: readonly Uint8Array[]): Map<number, Stretch[]> {
  const brought = new Map<number, Stretch[]>();
  for (const struct of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
    if (!(struct instanceof Y.Item)) continue;
    const { client, clock } = struct.id;
    const stretches = brought.get(client) ?? [];
    const last = stretches.at(-1);
    // Whoever types brings letter after letter.
    if (last?.end === clock) last.end += struct.length;
    else stretches.push({ clock, end: clock + struct.length });
    brought.set(client, stretches);
  }
  return brought;
}

// Where words of an open text came from: those that were moved, at once or by cutting and putting in, and are alive only once.
import * as Y from "yjs";
import type { Origin } from "~/platform/update-log";
import { taking } from "./document-state";
import { goneChunks, movedWords } from "./moved-words";
import type { Chunk } from "./same-words";

export interface KeptOrigins {
  /** Applies what these Yjs client ids hand in, and answers what of its words was moved. */
  from(clients: readonly number[], apply: () => void): Origin[];
}

/** What was cut is remembered in so many pieces, and letters, since the text was opened. */
const [mostPieces, mostLetters] = [200, 100_000];

/** Listens to the document from now on: what was cut before it was opened is nobody's any more. */
export function keepOrigins(doc: Y.Doc): KeptOrigins {
  /** Those that came from a place, by the client whose letters stood there. */
  const known = new Map<number, Origin[]>();
  let cut: Chunk[] = [];
  let takenFrom: readonly number[] = [];
  let moved: Origin[] = [];

  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    if (transaction.origin !== taking || takenFrom.length === 0) return;
    for (const origin of movedWords(transaction, takenFrom, cut, (one) => isThere(doc, known, one))) {
      moved.push(origin);
      const { from } = origin;
      if (from) known.set(from.client, [...(known.get(from.client) ?? []).slice(-mostPieces), origin]);
    }
    cut = remembered([...goneChunks(transaction).filter(({ text }) => text.length > 5), ...cut]);
  });
  return {
    from: (clients, apply) => {
      takenFrom = clients;
      moved = [];
      try {
        apply();
      } finally {
        takenFrom = [];
      }
      return moved;
    },
  };
}

/** Whether it was put in before and still stands: once more it is a copy. */
function isThere(doc: Y.Doc, known: ReadonlyMap<number, Origin[]>, { from, length }: Origin): boolean {
  return (known.get(from?.client ?? -1) ?? []).some((other) => {
    if (!from || !other.from) return false;
    const start = Math.max(from.clock, other.from.clock);
    const end = Math.min(from.clock + length, other.from.clock + other.length);
    const clock = other.clock + start - other.from.clock;
    return end > start && isAlive(doc, { client: other.client, clock, length: end - start });
  });
}

function isAlive(doc: Y.Doc, { client, clock, length }: Origin): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) <= clock) return false;
  for (let place = Y.findIndexSS(structs, clock); place < structs.length; place += 1) {
    const struct = structs[place];
    if (!struct || struct.id.clock >= clock + length) return false;
    if (!struct.deleted) return true;
  }
  return false;
}

function remembered(chunks: readonly Chunk[]): Chunk[] {
  let letters = 0;
  return chunks.slice(0, mostPieces).filter(({ text }) => (letters += text.length) <= mostLetters);
}

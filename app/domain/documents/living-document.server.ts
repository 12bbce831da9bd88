// One document while it is open: takes updates, applies and relays them at once, and says when they are in the log.
import * as Y from "yjs";
import { log } from "~/platform/log.server";
import type { MovedLetters, NewFrame, Origin } from "~/platform/update-log";
import type { UpdateLog } from "~/platform/update-log.server";
import { newOrderedDocument, taking, type DocumentState } from "./document-state";
import {
  inspectUpdate,
  stateLimit,
  updateLimit,
  UpdateRefused,
  type Fullness,
  type Inspected,
  type LiveDocument,
  type Seat,
  type Sender,
} from "./live-document";
import { createPace } from "./live-pace";
import { watchPassages } from "./passage-moves";
import { keepOrigins } from "./kept-origins";
import { createQuiet } from "./live-quiet";
import { createRelay, type Relayed } from "./live-relay";
import { createRoom } from "./live-room";

/** What only the registry of open documents does with one. */
export interface LivingDocument extends LiveDocument {
  seats(): number;
  sinceFold(): number;
  folded(): void;
  /** Keeps what Yjs deleted by itself when the document was put together: whoever joins is given it. */
  tidied(update: Uint8Array): void;
  /** Resolves when nothing is pending: projections written, log written. */
  settle(): Promise<void>;
  isSettled(): boolean;
  /** Refuses everything that comes from now on; what waits is still taken. */
  shut(): void;
  /** Takes nothing more at all, and tells everybody to join again. */
  giveUp(): void;
  destroy(): void;
}

export interface Surroundings {
  log: UpdateLog;
  pace: { perSecond: number; burst: number };
  onQuiet(document: LiveDocument): Promise<void>;
  onEmpty(): void;
  onGivenUp(): void;
  onRefused(refused: UpdateRefused): void;
}

interface Handed {
  update: Uint8Array;
  inspected: Inspected;
  from: Sender;
  resolve(number: Promise<number>): void;
  reject(error: unknown): void;
}

/** Brings a document to life: `doc` is what the log holds of it. */
export function livingDocument(
  id: string,
  doc: Y.Doc,
  stored: DocumentState,
  around: Surroundings,
): LivingDocument {
  const writers = new Map(stored.writers);
  /** The client ids whose persons are in the log, or on their way. */
  const kept = new Set(stored.writers.keys());
  const room = createRoom(
    doc,
    stored.parts.reduce((sum, part) => sum + part.length, 0),
  );
  const seats = new Set<Seat>();
  const pending = new Set<Promise<number>>();
  const relayed = new Set<(relayed: Relayed) => void>();
  const filled = new Set<(fullness: Fullness) => void>();
  const reset = new Set<() => void>();
  let emitted: { fresh?: Uint8Array; tidied: Uint8Array[] } = { tidied: [] };
  const origins = keepOrigins(doc);
  const passages = watchPassages(doc, stored.moves);
  let committed = stored.head;
  let lastAppended: Promise<number> = Promise.resolve(stored.head);
  let sinceFold = stored.sinceFold;
  let isShut = false;
  let isGivenUp = false;
  let wasNear = room.fullness().isNear;

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === taking) emitted.fresh = update;
    else emitted.tidied.push(update);
  });
  const relay = createRelay((message) => relayed.forEach((listener) => listener(message)));
  const pace = createPace<Handed>({ ...around.pace, take });
  const quiet = createQuiet(
    async () => {
      tellFullness();
      await around.onQuiet(living);
    },
    (error) => log().error({ error, document: id }, "what follows a document could not be written"),
  );

  function tellFullness(): void {
    const fullness = room.fullness();
    if (fullness.isNear === wasNear) return;
    wasNear = fullness.isNear;
    filled.forEach((listener) => listener(fullness));
  }

  /** Takes what one person has handed in: mostly one update, merged ones from who writes too fast. */
  function take(handed: Handed[]): void {
    for (const part of inParts(handed)) {
      if (part.length > 1 && isTakenTogether(part)) continue;
      // One by itself, or several of which one does not fit: each gets an answer of its own.
      for (const one of part) {
        try {
          one.resolve(apply(one));
        } catch (error) {
          one.reject(error);
        }
      }
    }
  }

  function isTakenTogether(part: Handed[]): boolean {
    const origins = new Set(part.map(({ from }) => from.origin));
    const from: Sender = {
      personId: part[0]?.from.personId ?? null,
      clientIds: [...new Set(part.flatMap((one) => one.from.clientIds))],
      origin: origins.size === 1 ? part[0]?.from.origin : undefined,
    };
    try {
      const update = Y.mergeUpdates(part.map((one) => one.update));
      const inspected = {
        text: part.reduce((sum, one) => sum + one.inspected.text, 0),
        isDeleting: part.some((one) => one.inspected.isDeleting),
      };
      const number = apply({ update, inspected, from });
      for (const one of part) one.resolve(number);
      return true;
    } catch {
      return false;
    }
  }

  function apply({
    update,
    inspected,
    from,
  }: Pick<Handed, "update" | "inspected" | "from">): Promise<number> {
    if (isGivenUp) throw new UpdateRefused("closed");
    room.demand(update, inspected.text);
    const { fresh, tidied, moved, moves } = applied(update, from.clientIds);
    if (fresh) relay.push(fresh, from.origin);
    // Whoever handed the update in has tidied up on another state of the text, or not at all.
    if (tidied) relay.push(tidied, undefined);
    const bytes = fresh && tidied ? Y.mergeUpdates([fresh, tidied]) : (fresh ?? tidied);
    if (!bytes) return lastAppended;
    room.grow(bytes.length, inspected);
    const claims = from.clientIds.filter((client) => !kept.has(client));
    for (const client of claims) kept.add(client);
    return append({ bytes, sender: from.personId, claims, origins: from.origins ?? moved, moves });
  }

  function append(frame: Omit<NewFrame, "document">): Promise<number> {
    sinceFold += 1;
    lastAppended = around.log.append({ document: id, ...frame });
    lastAppended.then(
      (number) => (committed = Math.max(committed, number)),
      () => undefined,
    );
    quiet.touch();
    return lastAppended;
  }

  /**
   * What was new in the update, or nothing; where Yjs waits for something that it leans on, all of it counts as new. What Yjs deleted
   * thereupon by itself: formatting that has become idle. And what of the new words was only moved.
   */
  function applied(
    update: Uint8Array,
    clientIds: readonly number[],
  ): { fresh?: Uint8Array; tidied?: Uint8Array; moved: Origin[]; moves: MovedLetters[] } {
    emitted = { tidied: [] };
    let [moved, moves]: [Origin[], MovedLetters[]] = [[], []];
    const { store } = doc;
    const [structs, deletions] = [store.pendingStructs?.update, store.pendingDs];
    try {
      moves = passages.from(clientIds, () => {
        moved = origins.from(clientIds, () => Y.applyUpdate(doc, update, taking));
      });
    } catch (error) {
      // No update is known that comes to this. Half of it may stand in this copy now: the log has a whole one.
      log().error({ error, document: id }, "an update broke off; the document is opened anew");
      living.giveUp();
      throw new UpdateRefused("malformed");
    }
    const held = store.pendingStructs?.update;
    const isWaiting = (held && held !== structs) || (store.pendingDs && store.pendingDs !== deletions);
    const { fresh, tidied } = emitted;
    return {
      moved,
      moves,
      fresh: isWaiting ? update : fresh,
      tidied: tidied.length > 1 ? Y.mergeUpdates(tidied) : tidied[0],
    };
  }

  function demandClaims({ personId, clientIds }: Sender): void {
    for (const client of clientIds) {
      const owner = writers.get(client);
      if (owner !== undefined && owner !== personId) throw new UpdateRefused("client-id-taken");
    }
    if (personId !== null) for (const client of clientIds) writers.set(client, personId);
  }

  const living: LivingDocument = {
    id,
    doc,
    aside: stored.aside + stored.damaged.length,
    passages,
    join: () => {
      const seat: Seat = {
        document: living,
        leave: () => {
          if (seats.delete(seat) && seats.size === 0) around.onEmpty();
        },
      };
      seats.add(seat);
      return seat;
    },
    receive: (update, from) => {
      const received = new Promise<number>((resolve, reject) => {
        if (isShut) throw new UpdateRefused("closed");
        const inspected = inspectUpdate(update, from.isOrder ? stateLimit : updateLimit);
        demandClaims(from);
        pace.hand(from.personId ?? "", { update, inspected, from, resolve, reject });
      });
      pending.add(received);
      const done = () => void pending.delete(received);
      received.then(done, (error: unknown) => {
        done();
        if (error instanceof UpdateRefused) around.onRefused(error);
      });
      return received;
    },
    change: async (personId, work) => {
      const copy = newOrderedDocument();
      try {
        const changes: Uint8Array[] = [];
        copy.on("update", (update: Uint8Array, origin: unknown) => origin !== taking && changes.push(update));
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), taking);
        copy.transact(() => work(copy));
        if (changes.length === 0) return await living.flush();
        const clientIds = personId === null ? [] : [copy.clientID];
        return await living.receive(Y.mergeUpdates(changes), { personId, clientIds, isOrder: true });
      } finally {
        copy.destroy();
      }
    },
    onRelay: (listener) => listening(relayed, listener),
    onFullness: (listener) => listening(filled, listener),
    onReset: (listener) => listening(reset, listener),
    fullness: () => room.fullness(),
    waiting: (personId) => pace.waiting(personId ?? ""),
    last: () => lastAppended,
    flush: async () => {
      await Promise.allSettled(pending);
      await lastAppended;
      return committed;
    },
    seats: () => seats.size,
    sinceFold: () => sinceFold,
    folded: () => void (sinceFold = 0),
    tidied: (bytes) => void append({ bytes, sender: null, claims: [] }),
    settle: async () => {
      await Promise.allSettled(pending);
      await lastAppended.catch(() => undefined);
      await quiet.settle();
    },
    isSettled: () => pending.size === 0 && !quiet.isDue(),
    shut: () => void (isShut = true),
    giveUp: () => {
      isShut = isGivenUp = true;
      around.onGivenUp();
      reset.forEach((listener) => listener());
    },
    destroy: () => {
      isShut = true;
      relay.flush();
      quiet.stop();
      doc.destroy();
    },
  };
  return living;
}

function listening<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Parts that are small enough to be one update. */
function inParts(handed: Handed[]): Handed[][] {
  const parts: Handed[][] = [[]];
  let bytes = 0;
  for (const one of handed) {
    bytes += one.update.length;
    // An order is a frame of its own, so that it can be taken back as what it was.
    const isApart = one.from.isOrder || parts.at(-1)?.at(-1)?.from.isOrder;
    if (bytes > updateLimit || isApart) {
      parts.push([]);
      bytes = one.update.length;
    }
    parts.at(-1)?.push(one);
  }
  return parts;
}

// The documents that are open in this process: opened by the first who joins, closed when the last has left and nothing is pending.
import { existsSync } from "node:fs";
import * as Y from "yjs";
import { log } from "~/platform/log.server";
import { forget, madeAlready, once } from "~/platform/once";
import type { LogState } from "~/platform/update-log";
import { openUpdateLog, type UpdateLog } from "~/platform/update-log.server";
import { newDocument, taking, type DocumentState } from "./document-state";
import { documentStates, type DocumentStates } from "./document-states.server";
import type { LiveDocument, Seat, UpdateRefusalReason } from "./live-document";
import { livingDocument, type LivingDocument } from "./living-document.server";
import type { Passage } from "./passage";

export interface LiveDocuments {
  /**
   * A seat at the open document; opens it for the first, and all who come meanwhile wait for the same opening. Rejects when the log cannot
   * be read. Whether somebody may have it is judged before.
   */
  open(id: string): Promise<Seat>;
  /** The document if it is open just now. */
  isOpen(id: string): boolean;
  /** Whether something was written in it that is not in the log yet, or not followed. */
  isBusy(id: string): boolean;
  /** Sets what is done when a document has become quiet: 1 s after its last update, at most 2 s after its first under constant writing. */
  followBy<Value>(follower: Follower<Value>): void;
  log: UpdateLog;
  /** Where the log lies. */
  file: string;
  /** So much waits for a failing disk that nothing more is to be taken in. */
  isFull(): boolean;
  /** Reads the log without opening anything: heads for healing at start, damage for administrators. */
  states: DocumentStates;
  /** Hears of a failing disk, and of its recovery. */
  onLogState(listener: (state: LogState) => void): () => void;
  figures(): LiveFigures;
  /** Puts a document's updates into one frame if there are many; the updates are kept. Open or not, it makes no difference. */
  fold(id: string, atLeast?: number): Promise<boolean>;
  /** Erases a document for good, with all that was ever written of it; whoever has it open is told to join again. */
  erase(id: string): Promise<void>;
  /** Resolves when all that was received is in the log and followed. */
  flush(): Promise<void>;
  /** Takes nothing more, waits so many milliseconds at most for what is pending, and closes everything. */
  close(patience: number): Promise<void>;
}

/**
 * What follows a document's text (the projection into the other file). `read` is called at one moment and must not wait; `write` gets what it
 * answered when every update in it is on the disk, and the number of the last of them: of the two files the log is never behind.
 */
export interface Follower<Value> {
  read(document: LiveDocument): Value;
  write(id: string, value: Value, number: number): Promise<void>;
}

export interface LiveFigures {
  open: number;
  /** Since the start of the process. */
  refused: Partial<Record<UpdateRefusalReason, number>>;
  damagedFrames: number;
}

export interface LiveOptions {
  /** The log's file, "texts.sqlite" in the data folder. */
  file: string;
  /** Updates a second that one person's are taken at once, and how many after a pause; beyond that they are taken together. */
  pace?: { perSecond: number; burst: number };
  /** Bytes that may wait for a failing disk: they are in memory. */
  mostWaiting?: number;
  /** The passages of a text that something is tied to: they are followed from its opening on. */
  passagesOf?: (id: string) => Promise<ReadonlyMap<string, Passage>>;
}

/**
 * Updates behind the last fold from which an open document is folded, and one that is being closed; an open one that is large waits for one
 * more with so many bytes.
 */
const [long, worthIt, bytesForOneMore] = [500, 100, 2_000];

interface Entry {
  loaded: Promise<LivingDocument>;
  living?: LivingDocument;
  /** How many wait for it to be opened. */
  waiting: number;
  isClosing: boolean;
}

/** Opens the log and begins with no document. */
export function createLiveDocuments({
  file,
  pace = { perSecond: 100, burst: 200 },
  mostWaiting = 64_000_000,
  passagesOf = async () => new Map(),
}: LiveOptions): LiveDocuments {
  const isThere = existsSync(file);
  // The reading thread first: people wait for it.
  const states = documentStates(file);
  const updates = openUpdateLog(file);
  const entries = new Map<string, Entry>();
  const givenUp = new Map<string, Promise<unknown>>();
  const folding = new Map<string, Promise<boolean>>();
  const figures: LiveFigures = { open: 0, refused: {}, damagedFrames: 0 };
  let follow: (document: LiveDocument) => Promise<void> = async () => undefined;
  let isClosed = false;

  async function load(id: string, entry: Entry): Promise<LivingDocument> {
    // What an abandoned copy has taken is written before it is read again.
    await givenUp.get(id);
    const [stored, passages] = await Promise.all([firstRead(id), passagesOf(id)]);
    const opened = begin(id, entry, stored) ?? begin(id, entry, await states.read(id, { isCareful: true }));
    if (!opened) throw new Error("The document cannot be put together from its log.");
    for (const [name, passage] of passages) opened.passages.watch(name, passage);
    entry.living = opened;
    return opened;
  }

  /** The log makes its file with the first thing it writes; one that is there is read at once, before there is a thread that writes. */
  async function firstRead(id: string): Promise<DocumentState> {
    if (!isThere) await ready;
    return states.read(id).catch(async () => {
      await ready;
      return states.read(id);
    });
  }

  /** Nothing where Yjs breaks off at what the log holds. */
  function begin(id: string, entry: Entry, stored: DocumentState): LivingDocument | undefined {
    const bytes = stored.parts.reduce((sum, part) => sum + part.length, 0);
    const longForIt = Math.max(long, bytes / bytesForOneMore);
    const doc = newDocument();
    const tidied: Uint8Array[] = [];
    const tidy = (update: Uint8Array, origin: unknown) => origin !== taking && tidied.push(update);
    doc.on("update", tidy);
    try {
      doc.transact(() => stored.parts.forEach((part) => Y.applyUpdate(doc, part)), taking);
    } catch {
      doc.destroy();
      return undefined;
    }
    setAside(id, stored.damaged);
    doc.off("update", tidy);
    const living = livingDocument(id, doc, stored, {
      log: updates,
      pace,
      onQuiet: async (document) => {
        await follow(document);
        if (living.sinceFold() >= longForIt) await fold(id);
      },
      onEmpty: () => void closeWhenEmpty(id, entry),
      onGivenUp: () => {
        if (entries.get(id) === entry) entries.delete(id);
        givenUp.set(id, living.flush());
      },
      onRefused: ({ reason }) => (figures.refused[reason] = (figures.refused[reason] ?? 0) + 1),
    });
    if (tidied.length > 0) living.tidied(Y.mergeUpdates(tidied));
    return living;
  }

  async function open(id: string): Promise<Seat> {
    if (isClosed) throw new Error("The documents are closed.");
    let entry = entries.get(id);
    if (!entry) {
      const begun: Entry = {
        loaded: Promise.resolve().then(() => load(id, begun)),
        waiting: 0,
        isClosing: false,
      };
      entries.set(id, (entry = begun));
    }
    entry.waiting += 1;
    try {
      return (await entry.loaded).join();
    } catch (error) {
      // Whoever comes next tries anew.
      if (entries.get(id) === entry) entries.delete(id);
      throw error;
    } finally {
      entry.waiting -= 1;
    }
  }

  /** Who comes back meanwhile gets the living one: it goes only at a moment when nobody has it and nothing is left to do. */
  async function closeWhenEmpty(id: string, entry: Entry): Promise<void> {
    const { living } = entry;
    if (!living || entry.isClosing) return;
    entry.isClosing = true;
    const isEmpty = () => living.seats() === 0 && entry.waiting === 0;
    while (isEmpty()) {
      await living.settle();
      if (!isEmpty() || !living.isSettled()) continue;
      if (entries.get(id) === entry) entries.delete(id);
      living.destroy();
      if (living.sinceFold() >= worthIt && !isClosed) void fold(id);
      return;
    }
    entry.isClosing = false;
  }

  function setAside(id: string, damaged: Awaited<ReturnType<DocumentStates["read"]>>["damaged"]): void {
    if (damaged.length === 0) return;
    figures.damagedFrames += damaged.length;
    log().error({ document: id, damaged }, "damaged frames are set aside; the rest of the document opens");
    updates
      .keepUp({ kind: "set-aside", document: id, damaged })
      .catch((error: unknown) =>
        log().warn({ error, document: id }, "damaged frames are still in their place"),
      );
    // What this process has of it goes into the log again, as one more update.
    const living = entries.get(id)?.living;
    if (living)
      updates
        .append({ document: id, bytes: Y.encodeStateAsUpdate(living.doc), sender: null, claims: [] })
        .catch(() => undefined);
  }

  function fold(id: string, atLeast = worthIt): Promise<boolean> {
    const running = folding.get(id);
    if (running) return running;
    const begun = foldNow(id, atLeast)
      .catch((error: unknown) => {
        if (!isClosed) log().warn({ error, document: id }, "a document's log could not be folded");
        return false;
      })
      .finally(() => folding.delete(id));
    folding.set(id, begun);
    return begun;
  }

  async function foldNow(id: string, atLeast: number): Promise<boolean> {
    const { parts, head, sinceFold, damaged } = await states.read(id, { isCareful: true });
    setAside(id, damaged);
    const [bytes] = parts;
    if (!bytes || sinceFold < atLeast || damaged.length > 0) return false;
    await updates.keepUp({ kind: "fold", document: id, upTo: head, bytes });
    entries.get(id)?.living?.folded();
    return true;
  }

  const living = () => [...entries.values()].flatMap((entry) => entry.living ?? []);
  const ready = updates.keepUp({ kind: "set-aside", document: "", damaged: [] }).catch(() => undefined);
  const documents: LiveDocuments = {
    open,
    isOpen: (id) => entries.has(id),
    isBusy: (id) => entries.get(id)?.living?.isSettled() === false,
    followBy: (follower) => {
      follow = async (document) => {
        const value = follower.read(document);
        await follower.write(document.id, value, await document.flush());
      };
    },
    log: updates,
    file,
    isFull: () => updates.waiting().bytes > mostWaiting,
    states: { ...states, heads: () => ready.then(() => states.heads()) },
    onLogState: (listener) => updates.onState(listener),
    figures: () => ({ ...figures, refused: { ...figures.refused }, open: entries.size }),
    fold,
    erase: async (id) => {
      const open = entries.get(id)?.living;
      open?.giveUp();
      await open?.flush();
      await updates.keepUp({ kind: "erase", document: id });
    },
    flush: async () => {
      await Promise.all(living().map((one) => one.settle()));
      await updates.flush();
    },
    close: async (patience) => {
      if (isClosed) return;
      isClosed = true;
      const inTime = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
      for (const one of living()) one.shut();
      await Promise.race([documents.flush(), inTime]);
      for (const one of living()) one.destroy();
      entries.clear();
      await updates.close(Math.min(patience, 500));
      await states.close();
    },
  };
  return documents;
}

/** Opens the documents of this process. Once, by whoever starts it. */
export function openLiveDocuments(options: LiveOptions): LiveDocuments {
  forget("live-documents");
  return once("live-documents", () => createLiveDocuments(options));
}

/** The documents of this process. */
export function liveDocuments(): LiveDocuments {
  return once<LiveDocuments>("live-documents", () => {
    throw new Error("The live documents are not open yet.");
  });
}

/** The same, where they may not be open: in a process that only looks, or a test that has no texts. */
export function liveDocumentsIfOpen(): LiveDocuments | undefined {
  return madeAlready("live-documents");
}

/** A seat at the open document; see `LiveDocuments.open`. */
export function openLive(id: string): Promise<Seat> {
  return liveDocuments().open(id);
}

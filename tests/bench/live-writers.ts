// People who write in one document at a set pace, and a clock on every edit: when it was sent, when each of the others had it.
import * as Y from "yjs";
import { newDocument } from "~/domain/documents/document-state";
import { textField } from "~/text/document-schema";
import type { Window } from "./live-window";

/** Letters of an edit: its length says in a merged message how many edits are in it. */
const letters = "abc ";
/** Edits at one place before a writer goes on elsewhere. */
const atOnePlace = 20;
/** Tenths of a millisecond that are told apart, up to ten seconds. */
const slots = 100_000;
/** Messages whose content is remembered: all windows get the same. */
const remembered = 4_000;

export interface Written {
  /** From sending to having it at one of the others, ms. */
  p50: number;
  p99: number;
  /** From sending to the durable acknowledgement, ms; none where nobody acknowledges. */
  acknowledged: number[];
  sent: number;
  /** Edits that reached the others, and messages in which they did, each per second. */
  deliveriesPerSecond: number;
  messagesPerSecond: number;
  /** Of what was sent, the part that all others have got. */
  arrived: number;
}

interface Writer {
  doc: Y.Doc;
  window: Window;
  /** When each of its edits was sent, ms. */
  sentAt: number[];
  text: Y.XmlText | undefined;
  at: number;
  update: Uint8Array;
}

/** Has the windows write in this text; several rounds one after the other. All get what the others write. */
export function writersAt(windows: Window[], text: Uint8Array) {
  const writers = new Map<number, Writer>();
  const known = new Map<string, Array<[client: number, from: number, to: number]>>();
  let counts = begun();
  /** Of all rounds. */
  const ever = { sent: 0, edits: 0 };

  /** Which edits are in a message: read once, though two hundred get it. */
  function editsIn(window: Window, message: Buffer): Array<[number, number, number]> {
    const { length } = message;
    const key = `${length}${message.toString("latin1", 0, 160)}${message.toString("latin1", Math.max(160, length - 160))}`;
    const found = known.get(key);
    if (found) return found;
    const update = window.updateIn(message);
    const edits: Array<[number, number, number]> = [];
    if (update) {
      const { from, to } = Y.parseUpdateMeta(update);
      for (const [client, clock] of from)
        edits.push([client, clock / letters.length, (to.get(client) ?? clock) / letters.length]);
    }
    known.set(key, edits);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return edits;
  }

  for (const window of windows)
    window.onMessage((message) => {
      const at = performance.now();
      counts.messages += 1;
      for (const [client, from, to] of editsIn(window, message)) {
        const writer = writers.get(client);
        if (!writer || client === window.client) continue;
        for (let edit = from; edit < to; edit += 1) {
          const took = at - (writer.sentAt[edit] ?? at);
          const slot = Math.min(slots - 1, Math.max(0, Math.floor(took * 10)));
          counts.took[slot] = (counts.took[slot] ?? 0) + 1;
          counts.edits += 1;
          ever.edits += 1;
        }
      }
    });

  function writerAt(window: Window): Writer {
    const there = writers.get(window.client);
    if (there) return there;
    const doc = newDocument();
    Y.applyUpdate(doc, text);
    doc.clientID = window.client;
    const writer: Writer = { doc, window, sentAt: [], text: undefined, at: 0, update: new Uint8Array() };
    doc.on("update", (update: Uint8Array) => (writer.update = update));
    writers.set(window.client, writer);
    return writer;
  }

  function write(writer: Writer): void {
    const { doc, sentAt, window } = writer;
    if (!writer.text || sentAt.length % atOnePlace === 0) {
      const texts = textsIn(doc.getXmlFragment(textField));
      writer.text = texts[(writer.window.client * 31 + sentAt.length * 7) % texts.length];
      writer.at = Math.floor((writer.text?.length ?? 0) / 2);
    }
    writer.text?.insert(writer.at, letters);
    writer.at += letters.length;
    const began = performance.now();
    sentAt.push(began);
    counts.sent += 1;
    ever.sent += 1;
    const { acknowledged } = counts;
    void window.send(writer.update).then((isKept) => isKept && acknowledged.push(performance.now() - began));
  }

  /** So many of the windows write so many edits a second each; measured after a second of warming up, for so many seconds. */
  async function round(count: number, perSecond: number, seconds: number): Promise<Written> {
    const writing = windows.slice(0, count).map(writerAt);
    await paced(writing, perSecond, 1_000, write);
    counts = begun();
    const began = performance.now();
    await paced(writing, perSecond, seconds * 1_000, write);
    const took = (performance.now() - began) / 1_000;
    const inTime = { edits: counts.edits, messages: counts.messages };
    // What is still under way counts in the times, and not in what was held.
    const awaited = () => counts.sent * (windows.length - 1);
    for (let tries = 0; tries < 40 && counts.edits < awaited(); tries += 1) await pause(50);
    return {
      p50: at(counts.took, 0.5),
      p99: at(counts.took, 0.99),
      acknowledged: counts.acknowledged,
      sent: counts.sent,
      deliveriesPerSecond: inTime.edits / took,
      messagesPerSecond: inTime.messages / took,
      arrived: inTime.edits / awaited(),
    };
  }
  /** Waits until nothing of any round is under way, half a minute at most. */
  async function settled(): Promise<void> {
    for (let tries = 0; tries < 600 && ever.edits < ever.sent * (windows.length - 1); tries += 1)
      await pause(50);
  }
  return { round, settled };
}

function begun() {
  return { sent: 0, edits: 0, messages: 0, took: new Uint32Array(slots), acknowledged: [] as number[] };
}

/** Has each write at its own moments, evenly spread, for so many milliseconds. */
async function paced(
  writers: Writer[],
  perSecond: number,
  milliseconds: number,
  write: (writer: Writer) => void,
): Promise<void> {
  const gap = 1_000 / (perSecond * writers.length);
  const began = performance.now();
  let next = 0;
  for (;;) {
    const elapsed = performance.now() - began;
    if (elapsed >= milliseconds) return;
    // Who is late sends no more than this at once: the lines have to be read as well.
    const due = Math.min(Math.floor(elapsed / gap) + 1, next + 200);
    for (; next < due; next += 1) {
      const writer = writers[next % writers.length];
      if (writer) write(writer);
    }
    const wait = Math.min(next * gap - (performance.now() - began), milliseconds - elapsed);
    if (wait > 0.5) await pause(wait);
    else await new Promise((resolve) => setImmediate(resolve));
  }
}

function textsIn(root: Y.XmlFragment): Y.XmlText[] {
  return root
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlText ? [node] : node instanceof Y.XmlFragment ? textsIn(node) : [],
    );
}

function at(took: Uint32Array, part: number): number {
  const total = took.reduce((sum, count) => sum + count, 0);
  // Drowned, a server passes nothing on.
  if (total === 0) return Infinity;
  let seen = 0;
  for (const [slot, count] of took.entries()) if ((seen += count) >= part * total) return slot / 10;
  return slots / 10;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Two hundred people in one document: how soon each has what another wrote, how much the server passes on, what memory they take; and the
// same through a bare relay, because absolute figures drift.
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { newDocument } from "~/domain/documents/document-state";
import { readMarkdown } from "~/text/markdown-to-document";
import { toShared } from "~/text/shared-document";
import * as Y from "yjs";
import { figure, percentile, type Figure } from "./figures";
import { copyDocument, signInMany } from "./live-people";
import { relayWindow, textWindow, type TextWindow, type Window } from "./live-window";
import { pause, writersAt, type Written } from "./live-writers";
import { beginPractice, practiceText } from "./practice";
import type { Bench } from "./run";
import { serve, serveTorg, type Serving } from "./serving";
import { read, signIn } from "./visitor";

const [people, network, perWriter] = [200, "techrevolution", 2];
/** Seconds for which one writer, ten writers, and each step of the raising write. */
const [oneWrites, tenWrite, stepTakes] = [20, 15, 3];
/** Seconds after which the server is at rest, if the relay's turn was shorter. */
const rest = 40;
/** Documents that one socket may have open, and documents that are open for the memory. */
const [perSocket, openDocuments] = [20, 500];

/** Measures on a server and a data folder of its own. */
export async function liveTogether({ pinning, newFolder, take }: Bench): Promise<void> {
  const dataFolder = newFolder();
  const before = await serveTorg(pinning, dataFolder);
  const practice = await beginPractice(await signIn(before.origin, "alytus"), network);
  await before.stop();
  const documentId = basename(practice.path);
  const [other = ""] = copyDocument(dataFolder, documentId, 1);
  const cookies = signInMany(dataFolder, documentId, people);
  const torg = await serveTorg(pinning, dataFolder);
  let atRest = NaN;
  try {
    const began = performance.now();
    await read({ origin: torg.origin, cookie: cookies[0] ?? "" }, practice.path);
    await take("A bare relay", async () => {
      const env = {};
      const relay = await serve(pinning, { file: "tests/bench/live-relay.mjs", env, firstPath: "/" });
      return throughRelay(relay).finally(() => relay.stop());
    });
    await pause(Math.max(0, rest * 1_000 - (performance.now() - began)));
    atRest = torg.residentMemory();
    await take("Two hundred people in one document", () =>
      throughTorg(torg, { cookies, documentId, other, atRest, dataFolder }),
    );
  } finally {
    await torg.stop();
  }
  await take("Five hundred documents", async () => {
    const ids = [documentId, other, ...copyDocument(dataFolder, documentId, openDocuments - 2)];
    const again = await serveTorg(pinning, dataFolder);
    return manyOpen(again, cookies, ids, atRest).finally(() => again.stop());
  });
}

async function throughRelay(relay: Serving): Promise<Figure[]> {
  const doc = newDocument();
  toShared(doc, readMarkdown(practiceText(1)).document);
  const windows: Window[] = [];
  try {
    await inTurns(people, async (index) => {
      windows[index] = await relayWindow(relay.origin, 1_000 + index);
    });
    const writers = writersAt(windows, Y.encodeStateAsUpdate(doc));
    const { round } = writers;
    const one = await round(1, perWriter, oneWrites);
    const ten = await round(10, perWriter, tenWrite);
    const memory = relay.residentMemory();
    return [
      ...latencies("bare relay", one, ten),
      heldFigure("bare relay", await held(writers)),
      figure({ name: `bare relay: memory with ${people} people`, value: memory / 1e6, unit: "MB" }),
    ];
  } finally {
    for (const window of windows) window.close();
  }
}

interface Place {
  cookies: string[];
  documentId: string;
  other: string;
  /** Bytes. */
  atRest: number;
  dataFolder: string;
}

async function throughTorg(
  torg: Serving,
  { cookies, documentId, other, atRest, dataFolder }: Place,
): Promise<Figure[]> {
  const { origin } = torg;
  const windows: TextWindow[] = [];
  try {
    await inTurns(people, async (index) => {
      windows[index] = await textWindow({ origin, cookie: cookies[index] ?? "", network }, 1_000 + index);
    });
    const text = await seated(windows, documentId);
    const { round } = writersAt(windows, text);
    const one = await round(1, perWriter, oneWrites);
    const ten = await round(10, perWriter, tenWrite);
    const memory = torg.residentMemory();
    const durable = [...one.acknowledged, ...ten.acknowledged];
    const disk = fsyncs(dataFolder);
    // In another document, so that the one of 20 KB stays one, and nobody is told of both.
    for (const window of windows) await window.leave(documentId);
    const raised = await held(writersAt(windows, await seated(windows, other)));
    const shown = (part: number) => percentile(durable, part).toFixed(1);
    return [
      ...latencies("Torg", one, ten, [3, 9], [3, 7]),
      heldFigure("Torg", raised, 800_000),
      figure({
        name: `Torg: memory with ${people} people, above the same server at rest`,
        value: (memory - atRest) / 1e6,
        unit: "MB",
        atMost: 60,
        note: `${(atRest / 1e6).toFixed(0)} MB at rest`,
        details: { memory, atRest },
      }),
      figure({
        name: "Torg: send → durable acknowledgement, p50",
        value: percentile(durable, 0.5),
        unit: "ms",
        digits: 1,
        note: `p99 ${shown(0.99)} ms, of ${durable.length}`,
      }),
      figure({
        name: "the disk's own fsync, p50",
        value: percentile(disk, 0.5),
        unit: "ms",
        digits: 1,
        note: `p99 ${percentile(disk, 0.99).toFixed(1)} ms`,
      }),
    ];
  } finally {
    for (const window of windows) window.close();
  }
}

async function manyOpen(torg: Serving, cookies: string[], ids: string[], atRest: number): Promise<Figure[]> {
  const { origin } = torg;
  const windows: TextWindow[] = [];
  try {
    for (let first = 0; first < ids.length; first += perSocket) {
      const cookie = cookies[first / perSocket] ?? "";
      const window = await textWindow({ origin, cookie, network }, 5_000 + first);
      windows.push(window);
      for (const id of ids.slice(first, first + perSocket)) await window.join(id);
    }
    await pause(10_000);
    const memory = torg.residentMemory();
    return [
      figure({
        name: `Torg: memory with ${ids.length} documents of 20 KB open`,
        value: memory / 1e6,
        unit: "MB",
        note: `${((memory - atRest) / 1e6).toFixed(0)} MB above the server at rest`,
      }),
    ];
  } finally {
    for (const window of windows) window.close();
  }
}

/** All sit down, the first of them for the text. */
async function seated(windows: TextWindow[], document: string): Promise<Uint8Array> {
  const texts: Uint8Array[] = [];
  await inTurns(windows.length, async (index) => {
    const text = await windows[index]?.join(document);
    if (index === 0 && text) texts.push(text);
  });
  // Who has just come is told to the others for a moment.
  await pause(1_000);
  const [text] = texts;
  if (!text) throw new Error("no text came");
  return text;
}

/** Raises how much is written until it no longer arrives within a second, and then looks between. Answers the most that was held. */
async function held({ round, settled }: ReturnType<typeof writersAt>): Promise<Written & { edits: number }> {
  const isHeld = ({ p99, arrived }: Written) => p99 < 1_000 && arrived > 0.95;
  let best: (Written & { edits: number }) | undefined;
  let [below, above, rate] = [0, Infinity, perWriter];
  while (above - below > below / 10) {
    let written = await round(people, rate, stepTakes);
    if (!isHeld(written)) {
      // One stumble of the machine is not the end.
      await settled();
      written = await round(people, rate, stepTakes);
    }
    if (isHeld(written)) {
      below = rate;
      if (!best || written.deliveriesPerSecond > best.deliveriesPerSecond)
        best = { ...written, edits: written.sent / stepTakes };
    } else {
      above = rate;
      await settled();
    }
    rate = above === Infinity ? below * 2 : (below + above) / 2;
    if (above < 0.3 || below > 200) break;
  }
  if (!best) throw new Error("nothing was held");
  return best;
}

function heldFigure(who: string, best: Written & { edits: number }, atLeast?: number): Figure {
  const { deliveriesPerSecond, messagesPerSecond, p50, p99, edits } = best;
  return figure({
    name: `${who}: deliveries/s held with p99 < 1 s`,
    value: deliveriesPerSecond,
    unit: "",
    atLeast,
    note: `${messagesPerSecond.toFixed(0)} messages/s, ${edits.toFixed(0)} edits/s as of ${(edits / perWriter).toFixed(0)} writers, p50 ${p50} / p99 ${p99} ms`,
    details: { messagesPerSecond, edits, p50, p99 },
  });
}

function latencies(
  who: string,
  one: Written,
  ten: Written,
  ofOne: [p50?: number, p99?: number] = [],
  ofTen: [p50?: number, p99?: number] = [],
): Figure[] {
  const rows: Array<[string, Written, [number?, number?]]> = [
    ["1 writer", one, ofOne],
    ["10 writers", ten, ofTen],
  ];
  return rows.flatMap(([name, { p50, p99, arrived, sent }, [p50AtMost, p99AtMost]]) => [
    figure({
      name: `${who}, ${name}: send → receipt, p50`,
      value: p50,
      unit: "ms",
      digits: 1,
      atMost: p50AtMost,
      details: { arrived, sent },
    }),
    figure({
      name: `${who}, ${name}: send → receipt, p99`,
      value: p99,
      unit: "ms",
      digits: 1,
      atMost: p99AtMost,
    }),
  ]);
}

/** What a small write and its way to the disk take in this folder, ms. */
function fsyncs(folder: string): number[] {
  const file = openSync(join(folder, "fsync"), "w");
  const page = Buffer.alloc(4_096, 1);
  const took = Array.from({ length: 200 }, () => {
    const began = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return took;
}

/** Ten at a time. */
async function inTurns(count: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += 10) {
    const some = Array.from({ length: Math.min(10, count - first) }, (_, index) => work(first + index));
    // Those that did come have to be closed, too.
    await Promise.allSettled(some);
    await Promise.all(some);
  }
}

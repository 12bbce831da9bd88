// Five windows write in one text at random over rough lines, while windows are closed and opened and the server is stopped and started.
import * as Y from "yjs";
import { carefulState, newDocument } from "~/domain/documents/document-state";
import { TextSession } from "~/editor/text-session";
import { openLogReader } from "~/platform/update-log-file.server";
import { keepUp, type TextLine } from "~/realtime/text-line";
import { textField } from "~/text/document-schema";
import { drawnFrom } from "./drawn";
import { foundNetwork } from "./found-network";
import { memoryCopy, type MemoryCopy } from "./memory-copy";
import { roughLine, type RoughCounts, type Weather } from "./rough-line";
import { cookieFor } from "./sockets";
import type { TextHouse } from "./text-house";

export interface ConvergenceCounts extends RoughCounts {
  edits: number;
  disconnects: number;
  /** Windows closed and opened again from what the device kept. */
  reopenings: number;
  restarts: number;
}

export interface Converged {
  counts: ConvergenceCounts;
  /** What every window and the log have in the end, each as XML. Equal where all is well. */
  texts: string[];
  /** What was called saved and was not in the log when the server was stopped. */
  lost: string[];
  /** How many marks were written, each once, and those that do not stand once in the end. */
  marks: number;
  wrong: string[];
  /** Windows that did not come to rest in time, and how they stood. */
  restless: string[];
}

interface Writer {
  name: string;
  cookie: string;
  copy: MemoryCopy;
  line: TextLine;
  session: TextSession;
  marks: string[];
  /** By Yjs client id: up to which clock what it wrote was called saved. */
  saved: Map<number, number>;
  isAway: boolean;
}

/** Milliseconds after which a window that is not at rest is restless. */
const patience = 30_000;

/** Plays so many steps, or as many as there are within so many milliseconds, on a document of its own; what is drawn is the same for one seed. */
export async function converge(
  house: TextHouse,
  { seed, steps, milliseconds = Infinity }: { seed: number; steps: number; milliseconds?: number },
): Promise<Converged> {
  // Each step has numbers of its own, and so has the weather: what arrives when is nobody's to set, and changes nothing in what is done next.
  let draw = drawnFrom(seed);
  const below = (end: number) => Math.floor(draw() * end);
  const counts: ConvergenceCounts = {
    ...{ edits: 0, disconnects: 0, reopenings: 0, restarts: 0 },
    ...{ delayed: 0, duplicated: 0, reordered: 0, unheard: 0 },
  };
  const weather: Weather = { isRough: true, counts, draw: drawnFrom(~seed) };
  const network = await foundNetwork();
  const place = { network: network.slug, document: network.draft.id };
  const lost = new Set<string>();

  async function open(writer: Pick<Writer, "cookie" | "copy">): Promise<Pick<Writer, "line" | "session">> {
    const line = house.sockets.textSocket(writer.cookie);
    line.io.reconnection(true);
    line.io.reconnectionDelay(20);
    line.io.reconnectionDelayMax(50);
    keepUp(line, () => undefined);
    const session = new TextSession({ line: roughLine(line, weather), copy: writer.copy, place });
    await session.open();
    line.connect();
    return { line, session };
  }

  function watch(writer: Writer): void {
    const { session } = writer;
    session.subscribe(() => {
      const { keeping, isSeated, shared } = session.view;
      if (keeping.kind === "saved" && isSeated)
        writer.saved.set(shared.clientID, Y.getState(shared.store, shared.clientID));
    });
  }

  const people = [network.officer, network.colleague, network.officer, network.colleague, network.officer];
  const writers: Writer[] = [];
  for (const [index, member] of people.entries()) {
    const begun = { cookie: await cookieFor(await network.person(member)), copy: memoryCopy() };
    const writer = {
      name: `w${index}`,
      ...begun,
      ...(await open(begun)),
      marks: [],
      saved: new Map<number, number>(),
      isAway: false,
    };
    watch(writer);
    writers.push(writer);
  }
  await settled(writers, isAtRest);

  function edit(writer: Writer): void {
    const { shared, phase, mayWrite } = writer.session.view;
    if (phase !== "ready" || !mayWrite) return;
    counts.edits += 1;
    shared.transact(() => {
      const root = shared.getXmlFragment(textField);
      const kind = below(12);
      const paragraphs = root.toArray().filter((node) => node instanceof Y.XmlElement);
      const words = paragraphs.filter((paragraph) => !paragraph.toString().includes("«"));
      const paragraph = words[below(words.length)];
      if (kind === 0 || !paragraph) return root.insert(below(root.length + 1), [ofWords("")]);
      if (kind === 1) {
        const mark = `«${writer.name}.${writer.marks.length}»`;
        writer.marks.push(mark);
        return root.insert(below(root.length + 1), [ofWords(mark)]);
      }
      if (kind === 2 && words.length > 8) return root.delete(root.toArray().indexOf(paragraph), 1);
      let text = paragraph.toArray().find((node) => node instanceof Y.XmlText);
      if (!text) paragraph.insert(0, [(text = new Y.XmlText())]);
      const length = Math.min(1 + below(6), text.length);
      const at = below(text.length - length + 1);
      if (kind < 6 && length > 0) text.delete(at, length);
      else if (kind === 6 && length > 0) text.format(at, length, { bold: below(2) ? {} : null });
      else text.insert(below(text.length + 1), String.fromCharCode(97 + below(26)).repeat(1 + below(3)));
    });
  }

  /** What was called saved is in the log, before anybody brings it again. */
  function demandSaved(): void {
    const { store } = stored(house.file, place.document);
    for (const { name, saved } of writers)
      for (const [client, clock] of saved) {
        const there = Y.getState(store, client);
        if (there < clock) lost.add(`${name}: ${client} up to ${clock}, there up to ${there}`);
      }
  }

  const ends = performance.now() + milliseconds;
  for (let step = 0; step < steps && performance.now() < ends; step += 1) {
    draw = drawnFrom(seed + (step + 1) * 7_919);
    const writer = writers[below(writers.length)];
    if (!writer) continue;
    const dice = below(1_000);
    if (dice < 900) for (let times = 1 + below(3); times > 0; times -= 1) edit(writer);
    else if (dice < 935) {
      counts.disconnects += 1;
      // Broken, and back by itself; or gone until somebody sees to it.
      if (below(2) === 0) writer.line.io.engine?.close();
      else {
        writer.line.disconnect();
        writer.isAway = true;
      }
    } else if (dice < 980) {
      if (writer.isAway) writer.line.connect();
      writer.isAway = false;
    } else if (dice < 992) {
      counts.reopenings += 1;
      writer.session.close();
      // As a closed window's does: what was written last is on its way to the device.
      await new Promise((resolve) => setTimeout(resolve, 1));
      writer.line.disconnect();
      Object.assign(writer, await open(writer), { isAway: false });
      watch(writer);
    } else if (dice < 998) {
      counts.restarts += 1;
      await house.restart(demandSaved);
    }
    await new Promise((resolve) => setTimeout(resolve, below(12)));
  }

  weather.isRough = false;
  for (const { line, isAway } of writers) if (isAway) line.connect();
  await settled(writers, isAtRest);
  const texts = () => writers.map(({ session }) => textOf(session.view.shared));
  await settled(writers, () => new Set(texts()).size === 1);
  const restless = writers
    .filter((writer) => !isAtRest(writer))
    .map(({ name, session: { view } }) => `${name}: ${view.phase}, ${JSON.stringify(view.keeping)}`);
  await house.restart(demandSaved);
  const inTheEnd = [...texts(), textOf(stored(house.file, place.document))];
  const marks = writers.flatMap((writer) => writer.marks);
  const wrong = marks.filter((mark) => inTheEnd.at(-1)?.split(mark).length !== 2);
  for (const { session, line } of writers) {
    session.close();
    line.disconnect();
  }
  return { counts, texts: inTheEnd, marks: marks.length, lost: [...lost], wrong, restless };
}

function isAtRest({ session: { view } }: Writer): boolean {
  return view.isSeated && view.phase === "ready" && view.keeping.kind === "saved";
}

/** Resolves when it holds of all of them, looked at whenever one of them shows or hears anything; and at the latest when patience is over. */
async function settled(writers: Writer[], holds: (writer: Writer) => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const stops: Array<() => void> = [];
    const end = () => {
      for (const stop of stops) stop();
      resolve();
    };
    const late = setTimeout(end, patience);
    stops.push(() => clearTimeout(late));
    const look = () => writers.every(holds) && end();
    for (const { session } of writers) {
      const { shared } = session.view;
      shared.on("update", look);
      stops.push(session.subscribe(look), () => shared.off("update", look));
    }
    look();
  });
}

const textOf = (doc: Y.Doc) => doc.getXmlFragment(textField).toString();

/** The document as it is in the log, read apart from the server. */
function stored(file: string, document: string): Y.Doc {
  const reader = openLogReader(file);
  try {
    const doc = newDocument();
    for (const part of carefulState(reader.read(document)).parts) Y.applyUpdate(doc, part);
    return doc;
  } finally {
    reader.close();
  }
}

function ofWords(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

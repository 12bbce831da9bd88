// How long the server takes to open a document with a long history: 10,000 edits one by one in the log, and folded; one of 200 pages.
import { join } from "node:path";
import * as Y from "yjs";
import { newDocument } from "~/domain/documents/document-state";
import { createLiveDocuments } from "~/domain/documents/live-documents.server";
import { openUpdateLog } from "~/platform/update-log.server";
import { figure, median, percentile, type Figure } from "./figures";
import type { Bench } from "./run";

const [edits, tail, pages, rounds, within] = [10_000, 500, 200, 14, 150];
/** Characters of a page, and of the text in which the edits are made. */
const [page, length] = [3_000, 20_000];

/** Measures in this process, on a log of its own. */
export async function liveOpening({ newFolder, take }: Bench): Promise<void> {
  await take("Opening a live document", async () => {
    const file = join(newFolder(), "texts.sqlite");
    const updates = edited();
    await write(file, "edited", updates.slice(0, -tail));
    await write(file, "large", [large()]);
    // As the house leaves it: folded, and no more updates after that than it takes for the next folding.
    const documents = createLiveDocuments({ file });
    if (!(await documents.fold("edited", 1))) throw new Error("It was not folded.");
    await documents.close(5_000);
    await write(file, "edited", updates.slice(-tail));
    const folded = await opening(file, "edited");
    await write(file, "unfolded", updates);
    const unfolded = await opening(file, "unfolded");
    const pagesLarge = await opening(file, "large");
    return [
      row(`open ${edits} edits, ${tail} of them not folded yet`, folded.warm, within),
      row("the same, right after the start of the process", folded.cold),
      row(`open ${edits} edits, none folded (does not come about)`, unfolded.warm),
      row(`open ${pages} pages`, pagesLarge.warm, within),
      figure({
        name: "longest pause of the event loop meanwhile",
        value: Math.max(folded.pause, pagesLarge.pause),
        unit: "ms",
      }),
      await acknowledging(newFolder()),
    ];
  });
}

function row(name: string, times: number[], atMost?: number): Figure {
  return figure({
    name,
    value: median(times),
    unit: "ms",
    atMost,
    note: `longest ${Math.max(...times).toFixed(0)} ms`,
  });
}

/** Opens it several times, each time anew: cold with threads that have to start, warm with the reading thread there. */
async function opening(file: string, id: string): Promise<{ cold: number[]; warm: number[]; pause: number }> {
  const [cold, warm]: [number[], number[]] = [[], []];
  let pause = 0;
  for (let round = 0; round < rounds; round += 1) {
    const documents = createLiveDocuments({ file });
    await documents.log.flush();
    const timed = async (name: string) => {
      let [last, isOver] = [performance.now(), false];
      const watch = (): void => {
        pause = Math.max(pause, performance.now() - last);
        last = performance.now();
        if (!isOver) setImmediate(watch);
      };
      setImmediate(watch);
      const began = performance.now();
      await documents.open(name);
      isOver = true;
      return performance.now() - began;
    };
    // Nobody leaves: closing a document would fold it.
    if (round % 2) cold.push(await timed(id));
    else {
      await documents.open("another");
      warm.push(await timed(id));
    }
    await documents.close(1_000);
  }
  return { cold, warm, pause };
}

/** Edits of a few letters all over a text, as updates. */
function edited(): Uint8Array[] {
  const doc = newDocument();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = doc.getText("text");
  text.insert(0, "word ".repeat(length / 5));
  let place = 0;
  while (updates.length < edits) {
    place = (place * 31 + 7_919) % text.length;
    if (updates.length % 4 === 3) text.delete(Math.min(place, text.length - 4), 4);
    else text.insert(place, "abc ");
  }
  return updates;
}

function large(): Uint8Array {
  const doc = newDocument();
  const text = doc.getXmlFragment("text");
  for (let number = 0; number < pages * 6; number += 1) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("words of a long plan ".repeat(page / 6 / 21))]);
    text.push([paragraph]);
  }
  return Y.encodeStateAsUpdate(doc);
}

async function write(file: string, document: string, updates: Uint8Array[]): Promise<void> {
  const log = openUpdateLog(file);
  const written = updates.map((bytes) => log.append({ document, bytes, sender: "person", claims: [] }));
  await Promise.all(written);
  await log.close(10_000);
}

/** From handing in a small edit to its acknowledgement, with ten writers at two edits a second each. */
async function acknowledging(folder: string): Promise<Figure> {
  const documents = createLiveDocuments({ file: join(folder, "texts.sqlite") });
  const { document } = await documents.open("one");
  const times: number[] = [];
  const writers = Array.from({ length: 10 }, async (_, index) => {
    const doc = newDocument();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    await new Promise((resolve) => setTimeout(resolve, index * 50));
    for (let edit = 0; edit < 10; edit += 1) {
      doc.getText("text").insert(0, "abc ");
      const began = performance.now();
      await document.receive(updates.pop() ?? new Uint8Array(), {
        personId: `${index}`,
        clientIds: [doc.clientID],
      });
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
  await Promise.all(writers);
  await documents.close(1_000);
  return figure({
    name: "edit → acknowledged (10 writers), p50",
    value: median(times),
    unit: "ms",
    digits: 1,
    note: `p99 ${percentile(times, 0.99).toFixed(1)} ms`,
  });
}

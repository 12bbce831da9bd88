// The server process of the crash test: several people write into several documents at once, until it is killed. It says on standard
// output what it was told is saved, one mark a line, and nothing before it was told.
import { writeSync } from "node:fs";
import * as Y from "yjs";
import { createLiveDocuments } from "../app/domain/documents/live-documents.server";
import { newDocument } from "../app/domain/documents/document-state";

const [, , file = "", round = "0"] = process.argv;
const documents = createLiveDocuments({ file, pace: { perSecond: 1e6, burst: 1e6 } });

for (const id of ["one", "two", "three"]) {
  for (const writer of ["a", "b"]) void write(id, writer).catch(() => process.exit(3));
  void foldAndLeave(id).catch(() => process.exit(3));
}
writeSync(1, "ready\n");

/** Inserts a mark of its own at a random place, again and again, sometimes several before the first is answered. */
async function write(id: string, writer: string): Promise<void> {
  const { document } = await documents.open(id);
  const copy = newDocument();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.doc));
  document.onRelay(({ update }) => Y.applyUpdate(copy, update, "relay"));
  const marks = copy.getArray<string>("marks");
  let update = new Uint8Array();
  copy.on("update", (made: Uint8Array, origin: unknown) => {
    if (origin !== "relay") update = new Uint8Array(made);
  });
  for (let number = 0; ; number += 1) {
    const mark = `${id}.${round}.${writer}.${number}`;
    marks.insert(Math.floor(Math.random() * (marks.length + 1)), [mark]);
    const saved = document
      .receive(update, { personId: writer, clientIds: [copy.clientID], origin: writer })
      .then(() => writeSync(1, `${mark}\n`));
    if (Math.random() < 0.7) await saved;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
  }
}

/** So that it is also killed in the middle of folding. */
async function foldAndLeave(id: string): Promise<void> {
  for (;;) {
    await documents.fold(id, 10);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  }
}

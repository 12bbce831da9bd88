// Five people and the server, with everything that a network does to messages: in the end all have the same text, and so has the log.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { newDocument } from "~/domain/documents/document-state";
import { createLiveDocuments, type LiveDocuments } from "~/domain/documents/live-documents.server";
import type { Seat } from "~/domain/documents/live-document";
import { drawnBelow } from "../../support/drawn";

// Look further with another seed or more steps: SEED=7 STEPS=50000 npx vitest run tests/domain/documents/convergence.test.ts
const seed = Number(process.env.SEED ?? 20_200_403);
const steps = Number(process.env.STEPS ?? 6_000);

interface Replica {
  name: string;
  doc: Y.Doc;
  isConnected: boolean;
  /** On their way up, and down; any of them may arrive next. */
  up: Uint8Array[];
  down: Uint8Array[];
}

test(`five replicas and the log are the same after ${steps} steps (seed ${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-convergence-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "texts.sqlite");
  const random = drawnBelow(seed);
  const counts = {
    edits: 0,
    delivered: 0,
    duplicated: 0,
    reordered: 0,
    lost: 0,
    disconnects: 0,
    restarts: 0,
    folds: 0,
  };
  const acknowledged: Uint8Array[] = [];

  const replicas = Array.from({ length: 5 }, (_, index): Replica => {
    const replica: Replica = { name: `${index}`, doc: newDocument(), isConnected: false, up: [], down: [] };
    // Yjs decides by these numbers who stands first; drawn at random they would make each run another.
    replica.doc.clientID = 1_000 + index;
    replica.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "relay" && replica.isConnected) replica.up.push(update);
    });
    return replica;
  });

  async function start(): Promise<{ documents: LiveDocuments; seat: Seat }> {
    const documents = createLiveDocuments({ file, pace: { perSecond: 1e6, burst: 1e6 } });
    const seat = await documents.open("one");
    seat.document.onRelay(({ update }) => {
      for (const replica of replicas) if (replica.isConnected) replica.down.push(update);
    });
    return { documents, seat };
  }
  let { documents, seat } = await start();

  function receive(replica: Replica, update: Uint8Array): void {
    const from = { personId: replica.name, clientIds: [replica.doc.clientID], origin: replica.name };
    seat.document.receive(update, from).then(
      () => acknowledged.push(update),
      (error: { kind?: string }) => expect(error.kind).toBe("log-closed"),
    );
  }

  /** What Yjs's two steps of synchronisation do: each side hands over what the other has not. */
  function connect(replica: Replica): void {
    const { doc } = seat.document;
    replica.isConnected = true;
    replica.up = [Y.encodeStateAsUpdate(replica.doc, Y.encodeStateVector(doc))];
    replica.down = [Y.encodeStateAsUpdate(doc, Y.encodeStateVector(replica.doc))];
  }

  function disconnect(replica: Replica): void {
    counts.lost += replica.up.length + replica.down.length;
    Object.assign(replica, { isConnected: false, up: [], down: [] });
  }

  function edit({ doc }: Replica): void {
    counts.edits += 1;
    const text = doc.getText("text");
    doc.transact(() => {
      const length = Math.min(1 + random(5), text.length);
      if (random(10) < 3 && length > 0) text.delete(random(text.length - length + 1), length);
      else text.insert(random(text.length + 1), `${counts.edits}`);
      if (random(10) === 0 && text.length > 3)
        text.format(random(text.length - 2), 2, { bold: random(2) ? true : null });
    });
  }

  /** One message of those under way arrives, seldom the oldest, sometimes one that arrives again later. */
  function deliver(queue: Uint8Array[], arrive: (update: Uint8Array) => void): void {
    if (queue.length === 0) return;
    const place = random(3) ? 0 : random(queue.length);
    const [update] = queue.slice(place, place + 1);
    if (!update) return;
    if (place > 0) counts.reordered += 1;
    if (random(8) > 0) queue.splice(place, 1);
    else counts.duplicated += 1;
    counts.delivered += 1;
    arrive(update);
  }

  /** Stops the server; sometimes without giving it time, so that what is not in the log yet is gone. */
  async function restart(): Promise<void> {
    counts.restarts += 1;
    for (const replica of replicas) disconnect(replica);
    await documents.close(random(2) ? 1_000 : 0);
    await new Promise((resolve) => setImmediate(resolve));
    ({ documents, seat } = await start());
    // Before anybody brings it again: what was acknowledged is there.
    const { doc } = seat.document;
    const before = Y.encodeStateAsUpdate(doc).length;
    const copy = newDocument();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    for (const update of acknowledged) Y.applyUpdate(copy, update);
    expect(Y.encodeStateAsUpdate(copy).length, "something acknowledged was missing").toBe(before);
  }

  for (let step = 0; step < steps; step += 1) {
    const replica = replicas[random(replicas.length)];
    if (!replica) continue;
    const dice = random(1_000);
    if (dice < 300) edit(replica);
    else if (dice < 600) deliver(replica.up, (update) => receive(replica, update));
    else if (dice < 970) deliver(replica.down, (update) => Y.applyUpdate(replica.doc, update, "relay"));
    else if (dice < 976) {
      if (replica.isConnected) counts.disconnects += 1;
      disconnect(replica);
    } else if (dice < 996) {
      if (!replica.isConnected) connect(replica);
    } else if (dice < 999) {
      counts.folds += 1;
      void documents.fold("one", 1);
    } else await restart();
    if (step % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  await documents.flush();
  for (let round = 0; round < 3; round += 1) {
    for (const replica of replicas) {
      connect(replica);
      for (const update of replica.up.splice(0)) receive(replica, update);
      for (const update of replica.down.splice(0)) Y.applyUpdate(replica.doc, update, "relay");
    }
  }
  await documents.close(5_000);
  ({ documents, seat } = await start());
  const texts = [...replicas.map(({ doc }) => doc), seat.document.doc].map(
    (doc) => doc.getText("text").toDelta() as unknown,
  );
  await documents.close(1_000);
  console.log(
    `seed ${seed}: ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(", ")}, ${acknowledged.length} acknowledged, ${JSON.stringify(texts[0]).length} bytes of text`,
  );
  for (const text of texts) expect(text).toEqual(texts[0]);
  expect(acknowledged.length).toBeGreaterThan(steps / 20);
}, 120_000);

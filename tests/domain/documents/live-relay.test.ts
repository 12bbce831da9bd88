// How updates are passed on under load: merged, none of them lost, and also by a server that does nothing but read.
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createRelay, type Relayed } from "~/domain/documents/live-relay";

/** So many updates of one writer, each with one letter. */
function written(count: number): Uint8Array[] {
  const doc = new Y.Doc({ gc: false });
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let at = 0; at < count; at += 1) doc.getText().insert(at, String.fromCharCode(97 + (at % 26)));
  return updates;
}

function readIn(sent: readonly Relayed[]): string {
  const doc = new Y.Doc({ gc: false });
  for (const { update } of sent) Y.applyUpdate(doc, update);
  return doc.getText().toJSON();
}

test("what comes while one message has just gone goes in the next, and says how many edits and whose", async () => {
  const sent: Relayed[] = [];
  const { push } = createRelay((relayed) => sent.push(relayed));
  const updates = written(41);
  for (const [at, update] of updates.entries()) push(update, at < 20 ? "one" : "other");
  expect(sent.map(({ edits, origin }) => [edits, origin])).toEqual([[1, "one"]]);
  while (sent.reduce((sum, { edits }) => sum + edits, 0) < updates.length) await pause(1);
  expect(sent).toHaveLength(2);
  expect(sent[1]?.origin).toBeUndefined();
  expect(readIn(sent)).toHaveLength(41);
});

test("a server that does nothing but read, so that no clock comes, passes on what it reads", () => {
  const sent: Relayed[] = [];
  const { push, flush } = createRelay((relayed) => sent.push(relayed));
  const updates = written(400);
  for (const update of updates) {
    push(update, "one");
    // A millisecond in which nothing else has its turn.
    for (const began = performance.now(); performance.now() - began < 1;);
  }
  expect(sent.length).toBeGreaterThan(1);
  flush();
  expect(readIn(sent)).toHaveLength(400);
});

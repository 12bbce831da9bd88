// Formatting that several set and take away at once: Yjs deletes what has become idle of it, on whichever side notices, and all must be told.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import type { LiveDocument } from "~/domain/documents/live-document";
import { createLiveDocuments } from "~/domain/documents/live-documents.server";
import { textField } from "~/text/document-schema";
import { drawnBelow } from "../../support/drawn";

const rounds = Number(process.env.ROUNDS ?? 30);

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-formatting-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "texts.sqlite");
}

/** An editor that hands in what comes of its own hand and of tidying up, as the session does. */
function editor(name: string, document: LiveDocument) {
  const doc = new Y.Doc({ gc: false });
  const outgoing: Uint8Array[] = [];
  const incoming: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "server" && outgoing.push(update));
  document.onRelay(({ update, origin }) => origin !== name && incoming.push(update));
  return {
    doc,
    hear: () => incoming.splice(0).forEach((update) => Y.applyUpdate(doc, update, "server")),
    /** As a bad line does it: out of their order. */
    handIn: () =>
      Promise.all(
        outgoing
          .splice(0)
          .reverse()
          .map((update) =>
            document.receive(update, { personId: name, clientIds: [doc.clientID], origin: name }),
          ),
      ),
    isIdle: () => outgoing.length === 0 && incoming.length === 0,
  };
}

const root = (doc: Y.Doc) => doc.getXmlFragment(textField);
const textIn = (doc: Y.Doc) => root(doc).get(0) as Y.XmlText;
const said = (doc: Y.Doc) => JSON.stringify(textIn(doc).toDelta());

function edit(text: Y.XmlText, below: (end: number) => number): void {
  const [one, other] = [below(text.length + 1), below(text.length + 1)];
  const [from, length] = [Math.min(one, other), Math.abs(one - other)];
  const kind = text.length < 4 ? 0 : below(8);
  if (kind === 0) text.insert(from, "abc".slice(0, 1 + below(3)));
  else if (kind === 1) text.delete(from, Math.min(2, length));
  else if (length > 0) text.format(from, length, { bold: below(2) ? {} : null });
}

/** So long that each update is relayed by itself. */
const calm = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A replica that only keeps what it is given: its text is none to Yjs, and nothing in it is tidied up. */
const given = (updates: Uint8Array[]) => {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  return Y.snapshot(doc);
};

test("what is deleted as idle when an update is taken is told to its sender too, and is in the log", async () => {
  const file = scratch();
  const documents = createLiveDocuments({ file });
  onTestFinished(() => documents.close(0));
  const { document } = await documents.open("text");
  document.doc.getText("text").toString();
  const toAll: Uint8Array[] = [];
  document.onRelay(({ update, origin }) => origin !== "ona" && origin !== "andrei" && toAll.push(update));
  const begun = new Y.Doc({ gc: false });
  begun.getText("text").insert(0, "Seniūnaitija");
  const first = Y.encodeStateAsUpdate(begun);
  const made = ["ona", "andrei"].map((name) => {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, first);
    const known = Y.encodeStateVector(doc);
    doc.getText("text").format(0, 6, { bold: {} });
    return {
      update: Y.encodeStateAsUpdate(doc, known),
      from: { personId: name, clientIds: [doc.clientID], origin: name },
    };
  });
  await document.receive(first, { personId: "mairi", clientIds: [begun.clientID], origin: "mairi" });
  for (const { update, from } of made) {
    await calm();
    await document.receive(update, from);
  }
  const there = Y.snapshot(document.doc);
  expect(there.ds.clients.size, "both said the same").toBeGreaterThan(0);
  await vi.waitUntil(() =>
    Y.equalSnapshots(given([first, ...made.map(({ update }) => update), ...toAll]), there),
  );
  await documents.flush();
  expect(Y.equalSnapshots(given((await documents.states.read("text")).parts), there)).toBe(true);
});

test("those who make words bold and plain at the same time all see the same in the end, and so does the log", async () => {
  const file = scratch();
  const documents = createLiveDocuments({ file, pace: { perSecond: 1e6, burst: 1e6 } });
  onTestFinished(() => documents.close(0));
  const told = new Map<string, string>();
  for (let seed = 1; seed <= rounds; seed += 1) {
    const id = `text-${seed}`;
    const below = drawnBelow(seed * 7_919);
    const { document } = await documents.open(id);
    const editors = ["ona", "andrei", "mairi"].map((name) => editor(name, document));
    await document.change(null, (copy) => root(copy).insert(0, [new Y.XmlText()]));
    await vi.waitUntil(() => editors.every(({ hear, doc }) => (hear(), root(doc).length === 1)));
    for (let step = 0; step < 40; step += 1) {
      const one = editors[below(3)];
      if (!one) continue;
      if (below(6) === 0) one.hear();
      else edit(textIn(one.doc), below);
      if (below(2)) await one.handIn();
    }
    do {
      for (const { hear, handIn } of editors) {
        hear();
        await handIn();
      }
      await calm();
    } while (!editors.every(({ isIdle }) => isIdle()));
    for (const { doc } of editors) expect(said(doc), `an editor, seed ${seed}`).toBe(said(document.doc));
    told.set(id, said(document.doc));
  }
  await documents.close(5_000);
  const again = createLiveDocuments({ file });
  onTestFinished(() => again.close(0));
  for (const [id, expected] of told) {
    const { document } = await again.open(id);
    expect(said(document.doc), `the log, ${id}`).toBe(expected);
  }
});

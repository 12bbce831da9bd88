// What an order wrote anew is no longer undone in an editor; everything else is, as before.
import { expect, test } from "vitest";
import * as Y from "yjs";
import { forgetRewritten } from "~/editor/forget-rewritten";
import { textField } from "~/text/document-schema";
import { isOrderClient, newOrderClient } from "~/text/order-client";

const paragraph = (words: string) => {
  const block = new Y.XmlElement("paragraph");
  block.insert(0, [new Y.XmlText(words)]);
  return block;
};

/** A window with these paragraphs in its text, its undoing, and what an order of the server does to it. */
function opened(...blocks: string[]) {
  const shared = new Y.Doc({ gc: false });
  const text = shared.getXmlFragment(textField);
  text.insert(0, blocks.map(paragraph));
  const undo = new Y.UndoManager(text, { captureTimeout: 0 });
  shared.on("beforeObserverCalls", (transaction: Y.Transaction) => forgetRewritten(transaction, undo));
  const words = (place: number) => (text.get(place) as Y.XmlElement).get(0) as Y.XmlText;
  const written = (client: number, work: (text: Y.XmlFragment) => void) => {
    const copy = new Y.Doc({ gc: false });
    copy.clientID = client;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
    work(copy.getXmlFragment(textField));
    Y.applyUpdate(shared, Y.encodeStateAsUpdate(copy), "server");
    copy.destroy();
  };
  return {
    ...{ text, undo, words },
    order: (work: (text: Y.XmlFragment) => void) => written(newOrderClient(), work),
    other: (work: (text: Y.XmlFragment) => void) => written(7, work),
    says: () => text.toArray().map((_, place) => words(place).toString()),
    undone: () => {
      while (undo.canUndo()) undo.undo();
    },
  };
}

test("words that were replaced and are written anew by an order do not come back a second time", () => {
  const { undo, words, order, says, undone } = opened("Slate roofs", "Money");
  words(0).delete(0, 5);
  words(0).insert(0, "Tin");
  order((text) => {
    const first = (text.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    first.delete(0, 3);
    first.insert(0, "Slate");
  });
  expect(undo.canUndo()).toBe(false);
  undone();
  expect(says()).toEqual(["Slate roofs", "Money"]);
});

test("a passage that was deleted and comes back by an order stands once, also among others that were deleted", () => {
  const { text, order, says, undone } = opened("Roofs", "Money", "Streets", "Trees");
  text.delete(1, 2);
  order((shared) => shared.insert(1, [paragraph("Money")]));
  undone();
  expect(says()).toEqual(["Roofs", "Money", "Trees"]);
});

test("what an order did not write into is undone and redone as before, what was undone included", () => {
  const { text, undo, words, order, says } = opened("Roofs", "Money", "Streets");
  words(2).insert(7, " and trees");
  undo.stopCapturing();
  words(0).insert(5, " of tin");
  undo.stopCapturing();
  text.delete(1, 1);
  undo.undo();
  undo.undo();
  expect(says()).toEqual(["Roofs", "Money", "Streets and trees"]);
  order((shared) => ((shared.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "Old "));
  undo.redo();
  undo.redo();
  expect(says()).toEqual(["Old Roofs", "Streets and trees"]);
  while (undo.canUndo()) undo.undo();
  expect(says()).toEqual(["Old Roofs", "Money", "Streets"]);
});

test("what another window writes takes nothing from one's undoing", () => {
  const { words, other, says, undone } = opened("Slate roofs");
  words(0).delete(0, 6);
  other((text) => ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "Many "));
  undone();
  expect(says()[0]).toContain("Slate ");
});

test("what was undone within what an earlier order wrote is one's own to undo", () => {
  const { text, words, order, says, undone } = opened("Roofs");
  order((shared) => shared.insert(1, [paragraph("Money"), paragraph("Streets")]));
  words(1).insert(5, " for roofs");
  order((shared) => shared.insert(3, [paragraph("Trees")]));
  expect(says()).toEqual(["Roofs", "Money for roofs", "Streets", "Trees"]);
  undone();
  expect(says()).toEqual(["Roofs", "Money", "Streets", "Trees"]);
  expect(text.length).toBe(4);
});

test("an order's id is no window's, and lasts through an update", () => {
  for (let round = 0; round < 1000; round += 1) {
    const client = newOrderClient();
    expect(Number.isSafeInteger(client) && isOrderClient(client)).toBe(true);
    const copy = new Y.Doc();
    copy.clientID = client;
    copy.getText("words").insert(0, "a");
    const read = new Y.Doc();
    Y.applyUpdate(read, Y.encodeStateAsUpdate(copy));
    expect([...read.store.clients.keys()]).toEqual([client]);
  }
  expect(isOrderClient(new Y.Doc().clientID)).toBe(false);
  expect(isOrderClient(0xffff_ffff)).toBe(false);
});

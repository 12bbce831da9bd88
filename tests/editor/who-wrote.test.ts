// Who wrote what, in the editor while it is written: what it works out by itself is what the log says, letter by letter.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Node } from "@tiptap/pm/model";
import { Transform, findWrapping } from "@tiptap/pm/transform";
import { updateYFragment } from "@tiptap/y-tiptap";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { authoredText, sharedOf, tracedLetters } from "~/domain/documents/authorship";
import { byWholeWords } from "~/domain/documents/authorship-shares";
import type { TracedText } from "~/domain/documents/authorship.server";
import { newDocument } from "~/domain/documents/document-state";
import { passagesOf } from "~/domain/documents/letters";
import { createLiveDocuments } from "~/domain/documents/live-documents.server";
import { movedWords } from "~/domain/documents/moved-words";
import { KnownLetters } from "~/editor/who-wrote/known-letters";
import { ToldPassages, toldIn } from "~/editor/who-wrote/told-passages";
import { openLogReader } from "~/platform/update-log-file.server";
import { documentSchema, textField } from "~/text/document-schema";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared, toShared } from "~/text/shared-document";

const nobody = { words: [], by: [] };
const person = (name: string) => ({ id: name, name, colour: 1 });

/** A text with its log and the named people's editors, and what is told on the screen of the first of them. */
async function told(...names: [string, ...string[]]) {
  const folder = mkdtempSync(join(tmpdir(), "torg-who-wrote-"));
  const file = join(folder, "texts.sqlite");
  const documents = createLiveDocuments({ file });
  const { document } = await documents.open("one");
  onTestFinished(async () => {
    await documents.close(0);
    rmSync(folder, { recursive: true, force: true });
  });
  const editors = new Map(names.map((name) => [name, newDocument()]));
  const editor = (name: string) => editors.get(name) ?? newDocument();
  const act = async (name: string, work: (doc: Y.Doc) => void) => {
    const doc = editor(name);
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array, origin: unknown) => origin !== "relay" && updates.push(update);
    doc.on("update", hear);
    work(doc);
    doc.off("update", hear);
    const update = Y.mergeUpdates(updates);
    await document.receive(update, { personId: name, clientIds: [doc.clientID] });
    for (const other of editors.values()) if (other !== doc) Y.applyUpdate(other, update, "relay");
  };
  const edit = (name: string, change: (tr: Transform) => void) =>
    act(name, (doc) => {
      const tr = new Transform(fromShared(doc).document);
      change(tr);
      const mapping = { mapping: new Map(), isOMark: new Map() };
      doc.transact(() => updateYFragment(doc, doc.getXmlFragment(textField), tr.doc, mapping), "editor");
    });
  const history = () => {
    const reader = openLogReader(file);
    const history = reader.history("one");
    reader.close();
    const shared = sharedOf(history) ?? newDocument();
    return { history, shared };
  };

  const screen = editor(names[0]);
  const known = new KnownLetters(screen.clientID);
  const present = (client: number) => {
    const name = names.find((one) => editor(one).clientID === client);
    return name === undefined ? undefined : person(name);
  };
  const passages = new ToldPassages(screen, ({ client, clock, text }) =>
    known.ownersOf(client, clock, text.length, present),
  );
  screen.on("beforeObserverCalls", (transaction: Y.Transaction) => {
    for (const type of transaction.changed.keys()) passages.forget(type as Y.AbstractType<unknown>);
    known.move(movedWords(transaction, [...transaction.afterState.keys()]));
  });
  /** The screen asks the server. */
  const ask = () => {
    const { history: all, shared } = history();
    const { hands, clients, stretches } = tracedLetters(shared, all, nobody);
    const writers = [...new Set([...hands.map((hand) => hand.person ?? ""), names[0]])];
    const number = (hand: number) => (hand < 0 ? -1 : writers.indexOf(hands[hand]?.person ?? ""));
    const traced: TracedText = {
      writers: writers.map((name) => ({ person: person(name), place: { city: "Alytus" } })),
      clients: clients.map(([client, count, hand]) => [client, count, number(hand)]),
      stretches: stretches.map(([client, clock, length, hand]) => [client, clock, length, number(hand)]),
      own: writers.indexOf(names[0]),
    };
    known.take(traced);
    passages.forget();
  };
  const runs = (doc: Node, of: Int32Array, nameOf: (by: number) => string) => {
    const letters = passagesOf(doc).join("");
    const found: string[] = [];
    for (let at = 0; at < letters.length; at += 1) {
      const name = nameOf(of[at] ?? -1);
      if (at > 0 && name === nameOf(of[at - 1] ?? -1)) found.push(`${found.pop() ?? ""}${letters[at] ?? ""}`);
      else found.push(`${name}: ${letters[at] ?? ""}`);
    }
    return found;
  };
  const onScreen = () => {
    const { document: doc } = fromShared(screen);
    return runs(doc, passages.of(doc), (by) => known.writers[by]?.person?.name ?? "?");
  };
  const byLog = () => {
    const { history: all, shared } = history();
    const { document: doc, of, hands } = authoredText(shared, all, nobody);
    return runs(doc, byWholeWords(passagesOf(doc), of), (by) => hands[by]?.person ?? "?");
  };
  return { act, edit, editor, ask, onScreen, byLog, screen, passages, known };
}

const write = (markdown: string) => (doc: Y.Doc) => toShared(doc, toDocument(markdown));

test("what is written after the server was asked is told as the log has it: parted, joined, wrapped, moved, undone", async () => {
  const { act, edit, editor, ask, onScreen, byLog } = await told("boris", "anna", "vera");
  await act("anna", write("The old square of Alytus.\n\nIt is paved with granite.\n\nIt is wide."));
  ask();
  const undo = new Y.UndoManager(editor("anna").getXmlFragment(textField), {
    trackedOrigins: new Set(["editor"]),
    captureTimeout: 0,
  });
  const same = () => {
    expect(onScreen()).toEqual(byLog());
  };
  same();
  await edit("boris", (tr) => tr.insert(8, documentSchema.text(" town")));
  expect(onScreen()[1]).toBe("boris: town ");
  same();
  await edit("boris", (tr) => tr.split(14));
  same();
  await edit("anna", (tr) => tr.join(15));
  same();
  await edit("boris", (tr) => {
    const range = tr.doc.resolve(2).blockRange();
    const wrapping = range && findWrapping(range, documentSchema.nodes.blockquote);
    if (wrapping) tr.wrap(range, wrapping);
  });
  same();
  // Somebody of whom the server has not told yet, but who is seen to be there.
  await edit("vera", (tr) =>
    tr.insert(tr.doc.content.size, documentSchema.node("paragraph", null, documentSchema.text("And old."))),
  );
  expect(onScreen().at(-1)).toBe("vera: And old.");
  same();
  await edit("vera", (tr) => {
    const last = tr.doc.lastChild;
    if (last) tr.delete(tr.doc.content.size - last.nodeSize, tr.doc.content.size).insert(0, last);
  });
  same();
  await edit("anna", (tr) => tr.delete(0, tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize));
  same();
  await act("anna", () => undo.undo());
  same();
  const before = onScreen();
  ask();
  expect(onScreen()).toEqual(before);
  same();
});

test("a letter of somebody nobody knows yet is told of nobody until the server is asked", async () => {
  const { act, edit, ask, onScreen, passages, screen, known } = await told("boris");
  await act("boris", write("Boris wrote this."));
  ask();
  const other = newDocument();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(screen));
  toShared(other, toDocument("Boris wrote this. Not that."));
  Y.applyUpdate(screen, Y.encodeStateAsUpdate(other), "relay");
  expect(onScreen()).toEqual(["boris: Boris wrote this. ", "?: Not that."]);
  const { document: doc } = fromShared(screen);
  const shown = toldIn(
    doc,
    passages.of(doc),
    (by) => known.writers[by] && { className: "", style: "", name: known.writers[by].person?.name ?? "" },
    (names) => names.join(),
  );
  expect(shown.find().map(({ spec }) => (spec as { writer?: string }).writer)).toEqual([undefined, "boris"]);
  await edit("boris", (tr) => tr.insert(1, documentSchema.text("Yes, ")));
  expect(onScreen()[0]).toBe("boris: Yes, Boris wrote this. ");
});

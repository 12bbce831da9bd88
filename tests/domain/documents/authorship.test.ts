// Who wrote what: what an editor does to others' words (parts, joins, wraps, moves, takes back) makes them nobody else's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform, findWrapping } from "@tiptap/pm/transform";
import { updateYFragment } from "@tiptap/y-tiptap";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { authorsOfSaves, type KnownWords } from "~/domain/documents/authors-of-saves";
import { authoredText, sharedOf } from "~/domain/documents/authorship";
import { passagesOf } from "~/domain/documents/letters";
import { authoredSections } from "~/domain/documents/authorship-shares";
import { convert } from "~/domain/documents/conversion";
import { newDocument } from "~/domain/documents/document-state";
import { createLiveDocuments } from "~/domain/documents/live-documents.server";
import { openLogReader } from "~/platform/update-log-file.server";
import { documentSchema, textField } from "~/text/document-schema";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared, toShared } from "~/text/shared-document";

const nobody: KnownWords = { words: [], by: [] };

/** One text with its log, written by the named people, each with an editor of their own. */
async function written() {
  const folder = mkdtempSync(join(tmpdir(), "torg-authorship-"));
  const file = join(folder, "texts.sqlite");
  const documents = createLiveDocuments({ file });
  const seat = await documents.open("one");
  onTestFinished(async () => {
    await documents.close(0);
    rmSync(folder, { recursive: true, force: true });
  });
  const editors = new Map<string, Y.Doc>();
  seat.document.onRelay(({ update }) => {
    for (const doc of editors.values()) Y.applyUpdate(doc, update, "relay");
  });
  const editor = (name: string) => {
    const known = editors.get(name);
    if (known) return known;
    const doc = newDocument();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seat.document.doc), "relay");
    editors.set(name, doc);
    return doc;
  };
  /** What this person does in their editor, handed in as one update. */
  const act = async (name: string, work: (doc: Y.Doc) => void) => {
    const doc = editor(name);
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array, origin: unknown) => origin !== "relay" && updates.push(update);
    doc.on("update", hear);
    work(doc);
    doc.off("update", hear);
    if (updates.length > 0)
      await seat.document.receive(Y.mergeUpdates(updates), { personId: name, clientIds: [doc.clientID] });
  };
  /** As the editor's binding writes what its person did. */
  const edit = (name: string, change: (tr: Transform) => void, origin: unknown = "editor") =>
    act(name, (doc) => {
      const tr = new Transform(fromShared(doc).document);
      change(tr);
      const mapping = { mapping: new Map(), isOMark: new Map() };
      doc.transact(() => updateYFragment(doc, doc.getXmlFragment(textField), tr.doc, mapping), origin);
    });
  const who = (former = nobody) => {
    const reader = openLogReader(file);
    const history = reader.history("one");
    reader.close();
    const shared = sharedOf(history);
    if (!shared) throw new Error("nothing was written");
    return { authored: authoredText(shared, history, former), history };
  };
  /** The text as "words (whose) …". */
  const said = (former = nobody) => {
    const { authored } = who(former);
    const letters = passagesOf(authored.document).join("¶ ");
    const runs: Array<[string, string]> = [];
    let at = 0;
    for (const letter of letters.replaceAll("¶ ", "¶")) {
      const by = letter === "¶" ? "" : (authored.hands[authored.of[at++] ?? -1]?.person ?? "?");
      const last = runs.at(-1);
      if (last && (by === "" || last[1] === by)) last[0] += letter;
      else runs.push([letter, by]);
    }
    return runs.map(([words, by]) => `${words.trim()} (${by})`).join(" ");
  };
  return { act, edit, editor, who, said, seat, file };
}

const write = (markdown: string) => (doc: Y.Doc) => toShared(doc, toDocument(markdown));

test("each word is its writer's, inside words as well", async () => {
  const { act, edit, said } = await written();
  await act("anna", write("The old square."));
  await edit("boris", (tr) => tr.insert(8, documentSchema.text(" town")));
  expect(said()).toBe("The old (anna) town (boris) square. (anna)");
});

test("whoever parts, joins, wraps or moves a paragraph has not written it", async () => {
  const { act, edit, said } = await written();
  await act("anna", write("The old square of Alytus.\n\nIs paved."));
  await edit("boris", (tr) => tr.split(9));
  expect(said()).toBe("The old ¶square of Alytus.¶Is paved. (anna)");
  await edit("boris", (tr) => tr.join(10));
  expect(said()).toBe("The old square of Alytus.¶Is paved. (anna)");
  await edit("boris", (tr) => {
    const range = tr.doc.resolve(2).blockRange();
    const wrapping = range && findWrapping(range, documentSchema.nodes.blockquote);
    if (wrapping) tr.wrap(range, wrapping);
  });
  expect(said()).toBe("The old square of Alytus.¶Is paved. (anna)");
  await edit("boris", (tr) => {
    const last = tr.doc.lastChild;
    if (last) tr.delete(tr.doc.content.size - last.nodeSize, tr.doc.content.size).insert(0, last);
  });
  expect(said()).toBe("Is paved.¶The old square of Alytus. (anna)");
  await edit("boris", (tr) => tr.setBlockType(1, 5, documentSchema.nodes.heading, { level: 2 }));
  expect(said()).toBe("Is paved.¶The old square of Alytus. (anna)");
});

test("what is cut and put in elsewhere stays its writer's; put in once more it is the copier's", async () => {
  const { act, edit, said } = await written();
  await act("anna", write("The old square.\n\nIt is paved."));
  await edit("boris", (tr) => tr.delete(4, 8));
  await edit("boris", (tr) => tr.delete(0, tr.doc.child(0).nodeSize));
  const paragraph = documentSchema.nodes.paragraph.create(null, documentSchema.text("The square."));
  await edit("boris", (tr) => tr.insert(tr.doc.content.size, paragraph));
  expect(said()).toBe("It is paved.¶The square. (anna)");
  await edit("boris", (tr) => tr.insert(0, paragraph));
  expect(said()).toBe("The square.¶ (boris) It is paved.¶The square. (anna)");
});

test("undoing a deletion of another's words brings them back as theirs, whole paragraphs as well", async () => {
  const { act, edit, editor, said } = await written();
  await act("anna", write("The old square of Alytus.\n\nIt is paved.\n\nIt is wide."));
  const doc = editor("boris");
  const undo = new Y.UndoManager(doc.getXmlFragment(textField), {
    trackedOrigins: new Set(["editor"]),
    captureTimeout: 0,
  });
  await edit("boris", (tr) => tr.delete(5, 9));
  expect(said()).toBe("The square of Alytus.¶It is paved.¶It is wide. (anna)");
  await edit("boris", (tr) => tr.delete(0, tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize));
  expect(said()).toBe("It is wide. (anna)");
  await act("boris", () => undo.undo());
  expect(said()).toBe("The square of Alytus.¶It is paved.¶It is wide. (anna)");
  await act("boris", () => undo.undo());
  expect(said()).toBe("The old square of Alytus.¶It is paved.¶It is wide. (anna)");
  await act("boris", () => undo.redo());
  await act("boris", () => undo.redo());
  await act("boris", () => undo.undo());
  await act("boris", () => undo.undo());
  expect(said()).toBe("The old square of Alytus.¶It is paved.¶It is wide. (anna)");
});

test("what somebody writes in the place of another's words is theirs", async () => {
  const { act, edit, said, who } = await written();
  await act("anna", write("The old square of Alytus."));
  await edit("boris", (tr) => tr.replaceWith(5, 15, documentSchema.text("market place")));
  // A letter that both have stays; the word is of whoever wrote most of it.
  expect(said()).toBe("The (anna) market plac (boris) e of Alytus. (anna)");
  const [section] = authoredSections(who().authored, "en");
  expect(section?.blocks[0]?.content?.map(({ text }) => text)).toEqual([
    "The ",
    "market place ",
    "of Alytus.",
  ]);
});

test("what was written in Markdown before is of those who saved it", async () => {
  const { seat, edit, said } = await written();
  const saves = [
    { person: "anna", at: 1, text: "# Plan\n\nThe old square is paved." },
    { person: "boris", at: 2, text: "# Plan\n\nThe old square was paved.\n\n- with *stones*" },
  ];
  const { update } = convert({ text: saves[1]?.text ?? "", isForWriting: true });
  await seat.document.receive(update ?? new Uint8Array(), { personId: null, clientIds: [], isOrder: true });
  await edit("vera", (tr) =>
    tr.insert(tr.doc.content.size, documentSchema.node("paragraph", null, documentSchema.text("In 2027."))),
  );
  const former = authorsOfSaves(saves);
  expect(said(former)).toBe(
    "Plan¶The old square (anna) was (boris) paved.¶ (anna) with stones¶ (boris) In 2027. (vera)",
  );
  expect(said()).toBe("Plan¶The old square was paved.¶with stones¶ (?) In 2027. (vera)");
});

test("a section and a paragraph that were moved in Markdown stay their writer's", () => {
  const parking = "Words about the parking of the traders and their vans in the morning.";
  const rain = "# Risks\n\nRain comes from the west, the contractor in spring.";
  const saves = [
    {
      person: "anna",
      at: 1,
      text: `# Aims\n\n${parking}\n\nWe built a roof.\n\n# Money\n\nForty for the roof.\n\n${rain}`,
    },
    {
      person: "boris",
      at: 2,
      text: `${rain}\n\n# Aims\n\nWe built a glass roof.\n\n# Money\n\nForty for the roof in May.\n\n${parking}`,
    },
    // What was shortened is its writer's still.
    {
      person: "vera",
      at: 3,
      text: `${rain}\n\n# Aims\n\nThe parking.\n\n# Money\n\nForty for the roof in May.\n\nWe built a glass roof.`,
    },
  ];
  const by = (count: number, person: string) => {
    const { words, by } = authorsOfSaves(saves.slice(0, count));
    return words.filter((_, index) => by[index]?.person === person);
  };
  expect(by(2, "boris")).toEqual(["glass", "in", "May"]);
  expect(by(3, "vera")).toEqual(["The"]);
});

test("words are counted as the editor counts them, for each section", async () => {
  const { act, edit, who } = await written();
  await act("anna", write("Before.\n\n# Aims\n\nThree words here.\n\n## Aims\n\n- one two"));
  await edit("boris", (tr) => tr.insert(tr.doc.content.size - 3, documentSchema.text(" three four")));
  const { authored } = who();
  const people = (by: Array<[number, number]>) =>
    by.map(([hand, words]) => [authored.hands[hand]?.person, words]);
  expect(authoredSections(authored, "en").map(({ heading, by }) => [heading?.anchor, people(by)])).toEqual([
    [undefined, [["anna", 1]]],
    ["aims", [["anna", 4]]],
    [
      "aims-2",
      [
        ["anna", 3],
        ["boris", 2],
      ],
    ],
  ]);
});

/** Documents go into the shared form as differences and come out of it untouched. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { settled } from "~/text/document-loss";
import { textField } from "~/text/document-schema";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared, toShared } from "~/text/shared-document";
import { anyDocument } from "./any-document";

// The same in every run; another one looks further: SEED=… RUNS=…
const seed = Number(process.env.SEED ?? 336731988);
console.info(`SEED=${seed}`);

/** The first text in the document, in reading order, that holds these words. */
function textWith(within: Y.XmlFragment, words: string): Y.XmlText {
  const texts = [...within.createTreeWalker((node) => node instanceof Y.XmlText)];
  const found = texts.find((text) => text instanceof Y.XmlText && text.toString().includes(words));
  if (!(found instanceof Y.XmlText)) throw new Error(`no text says ${words}`);
  return found;
}

test("any settled document comes back from the shared form, whatever it said before", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const shared = new Y.Doc();
      for (const each of [before, after].map((document) => settled(document).document)) {
        toShared(shared, each);
        const read = fromShared(shared);
        expect(read.setAside).toEqual([]);
        expect(read.document.toJSON()).toEqual(each.toJSON());
      }
    }),
    { seed, numRuns: 300 },
  );
});

test("a place in the text stays on its word when an edit elsewhere is imported", () => {
  const shared = new Y.Doc({ gc: false });
  toShared(
    shared,
    toDocument(
      "# Plan\n\nThe old square.\n\n| City | Aim |\n|---|---|\n| Alytus | green roofs |\n\n- one\n- two",
    ),
  );
  const text = textWith(shared.getXmlFragment(textField), "green roofs");
  const place = Y.createRelativePositionFromTypeIndex(text, 6);
  const updates: Uint8Array[] = [];
  shared.on("update", (update: Uint8Array) => updates.push(update));
  const edited =
    "# Plan for 2027\n\nA new paragraph.\n\nThe old square.\n\n| City | Aim |\n|---|---|\n| Alytus | green roofs |\n\n- one\n- two\n- three";
  toShared(shared, toDocument(edited));
  const now = Y.createAbsolutePositionFromRelativePosition(place, shared);
  expect(now?.type.toString().slice(now.index)).toBe("roofs");
  expect(updates).toHaveLength(1);
  expect(updates[0]?.length).toBeLessThan(400);
  toShared(shared, toDocument(edited));
  expect(updates).toHaveLength(1);
});

test("an edit in the same paragraph leaves places in its other words", () => {
  const shared = new Y.Doc({ gc: false });
  toShared(shared, toDocument("The **old** square of Alytus."));
  const text = textWith(shared.getXmlFragment(textField), "Alytus");
  const place = Y.createRelativePositionFromTypeIndex(text, "The old square of ".length);
  toShared(shared, toDocument("The *very* **old** square of Alytus."));
  const now = Y.createAbsolutePositionFromRelativePosition(place, shared);
  expect(now?.type.toString().replace(/<[^>]*>/g, "")).toBe("The very old square of Alytus.");
  expect(now?.index).toBe("The very old square of ".length);
});

test("reading leaves the shared document as it is and tells what it does not know", () => {
  const shared = new Y.Doc();
  toShared(shared, toDocument("one\n\ntwo"));
  const fragment = shared.getXmlFragment(textField);
  const unknown = new Y.XmlElement("mindMap");
  unknown.insert(0, [new Y.XmlText("kept words")]);
  fragment.insert(1, [unknown]);
  const text = textWith(fragment, "two");
  text.format(0, 3, { sparkle: {} });
  const before = Y.encodeStateAsUpdate(shared);
  const { document, setAside } = fromShared(shared);
  expect(document.textContent).toBe("onetwo");
  expect(setAside).toEqual([
    { name: "mindMap", words: "kept words", why: "unknown" },
    { name: "sparkle", words: "two", why: "unknown" },
  ]);
  expect(() => toShared(shared, toDocument("three"))).toThrow(/mindMap, sparkle/);
  expect(Y.encodeStateAsUpdate(shared)).toEqual(before);
});

test("what writing at once has left incomplete is completed, and what is misplaced is told", () => {
  const shared = new Y.Doc();
  const fragment = shared.getXmlFragment(textField);
  const [list, quote, code, row] = ["bulletList", "blockquote", "codeBlock", "tableRow"].map(
    (name) => new Y.XmlElement(name),
  );
  if (!list || !quote || !code || !row) throw new Error("made four");
  fragment.insert(0, [list, quote, code, row]);
  quote.insert(0, [new Y.XmlText("loose words")]);
  const bold = new Y.XmlText();
  bold.insert(0, "code", { bold: {} });
  code.insert(0, [bold]);
  const { document, setAside } = fromShared(shared);
  document.check();
  expect(document.toString()).toBe(
    'doc(bulletList(listItem(paragraph)), blockquote(paragraph("loose words")), codeBlock("code"))',
  );
  expect(setAside).toEqual([{ name: "tableRow", words: "", why: "misplaced" }]);
});

test("a hostile depth neither throws nor hides", () => {
  const shared = new Y.Doc();
  let within: Y.XmlFragment = shared.getXmlFragment(textField);
  for (let depth = 0; depth < 300; depth += 1) {
    const quote = new Y.XmlElement("blockquote");
    within.insert(0, [quote]);
    within = quote;
  }
  within.insert(0, [new Y.XmlText("bottom")]);
  expect(fromShared(shared).setAside).toEqual([{ name: "blockquote", words: "bottom", why: "misplaced" }]);
});

test("an empty shared document is one empty paragraph", () => {
  expect(fromShared(new Y.Doc()).document.toString()).toBe("doc(paragraph)");
});

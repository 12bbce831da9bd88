import { expect, test } from "vitest";
import * as Y from "yjs";
import { refusedWords } from "~/editor/refused-words";
import { documentSchema } from "~/text/document-schema";
import { readMarkdown } from "~/text/markdown-to-document";
import { toShared } from "~/text/shared-document";

const { doc, paragraph, hardBreak, blockquote, bulletList, listItem } = documentSchema.nodes;

function refused(document: Parameters<typeof toShared>[1]): string {
  const shared = new Y.Doc({ gc: false });
  const edits: Uint8Array[] = [];
  shared.on("update", (edit: Uint8Array) => edits.push(edit));
  toShared(shared, document);
  return refusedWords(shared, edits);
}

test("words to copy hold no sign for what is empty: a line just begun, a break or a blank at the end", () => {
  const line = (words: string) => paragraph.create(null, documentSchema.text(words));
  const written = doc.create(null, [
    line("One "),
    paragraph.create(),
    paragraph.create(null, [documentSchema.text("Two "), hardBreak.create()]),
    paragraph.create(null, documentSchema.text(" ")),
    blockquote.create(null, [line("Three"), paragraph.create()]),
    bulletList.create(null, [listItem.create(null, line("Four")), listItem.create(null, paragraph.create())]),
    paragraph.create(),
  ]);
  expect(refused(written)).toBe("One\n\nTwo\n\n> Three\n\n- Four\n-");
});

test("a sign for what is empty that somebody wrote stays theirs", () => {
  expect(refused(readMarkdown("A `&nbsp;` and \\&nbsp;\n").document)).toBe("A `&nbsp;` and \\&nbsp;");
});

test("where only an empty line was refused there is nothing to copy", () => {
  expect(refused(doc.create(null, paragraph.create()))).toBe("");
});

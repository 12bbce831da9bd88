// Whoever saves Markdown changes what they changed: the rest keeps what Markdown cannot say.
import { expect, test } from "vitest";
import { carriedOver } from "~/text/carried-over";
import { documentSchema } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";
import { readMarkdown } from "~/text/markdown-to-document";

const paragraph = (words: string) => documentSchema.node("paragraph", null, documentSchema.text(words));
const cell = (words: string, attributes = {}) =>
  documentSchema.node("tableCell", attributes, paragraph(words));
const head = (words: string, attributes = {}) =>
  documentSchema.node("tableHeader", attributes, paragraph(words));
const table = documentSchema.node("table", null, [
  documentSchema.node("tableRow", null, [head("City", { colspan: 2 })]),
  documentSchema.node("tableRow", null, [cell("Alytus"), cell("2020")]),
]);
const standing = documentSchema.node("doc", null, [paragraph("Before."), table, paragraph("After.")]);

/** The text as somebody saves it who changed this word in its Markdown. */
const saved = (from: string, to: string) =>
  carriedOver(standing, readMarkdown(toMarkdown(standing).replace(from, to)).document);

test("a table keeps its merged cells where another paragraph was changed, added or removed", () => {
  for (const [from, to, words] of [
    ["After.", "Afterwards.", "Afterwards."],
    ["Before.", "Before.\n\nBetween.", "Between."],
    ["Before.\n\n", "", "After."],
  ] as const) {
    const document = saved(from, to);
    expect(document.textContent).toContain(words);
    expect(document.children.filter((block) => block.eq(table))).toHaveLength(1);
  }
});

test("a table in which something was changed is as it was written", () => {
  const document = saved("Alytus", "Barnsley");
  expect(document.children.some((block) => block.eq(table))).toBe(false);
  expect(document.textContent).toContain("Barnsley");
});

test("saved as it was shown, it is what stands", () => {
  expect(saved("After.", "After.").eq(standing)).toBe(true);
});

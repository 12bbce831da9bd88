/** Markdown of the dialect becomes a document, and the document's Markdown says the same. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lossesOf, markdownLimits } from "~/text/document-loss";
import { documentSchema } from "~/text/document-schema";
import { textOfDocument } from "~/text/document-text";
import { toMarkdown } from "~/text/document-to-markdown";
import { readMarkdown, toDocument } from "~/text/markdown-to-document";
import { renderMarkdown } from "~/text/render";
import { hostileTexts } from "./hostile";
import { examples } from "./markdown-examples";

const { nodes } = documentSchema;

/** The HTML with what docs/markdown.md lets differ taken out: spaces, the order in which marks nest. */
function said(markdown: string): string {
  return renderMarkdown(markdown)
    .html.split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part, index) =>
      index % 2 ? part : part.replace(/\s+/g, " ").replace(/> | </g, (tag) => tag.trim()),
    )
    .join("")
    .trim();
}

/** Examples whose exported Markdown renders to other HTML, and why; docs/markdown.md says it in full. */
const differing: Record<string, string> = {
  "fenced code": "a block of code that nobody ended ends its last line",
  emphasis: "marks nest in another order",
  "emphasis without sense": "marks within the same marks are said once",
  "letters of all lands": "marks within the same marks are said once",
  "links to documents and people": "marks stand around a link, not in it",
  footnotes: "a mark that ends with a reference to a note ends before it",
  "tasks among others": "tasks and other items part into several lists",
  tasks: "tasks and other items part into several lists",
  "a space that holds a place": "a box before nothing but a space is a task without words",
};

test("every example comes back from its own Markdown", () => {
  for (const [name, markdown] of Object.entries(examples)) {
    const { document } = readMarkdown(markdown);
    document.check();
    expect(toDocument(toMarkdown(document)).toJSON(), name).toEqual(document.toJSON());
    expect(lossesOf(document), name).toEqual([]);
  }
});

test("the exported Markdown renders to what the example rendered to", () => {
  const others = Object.entries(examples).filter(
    ([, markdown]) => said(toMarkdown(toDocument(markdown))) !== said(markdown),
  );
  for (const [name, markdown] of others) {
    if (!(name in differing)) expect(said(toMarkdown(toDocument(markdown))), name).toBe(said(markdown));
  }
  expect(others.map(([name]) => name).sort()).toEqual(Object.keys(differing).sort());
});

test("hostile texts become documents in good time, and come back", () => {
  for (const [name, build] of Object.entries(hostileTexts)) {
    const document = toDocument(build(3_000));
    expect(toDocument(toMarkdown(document)).eq(document), name).toBe(true);
    const start = performance.now();
    toMarkdown(toDocument(build(100_000)));
    expect(performance.now() - start, name).toBeLessThan(4_000);
  }
}, 180_000);

test("guidance, mentions and links to documents have forms of their own", () => {
  expect(toDocument("<!-- guidance: Say why -->").child(0).attrs).toEqual({ text: "Say why" });
  expect(renderMarkdown("<!-- guidance: Say why -->").html).toBe("");
  const [mention, , link] = toDocument(
    "[@Rasa](/people/0123456789abcdefghjk) [Plan](/documents/0123456789abcdefghjk)",
  ).child(0).children;
  expect(mention?.toJSON()).toEqual({
    type: "mention",
    attrs: { personId: "0123456789abcdefghjk", name: "Rasa" },
  });
  expect(link?.toJSON()).toEqual({
    type: "documentLink",
    attrs: { id: "0123456789abcdefghjk", title: "Plan" },
  });
});

test("merged cells are exported apart and told", () => {
  const cell = (text: string, attrs = {}) =>
    nodes.tableCell.create(attrs, nodes.paragraph.create(null, documentSchema.text(text)));
  const table = nodes.table.create(null, [
    nodes.tableRow.create(null, [cell("wide", { colspan: 2 }), cell("high", { rowspan: 2 })]),
    nodes.tableRow.create(null, [cell("a"), cell("b")]),
  ]);
  const document = nodes.doc.create(null, table);
  expect(toMarkdown(document)).toBe("|  |  |  |\n| - | - | - |\n| wide |  | high |\n| a | b |  |\n");
  expect(lossesOf(document)).toEqual([
    { kind: "merged-cells", words: "wide" },
    { kind: "merged-cells", words: "high" },
  ]);
});

test("an image's address that nobody is shown is told, its words are kept", () => {
  const { document, losses } = readMarkdown("![Here](/a.jpg) and [![Logo](https://d.example/l.png)](/e)");
  expect(document.textContent).toBe("Here and Logo");
  expect(losses).toEqual([
    { kind: "image", words: "/a.jpg" },
    { kind: "image", words: "https://d.example/l.png" },
  ]);
});

test("a text beyond two million characters is kept as it was typed", () => {
  const long = "# a\n".repeat(600_000);
  expect(toDocument(long).child(0).type.name).toBe("codeBlock");
  expect(toDocument(long).textContent).toBe(long);
});

test("what Markdown cannot say stands in the documentation, and nothing else", () => {
  const told = [...readFileSync("docs/markdown.md", "utf8").matchAll(/^\| `([a-z-]+)` \|/gm)].map(
    ([, kind]) => kind,
  );
  expect(told).toEqual([...markdownLimits()]);
});

test("the words of a document keep headings and cells apart and leave guidance out", () => {
  const text =
    "# Heading\nText **in** bold\n\n<!-- guidance: no -->\n\n| a | b |\n|---|---|\n| c<br/>d | [@Rasa](/people/0123456789abcdefghjk) |\n\n- one\n  - two[^1]\n\n[^1]: note";
  expect(textOfDocument(toDocument(text))).toBe("Heading\nText in bold\na\tb\nc d\t@Rasa\none\ntwo\nnote");
});

test("an asterisk before a break that is typed as its number stays an asterisk", () => {
  const { doc, paragraph } = nodes;
  const document = doc.create(null, paragraph.create(null, documentSchema.text("one *\n* two")));
  expect(toDocument(toMarkdown(document)).textContent).toBe("one *\n* two");
});

test("a link whose words begin like a footnote's name stays a link, also where there is a footnote of that name", () => {
  const text = "[\\^one](https://a.example)[^one]\n\n[^one]: Words.\n";
  const document = toDocument(text);
  expect(document.child(0).child(0).toJSON()).toMatchObject({ text: "^one", marks: [{ type: "link" }] });
  expect(toMarkdown(document)).toBe(text);
});

// Documents of every kind that the schema allows, small and nasty.
import type { Mark, Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { documentSchema } from "~/text/document-schema";

const { nodes, marks } = documentSchema;

const ids = ["0123456789abcdefghjk", "zzzzzzzzzzzzzzzzzzzz"];
const labels = ["1", "a-b", "ą"];

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "Bo to", "žodis", "x1", "snake_case", "see [1]", "5 < 6") },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...("*_~`[]()!<>&\\|#-+=:.@\"'^/ \u00a0\t,;a1ą€😀".match(/./gsu) ?? []),
          "\n",
          "\\\\",
          "www.a.lt",
          "https://a.lt/x",
          "a@b.lt",
          "&amp;",
          "&#32;",
          "&nbsp;",
          "1. ",
          "- ",
          "[ ] ",
          "[x] ",
          "[^1]",
          "[^1]:",
          "](",
          "[a]: b",
          "---",
          "<br>",
          "<!-- guidance: a -->",
          "~~",
          "**",
          "```",
          "    ",
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }) },
);

const href = fc.constantFrom(
  "https://a.lt/x_(y)?a=1&copy=2&amp;#f",
  "/plan",
  "#part-one",
  "mailto:a@b.lt",
  "https://ą.lt/ž ž",
  'https://a.lt/"\\<>*|`',
  "https://a.lt",
  `/documents/${ids[0]}`,
  `/people/${ids[1]}`,
  "javascript:alert(1)",
);
const link = fc
  .record({
    href,
    title: fc.option(fc.oneof(fc.constantFrom('say "a\\" &amp; b|', "x", " "), words), {
      nil: null,
      freq: 3,
    }),
  })
  .map((attrs) => marks.link.create(attrs));
const simple = fc.constantFrom(
  ...[marks.bold, marks.italic, marks.strike, marks.code].map((type) => type.create()),
);
const someMarks = fc.oneof(
  fc.constant<Mark[]>([]),
  fc.array(fc.oneof({ weight: 5, arbitrary: simple }, { weight: 1, arbitrary: link }), { maxLength: 3 }),
);
const marked = (set: readonly Mark[]) => set.reduce<readonly Mark[]>((all, mark) => mark.addToSet(all), []);

const inline = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(words, someMarks).map(([text, set]) => documentSchema.text(text, marked(set))),
  },
  { weight: 1, arbitrary: fc.constant(nodes.hardBreak.create()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...labels).map((label) => nodes.footnoteReference.create({ label })),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc
        .record({ personId: fc.constantFrom(...ids), name: words })
        .map((attrs) => nodes.mention.create(attrs)),
      fc
        .record({ id: fc.constantFrom(...ids), title: fc.oneof(words, fc.constant("")) })
        .map((attrs) => nodes.documentLink.create(attrs)),
    ),
  },
);
/** Now and then one that is of no file, or of no size. */
const picture = fc
  .record({
    file: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.constantFrom("", "x/../y") },
    ),
    width: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 9_999 }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 10_000, 1.5, NaN, "7") },
    ),
    height: fc.integer({ min: 1, max: 9_999 }),
    alt: fc.oneof(words, fc.constant("")),
    caption: fc.oneof(words, fc.constant("")),
  })
  .map((attrs) => nodes.picture.create(attrs));
const inlines = fc.array(inline, { maxLength: 5 });
const codeText = fc.oneof(
  fc.constantFrom("", "a", "a\n\nb", "\n", "```\n~~~~", "\ta", "  a\n \n", "# a\n> b\n- c"),
  words,
);
const block = (within: fc.Arbitrary<Node>) => {
  const blocks = fc.array(within, { minLength: 1, maxLength: 3 });
  const item = fc
    .tuple(inlines, fc.array(within, { maxLength: 2 }))
    .map(([first, rest]) => [paragraphOf(first), ...rest]);
  const listItems = fc.array(
    item.map((content) => nodes.listItem.create(null, content)),
    { minLength: 1, maxLength: 3 },
  );
  const taskItems = fc.array(
    fc.tuple(fc.boolean(), item).map(([checked, content]) => nodes.taskItem.create({ checked }, content)),
    { minLength: 1, maxLength: 3 },
  );
  const start = fc.constantFrom(0, 1, 2, 9, 10, 999_999_999);
  return fc.oneof(
    { weight: 3, arbitrary: inlines.map(paragraphOf) },
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inlines)
      .map(([level, content]) => nodes.heading.create({ level }, content)),
    fc
      .tuple(fc.option(fc.constantFrom("js", "c++ x", "a`b", "&amp;", "a\\b")), codeText)
      .map(([language, text]) =>
        nodes.codeBlock.create({ language }, text === "" ? null : documentSchema.text(text)),
      ),
    fc.constant(nodes.horizontalRule.create()),
    picture,
    fc.oneof(fc.constantFrom("What & why -->", ""), words).map((text) => nodes.guidance.create({ text })),
    blocks.map((content) => nodes.blockquote.create(null, content)),
    fc.tuple(fc.boolean(), listItems).map(([loose, items]) => nodes.bulletList.create({ loose }, items)),
    fc
      .tuple(fc.boolean(), start, listItems)
      .map(([loose, first, items]) => nodes.orderedList.create({ loose, start: first }, items)),
    fc
      .tuple(fc.boolean(), fc.option(start), taskItems)
      .map(([loose, first, items]) => nodes.taskList.create({ loose, start: first }, items)),
  );
};
const paragraphOf = (content: Node[]) => nodes.paragraph.create(null, content);

const align = fc.constantFrom(null, "left", "center", "right");

/** Tables as Markdown can say them, or wild ones. */
const table = (cellContent: fc.Arbitrary<Node[]>, isWild: boolean) =>
  fc
    .tuple(fc.array(align, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.integer({ min: 1, max: 3 }))
    .chain(([aligns, hasHeaders, height]) =>
      fc
        .array(
          fc.array(
            fc.record({
              content: cellContent,
              colspan: fc.integer({ min: 1, max: 3 }),
              rowspan: fc.integer({ min: 1, max: 3 }),
              align,
            }),
            { minLength: aligns.length, maxLength: aligns.length },
          ),
          { minLength: height, maxLength: height },
        )
        .map((rows) =>
          nodes.table.create(
            null,
            rows.map((row, index) =>
              nodes.tableRow.create(
                null,
                row.map(({ content, ...attrs }, column) =>
                  (hasHeaders && index === 0 ? nodes.tableHeader : nodes.tableCell).create(
                    isWild ? attrs : { align: aligns[column] },
                    content,
                  ),
                ),
              ),
            ),
          ),
        ),
    );

const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthIdentifier: "blocks" },
    inlines.map(paragraphOf),
    block(tie("tree")),
    table(
      fc.array(fc.oneof({ weight: 5, arbitrary: inlines.map(paragraphOf) }, picture), {
        minLength: 1,
        maxLength: 2,
      }),
      false,
    ),
  ),
}));

const footnote = fc
  .tuple(fc.constantFrom(...labels), fc.array(tree, { minLength: 1, maxLength: 2 }))
  .map(([label, content]) => nodes.footnote.create({ label }, content));

/** Documents as people make them: nothing in them is beyond Markdown but what chance puts there. */
export const anyDocument = fc
  .array(fc.oneof({ weight: 6, arbitrary: tree }, { weight: 1, arbitrary: footnote }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((content) => nodes.doc.create(null, content));

/** Documents with what Markdown cannot say: merged cells, blocks in cells, depth, signs that nobody can type. */
export const wildDocument = fc
  .array(
    fc.oneof(
      tree,
      table(fc.array(tree, { minLength: 1, maxLength: 2 }), true),
      fc.tuple(tree, fc.integer({ min: 8, max: 30 })).map(([inner, depth]) => {
        let deep = inner;
        for (let level = 0; level < depth; level += 1)
          deep =
            level % 2
              ? nodes.blockquote.create(null, deep)
              : nodes.bulletList.create(null, nodes.listItem.create(null, [paragraphOf([]), deep]));
        return deep;
      }),
      fc.string({ unit: "binary", minLength: 1 }).map((text) => paragraphOf([documentSchema.text(text)])),
      fc.string().map((label) => nodes.footnote.create({ label }, paragraphOf([]))),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((content) => nodes.doc.create(null, content));

/** The first words of a text, as lists and notices show them. */
import { expect, test } from "vitest";
import { plainText } from "~/text/plain";

test("markup is left out and words are kept", () => {
  const text = `# Context, *needs* and **vision**

> A [write-up](https://alytus.example "T") of ![the square](/a.png)[^1] by <https://alytus.example>, see [here][1].

- [x] Invite ~~few~~ \`all\`
1. one\\_two snake_case _three_

| City | Sum |
|:-----|----:|
| Alytus | 1 |

\`\`\`js
code
\`\`\`

[1]: /x
[^1]: a note`;
  expect(plainText(text, 500)).toBe(
    "Context, needs and vision · A write-up of the square by https://alytus.example, see here. " +
      "Invite few all · one_two snake_case three · City · Sum · Alytus · 1 · code",
  );
});

test("headings, paragraphs, entries and cells stand apart, unless their own signs part them", () => {
  expect(plainText("## Whom we met\nThe team,\nand others.\n## When\n\nIn January")).toBe(
    "Whom we met · The team, and others. When · In January",
  );
  expect(plainText("Title\n=====\nAgreed:\n\n- one\n  of many\n- two.\n- three\nParagraph")).toBe(
    "Title · Agreed: one of many · two. three Paragraph",
  );
  expect(plainText("|City|Sum a\\|b||\n|---|---|\n|Alytus|1|\n\na | b\n\nAfter")).toBe(
    "City · Sum a|b · Alytus · 1 · a · b · After",
  );
  expect(plainText("> # Said\n> by whom\n\n#\n\n| |\n|-|\nEnd")).toBe("Said · by whom · End");
});

test("without an end every word is kept, also where the signs between them make the text longer", () => {
  const cells = "|a|b|c|".repeat(2_000);
  expect(plainText(cells, Infinity).match(/[abc]/g)).toHaveLength(6_000);
});

test("a long text is cut after a word, and the cut is marked", () => {
  expect(plainText("Alytus owes two things by Friday", 15)).toBe("Alytus owes…");
  expect(plainText("Alytus owes", 11)).toBe("Alytus owes");
});

test("a word longer than the room is cut within, but never within a character", () => {
  expect(plainText("a".repeat(50), 10)).toBe(`${"a".repeat(10)}…`);
  expect(plainText("😀".repeat(50), 9)).toBe(`${"😀".repeat(4)}…`);
});

test("an empty text and one of mere markup have no words", () => {
  for (const text of ["", " \n\t", "---\n***\n===", "# \n- \n> "]) expect(plainText(text)).toBe("");
});

test("however long the text, only its beginning is looked at", () => {
  const beginning = `Words ${"[".repeat(2_000)}`;
  expect(plainText(beginning + "x".repeat(2_000_000))).toBe(plainText(beginning));
});

test("of a picture its description and its caption are told, and never its address", () => {
  const square = '![The square \\[old\\]](/files/0123456789abcdefghjk/1600x1067 "In May: \\"green\\"")';
  expect(plainText(`Before\n\n${square}\n\nAfter`)).toBe(
    'Before · The square [old] · In May: "green" · After',
  );
  expect(plainText("![](/files/0123456789abcdefghjk/1600x1067)\n\nAfter")).toBe("After");
  expect(plainText(`| a | ${square.replace("[old\\]", "\\|\\]")} |\n|---|---|`)).toContain("In May");
});

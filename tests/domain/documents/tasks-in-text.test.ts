// The boxes of a text and those that its reader sees are the same ones, in the same order, whatever stands around them.
import { expect, test } from "vitest";
import { boxesOfText } from "~/domain/documents/boxes-of-text.server";
import { boxesIn, withBox } from "~/domain/documents/tasks-in-text";
import { toMarkdown } from "~/text/document-to-markdown";
import { readMarkdown } from "~/text/markdown-to-document";
import { renderMarkdown } from "~/text/render";
import { withBoxes } from "~/ui/tasks/boxes-in-html";

const person = "0123456789abcdefghjk";

const text = `# Minutes

- [ ] First, with **bold** & <b>signs</b>

  and a second paragraph
- [x] Second [@Somebody](/people/${person}) 2026-12-01
  - [ ] Below the second
  - no box
- [ ] &nbsp;
- plain
- [ ] After a plain one

1. [ ] Numbered
2. [x] Numbered as well

> - [ ] Quoted[^1]

\`\`\`
- [ ] no box in code
\`\`\`

\\- [ ] escaped

| A | B |
|---|---|
| [ ] cell | x |

- [ ]
- [ ] ![A picture](/files/${person})
- [ ] [a link](https://example.org) <label><input type="checkbox" disabled="">

[^1]: Said in a note

    - [ ] In a note
`;

/** The words of each box as the page shows them. */
function shownBoxes(html: string): string[] {
  return [...html.matchAll(/<label><input type="checkbox"[^>]*>([\s\S]*?)<\/label>/gu)].map(
    ([, words = ""]) =>
      words
        .replace(/<[^>]*>/gu, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&")
        .trim(),
  );
}

test("what stands at a place in the text is what stands there on the page", () => {
  const { html } = renderMarkdown(text, { topHeading: 2 });
  const boxes = boxesIn(readMarkdown(text).document);
  const [before = ""] = html.split('<div class="footnotes"');
  const shown = shownBoxes(before);
  expect(boxes).toHaveLength(shown.length);
  // All but that of a picture have words of their own on the page.
  expect(shown.filter((words) => words !== "").length).toBeGreaterThan(8);
  for (const [place, { words }] of boxes.entries())
    expect(words.startsWith((shown[place] ?? "").slice(0, 6)), `${place}: ${words} | ${shown[place]}`).toBe(
      true,
    );
});

test("a box takes the place of the one it stands for, and no other", () => {
  const { html } = renderMarkdown(text, { topHeading: 2 });
  const boxes = boxesIn(readMarkdown(text).document);
  const [task] = boxes.filter(({ personId }) => personId !== null);
  expect(task).toMatchObject({ personId: person, day: "2026-12-01", isDone: true, place: 1 });
  const as = (mayTick: boolean) =>
    withBoxes(html, [{ id: "0000000000task000000", place: 1, isDone: false, mayTick }]);
  expect(as(true).match(/<button [^>]*>/gu)).toHaveLength(1);
  expect(as(true)).toMatch(/value="done:0000000000task000000"[^>]*><\/button><span [^>]*> Second/);
  // Somebody has opened it again since the text was signed.
  expect(as(false)).toMatch(
    /<input type="checkbox" disabled="" id="task-0000000000task000000" aria-labelledby="[^"]*"><span [^>]*> Second/,
  );
  expect(withBoxes(html, [])).toBe(html);
});

test("a box in a note, which is shown behind all others, is counted neither in the text nor on the page", () => {
  const noted = [
    "Agreed[^a]:",
    `[^a]: Said\n\n    - [ ] In a note [@Somebody](/people/${person}) 2026-12-02`,
    `- [ ] First [@Somebody](/people/${person}) 2026-12-01\n- [ ] Last\n`,
  ].join("\n\n");
  const boxes = boxesIn(readMarkdown(noted).document);
  expect(boxes.map(({ words }) => words)).toEqual(["First @Somebody 2026-12-01", "Last"]);
  const { html } = renderMarkdown(noted, { topHeading: 2 });
  const box = { id: "0000000000task000000", isDone: false, mayTick: true };
  expect(withBoxes(html, [{ ...box, place: 0 }])).toMatch(/<\/button><span [^>]*> First/);
  expect(withBoxes(html, [{ ...box, place: 1 }])).toMatch(/<\/button><span [^>]*> Last/);
  expect(withBoxes(html, [{ ...box, place: 2 }])).toBe(html);
  const ticked = withBox(readMarkdown(noted).document, { place: 1, words: "Last", isDone: true });
  expect(ticked && toMarkdown(ticked)).toContain("- [x] Last");
});

test("ticking a box changes its sign alone; a box of other words is none", () => {
  const { document } = readMarkdown(text);
  const [first] = boxesIn(document);
  const ticked = withBox(document, { place: 0, words: first?.words ?? "", isDone: true });
  expect(ticked && toMarkdown(ticked)).toBe(toMarkdown(document).replace("- [ ] First", "- [x] First"));
  expect(withBox(document, { place: 0, words: "Another", isDone: true })).toBeNull();
  expect(withBox(document, { place: 99, words: "", isDone: true })).toBeNull();
});

test("a text is read once for its boxes as long as few others came since", () => {
  const first = boxesOfText(text);
  expect(first).toEqual(boxesIn(readMarkdown(text).document));
  for (let other = 0; other < 7; other += 1) boxesOfText(`- [ ] ${other}`);
  expect(boxesOfText(text)).toBe(first);
  for (let other = 0; other < 8; other += 1) boxesOfText(`- [ ] ${other}`);
  expect(boxesOfText(text)).not.toBe(first);
});

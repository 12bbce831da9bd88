// What is found in a text, and what counts as a word or a heading of it.
import { expect, test } from "vitest";
import { findIn, mostFound } from "~/editor/extensions/finding";
import { newFootnoteLabel } from "~/editor/extensions/footnotes";
import { headingsIn } from "~/editor/outline";
import { wordsIn } from "~/editor/words-in";
import { toDocument } from "~/text/markdown-to-document";

const words = (markdown: string, wanted: string, isCaseKept = false) => {
  const doc = toDocument(markdown);
  return findIn(doc, wanted, isCaseKept).map(({ from, to }) => doc.textBetween(from, to));
};

test("words are found whatever their case, across marks, and in cells, lists and code", () => {
  const text = "# Aikštė\n\nai**kš**tė\n\n- AIKŠTĖ\n\n| aikštė |\n| --- |\n| x |\n\n```\naikštė\n```\n";
  expect(words(text, "aikštė")).toEqual(["Aikštė", "aikštė", "AIKŠTĖ", "aikštė", "aikštė"]);
  expect(words(text, "aikštė", true)).toHaveLength(3);
});

test("signs of patterns are only signs, and nothing is found for no words", () => {
  expect(words("a.b axb (a)", "a.b")).toEqual(["a.b"]);
  expect(words("a.b axb (a)", "(a)")).toEqual(["(a)"]);
  expect(words("abc", "")).toEqual([]);
});

test("what holds one place, as a mention, does not move what is found behind it", () => {
  expect(words("a[^1] b end\n\n[^1]: note", "end")).toEqual(["end"]);
});

test("beyond a number nobody walks through, places are not counted", () => {
  expect(words("a".repeat(mostFound + 10), "a")).toHaveLength(mostFound);
});

test("words are counted as the language divides them, marks and breaks of blocks aside", () => {
  expect(wordsIn(toDocument("# Du žodžiai\n\nir **trys** kiti – 2026.\n"), "lt")).toBe(6);
  expect(wordsIn(toDocument("<!-- guidance: not of the text -->\n"), "en")).toBe(0);
});

test("headings are told in order, with anchors numbered as in the reading view", () => {
  expect(headingsIn(toDocument("# Plan\n\n> # Quoted\n\n## Žuvys\n\n## Žuvys\n\n#\n"))).toMatchObject([
    { level: 1, text: "Plan", anchor: "plan" },
    { level: 2, text: "Žuvys", anchor: "zuvys" },
    { level: 2, text: "Žuvys", anchor: "zuvys-2" },
  ]);
});

test("labels of footnotes can stand in Markdown and do not repeat", () => {
  const drawn = new Set(Array.from({ length: 2_000 }, newFootnoteLabel));
  expect(drawn.size).toBe(2_000);
  for (const label of drawn) expect(label).toMatch(/^[a-z2-9]{8}$/);
});

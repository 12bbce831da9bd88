// What is marked between two texts: the words that differ, no more, and no letter lost.
import { expect, test } from "vitest";
import { differences, type Run } from "~/text/differences";

const marked = (runs: Run[]) =>
  runs
    .map((run) => (run.in === "both" ? run.words : run.in === "one" ? `[+${run.words}]` : `[-${run.words}]`))
    .join("");

test.each([
  ["the same text", "Trys kioskai.", "Trys kioskai.", "Trys kioskai."],
  ["one word", "The market by the river", "The hall by the river", "The [+market][-hall] by the river"],
  ["words added at the end", "One two three", "One two", "One two[+ three]"],
  ["a line put in between", "a\nnew\nb\n", "a\nb\n", "a\n[+new\n]b\n"],
  ["a line less", "a\nb\n", "a\nold\nb\n", "a\n[-old\n]b\n"],
  [
    "several words in a row, as one change",
    "we saw big halls",
    "we saw old squares",
    "we saw [+big halls][-old squares]",
  ],
  ["nothing against something", "", "Words", "[-Words]"],
  ["a stop at the end", "Done.", "Done", "Done[+.]"],
  ["letters of every language", "Žmonės ateina", "Žmonių ateina", "[+Žmonės][-Žmonių] ateina"],
])("%s", (_, one, other, expected) => {
  expect(marked(differences(one, other))).toBe(expected);
});

test("both texts can be put together again from the runs, whatever they are", () => {
  const words = ["a", "b", "\n", " ", "ąč", ".", "\n\n", "market"];
  let seed = 7;
  const next = (count: number) => (seed = (seed * 48_271) % 2_147_483_647) % count;
  const text = () => Array.from({ length: next(40) }, () => words[next(words.length)]).join("");
  for (let round = 0; round < 500; round += 1) {
    const [one, other] = [text(), text()];
    const runs = differences(one, other);
    const without = (side: Run["in"]) => runs.flatMap((run) => (run.in === side ? [] : [run.words])).join("");
    expect([without("other"), without("one")]).toEqual([one, other]);
  }
});

test("two long texts that have nothing in common cost no more than others", () => {
  const text = (word: string) =>
    Array.from({ length: 20_000 }, (_, line) => `${word} ${line * 2}\n`).join("");
  const [one, other] = [
    text("one"),
    text("other").replaceAll(/\d+/g, (number) => String(Number(number) + 1)),
  ];
  const begun = performance.now();
  const runs = differences(one, other);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(runs.length).toBeLessThan(5);
});

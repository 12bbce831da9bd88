// Whatever two documents say: nothing of either is lost in the comparison, its HTML holds nothing of theirs but words, and it ends in time.
import type { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { align } from "~/text/comparison/align";
import { commonPairs } from "~/text/comparison/common-pairs";
import { compareDocuments } from "~/text/comparison/compare-documents";
import { compareWords, piecesOf } from "~/text/comparison/compare-words";
import { judgeHref } from "~/text/href";
import { toDocument } from "~/text/markdown-to-document";
import { anyDocument, wildDocument } from "../any-document";
import { hostileTexts } from "../hostile";
import { compare } from "./said";

const seed = Number(process.env.SEED ?? 336731988);
const numRuns = Number(process.env.RUNS ?? 300);

/** Few different numbers, so that much is the same, in other places too. */
const row = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });

test("what two rows have in common is found, as long as can be, and in order", () => {
  fc.assert(
    fc.property(row, row, (one, other) => {
      const pairs = commonPairs(one, other, { left: 1_000_000 });
      let [left, right] = [-1, -1];
      for (const [a, b] of pairs) {
        expect(one[a]).toBe(other[b]);
        expect(a > left && b > right).toBe(true);
        [left, right] = [a, b];
      }
      expect(pairs.length).toBe(longest(one, other));
    }),
    { seed, numRuns },
  );
});

/** The length of the longest common row, by the book. */
function longest(one: number[], other: number[]): number {
  let last = new Array<number>(other.length + 1).fill(0);
  for (const a of one) {
    const next = [0];
    for (const [at, b] of other.entries())
      next.push(a === b ? (last[at] ?? 0) + 1 : Math.max(last[at + 1] ?? 0, next[at] ?? 0));
    last = next;
  }
  return last.at(-1) ?? 0;
}

test("each thing of both rows stands in the steps once, and what moved at both its places", () => {
  fc.assert(
    fc.property(row, row, fc.boolean(), (one, other, isKnown) => {
      const steps = align(
        {
          one,
          other,
          likeness: (a, b) => (Math.abs((one[a] ?? 0) - (other[b] ?? 0)) === 1 ? 0.8 : 0),
          isKnownAgain: () => isKnown,
        },
        { left: 1_000_000 },
      );
      const was = steps.flatMap((step) => ("one" in step && step.as !== "moved-here" ? [step.one] : []));
      const is = steps.flatMap((step) => ("other" in step && step.as !== "moved-away" ? [step.other] : []));
      expect(was.sort((a, b) => a - b)).toEqual([...one.keys()]);
      expect(is).toEqual([...other.keys()]);
      const moved = (as: string) =>
        steps.flatMap((step) => (step.as === as && "one" in step ? [step.one] : [])).sort();
      expect(moved("moved-away")).toEqual(moved("moved-here"));
    }),
    { seed, numRuns },
  );
});

test("the words of both lines stand in the runs, each in order", () => {
  const line = fc.array(fc.constantFrom("a", "b", "c", "the", ",", "**d**", "`e`", "[f](/g)"), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(line, line, (one, other) => {
      const [was, is] = [one, other].map((words) => toDocument(words.join(" ")).child(0)) as [Node, Node];
      const runs = compareWords(was, is, { left: 100_000 });
      const words = (block: Node) => piecesOf(block).map(({ text }) => text);
      const said = (...which: string[]) =>
        runs.filter(({ as }) => which.includes(as)).flatMap(({ pieces }) => pieces.map(({ text }) => text));
      expect(said("same", "restyled", "added")).toEqual(words(is));
      expect(said("same", "restyled", "removed")).toEqual(words(was));
    }),
    { seed, numRuns },
  );
});

test("any two documents are compared, and what the page gets is whole and holds nothing but words of theirs", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (was, is) => {
      const { parts } = compare(was.toJSON() as object, is.toJSON() as object);
      for (const { html } of parts) expectSound(html);
      const kept = compareDocuments(was, is).groups.flatMap(({ blocks }) => blocks);
      const standing = kept.flatMap((block) => ("node" in block ? [block.node] : []));
      const shown = is.children.filter(({ type }) => type.name !== "guidance");
      expect(standing.length).toBe(shown.length);
    }),
    { seed, numRuns },
  );
});

test("a document is the same as itself", () => {
  fc.assert(
    fc.property(wildDocument, (document) => {
      expect(compare(document.toJSON() as object, document.toJSON() as object).changes).toBe(0);
    }),
    { seed, numRuns },
  );
});

const voids = new Set(["br", "hr", "img", "input"]);
const elements = new Set(
  "a b blockquote br code del div em figcaption figure img h2 h3 h4 h5 h6 hr input ins label li ol p pre q s span strong sup table tbody td th thead tr ul".split(
    " ",
  ),
);
const attributes = new Set(
  "href title rel class id tabindex aria-hidden aria-label role start type disabled checked scope colspan src srcset sizes width height loading alt".split(
    " ",
  ),
);

/** Well-formed, of these elements and attributes alone, with links that may lead where they lead. */
function expectSound(html: string): void {
  const open: string[] = [];
  const rest = html.replace(
    /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g,
    (_whole, slash: string, name: string, said: string) => {
      expect(elements).toContain(name);
      for (const [, attribute = "", value = ""] of said.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
        expect(attributes).toContain(attribute);
        if (attribute === "src") expect(value).toMatch(/^\/files\/[0-9a-z]{20}\/\d+x\d+(\?w=\d+)?$/);
        if (attribute === "href") expect(judgeHref(value.replaceAll("&amp;", "&"))).toBeDefined();
      }
      if (slash) expect(open.pop()).toBe(name);
      else if (!voids.has(name)) open.push(name);
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
}

test("signs that mean something in HTML are words, wherever they come from", () => {
  const nasty = `<img src=x onerror=alert(1)> "quoted" & 'so'`;
  const was = `# ${nasty}\n\n${nasty} one\n\n| ${nasty} |\n|---|\n| a |\n\n\`\`\`\n${nasty}\n\`\`\``;
  for (const is of ["", was.replaceAll("x", "y"), `${was}\n\n[${nasty}](/a"b)`])
    for (const { html } of compare(was, is).parts) {
      expectSound(html);
      expect(html).not.toContain("<img");
    }
});

/** The slowest machine that we know of is some five times slower than this asks for. */
const within = 8_000;

test.each([
  [
    "ten thousand lines that are all the same",
    "same\n\n".repeat(10_000),
    "same\n\n".repeat(9_990) + "other\n\n".repeat(20),
  ],
  ["ten thousand lines none of which is the same", "one\n\n".repeat(10_000), "other\n\n".repeat(10_000)],
  ["one paragraph of a million letters that repeat", "wa b ".repeat(200_000), "wb a ".repeat(200_000)],
  ["two megabytes of words that are all different", words(1, 250_000), words(3, 250_000)],
  ["a table of 10,000 cells that are all different", table("a"), table("b")],
])("%s are compared in time", (_name, was, is) => {
  const began = performance.now();
  compare(was, is);
  expect(performance.now() - began).toBeLessThan(within);
});

test("texts built to be slow are compared in time, with themselves and with each other", () => {
  const texts = Object.values(hostileTexts).map((make) => make(10_000));
  for (const [at, text] of texts.entries()) {
    const began = performance.now();
    compare(text, texts[at + 1] ?? "");
    compare(text, `${text.slice(0, 5_000)} and ${text.slice(5_000)}`);
    expect(performance.now() - began).toBeLessThan(within);
  }
});

function words(by: number, count: number): string {
  return Array.from({ length: count }, (_, at) => ((at * 7_919 * by) % 999_983).toString(36)).join(" ");
}

function table(sign: string): string {
  const rows = Array.from({ length: 1_000 }, (_, row) =>
    Array.from({ length: 10 }, (_, at) => `${sign}${row * 10 + at}`).join(" | "),
  );
  return `| ${"h | ".repeat(10)}\n|${"---|".repeat(10)}\n${rows.map((cells) => `| ${cells} |`).join("\n")}`;
}

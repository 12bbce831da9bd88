// What differs between two texts, word by word: for whoever has to choose between two that were saved at once.

/** Words that stand in both texts, or in one of them alone. */
export interface Run {
  in: "both" | "one" | "other";
  words: string;
}

/** Comparisons of two pieces that one pair of texts may cost; what would go beyond is told as wholly different. */
const patience = 4_000_000;

/**
 * Both texts in runs, in reading order: those of "both" and "one" together are `one`, those of "both" and "other" together are `other`,
 * to the letter. Lines are compared first, then the words of lines that differ. Its time is bounded, however long the texts are.
 */
export function differences(one: string, other: string): Run[] {
  const left = { cost: patience };
  const blocks = compared(linesOf(one), linesOf(other), left).flatMap((block) =>
    "both" in block ? [block] : compared(wordsOf(block.one), wordsOf(block.other), left),
  );
  return runsOf(blocks.filter((block) => !("both" in block) || block.both !== ""));
}

type Block = { both: string } | { one: string; other: string };

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** The pieces that stand in both lists in the same order, as many as possible, and what lies between them. */
function compared(one: string[], other: string[], left: { cost: number }): Block[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return [
    { both: one.slice(0, start).join("") },
    ...between(a, b, left),
    { both: one.slice(one.length - end).join("") },
  ];
}

function between(a: string[], b: string[], left: { cost: number }): Block[] {
  const cost = a.length * b.length;
  if (cost === 0 || cost > left.cost) return [{ one: a.join(""), other: b.join("") }];
  left.cost -= cost;
  const width = b.length + 1;
  /** How many pieces are common to what follows a[i] and b[j], at i × width + j. */
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const blocks: Block[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      blocks.push({ both: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      blocks.push({ one: a[i] ?? "", other: "" });
      i += 1;
    } else {
      blocks.push({ one: "", other: b[j] ?? "" });
      j += 1;
    }
  }
  return meeting(blocks);
}

/** Neighbours become one; blanks alone between two changes belong to them. */
function meeting(blocks: Block[]): Block[] {
  const met: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = met.at(-1);
    const next = blocks[index + 1];
    const isBlank = "both" in block && !block.both.trim() && next !== undefined && !("both" in next);
    if (last && "both" in last && "both" in block) last.both += block.both;
    else if (last && !("both" in last) && isBlank) {
      last.one += block.both;
      last.other += block.both;
    } else if (last && !("both" in last) && !("both" in block)) {
      last.one += block.one;
      last.other += block.other;
    } else met.push({ ...block });
  }
  return met;
}

function runsOf(blocks: Block[]): Run[] {
  return meeting(blocks)
    .flatMap((block): Run[] =>
      "both" in block
        ? [{ in: "both", words: block.both }]
        : [
            { in: "one", words: block.one },
            { in: "other", words: block.other },
          ],
    )
    .filter(({ words }) => words !== "");
}

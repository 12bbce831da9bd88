// How much of a block changed: words that came and went, and changes that change no words.
import type { Cell, Compared, Inside } from "./compared";
import type { Amount } from "./compared";
import type { Piece } from "./compare-words";
import { type Sameness, wordCount } from "./sameness";

export interface FullAmount extends Amount {
  restyled: number;
}

const none: FullAmount = { added: 0, removed: 0, restyled: 0 };

export function amountOf(block: Compared, sameness: Sameness): FullAmount {
  switch (block.as) {
    case "same":
    case "moved-away":
      return none;
    case "added":
      return { ...none, added: wordCount(block.node, sameness) };
    case "removed":
      return { ...none, removed: wordCount(block.was, sameness) };
    case "changed": {
      const own = isMadeOtherwise(block) ? { ...none, restyled: 1 } : none;
      return sum([own, amountInside(block.inside, block, sameness)]);
    }
  }
}

/** It is another sort of block now, or a ticked one: all but its words. */
export function isMadeOtherwise({ node, was }: Extract<Compared, { as: "changed" }>): boolean {
  if (node.isLeaf) return false;
  const attributes = (one: typeof node) => {
    const { loose: _loose, ...shown } = one.attrs;
    return JSON.stringify(shown);
  };
  return node.type !== was.type || attributes(node) !== attributes(was);
}

function amountInside(
  inside: Inside,
  { node, was }: Extract<Compared, { as: "changed" }>,
  sameness: Sameness,
): FullAmount {
  switch (inside.of) {
    case "words":
      return sum(
        inside.runs.map((run) => {
          if (run.as === "added") return { ...none, added: wordsIn(run.pieces) };
          if (run.as === "removed") return { ...none, removed: wordsIn(run.pieces) };
          return run.as === "restyled" ? { ...none, restyled: 1 } : none;
        }),
      );
    case "blocks":
      return sum(inside.blocks.map((one) => amountOf(one, sameness)));
    case "lines":
      return sum(
        inside.lines.map(({ as, text }) => {
          const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
          return as === "same" ? none : { ...none, [as]: words };
        }),
      );
    case "table":
      return sum(
        inside.rows.flatMap((row) =>
          row.as === "moved-away" ? [] : row.cells.map((cell) => amountOfCell(cell, sameness)),
        ),
      );
    case "attributes":
      return { added: wordCount(node, sameness), removed: wordCount(was, sameness), restyled: 1 };
  }
}

function amountOfCell({ as, blocks }: Cell, sameness: Sameness): FullAmount {
  return as === "same" ? none : sum(blocks.map((block) => amountOf(block, sameness)));
}

function wordsIn(pieces: readonly Piece[]): number {
  return pieces.filter(({ text }) => text === null || /[\p{L}\p{N}]/u.test(text)).length;
}

function sum(amounts: readonly FullAmount[]): FullAmount {
  return amounts.reduce(
    (all, { added, removed, restyled }) => ({
      added: all.added + added,
      removed: all.removed + removed,
      restyled: all.restyled + restyled,
    }),
    none,
  );
}

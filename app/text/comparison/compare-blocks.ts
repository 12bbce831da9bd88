// Compares two rows of blocks, and each block that stands in both with what it was.
import type { Node } from "@tiptap/pm/model";
import { align } from "./align";
import { commonPairs, type Patience } from "./common-pairs";
import type { Compared, Inside, Line, Move } from "./compared";
import { compareTables, isOneTable } from "./compare-tables";
import { compareWords } from "./compare-words";
import type { Sameness } from "./sameness";

export interface Comparing {
  sameness: Sameness;
  patience: Patience;
  /** The number of the next thing found to have moved. */
  nextMove: number;
}

/** Words that something must have to be known again elsewhere; a heading needs one. */
const knownAgain = 4;

/** The blocks of `is` as they came from those of `was`. */
export function compareBlocks(was: readonly Node[], is: readonly Node[], comparing: Comparing): Compared[] {
  const { sameness, patience } = comparing;
  const headings = { one: headingsIn(was), other: headingsIn(is) };
  const rows = {
    ...(headings.one.length > 0 && headings.other.length > 0 && { parting: headings }),
    one: was.map((node) => sameness.name(node)),
    other: is.map((node) => sameness.name(node)),
    likeness: (left: number, right: number) => {
      const [before, after] = [was[left], is[right]];
      if (!before || !after || sortOf(before) !== sortOf(after)) return 0;
      if (after.type.name === "table" && !isOneTable(before, after)) return 0;
      const like = sameness.likeness(sameness.words(before), sameness.words(after));
      return before.type === after.type ? like : like * 0.9;
    },
    isKnownAgain: (left: number) => {
      const node = was[left];
      if (!node) return false;
      return sameness.words(node).total >= (node.type.name === "heading" ? 1 : knownAgain);
    },
  };
  const moves = new Map<number, Move>();
  const moveOf = (place: number) => {
    const known = moves.get(place) ?? { number: comparing.nextMove++ };
    moves.set(place, known);
    return known;
  };
  return align(rows, patience).flatMap((step): Compared[] => {
    const before = "one" in step ? was[step.one] : undefined;
    const after = "other" in step ? is[step.other] : undefined;
    if (step.as === "added") return after ? [{ as: "added", node: after }] : [];
    if (!before) return [];
    if (step.as === "removed") return [{ as: "removed", was: before }];
    if (step.as === "moved-away") return [{ as: "moved-away", was: before, move: moveOf(step.one) }];
    if (!after) return [];
    const move = step.as === "moved-here" ? { move: moveOf(step.one) } : {};
    if (sameness.name(before) === sameness.name(after))
      return [{ as: "same", node: after, was: before, ...move }];
    return [{ as: "changed", node: after, was: before, inside: inside(before, after, comparing), ...move }];
  });
}

function headingsIn(blocks: readonly Node[]): number[] {
  return blocks.flatMap(({ type }, place) => (type.name === "heading" ? [place] : []));
}

/** Only blocks of one sort are ever compared with each other. */
function sortOf({ type, isTextblock }: Node): string {
  if (type.spec.code) return "code";
  if (isTextblock) return "line";
  return type.isInGroup("list") ? "list" : type.name === "taskItem" ? "listItem" : type.name;
}

function inside(was: Node, is: Node, comparing: Comparing): Inside {
  if (is.type.spec.code)
    return { of: "lines", lines: compareLines(was.textContent, is.textContent, comparing.patience) };
  if (is.isTextblock) return { of: "words", runs: compareWords(was, is, comparing.patience) };
  if (is.type.name === "table") return { of: "table", ...compareTables(was, is, comparing, compareBlocks) };
  if (is.isLeaf) return { of: "attributes" };
  return { of: "blocks", blocks: compareBlocks(was.children, is.children, comparing) };
}

function compareLines(was: string, is: string, patience: Patience): Line[] {
  const [one, other] = [was.split("\n"), is.split("\n")];
  const names = new Map<string, number>();
  const named = (lines: string[]) =>
    lines.map((line) => {
      const name = names.get(line) ?? names.size;
      names.set(line, name);
      return name;
    });
  const lines: Line[] = [];
  let [left, right] = [0, 0];
  const pairs = commonPairs(named(one), named(other), patience);
  for (const [oneNext, otherNext] of [...pairs, [one.length, other.length] as const]) {
    for (const text of one.slice(left, oneNext)) lines.push({ as: "removed", text });
    for (const text of other.slice(right, otherNext)) lines.push({ as: "added", text });
    const text = other[otherNext];
    if (text !== undefined) lines.push({ as: "same", text });
    [left, right] = [oneNext + 1, otherNext + 1];
  }
  return lines;
}

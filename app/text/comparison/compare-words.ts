// What changed within one line of words: which came and went, and which only look or lead otherwise.
import type { Mark, Node } from "@tiptap/pm/model";
import { commonPairs, type Patience } from "./common-pairs";
import { marksName } from "./sameness";

/** A word, a sign, or something that stands among words, with the blanks after it. */
export interface Piece {
  /** null: something without words, told by its node. */
  text: string | null;
  node: Node;
  marks: readonly Mark[];
  blank: string;
}

/** `restyled`: the same words as `was`, marked or linked otherwise. */
export type Run =
  { as: "same" | "added" | "removed"; pieces: Piece[] } | { as: "restyled"; pieces: Piece[]; was: Piece[] };

/** Numbers keep their points, words their apostrophes and hyphens. */
const parts =
  /\s+|\p{N}+(?:[.,:/-]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]|./gu;
/** Fewer words than this between two changes belong to the change. */
const fewWords = 3;
/** Where less than this part of the letters is common, one line came in place of the other. */
const hardlyAny = 0.2;

/** The words of a block in pieces; `""` stands for blanks at its beginning. */
export function piecesOf(block: Node): Piece[] {
  const pieces: Piece[] = [];
  block.forEach((node) => {
    if (!node.isText) return void pieces.push({ text: null, node, marks: node.marks, blank: "" });
    const { marks, text = "" } = node;
    for (const part of text.match(parts) ?? []) {
      const last = pieces.at(-1);
      if (part.trim() !== "") pieces.push({ text: part, node, marks, blank: "" });
      else if (last) last.blank = " ";
    }
  });
  return pieces;
}

/** Words are called what they are; what is none has a blank in its name. */
function nameOf({ text, node }: Piece): string {
  if (text !== null) return text;
  // A person or a document is the same under another name.
  const { personId, id, label, ...others } = node.attrs as Record<string, unknown>;
  const key = personId ?? id ?? label ?? others;
  return `${node.type.name} ${JSON.stringify(key)}`;
}

/** Both lines in runs, in reading order: what went stands before what came. */
export function compareWords(was: Node, is: Node, patience: Patience): Run[] {
  const [one, other] = [piecesOf(was), piecesOf(is)];
  const names = new Map<string, number>();
  const named = (pieces: Piece[]) =>
    pieces.map((piece) => {
      const name = nameOf(piece);
      const known = names.get(name) ?? names.size;
      names.set(name, known);
      return known;
    });
  const pairs = commonPairs(named(one), named(other), patience);
  const spans: Span[] = [];
  let [left, right] = [0, 0];
  for (const [oneNext, otherNext] of [...pairs, [one.length, other.length] as const]) {
    if (left < oneNext || right < otherNext)
      spans.push({ isSame: false, one: one.slice(left, oneNext), other: other.slice(right, otherNext) });
    const [leftPiece, rightPiece] = [one[oneNext], other[otherNext]];
    if (leftPiece && rightPiece) {
      const last = spans.at(-1);
      if (last?.isSame) {
        last.one.push(leftPiece);
        last.other.push(rightPiece);
      } else spans.push({ isSame: true, one: [leftPiece], other: [rightPiece] });
    }
    [left, right] = [oneNext + 1, otherNext + 1];
  }
  return runsOf(hasHardlyAny(spans) ? [{ isSame: false, one, other }] : withoutCrumbs(spans));
}

interface Span {
  isSame: boolean;
  one: Piece[];
  other: Piece[];
}

const letters = (pieces: Piece[]) =>
  pieces.reduce((sum, { text }) => sum + (text === null ? 1 : text.length), 0);

function hasHardlyAny(spans: Span[]): boolean {
  if (!spans.some(({ isSame }) => !isSame)) return false;
  let [same, all] = [0, 0];
  for (const { isSame, one, other } of spans) {
    if (isSame) same += 2 * letters(other);
    all += letters(one) + letters(other);
  }
  return same < hardlyAny * all;
}

/** A word or two that happen to be the same between two larger changes would only make both harder to read. */
function withoutCrumbs(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const last = kept.at(-1);
    const next = spans[index + 1];
    const size = (one: Span) => Math.max(letters(one.one), letters(one.other));
    const isCrumb =
      span.isSame &&
      last !== undefined &&
      next !== undefined &&
      span.other.filter(({ text }) => text === null || /[\p{L}\p{N}]/u.test(text)).length < fewWords &&
      letters(span.other) <= Math.min(size(last), size(next));
    if (last && !last.isSame && (isCrumb || !span.isSame)) {
      last.one.push(...span.one);
      last.other.push(...span.other);
    } else kept.push({ ...span, one: [...span.one], other: [...span.other] });
  }
  return kept;
}

function runsOf(spans: Span[]): Run[] {
  return spans.flatMap((span): Run[] => {
    if (span.isSame) return styledRuns(span);
    return [
      { as: "removed" as const, pieces: span.one },
      { as: "added" as const, pieces: span.other },
    ].filter(({ pieces }) => pieces.length > 0);
  });
}

function styledRuns({ one, other }: Span): Run[] {
  const runs: Run[] = [];
  for (const [index, piece] of other.entries()) {
    const before = one[index];
    const isSame = !before || marksName(before.marks) === marksName(piece.marks);
    const last = runs.at(-1);
    if (isSame && last?.as === "same") last.pieces.push(piece);
    else if (isSame) runs.push({ as: "same", pieces: [piece] });
    else if (last?.as === "restyled") {
      last.pieces.push(piece);
      last.was.push(before);
    } else runs.push({ as: "restyled", pieces: [piece], was: [before] });
  }
  return runs;
}

// Words of a compared text as HTML: `ins` around what came, `del` around what went.
import type { Mark, Node } from "@tiptap/pm/model";
import { escaped } from "~/text/escaped";
import { judgeHref } from "~/text/href";
import { documentAddress, personAddress } from "~/text/own-addresses";
import { piecesOf, type Piece, type Run } from "./compare-words";
import { filled, type CompareLabels } from "./labels";
import { marksName } from "./sameness";

/** Which of the two documents words stand in, and what happened to the block that they stand in. */
export type State = "same" | "added" | "removed";

export interface InlineWriting {
  labels: CompareLabels;
  /** The numbers of notes as their readers see them. */
  notes: { was: ReadonlyMap<string, number>; is: ReadonlyMap<string, number> };
}

/** All words of a block. `isSpoken`: it is said to those who hear it what happened to them. */
export function lineHtml(block: Node, state: State, writing: InlineWriting, isSpoken = false): string {
  const words = piecesHtml(piecesOf(block), state, writing);
  return words === "" ? "" : inState(words, state, writing, isSpoken);
}

/** Words of which some came and some went. */
export function runsHtml(runs: readonly Run[], writing: InlineWriting): string {
  const html = runs.map((run, index) => {
    const next = runs[index + 1];
    // What went and what came in its place are parted, though they touch their neighbours.
    const isPair = run.as === "removed" && next?.as === "added";
    const blank = isPair || endsBlank(run.pieces) ? " " : "";
    if (run.as !== "restyled") {
      const words = piecesHtml(run.pieces, run.as, writing);
      return `${inState(words, run.as, writing, true)}${blank}`;
    }
    const words = piecesHtml(run.pieces, "same", writing);
    const said = restyledWords(run.was, run.pieces, writing.labels);
    return `<span class="compared-restyled">${words}</span> <span class="compared-aside">[${escaped(said)}]</span>${blank}`;
  });
  return html.join("");
}

const endsBlank = (pieces: readonly Piece[]) => pieces.at(-1)?.blank !== "";

function restyledWords(was: readonly Piece[], is: readonly Piece[], labels: CompareLabels): string {
  const [before, after] = [was, is].map((pieces) => linkOf(pieces[0]?.marks ?? []));
  if (before === after) return labels.restyled;
  return before === undefined ? labels.notLinked : filled(labels.linkedTo, { address: before });
}

function linkOf(marks: readonly Mark[]): string | undefined {
  const href: unknown = marks.find(({ type }) => type.name === "link")?.attrs.href;
  return typeof href === "string" ? href : undefined;
}

/** Words in the element that says what happened to them. */
export function inState(
  words: string,
  state: State,
  { labels }: Pick<InlineWriting, "labels">,
  isSpoken: boolean,
): string {
  if (state === "same") return words;
  const spoken = isSpoken ? `<span class="hidden-words">(${escaped(labels[state])}: </span>` : "";
  const end = isSpoken ? `<span class="hidden-words">)</span>` : "";
  const element = state === "added" ? "ins" : "del";
  return `<${element}>${spoken}${words}${end}</${element}>`;
}

/** From the outermost to the innermost. */
const order = ["link", "bold", "italic", "strike", "code"];
const elements: Record<string, string> = { bold: "strong", italic: "em", strike: "s", code: "code" };

/** Without the blanks at the end. */
function piecesHtml(pieces: readonly Piece[], state: State, writing: InlineWriting): string {
  let html = "";
  let open: Mark[] = [];
  const close = (to: number) => {
    for (const mark of open.slice(to).reverse())
      html += `</${mark.type.name === "link" ? "a" : elements[mark.type.name]}>`;
    open = open.slice(0, to);
  };
  let blank = "";
  for (const piece of pieces) {
    const wanted = inOrder(piece.marks);
    let common = 0;
    while (common < open.length && sameMark(open[common], wanted[common])) common += 1;
    close(common);
    html += blank;
    for (const mark of wanted.slice(common)) {
      html += openingOf(mark);
      open.push(mark);
    }
    html += pieceHtml(piece, state, writing);
    ({ blank } = piece);
  }
  close(0);
  return html;
}

function inOrder(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return marks;
  return marks
    .filter(({ type }) => order.includes(type.name))
    .sort((one, other) => order.indexOf(one.type.name) - order.indexOf(other.type.name));
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  return one !== undefined && other !== undefined && marksName([one]) === marksName([other]);
}

function openingOf(mark: Mark): string {
  if (mark.type.name !== "link") return `<${elements[mark.type.name]}>`;
  const { href, title } = mark.attrs as { href: string; title: string | null };
  const kind = judgeHref(href);
  if (!kind) return "<a>";
  const rel = kind === "external" ? ` rel="noopener noreferrer nofollow"` : "";
  return `<a href="${escaped(href)}"${title ? ` title="${escaped(title)}"` : ""}${rel}>`;
}

function pieceHtml({ text, node }: Piece, state: State, { labels, notes }: InlineWriting): string {
  if (text !== null) return escaped(text);
  const { label, personId, name, id, title } = node.attrs as Record<string, unknown>;
  switch (node.type.name) {
    case "hardBreak":
      return "<br>";
    case "footnoteReference": {
      const number = notes[state === "removed" ? "was" : "is"].get(String(label));
      const said = number === undefined ? String(label) : String(number);
      return `<sup class="footnote-reference"><span class="hidden-words">${escaped(labels.note)} </span>[${escaped(said)}]</sup>`;
    }
    case "mention":
      return `<a href="${personAddress(String(personId))}">@${escaped(String(name))}</a>`;
    case "documentLink":
      return `<a href="${documentAddress(String(id))}">${escaped(String(title))}</a>`;
    default:
      return "";
  }
}

// A text as it is read, letter by letter: where words stand in it that the server knows by their letters, and what somebody has marked.
import { isThere, type BriefPassage } from "~/domain/comments/brief-passages";
import { foundWords, withoutBlanks } from "~/domain/documents/found-words";
import type { PassageStands, PickedPassage } from "~/domain/documents/picked-passage";
import { fileInAddress } from "~/text/file-addresses";

/** What stands in the page and is no letter of the text: numbers of notes, what is below a picture, names that are put in. */
const besides = [
  ".footnote-reference, .footnote-back, figcaption, .undescribed, .erased-picture, .put-in",
  "a[href^='/people/'], a[href^='/documents/']",
  "a[href^='/networks/'][href*='/people/'], a[href^='/networks/'][href*='/documents/']",
].join(", ");

/** Letters beside what is marked that are told with it. */
const beside = 40;

interface Piece {
  node: Text;
  /** Letters before it in all of the text, and in it, blanks not counted. */
  before: number;
  letters: number;
}

export class ReadText {
  /** All letters, without blanks. */
  readonly text: string;
  private readonly pieces: Piece[] = [];

  constructor(readonly root: HTMLElement) {
    const parts: string[] = [];
    let before = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(besides) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!(node instanceof Text)) continue;
      const { length: letters } = parts[parts.push(withoutBlanks(node.data)) - 1] ?? "";
      this.pieces.push({ node, before, letters });
      before += letters;
    }
    this.text = parts.join("");
  }

  /** Where a passage stands on the page; nothing where it is not, or may be another one. */
  find(stands: PassageStands | BriefPassage): StaticRange | HTMLElement | null {
    if (stands.kind === "letters")
      return isThere(this.text, stands) ? this.range(stands.at, stands.at + stands.length) : null;
    if (stands.kind === "gone") return null;
    if (stands.kind === "picture") return this.pictures(stands.file)[stands.number] ?? null;
    const from = foundWords(this.text, stands);
    return from === undefined ? null : this.range(from, from + withoutBlanks(stands.words).length);
  }

  /** What of the text is within the range, as the server can find it again; nothing where no letter is. */
  picked(range: Range): PickedPassage | null {
    let [from, to] = [Infinity, -1];
    for (const { node, before } of this.pieces) {
      if (!range.intersectsNode(node)) continue;
      const lettersUpTo = (place: number) => withoutBlanks(node.data.slice(0, place)).length;
      const first = node === range.startContainer ? lettersUpTo(range.startOffset) : 0;
      const end = lettersUpTo(node === range.endContainer ? range.endOffset : node.length);
      if (end <= first) continue;
      from = Math.min(from, before + first);
      to = Math.max(to, before + end);
    }
    if (to <= from) return this.pickedPicture(range);
    const own = this.range(from, to);
    const words = own ? liveRange(own).toString() : "";
    // What is put in between is no word of the text.
    const isOwn = withoutBlanks(words) === this.text.slice(from, to);
    return {
      kind: "words",
      words: isOwn ? words.trim() : this.text.slice(from, to),
      before: this.text.slice(Math.max(0, from - beside), from),
      after: this.text.slice(to, to + beside),
      at: from,
    };
  }

  /** The picture that this element shows. */
  pictureOf(element: Element): PickedPassage | null {
    const file = fileOf(element);
    const number = file === undefined ? -1 : this.pictures(file).indexOf(element as HTMLElement);
    return file === undefined || number < 0 ? null : { kind: "picture", file, number };
  }

  private pickedPicture(range: Range): PickedPassage | null {
    const [picture, ...others] = [...this.root.querySelectorAll("img")].filter((one) =>
      range.intersectsNode(one),
    );
    return picture && others.length === 0 ? this.pictureOf(picture) : null;
  }

  private pictures(file: string): HTMLElement[] {
    return [...this.root.querySelectorAll("img")].filter((one) => fileOf(one) === file);
  }

  private range(from: number, to: number): StaticRange | null {
    const [start, end] = [this.at(from), this.at(to - 1)];
    if (!start || !end) return null;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.place,
      endContainer: end.node,
      endOffset: end.place + 1,
    });
  }

  private at(letter: number): { node: Text; place: number } | undefined {
    let [low, high] = [0, this.pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle];
      if (piece && piece.before + piece.letters <= letter) low = middle + 1;
      else high = middle;
    }
    const piece = this.pieces[low];
    const place = piece && placeOf(piece.node.data, letter - piece.before);
    return piece && place !== undefined ? { node: piece.node, place } : undefined;
  }
}

/** Where this letter stands, blanks not counted. */
function placeOf(text: string, letter: number): number | undefined {
  let left = letter;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (left < word.length) return index + left;
    left -= word.length;
  }
  return undefined;
}

/** One that can be measured. Of those that last there are few: the browser keeps each of them true whatever changes anywhere on the page. */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

function fileOf(element: Element): string | undefined {
  const address = element instanceof HTMLImageElement ? new URL(element.src).pathname : "";
  return fileInAddress(address)?.id;
}

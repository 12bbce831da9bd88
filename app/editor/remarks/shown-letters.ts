// The letters of the shared document beside the text that the editor shows: which letter stands where, and who put it there.
import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { lettersIn, parentsIn, passagesOf, type Letters } from "~/domain/documents/letters";

/** So many letters of one Yjs client, from this clock on; `at`: how many letters stand before them in all of the text. */
export interface ShownRun {
  client: number;
  clock: number;
  length: number;
  at: number;
}

export interface ShownLetters {
  text: string;
  runs: ShownRun[];
  byClient: ReadonlyMap<number, ShownRun[]>;
}

const isThere = ({ deleted }: Y.Item) => !deleted;

/** Remembers each part of the document until it changes. */
export class SharedLetters {
  private known = new WeakMap<Y.AbstractType<unknown>, Letters[]>();

  constructor(private readonly shared: Y.Doc) {
    shared.on("beforeObserverCalls", this.forget);
  }

  close(): void {
    this.shared.off("beforeObserverCalls", this.forget);
  }

  /** Nothing while the editor shows something else than the shared document says, as in the middle of a word that is being composed. */
  shownIn(doc: Node): ShownLetters | null {
    const parts: string[] = [];
    const runs: ShownRun[] = [];
    const byClient = new Map<number, ShownRun[]>();
    let at = 0;
    for (const parent of parentsIn(this.shared, isThere))
      for (const { client, clock, text } of this.lettersIn(parent)) {
        const run = { client, clock, length: text.length, at };
        runs.push(run);
        const own = byClient.get(client);
        if (own) own.push(run);
        else byClient.set(client, [run]);
        parts.push(text);
        at += text.length;
      }
    const text = parts.join("");
    if (passagesOf(doc).join("") !== text) return null;
    return { text, runs, byClient };
  }

  private lettersIn(parent: Y.AbstractType<unknown>): Letters[] {
    let letters = this.known.get(parent);
    if (!letters) this.known.set(parent, (letters = lettersIn(parent, isThere)));
    return letters;
  }

  private forget = ({ changed }: Y.Transaction): void => {
    for (const type of changed.keys()) this.known.delete(type as Y.AbstractType<unknown>);
  };
}

/** From the first to the last of these letters that stands in the text; nothing where none does, or they are far from each other. */
export function standingIn(
  { byClient }: ShownLetters,
  letters: ReadonlyArray<readonly [client: number, clock: number, length: number]>,
): { from: number; to: number } | null {
  let [from, to, all] = [Infinity, -1, 0];
  for (const [client, clock, length] of letters) {
    all += length;
    for (const run of byClient.get(client) ?? []) {
      const first = Math.max(clock, run.clock);
      const end = Math.min(clock + length, run.clock + run.length);
      if (end <= first) continue;
      from = Math.min(from, run.at + first - run.clock);
      to = Math.max(to, run.at + end - run.clock);
    }
  }
  return to > from && to - from <= 3 * all + farApart ? { from, to } : null;
}

/** More letters between those of one passage are no rewriting of it: the server says where it is. */
const farApart = 400;

/** Where in the editor's document these letters stand, each counted from 0. */
export function placesIn(
  doc: Node,
  letters: readonly number[],
): Map<number, { before: number; behind: number }> {
  const wanted = [...new Set(letters)].sort((one, other) => one - other);
  const places = new Map<number, { before: number; behind: number }>();
  let [at, next] = [0, 0];
  doc.descendants((node, position) => {
    const length = node.text?.length ?? 0;
    for (let letter = wanted[next]; letter !== undefined && letter < at + length; letter = wanted[++next])
      places.set(letter, { before: position + letter - at, behind: position + letter - at + 1 });
    at += length;
    return next < wanted.length;
  });
  return places;
}

/** How many letters stand before this place of the editor's document. */
export function lettersBefore(doc: Node, place: number): number {
  let letters = 0;
  doc.nodesBetween(0, Math.min(place, doc.content.size), (node, position) => {
    if (node.text !== undefined) letters += Math.max(0, Math.min(node.text.length, place - position));
  });
  return letters;
}

// The letters of a text, passage by passage: as a document has them, and as the shared one does, with the Yjs ids they bear.
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { textField } from "~/text/document-schema";

/** The letters of a document, parted wherever something else stands between them. */
export function passagesOf(document: Node): string[] {
  const passages: string[] = [];
  document.descendants((node) => {
    if (!node.isTextblock) return true;
    let letters = "";
    node.forEach(({ text }) => {
      if (text !== undefined) letters += text;
      else {
        passages.push(letters);
        letters = "";
      }
    });
    passages.push(letters);
    return false;
  });
  return passages.filter((passage) => passage !== "");
}

export interface Letters {
  client: number;
  clock: number;
  text: string;
}

/** The letters of the shared document in reading order, by the text they stand in. */
export function* passagesIn(shared: Y.Doc, isTaken: (item: Y.Item) => boolean): Generator<Letters[]> {
  for (const parent of parentsIn(shared, isTaken)) {
    const passage = lettersIn(parent, isTaken);
    if (passage.length > 0) yield passage;
  }
}

/** All that may hold letters, in reading order. */
export function* parentsIn(
  shared: Y.Doc,
  isTaken: (item: Y.Item) => boolean,
): Generator<Y.AbstractType<unknown>> {
  const inside = [shared.getXmlFragment(textField) as Y.AbstractType<unknown>];
  for (let parent = inside.pop(); parent; parent = inside.pop()) {
    yield parent;
    const types: Array<Y.AbstractType<unknown>> = [];
    for (let item = parent._start; item; item = item.right)
      if (item.content instanceof Y.ContentType && isTaken(item)) types.push(item.content.type);
    inside.push(...types.reverse());
  }
}

/** The letters that stand in this one itself. */
export function lettersIn(parent: Y.AbstractType<unknown>, isTaken: (item: Y.Item) => boolean): Letters[] {
  const passage: Letters[] = [];
  for (let item = parent._start; item; item = item.right)
    if (item.content instanceof Y.ContentString && isTaken(item))
      passage.push({ ...item.id, text: item.content.str });
  return passage;
}

/** The number that stands most often in the stretch; the first of those that stand equally often. */
export function mostOf(of: ArrayLike<number>, from: number, length: number): number {
  const counts = new Map<number, number>();
  let [best, most] = [of[from] ?? -1, 0];
  for (let at = from; at < from + length; at += 1) {
    const hand = of[at] ?? -1;
    const count = (counts.get(hand) ?? 0) + 1;
    counts.set(hand, count);
    if (count > most) [best, most] = [hand, count];
  }
  return best;
}

// The text with its writers, passage by passage: what the editor colours and names.
import type { Node } from "@tiptap/pm/model";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type * as Y from "yjs";
import { handsByWords, word } from "~/domain/documents/authors-of-saves";
import { byWholeWords } from "~/domain/documents/authorship-shares";
import { lettersIn, mostOf, parentsIn, passagesOf, type Letters } from "~/domain/documents/letters";

interface Passage {
  text: string;
  /** For each letter, by whole words. */
  of: Int32Array;
}

/** How a writer is told of in the text. */
export interface Sign {
  className: string;
  style: string;
  /** Name and place. */
  name: string;
}

const isThere = ({ deleted }: Y.Item) => !deleted;

export class ToldPassages {
  private known = new WeakMap<Y.AbstractType<unknown>, Passage>();

  /** `ownersOf`: whose the letters of a stretch are. */
  constructor(
    private readonly shared: Y.Doc,
    private readonly ownersOf: (letters: Letters) => Array<[by: number, length: number]>,
  ) {}

  /** This part of the shared document has changed; without one, what is known of all of it. */
  forget(changed?: Y.AbstractType<unknown>): void {
    if (changed) this.known.delete(changed);
    else this.known = new WeakMap();
  }

  /** Whose each letter of the document is; it need not be letter for letter what the shared one says. */
  of(doc: Node): Int32Array {
    const passages = [...parentsIn(this.shared, isThere)]
      .map((parent) => this.passage(parent))
      .filter(({ text }) => text !== "");
    const letters = joined(passages.map(({ of }) => of));
    const shown = passagesOf(doc);
    if (shown.join("") === passages.map(({ text }) => text).join("")) return letters;
    const words: string[] = [];
    const by: Array<{ person: string; at: number }> = [];
    let start = 0;
    for (const { text } of passages) {
      for (const { 0: found, index } of text.matchAll(word)) {
        words.push(found);
        by.push({ person: String(mostOf(letters, start + index, found.length)), at: 0 });
      }
      start += text.length;
    }
    return handsByWords(shown, { words, by }, ({ person }) => Number(person));
  }

  private passage(parent: Y.AbstractType<unknown>): Passage {
    const known = this.known.get(parent);
    if (known) return known;
    const letters = lettersIn(parent, isThere);
    const text = letters.map((one) => one.text).join("");
    const of = new Int32Array(text.length);
    let at = 0;
    for (const stretch of letters)
      for (const [by, length] of this.ownersOf(stretch)) of.fill(by, at, (at += length));
    const passage = { text, of: byWholeWords([text], of) };
    this.known.set(parent, passage);
    return passage;
  }
}

/** `of` as `ToldPassages` has it. Nothing is shown where `signOf` knows nobody. What `own` goes on to write is theirs at once. */
export function toldIn(
  doc: Node,
  of: Int32Array,
  signOf: (by: number) => Sign | undefined,
  listed: (names: string[]) => string,
  own?: number,
): DecorationSet {
  const told: Decoration[] = [];
  let at = 0;
  let last = "";
  doc.forEach((block, start) => {
    const names = new Set<string>();
    const inText = (node: Node, from: number) => {
      const length = node.text?.length ?? 0;
      for (let begin = 0; begin < length;) {
        const by = of[at + begin] ?? -1;
        let end = begin + 1;
        while (end < length && (of[at + end] ?? -1) === by) end += 1;
        const sign = signOf(by);
        if (sign) {
          const { className, style, name } = sign;
          names.add(name);
          const attributes = { class: className, style, title: name };
          told.push(
            Decoration.inline(from + begin, from + end, attributes, {
              writer: name,
              inclusiveEnd: by === own,
            }),
          );
        }
        begin = end;
      }
      at += length;
    };
    block.descendants((node, inside) => {
      if (node.isText) inText(node, start + 1 + inside);
    });
    const by = listed([...names]);
    if (by === "" || by === last) return;
    last = by;
    told.push(Decoration.node(start, start + block.nodeSize, { "data-by": by }));
  });
  return DecorationSet.create(doc, told);
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

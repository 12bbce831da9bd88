// Made-up scripts of edits around one passage, by two writers: what became of it is told by the identity of each of its letters, which
// the scripts themselves keep. They leave out what nobody could tell: the same words right beside the passage, or elsewhere while a block
// that holds them is moved, and words that were deleted and are then written anew at one stroke by the same hand.
import type { Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { newDocument } from "~/domain/documents/document-state";
import { indexOf, movedTo, passageAt, placeOf, type Place } from "~/domain/documents/passage";
import { watchPassages } from "~/domain/documents/passage-moves";
import { lettersOf } from "~/domain/documents/text-letters";
import { documentSchema, textField } from "~/text/document-schema";
import { drawnFrom } from "./drawn";

/** What is done to the passage, a quarter of all scripts each. */
export const fates = ["around", "moved", "duplicated", "deleted"] as const;
export type Fate = (typeof fates)[number];

export interface Outcome {
  seed: number;
  fate: Fate;
  /** Whether the letters of the passage still stand, together: by their identity. */
  survives: boolean;
  verdict: "right" | "detached" | "wrong";
  place: Place;
  quotation: string;
  text: string;
  truth?: { from: number; to: number };
  steps: string[];
}

interface Letter {
  /** Which letter it is: a copy of it is another one. */
  one: number;
  letter: string;
}

interface Block {
  kind: "paragraph" | "heading" | "item" | "cell";
  letters: Letter[];
}

const words = (
  "the market square of our town is open to people who walk and those who cycle while traders ask for parking and residents " +
  "want trees benches shade water light safety school hospital station bridge river park budget council plan action measure " +
  "indicator target risk partner expert visit practice transfer group meeting survey result first second new old small large"
).split(" ");

/** Sentences that stand in a text more than once, as they do in plans. */
const stock = [
  "To be confirmed.",
  "The council decides.",
  "Target: 85 %.",
  "Budget",
  "Who does what",
  "See the annex.",
];

/** Plays one script and judges where the passage is found by what the script knows. `stockPart`: of all sentences, how many stand in other places of the same text as well. */
export function playScript(seed: number, fate: Fate, stockPart = 0.03): Outcome {
  const draw = drawnFrom(seed);
  const below = (end: number) => Math.floor(draw() * end);
  const pick = <One>(list: readonly One[]): One => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  let count = 0;
  const fresh = (text: string): Letter[] => [...text].map((letter) => ({ one: (count += 1), letter }));
  const sentence = () => {
    if (draw() < stockPart) return pick(stock);
    const some = Array.from({ length: 4 + below(9) }, () => pick(words)).join(" ");
    return `${some.charAt(0).toUpperCase()}${some.slice(1)}.`;
  };
  const paragraph = (but = ""): Block => {
    const text = Array.from({ length: 1 + below(4) }, sentence).join(" ");
    return { kind: "paragraph", letters: fresh(text === but ? `${text} ${pick(words)}` : text) };
  };
  const heading = (): Block => ({
    kind: "heading",
    letters: fresh(draw() < 2 * stockPart ? pick(stock) : `${pick(words)} ${pick(words)}`),
  });
  const several = (kind: "item" | "cell", number: number): Block[] =>
    Array.from({ length: number }, () => ({
      kind,
      letters: fresh(draw() < 3 * stockPart ? pick(stock) : `${pick(words)} ${pick(words)} ${pick(words)}`),
    }));
  let blocks: Block[] = [];
  for (let part = 0; part < 3 + below(3); part += 1) {
    blocks.push(heading(), paragraph());
    const more = below(4);
    if (more === 0) blocks.push(...several("item", 2 + below(3)));
    else if (more === 1) blocks.push(...several("cell", 4));
    else blocks.push(paragraph());
  }

  // Which of two that stand beside each other was deleted or moved nobody could tell.
  blocks = blocks.filter(
    ({ letters }, index) => lettersIn(letters) !== lettersIn(blocks[index - 1]?.letters ?? []),
  );

  const server = newDocument();
  const watch = watchPassages(server, []);
  const writers = [newDocument(), newDocument()] as const;
  const steps: string[] = [];
  /** Writes the blocks as they now are, as a writer's editor does, and brings them to everybody. */
  const write = (name: string, by?: Y.Doc) => {
    steps.push(name);
    const writer = by ?? pick(writers);
    const before = Y.encodeStateVector(writer);
    writer.transact(() =>
      updateYFragment(writer, writer.getXmlFragment(textField), documentOf(blocks), {
        mapping: new Map(),
        isOMark: new Map(),
      }),
    );
    const update = Y.encodeStateAsUpdate(writer, before);
    watch.from([writer.clientID], () => Y.applyUpdate(server, update));
    for (const other of writers) if (other !== writer) Y.applyUpdate(other, update);
    return writer;
  };
  write("begins");

  const passage = choosePassage();
  const at = placeIn(blocks, passage);
  const anchored = passageAt(lettersOf(server), at.from, at.to);
  if (!anchored) throw new Error("the passage has no letters");
  watch.watch("one", anchored);

  const noise = 2 + below(5);
  const when = below(noise + 1);
  for (let step = 0; step <= noise; step += 1) {
    if (step === when) theFate();
    else editSomewhere();
  }

  const found = placeOf(indexOf(lettersOf(server)), anchored, movedTo(watch.moves()));
  const { quotation } = anchored;
  for (const doc of [server, ...writers]) doc.destroy();
  return { seed, fate, quotation, text: textOf(blocks), steps, ...judged(found) };

  function choosePassage(): Letter[] {
    const block = pick(blocks.filter(({ letters: own }) => own.length > 5));
    const text = block.letters.map(({ letter }) => letter).join("");
    const how = below(4);
    if (how === 0 || block.kind !== "paragraph") return [...block.letters];
    if (how === 1) {
      const ends = [...text.matchAll(/\. |\.$/g)].map(({ index }) => index + 1);
      const which = below(ends.length);
      const start = which === 0 ? 0 : (ends[which - 1] ?? 0) + 1;
      return block.letters.slice(start, ends[which]);
    }
    const gaps = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
    const start = below(Math.max(1, gaps.length - 2));
    const end = gaps[start + 2 + below(4)] ?? text.length + 1;
    return block.letters.slice(gaps[start] ?? 0, end - 1);
  }

  /** Where the letters of the passage stand that are left: the first block that has one of them, and from where to where there. */
  function standing(): { block: Block; from: number; to: number } | undefined {
    const ones = new Set(passage.map(({ one }) => one));
    for (const block of blocks) {
      const places = block.letters.flatMap(({ one }, place) => (ones.has(one) ? place : []));
      const [first, last] = [places[0], places.at(-1)];
      if (first !== undefined && last !== undefined) return { block, from: first, to: last + 1 };
    }
    return undefined;
  }

  function theFate(): void {
    const here = standing();
    if (!here) return editSomewhere();
    const { block, from, to } = here;
    const own = block.letters.slice(from, to);
    const isWhole = own.length === block.letters.length;
    const copy = () => own.map(({ letter }) => fresh(letter)[0] ?? { one: 0, letter });
    if (fate === "around") {
      block.letters.splice(to, 0, ...fresh(` ${sentence()}`));
      block.letters.splice(0, from, ...fresh(from > 0 ? `${sentence()} ` : ""));
      write("is rewritten around");
      return;
    }
    if (fate === "duplicated") {
      place(copy(), isWhole, block.kind);
      write("is duplicated");
      if (draw() < 0.3) {
        place(copy(), isWhole, block.kind);
        write("is duplicated again");
      }
      return;
    }
    const takeOut = () => {
      block.letters.splice(from, to - from);
      if (isWhole && block.kind !== "cell") blocks = blocks.filter((other) => other !== block);
    };
    if (fate === "moved") {
      const isCut = draw() < 0.5;
      takeOut();
      const by = isCut ? write("is cut") : undefined;
      if (isCut && draw() < 0.5) editSomewhere();
      place(own, isWhole, block.kind);
      write(isCut ? "is put in" : "is moved", by);
      return;
    }
    const isCopied = draw() < 0.3;
    if (isCopied) {
      place(copy(), isWhole, block.kind);
      write("is duplicated");
    }
    if (draw() < 0.2 && !isWhole) {
      block.letters.splice(Math.max(0, from - below(20)), to - from + below(20), ...fresh(sentence()));
      if (standing()) takeOutRest();
      write("is written over");
    } else {
      takeOut();
      write("is deleted");
    }
  }

  function takeOutRest(): void {
    const ones = new Set(passage.map(({ one }) => one));
    for (const block of blocks) block.letters = block.letters.filter(({ one }) => !ones.has(one));
  }

  /**
   * Puts letters somewhere else: as a block of their own, or between two sentences or words. Never right beside the same ones: which of two
   * neighbours is the copy nobody can see.
   */
  function place(some: Letter[], isBlock: boolean, kind: Block["kind"]): void {
    if (isBlock && kind !== "cell") {
      const same = lettersIn(some);
      const free = Array.from({ length: blocks.length + 1 }, (_, where) => where).filter(
        (where) =>
          !(blocks[where]?.kind === "cell" && blocks[where - 1]?.kind === "cell") &&
          lettersIn(blocks[where]?.letters ?? []) !== same &&
          lettersIn(blocks[where - 1]?.letters ?? []) !== same,
      );
      blocks.splice(pick(free), 0, { kind, letters: some });
      return;
    }
    const ones = new Set(passage.map(({ one }) => one));
    const into = pick(
      blocks.filter(
        ({ kind: other, letters: own }) => other === "paragraph" && !own.some(({ one }) => ones.has(one)),
      ),
    );
    const text = into.letters.map(({ letter }) => letter).join("");
    const gaps = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
    const away = gaps.filter((gap) => {
      const beside = text.slice(Math.max(0, gap - some.length - 1), gap + some.length + 1);
      return !beside.includes(lettersIn(some).trim());
    });
    into.letters.splice(pick(away.length > 0 ? away : [0]), 0, ...some, ...fresh(" "));
  }

  /** An edit that leaves the passage as it is, but for a word of it now and then. Done without, where its words came to stand side by side. */
  function editSomewhere(): void {
    const before = blocks.map((block) => ({ ...block, letters: [...block.letters] }));
    const edit = edited();
    const isTwice = blocks.some(
      ({ letters }, index) =>
        lettersIn(letters) !== "" && lettersIn(letters) === lettersIn(blocks[index - 1]?.letters ?? []),
    );
    const same = before.filter(({ letters }) => lettersIn(letters).includes(lettersIn(passage)));
    if (isTwice || (edit === "a block is moved" && same.length > 1)) blocks = before;
    else write(edit);
  }

  function edited(): string {
    const ones = new Set(passage.map(({ one }) => one));
    const isOurs = ({ one }: Letter) => ones.has(one);
    const block = pick(blocks);
    const free = block.letters.flatMap((letter, index) => (isOurs(letter) ? [] : index));
    const what = below(9);
    if (what === 0 || free.length === 0) {
      blocks.splice(
        blocks.indexOf(block),
        0,
        ...(block.kind === "cell" ? [] : [paragraph(lettersIn(passage))]),
      );
      return "a paragraph comes";
    }
    if (what === 1 && !block.letters.some(isOurs) && block.kind !== "cell") {
      blocks = blocks.filter((other) => other !== block || blocks.length < 4);
      return "a block goes";
    }
    if (what === 2 && block.kind === "paragraph" && block.letters.length > 10) {
      const cut = pick(free);
      const rest = block.letters.splice(cut);
      if (rest.length > 0) blocks.splice(blocks.indexOf(block) + 1, 0, { kind: "paragraph", letters: rest });
      return "a paragraph is parted";
    }
    if (what === 3) {
      const place = blocks.indexOf(block);
      const next = blocks[place + 1];
      if (block.kind === "paragraph" && next?.kind === "paragraph") {
        block.letters.push(...fresh(" "), ...next.letters);
        blocks.splice(place + 1, 1);
      }
      return "two are joined";
    }
    if (what === 4 && (block.kind === "paragraph" || block.kind === "heading")) {
      block.kind = block.kind === "heading" ? "paragraph" : "heading";
      return "a paragraph becomes a heading";
    }
    if (what === 5 && block.kind !== "cell") {
      const others = blocks.filter((other) => other !== block);
      const where = below(others.length + 1);
      const isInside = others[where]?.kind === "cell" && others[where - 1]?.kind === "cell";
      others.splice(isInside ? 0 : where, 0, block);
      blocks = others;
      return "a block is moved";
    }
    if (what === 6) {
      const from = pick(free);
      let to = from;
      while (
        to < block.letters.length &&
        to < from + 12 &&
        !isOurs(block.letters[to] ?? { one: 0, letter: "" })
      )
        to += 1;
      block.letters.splice(from, to - from, ...fresh(pick(words)));
      return "words are replaced";
    }
    if (what === 7 && block.letters.filter(isOurs).length > 30) {
      const own = block.letters.findIndex(isOurs) + 5 + below(15);
      block.letters.splice(own, 2, ...fresh(pick(words)));
      return "a word of the passage is mended";
    }
    block.letters.splice(pick(free), 0, ...fresh(` ${pick(words)}`));
    return "a word comes";
  }

  function judged(found: Place): Pick<Outcome, "survives" | "verdict" | "place" | "truth"> {
    const ones = new Set(passage.filter(({ letter }) => letter !== " ").map(({ one }) => one));
    const all = filled(blocks).flatMap(({ letters: own }, index) => [
      ...(index > 0 ? [undefined] : []),
      ...own,
    ]);
    const places = all.flatMap((letter, index) => (letter && ones.has(letter.one) ? index : []));
    const [first, last] = [places[0], places.at(-1)];
    const isWhole = places.length >= 0.7 * ones.size && first !== undefined && last !== undefined;
    const isTogether = isWhole && last - first < 3 * passage.length + 60;
    const truth = first !== undefined && last !== undefined ? { from: first, to: last + 1 } : undefined;
    const base = { place: found, survives: isTogether, ...(truth && { truth }) };
    if (!("from" in found)) return { ...base, verdict: "detached" };
    // Right: most of what is shown are letters of the passage or came between them, and most of its letters are shown.
    const shown = places.filter((place) => place >= found.from && place < found.to).length;
    const isCovered = shown >= 0.8 * places.length && places.length > 0;
    const span = truth ? Math.max(0, Math.min(found.to, truth.to) - Math.max(found.from, truth.from)) : 0;
    return { ...base, verdict: isCovered && span >= 0.8 * (found.to - found.from) ? "right" : "wrong" };
  }
}

/** Empty ones have no letters that stand anywhere. */
const filled = (blocks: readonly Block[]) => blocks.filter(({ letters }) => letters.length > 0);

const lettersIn = (letters: readonly Letter[]) => letters.map(({ letter }) => letter).join("");

function textOf(blocks: readonly Block[]): string {
  return filled(blocks)
    .map(({ letters }) => lettersIn(letters))
    .join("\n");
}

function placeIn(blocks: readonly Block[], passage: readonly Letter[]): { from: number; to: number } {
  const letters = filled(blocks).flatMap(({ letters: own }, index) => [
    ...(index > 0 ? [undefined] : []),
    ...own,
  ]);
  const from = letters.findIndex((letter) => letter?.one === passage[0]?.one);
  return { from, to: from + passage.length };
}

/** Neighbouring items are one list, neighbouring cells a table of two columns. Empty blocks that the shared form has no letters for stay. */
function documentOf(blocks: readonly Block[]): Node {
  const { nodes } = documentSchema;
  const children: Node[] = [];
  const inline = ({ letters }: Block) => {
    const text = letters.map(({ letter }) => letter).join("");
    return text === "" ? [] : [documentSchema.text(text)];
  };
  for (let place = 0; place < blocks.length;) {
    const block = blocks[place];
    if (!block) break;
    let end = place + 1;
    if (block.kind === "item" || block.kind === "cell") while (blocks[end]?.kind === block.kind) end += 1;
    const group = blocks.slice(place, end);
    const paragraphs = group.map((one) => nodes.paragraph.create(null, inline(one)));
    if (block.kind === "heading") children.push(nodes.heading.create({ level: 2 }, inline(block)));
    else if (block.kind === "paragraph") children.push(...paragraphs);
    else if (block.kind === "item")
      children.push(
        nodes.bulletList.create(
          null,
          paragraphs.map((one) => nodes.listItem.create(null, one)),
        ),
      );
    else {
      const rows: Node[] = [];
      for (let cell = 0; cell < paragraphs.length; cell += 2)
        rows.push(
          nodes.tableRow.create(
            null,
            paragraphs.slice(cell, cell + 2).map((one) => nodes.tableCell.create(null, one)),
          ),
        );
      children.push(nodes.table.create(null, rows));
    }
    place = end;
  }
  return nodes.doc.create(null, children);
}

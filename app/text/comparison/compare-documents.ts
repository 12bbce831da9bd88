// Compares two documents: block by block, the changes numbered as a reader steps through them, and told by section.
import type { Node } from "@tiptap/pm/model";
import { amountOf } from "./amount";
import { compareBlocks, type Comparing } from "./compare-blocks";
import type { Amount, Compared } from "./compared";
import { createSameness, type Sameness } from "./sameness";

/** Blocks that follow each other and had the same happen to them; what is the same has no number. */
export interface Group {
  number: number | null;
  as: "same" | "changed" | "added" | "removed" | "moved-here" | "moved-away";
  blocks: Compared[];
  /** Its place in `sections`. */
  section: number;
}

/** What stands below a heading, or before the first one, as far as the next heading. */
export interface Section extends Amount {
  /** The heading's words; "" before the first one. */
  title: string;
  state: "stands" | "added" | "removed";
  /** Blocks that were brought here from elsewhere. */
  moved: number;
  /** Changes of looks, links, ticks and the like, which change no words. */
  restyled: number;
  /** The number of its first change; null: nothing changed in it. */
  firstChange: number | null;
}

export interface ComparedDocuments {
  groups: Group[];
  sections: Section[];
  /** Where each thing that moved stood, and where it stands now, as places in `sections`. */
  moves: Map<number, { from: number; to: number }>;
  /** How many changes a reader steps through. */
  changes: number;
  /** Numbers of the notes of both documents, as their readers see them: by label. */
  notes: { was: Map<string, number>; is: Map<string, number> };
}

/** Steps that comparing may cost, so that it ends within a second or two whatever is compared. */
const patience = 40_000_000;

/** Any two documents of our schema. What a template says to writers is left out, as readers are not shown it. */
export function compareDocuments(was: Node, is: Node): ComparedDocuments {
  const comparing: Comparing = { sameness: createSameness(), patience: { left: patience }, nextMove: 1 };
  const [before, after] = [shownOf(was), shownOf(is)];
  const text = compareBlocks(before.text, after.text, comparing);
  const notes = compareNotes(before.notes, after.notes, comparing);
  return inSections(
    text,
    notes,
    { was: numbersOf(was, before.notes), is: numbersOf(is, after.notes) },
    comparing.sameness,
  );
}

interface Shown {
  text: Node[];
  notes: Node[];
}

function shownOf(document: Node): Shown {
  const blocks = document.children.map(withoutGuidance).filter((node) => node !== null);
  const isNote = ({ type }: Node) => type.name === "footnote";
  return { text: blocks.filter((node) => !isNote(node)), notes: blocks.filter(isNote) };
}

function withoutGuidance(node: Node): Node | null {
  if (node.type.name === "guidance") return null;
  let holds = false;
  node.descendants((one) => {
    holds ||= one.type.name === "guidance";
    return !holds;
  });
  if (!holds) return node;
  const { paragraph } = node.type.schema.nodes;
  const kept = node.children.map(withoutGuidance).filter((one) => one !== null);
  return node.type.create(
    node.attrs,
    kept.length > 0 || !paragraph ? kept : [paragraph.create()],
    node.marks,
  );
}

/** Notes of one label are the same note, wherever they stand. */
function compareNotes(was: Node[], is: Node[], comparing: Comparing): Compared[] {
  const labelOf = (note: Node) => String(note.attrs.label);
  const before = new Map([...was].reverse().map((note) => [labelOf(note), note]));
  const matched = new Set<Node>();
  const pairs = is.flatMap((note): Array<[Node, Node]> => {
    const former = before.get(labelOf(note));
    if (!former || matched.has(former)) return [];
    matched.add(former).add(note);
    return [[former, note]];
  });
  const same = pairs.flatMap(([former, note]) => compareBlocks([former], [note], comparing));
  const rest = compareBlocks(
    was.filter((note) => !matched.has(note)),
    is.filter((note) => !matched.has(note)),
    comparing,
  );
  return [...same, ...rest];
}

/** In the order in which they are cited; those that nobody cites follow. */
function numbersOf(document: Node, notes: Node[]): Map<string, number> {
  const labels = new Set<string>();
  const known = new Set(notes.map(({ attrs }) => String(attrs.label)));
  document.descendants((node) => {
    const label = String(node.attrs.label);
    if (node.type.name === "footnoteReference" && known.has(label)) labels.add(label);
    return true;
  });
  return new Map([...new Set([...labels, ...known])].map((label, index) => [label, index + 1]));
}

function inSections(
  text: Compared[],
  notes: Compared[],
  numbers: ComparedDocuments["notes"],
  sameness: Sameness,
): ComparedDocuments {
  const groups: Group[] = [];
  const sections: Section[] = [newSection("", "stands")];
  const places = sectionsOfBlocks(text, sections);
  const moves: ComparedDocuments["moves"] = new Map();
  let changes = 0;
  const take = (block: Compared, place: number) => {
    const section = sections[place];
    if (!section) return;
    const as = happenedTo(block);
    const last = groups.at(-1);
    if (block.as === "moved-away")
      moves.set(block.move.number, { ...moveAt(moves, block.move.number), from: place });
    else if ("move" in block && block.move)
      moves.set(block.move.number, { ...moveAt(moves, block.move.number), to: place });
    if (last && last.as === as && as !== "changed" && last.section === place) last.blocks.push(block);
    else groups.push({ number: as === "same" ? null : ++changes, as, blocks: [block], section: place });
    if (as === "same") return;
    const { added, removed, restyled } = amountOf(block, sameness);
    section.added += added;
    section.removed += removed;
    section.restyled += restyled;
    if (as === "moved-here") section.moved += 1;
    section.firstChange ??= changes;
  };
  for (const [index, block] of text.entries()) take(block, places[index] ?? 0);
  const isNoted = notes.length > 0 && sections.push(newSection(notesTitle, "stands"));
  if (isNoted) for (const note of notes) take(note, isNoted - 1);
  return { groups, sections, moves, changes, notes: numbers };
}

/** In place of the title of what stands below the text; never that of a heading, which has no line's end. */
export const notesTitle = "\n";

const moveAt = (moves: ComparedDocuments["moves"], number: number) => moves.get(number) ?? { from: 0, to: 0 };

function newSection(title: string, state: Section["state"]): Section {
  return { title, state, added: 0, removed: 0, moved: 0, restyled: 0, firstChange: null };
}

/** The section of each block: of what stands, by the headings of the new document; of what went, by the former's. */
function sectionsOfBlocks(text: Compared[], sections: Section[]): number[] {
  let [now, before] = [0, 0];
  const ofMoved = new Map<number, number>();
  const places = text.map((block) => {
    const heading = block.as === "removed" || block.as === "moved-away" ? block.was : block.node;
    if (heading.type.name === "heading") {
      if (block.as === "moved-away") {
        // Whatever else of its section went is told where the section stands now.
        before =
          ofMoved.get(block.move.number) ?? sections.push(newSection(heading.textContent, "stands")) - 1;
        ofMoved.set(block.move.number, before);
      } else if (block.as === "removed")
        before = sections.push(newSection(heading.textContent, "removed")) - 1;
      else {
        const moved = "move" in block && block.move ? ofMoved.get(block.move.number) : undefined;
        now =
          moved ??
          sections.push(newSection(heading.textContent, block.as === "added" ? "added" : "stands")) - 1;
        if ("move" in block && block.move) ofMoved.set(block.move.number, now);
        if (block.as !== "added" && !("move" in block && block.move)) before = now;
      }
    }
    return block.as === "removed" || block.as === "moved-away" ? before : now;
  });
  return places;
}

function happenedTo(block: Compared): Group["as"] {
  if (block.as === "moved-away") return "moved-away";
  if ("move" in block && block.move) return "moved-here";
  return block.as;
}

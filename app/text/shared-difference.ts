// Writes a document into the shared one as the smallest difference: blocks are matched first, then their parts, then the words inside.
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { aligned } from "./alignment";
import { documentSchema } from "./document-schema";
import { paired } from "./likeness";

type Attributes = Record<string, unknown>;

/** A stretch of words under the same marks. */
interface Run {
  text: string;
  marks: Attributes;
}

/** What stands in a node of either side: words, or another node. `key` is the same for the same content. */
interface Part {
  key: string;
  words: string;
  name: string;
  /** Of words. */
  runs?: Run[];
  /** Of another node. */
  node?: Node;
  /** Where it stands in the shared document. */
  shared: Array<Y.XmlElement | Y.XmlText>;
}

/** Pieces of which words are compared: words, blanks, signs. */
const pieces = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Makes `parent` hold what `node` holds. What is the same keeps its place, its identity and its writers. Called inside a transaction. */
export function writeDifference(parent: Y.XmlFragment, node: Node): void {
  const standing = standingIn(parent);
  const wanted = wantedIn(node);
  const one = standing.filter(({ words, name }) => name !== "" || words !== "");
  const from = pairsOf(one, wanted);
  const kept = new Map(wanted.map((part, place) => [one[from[place] ?? -1], part]));
  let at = 0;
  let next = 0;
  const insertUpTo = (end: number) => {
    const fresh = wanted.slice(next, end).map(created);
    if (fresh.length > 0) parent.insert(at, fresh);
    at += fresh.length;
    next = end;
  };
  for (const part of standing) {
    const partner = kept.get(part);
    if (partner) {
      insertUpTo(wanted.indexOf(partner, next));
      at += update(parent, at, part, partner);
      next += 1;
    } else if (part.name === "" && part.words === "") at += part.shared.length;
    else parent.delete(at, part.shared.length);
  }
  insertUpTo(wanted.length);
}

/** The place in `one` of each part that is the same or becomes another one; -1: it is new. */
function pairsOf(one: readonly Part[], wanted: readonly Part[]): Int32Array {
  const from = aligned(
    one.map(({ key }) => key),
    wanted.map(({ key }) => key),
  );
  let [before, start] = [0, 0];
  for (let place = 0; place <= wanted.length; place += 1) {
    const end = place === wanted.length ? one.length : (from[place] ?? -1);
    if (end < 0) continue;
    for (const [here, there] of paired(one.slice(before, end), wanted.slice(start, place)))
      from[start + there] = before + here;
    [before, start] = [end + 1, place + 1];
  }
  return from;
}

/** How many children of the parent the part has now. */
function update(parent: Y.XmlFragment, at: number, part: Part, wanted: Part): number {
  const [first, ...others] = part.shared;
  if (part.key === wanted.key || !first) return part.shared.length;
  if (first instanceof Y.XmlText) {
    if (others.length > 0) parent.delete(at + 1, others.length);
    updateText(first, wanted.runs ?? []);
  } else if (wanted.node) {
    const attributes = attributesOf(wanted.node);
    const standing = first.getAttributes() as Attributes;
    for (const [name, value] of Object.entries(attributes))
      if (!isSame(standing[name], value)) first.setAttribute(name, value as string);
    for (const name of Object.keys(standing)) if (!(name in attributes)) first.removeAttribute(name);
    writeDifference(first, wanted.node);
  }
  return 1;
}

function standingIn(parent: Y.XmlFragment): Part[] {
  const parts: Part[] = [];
  for (const child of parent.toArray() as Array<Y.XmlElement | Y.XmlText>) {
    if (child instanceof Y.XmlText) {
      const runs = runsOf(child);
      const last = parts.at(-1);
      if (last?.runs) last.shared.push(child);
      if (last?.runs) Object.assign(last, textPart([...last.runs, ...runs], last.shared));
      else parts.push(textPart(runs, [child]));
    } else parts.push(elementPart(child));
  }
  return parts;
}

function elementPart(element: Y.XmlElement): Part {
  const name = element.nodeName;
  const inside = standingIn(element).filter((part) => part.name !== "" || part.words !== "");
  const type = Object.hasOwn(documentSchema.nodes, name)
    ? documentSchema.nodes[name as "paragraph"]
    : undefined;
  const written = element.getAttributes() as Attributes;
  const attributes = Object.fromEntries(
    Object.entries(type?.spec.attrs ?? {}).map(([key, { default: otherwise }]) => [
      key,
      written[key] ?? (otherwise as unknown),
    ]),
  );
  return {
    key: keyOf(name, attributes, inside),
    words: inside.map(({ words }) => words).join(" "),
    name,
    shared: [element],
  };
}

function wantedIn(node: Node): Part[] {
  const parts: Part[] = [];
  node.forEach((child) => {
    const last = parts.at(-1);
    if (child.isText) {
      const run = { text: child.text ?? "", marks: marksOf(child) };
      if (last?.runs) Object.assign(last, textPart([...last.runs, run], []));
      else parts.push(textPart([run], []));
    } else {
      const inside = wantedIn(child);
      const words = inside.map((part) => part.words).join(" ");
      parts.push({
        key: keyOf(child.type.name, child.attrs, inside),
        words,
        name: child.type.name,
        node: child,
        shared: [],
      });
    }
  });
  return parts;
}

function textPart(runs: Run[], shared: Part["shared"]): Part {
  const joined = joinedRuns(runs);
  const words = joined.map(({ text }) => text).join("");
  return {
    key: JSON.stringify(joined.map(({ text, marks }) => [text, sorted(marks)])),
    words,
    name: "",
    runs: joined,
    shared,
  };
}

function keyOf(name: string, attributes: Attributes, inside: readonly Part[]): string {
  return JSON.stringify([name, sorted(attributes), inside.map(({ key }) => key)]);
}

/** Without what says nothing, in the order of the names. */
function sorted(attributes: Attributes): unknown[] {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => (isObject(value) ? [name, sorted(value)] : [name, value]))
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
}

function isObject(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, marks } of runs) {
    const last = joined.at(-1);
    if (last && isSame(sorted(last.marks), sorted(marks))) last.text += text;
    else if (text !== "") joined.push({ text, marks });
  }
  return joined;
}

function runsOf(text: Y.XmlText): Run[] {
  const delta = text.toDelta() as Array<{ insert?: unknown; attributes?: Attributes }>;
  return joinedRuns(
    delta.map(({ insert, attributes = {} }) => ({
      text: typeof insert === "string" ? insert : "",
      marks: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, isObject(value) ? value : {}]),
      ),
    })),
  );
}

function marksOf({ marks }: Node): Attributes {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]));
}

function attributesOf({ attrs }: Node): Attributes {
  return Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null));
}

function created({ runs, node }: Part): Y.XmlElement | Y.XmlText {
  if (!node) {
    const text = new Y.XmlText();
    text.applyDelta((runs ?? []).map(({ text: insert, marks: attributes }) => ({ insert, attributes })));
    return text;
  }
  const element = new Y.XmlElement(node.type.name);
  for (const [name, value] of Object.entries(attributesOf(node))) element.setAttribute(name, value as string);
  const inside = wantedIn(node).map(created);
  if (inside.length > 0) element.insert(0, inside);
  return element;
}

/** Words that both have stay; then the marks are made what they are to be, where they are not. */
function updateText(text: Y.XmlText, runs: readonly Run[]): void {
  const wanted = runs.map((run) => run.text).join("");
  const changes = changesOf(
    runsOf(text)
      .map((run) => run.text)
      .join(""),
    wanted,
  );
  // From behind, so that the places before stay what they are.
  for (const { at, remove, from, to } of changes.reverse()) {
    if (remove > 0) text.delete(at, remove);
    let place = at;
    for (const { text: words, marks } of between(runs, from, to)) {
      text.insert(place, words, { ...marks });
      place += words.length;
    }
  }
  let at = 0;
  for (const { text: words, marks } of runs) {
    let place = at;
    for (const standing of between(runsOf(text), at, at + words.length)) {
      if (!isSame(sorted(standing.marks), sorted(marks))) {
        const without = Object.fromEntries(Object.keys(standing.marks).map((name) => [name, null]));
        text.format(place, standing.text.length, { ...without, ...marks });
      }
      place += standing.text.length;
    }
    at += words.length;
  }
}

function between(runs: readonly Run[], from: number, to: number): Run[] {
  const found: Run[] = [];
  let at = 0;
  for (const { text, marks } of runs) {
    const words = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (words !== "") found.push({ text: words, marks });
    at += text.length;
  }
  return found;
}

interface Change {
  at: number;
  remove: number;
  /** What comes there, as a stretch of the wanted text. */
  from: number;
  to: number;
}

/** What has to be done to `standing`, in rising order. Within changed words, letters that both have at either end stay. */
function changesOf(standing: string, wanted: string): Change[] {
  const [one, other] = [standing.match(pieces) ?? [], wanted.match(pieces) ?? []];
  const places = aligned(one, other);
  const changes: Change[] = [];
  let [at, from] = [0, 0];
  let [next, to] = [0, 0];
  const end = (upTo: number) => {
    let removed = "";
    for (; next < upTo; next += 1) removed += one[next] ?? "";
    const start = sameAtStart(removed, wanted.slice(from, to));
    const rest = sameAtStart(
      [...removed.slice(start)].reverse().join(""),
      [...wanted.slice(from + start, to)].reverse().join(""),
    );
    const change = {
      at: at + start,
      remove: removed.length - start - rest,
      from: from + start,
      to: to - rest,
    };
    if (change.remove > 0 || change.to > change.from) changes.push(change);
    at += removed.length;
    from = to;
  };
  for (const [index, piece] of other.entries()) {
    const place = places[index] ?? -1;
    if (place >= 0) {
      end(place);
      next = place + 1;
      at += piece.length;
      from += piece.length;
    }
    to += piece.length;
  }
  end(one.length);
  return changes;
}

/** Units of UTF-16, without parting a letter. */
function sameAtStart(one: string, other: string): number {
  let length = 0;
  for (const letter of one) {
    if (!other.startsWith(letter, length)) break;
    length += letter.length;
  }
  return length;
}

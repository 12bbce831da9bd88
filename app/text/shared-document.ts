// A document as the shared one that everybody's writing flows into, and back: written as a difference, read without touching it.
import { Fragment, Mark, type Node, type NodeType } from "@tiptap/pm/model";
import * as Y from "yjs";
import { documentSchema, textField } from "~/text/document-schema";
import { writeDifference } from "./shared-difference";

/** Something in a shared document that this schema does not know, or that cannot stand where it stands. */
export interface SetAside {
  /** The name of the node or the mark. */
  name: string;
  /** The words in it, at most 200 characters. */
  words: string;
  why: "unknown" | "misplaced";
}

export interface ReadDocument {
  document: Node;
  /** What is in the shared document and not in `document`; empty for a document made with this schema. */
  setAside: SetAside[];
}

/** Deeper than any editor makes them; a hostile update may be. */
const deepest = 100;

/**
 * Makes the shared document say what `document` says, in one transaction, as the smallest difference: what is equal stays as it is, so
 * that positions in it, other people's carets and comments, and whose each word is, stay true. Refuses, by an error of kind "unknown-nodes", a shared document
 * that holds what this schema does not know: it would be deleted. What
 * is only misplaced goes, as it does in every editor.
 */
export function toShared(shared: Y.Doc, document: Node, origin?: unknown): void {
  const unknown = fromShared(shared).setAside.filter(({ why }) => why === "unknown");
  if (unknown.length > 0) {
    const names = [...new Set(unknown.map(({ name }) => name))].join(", ");
    throw Object.assign(new Error(`the shared document holds what this schema does not know: ${names}`), {
      kind: "unknown-nodes",
    });
  }
  shared.transact(() => writeDifference(shared.getXmlFragment(textField), document), origin);
}

/**
 * What the shared document says. Only reads: nothing in it is changed or deleted, whatever it holds. What the schema does not know is
 * left out and told; what people's writing at once has left incomplete (a list without an item) is completed. Never throws.
 */
export function fromShared(shared: Y.Doc): ReadDocument {
  const setAside: SetAside[] = [];
  const leave: Leave = (name, words, why = "unknown") =>
    setAside.push({ name, words: words.slice(0, 200), why });
  const children = childrenOf(shared.getXmlFragment(textField), 0, leave);
  const document = fitted(documentSchema.nodes.doc, null, children, leave);
  return {
    document: document ?? documentSchema.node("doc", null, documentSchema.node("paragraph")),
    setAside,
  };
}

type Leave = (name: string, words: string, why?: SetAside["why"]) => void;

function childrenOf(parent: Y.XmlFragment, depth: number, leave: Leave): Node[] {
  return parent.toArray().flatMap((child: unknown) => {
    if (child instanceof Y.XmlText) return textsOf(child, leave);
    if (!(child instanceof Y.XmlElement)) {
      leave("?", "");
      return [];
    }
    const name = child.nodeName;
    const type = Object.hasOwn(documentSchema.nodes, name) ? documentSchema.nodes[name as "doc"] : undefined;
    const isKnown = type && type.name !== "doc" && type.name !== "text" && depth < deepest;
    const node = isKnown
      ? fitted(type, attributesOf(child, type), childrenOf(child, depth + 1, leave), leave)
      : null;
    if (!node) leave(name, wordsIn(child), type ? "misplaced" : "unknown");
    return node ?? [];
  });
}

function attributesOf(element: Y.XmlElement, type: NodeType): Record<string, unknown> {
  const written: Record<string, unknown> = element.getAttributes();
  return Object.fromEntries(Object.entries(written).filter(([name]) => name in (type.spec.attrs ?? {})));
}

/** Marks that may stand together with themselves bear a hash behind their name. */
const hash = /--[a-zA-Z0-9+/=]{8}$/;

function textsOf(text: Y.XmlText, leave: Leave): Node[] {
  const runs: Array<{ insert?: unknown; attributes?: Record<string, unknown> }> = text.toDelta();
  return runs.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") leave("?", "");
    if (typeof insert !== "string" || insert === "") return [];
    let marks: readonly Mark[] = Mark.none;
    for (const [written, attrs] of Object.entries(attributes)) {
      const name = written.replace(hash, "");
      if (Object.hasOwn(documentSchema.marks, name))
        marks = documentSchema
          .mark(name as "bold", typeof attrs === "object" ? (attrs as Record<string, unknown>) : null)
          .addToSet(marks);
      else leave(name, insert);
    }
    return [documentSchema.text(insert, marks)];
  });
}

function wordsIn(element: Y.XmlElement): string {
  const words: string[] = [];
  const inside: unknown[] = [element];
  while (inside.length > 0 && words.length < 50) {
    const next = inside.pop();
    if (next instanceof Y.XmlText)
      words.push(
        textsOf(next, () => undefined)
          .map(({ text }) => text)
          .join(""),
      );
    else if (next instanceof Y.XmlFragment) inside.push(...next.toArray().reverse());
  }
  return words.join(" ");
}

/** The node with its children, what is missing filled in; what cannot stand in it is left out and told. Null where nothing helps. */
function fitted(
  type: NodeType,
  attrs: Record<string, unknown> | null,
  children: readonly Node[],
  leave: Leave,
): Node | null {
  const allowed = children.map((child) =>
    child.mark(type.inlineContent ? type.allowedMarks(child.marks) : Mark.none),
  );
  const content = Fragment.fromArray(allowed);
  if (type.validContent(content)) return type.create(attrs, content);
  const kept: Node[] = [];
  let match = type.contentMatch;
  for (const child of gathered(type, children)) {
    const fill = match.fillBefore(Fragment.from(child));
    const next = fill && match.matchFragment(fill.append(Fragment.from(child)));
    if (!next) leave(child.type.name, child.text ?? child.textContent, "misplaced");
    else {
      kept.push(...fill.content, child);
      match = next;
    }
  }
  const end = match.fillBefore(Fragment.empty, true);
  return end ? type.create(attrs, Fragment.fromArray([...kept, ...end.content])) : null;
}

/** Words that stand where blocks belong come into paragraphs; where nothing but words belongs, marks go. */
function gathered(type: NodeType, children: readonly Node[]): Node[] {
  if (type.inlineContent) return children.map((child) => child.mark(type.allowedMarks(child.marks)));
  const { paragraph } = documentSchema.nodes;
  const blocks: Node[] = [];
  let words: Node[] = [];
  const end = () => {
    if (words.length > 0) blocks.push(paragraph.create(null, words));
    words = [];
  };
  for (const child of children) {
    if (child.isInline) words.push(child);
    else {
      end();
      blocks.push(child);
    }
  }
  end();
  return blocks;
}

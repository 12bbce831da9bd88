// Footnotes: a reference in the text and a note at the end, tied by a label that two people adding one at once cannot both draw.
import { mergeAttributes, Node, InputRule } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts a reference at the caret and its empty note at the end, where the caret then stands. */
      addFootnote: () => ReturnType;
    };
  }
}

/** Eight letters and digits of a trillion: no two people draw the same. */
export function newFootnoteLabel(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(8));
  return [...drawn].map((byte) => "abcdefghijkmnpqrstuvwxyz23456789"[byte % 32]).join("");
}

const label = (name: string) => ({
  label: {
    default: "",
    parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? "",
    renderHTML: (attributes: Record<string, unknown>) => ({ [name]: attributes.label }),
  },
});

const Footnote = Node.create({
  name: "footnote",
  content: "block+",
  isolating: true,
  defining: true,
  addAttributes: () => label("data-footnote"),
  parseHTML: () => [{ tag: "div[data-footnote]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes({ class: "footnote" }, HTMLAttributes), 0],

  addKeyboardShortcuts() {
    return {
      Backspace: () => this.editor.commands.command(({ state, tr }) => withoutEmptyNote(state, tr)),
      "Ctrl-End": () => this.editor.commands.command(({ tr }) => toEndOfText(tr)),
    };
  },

  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_config, { doc }) => numbers(doc),
        apply: (tr, shown) => (tr.docChanged ? numbers(tr.doc) : shown),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
        handleClickOn(view, _position, node, _at, event, isDirect) {
          if (node.type.name !== "footnoteReference" || !isDirect) return false;
          const note = placeOf(view.state.doc, "footnote", String(node.attrs.label));
          if (note === null) return false;
          event.preventDefault();
          const inside = TextSelection.near(view.state.doc.resolve(note + 1));
          view.dispatch(view.state.tr.setSelection(inside).scrollIntoView());
          view.focus();
          return true;
        },
      },
    }),
  ],
});

const FootnoteReference = Node.create({
  name: "footnoteReference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => label("data-footnote-reference"),
  parseHTML: () => [{ tag: "sup[data-footnote-reference]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "sup",
    mergeAttributes({ class: "footnote-reference" }, HTMLAttributes),
  ],
  renderText: () => "",

  addCommands: () => ({
    addFootnote:
      () =>
      ({ state, tr, dispatch }) =>
        added(state, tr, state.selection.from, state.selection.to, dispatch !== undefined),
  }),

  addInputRules: () => [
    new InputRule({
      find: /\[\^\]$/,
      handler: ({ state, range }) => {
        added(state, state.tr, range.from, range.to, true);
      },
    }),
  ],
});

export const footnoteNodes = [Footnote, FootnoteReference];

/** A note in a note, in a code block, in a heading of a table's own: only where the schema lets a reference stand, outside of notes. */
function added(state: EditorState, tr: Transaction, from: number, to: number, isDone: boolean): boolean {
  const { footnote, footnoteReference, paragraph } = state.schema.nodes;
  const $to = tr.doc.resolve(to);
  if (!footnote || !footnoteReference || !paragraph) return false;
  if (!$to.parent.inlineContent || $to.parent.type.spec.code || insideNote($to)) return false;
  if (!isDone) return true;
  const made = newFootnoteLabel();
  // What is selected stays, the reference comes behind it; signs that were typed for it go.
  if (tr.doc.textBetween(from, to) === "[^" || tr.doc.textBetween(from, to) === "[^]") tr.delete(from, to);
  tr.insert(tr.mapping.map(to), footnoteReference.create({ label: made }));
  const end = tr.doc.content.size;
  tr.insert(end, footnote.create({ label: made }, paragraph.create()));
  tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView();
  return true;
}

function insideNote($at: EditorState["selection"]["$from"]): boolean {
  return $at.depth > 0 && $at.node(1).type.name === "footnote";
}

/** Backspace in a note without words takes it and its references away, and the caret back to where the first one stood. */
function withoutEmptyNote(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  if (!empty || !insideNote($from)) return false;
  const note = $from.node(1);
  if (note.childCount > 1 || note.content.size > 2) return false;
  const start = $from.before(1);
  tr.delete(start, start + note.nodeSize);
  let place: number | null = null;
  for (;;) {
    const at = placeOf(tr.doc, "footnoteReference", String(note.attrs.label));
    if (at === null) break;
    place ??= at;
    tr.delete(at, at + 1);
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(place ?? Math.min(start, tr.doc.content.size)), -1));
  tr.scrollIntoView();
  return true;
}

/** From the text to its end, which is above the notes; in a note the key goes to the end of all, as ever. */
function toEndOfText(tr: Transaction): boolean {
  if (insideNote(tr.selection.$from)) return false;
  let end = tr.doc.content.size;
  for (let index = tr.doc.childCount - 1; index >= 0; index -= 1) {
    const block = tr.doc.child(index);
    if (block.type.name !== "footnote") break;
    end -= block.nodeSize;
  }
  if (end === 0 || end === tr.doc.content.size) return false;
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).scrollIntoView();
  return true;
}

function placeOf(doc: DocumentNode, name: string, wanted: string): number | null {
  let place: number | null = null;
  doc.descendants((node, at) => {
    if (place === null && node.type.name === name && node.attrs.label === wanted) place = at;
    return place === null;
  });
  return place;
}

/** Numbers in the order of the first references; a note nobody refers to and a reference without a note show that. */
function numbers(doc: DocumentNode): DecorationSet {
  const references: Array<{ at: number; label: string }> = [];
  const notes: Array<{ from: number; to: number; label: string }> = [];
  doc.descendants((node, at) => {
    const label = String(node.attrs.label);
    if (node.type.name === "footnoteReference") references.push({ at, label });
    if (node.type.name === "footnote") notes.push({ from: at, to: at + node.nodeSize, label });
  });
  const order = [...new Set(references.map(({ label }) => label))];
  const known = new Set(notes.map(({ label }) => label));
  const numberOf = (label: string) => {
    const index = order.indexOf(label);
    return index < 0 || !known.has(label) ? "?" : String(index + 1);
  };
  return DecorationSet.create(doc, [
    ...references.map(({ at, label }) => Decoration.node(at, at + 1, { "data-number": numberOf(label) })),
    ...notes.map(({ from, to, label }) => Decoration.node(from, to, { "data-number": numberOf(label) })),
  ]);
}

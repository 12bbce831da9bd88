// What a template says about what belongs in a place: shown to whoever writes there, and gone with the first words.
import { mergeAttributes, Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { NodeSelection, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isFromOthers } from "./from-others";

export const Guidance = Node.create({
  name: "guidance",
  group: "block",
  atom: true,

  addAttributes: () => ({
    text: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-guidance") ?? "",
      renderHTML: ({ text }) => ({ "data-guidance": text }),
    },
  }),

  parseHTML: () => [{ tag: "div[data-guidance]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "div",
    mergeAttributes({ class: "guidance-now" }, HTMLAttributes),
    node.attrs.text,
  ],

  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, after) {
        if (transactions.some(isFromOthers) || !transactions.some((one) => one.docChanged)) return null;
        const done = transactions.reduce(
          (doc, one) => (one.docChanged ? one.mapping.map(doc, -1) : doc),
          before.selection.from,
        );
        return withoutGuidance(after.tr, before.selection.$from.parent, done);
      },
      props: {
        handleClickOn(view, _position, node, nodePosition, event, isDirect) {
          if (node.type.name !== "guidance" || !isDirect || !view.editable) return false;
          event.preventDefault();
          writeBelow(view, nodePosition);
          return true;
        },
        handleKeyDown(view, event) {
          const { selection } = view.state;
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== "guidance") return false;
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return false;
          writeBelow(view, selection.from);
          return true;
        },
      },
    }),
  ],
});

/** Puts the caret in the empty paragraph below, which is made where there is none. */
function writeBelow(view: EditorView, position: number): void {
  const { tr, doc, schema } = view.state;
  let end = position;
  while (doc.nodeAt(end)?.type.name === "guidance") end += 1;
  const next = doc.nodeAt(end);
  const paragraph = schema.nodes.paragraph;
  const isReady = next?.type === paragraph && next?.content.size === 0;
  if (!isReady && paragraph) tr.insert(end, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  view.focus();
}

/** Takes away the guidance directly above what was written into an empty paragraph; null where nothing was. */
function withoutGuidance(tr: Transaction, written: DocumentNode, position: number): Transaction | null {
  if (written.type.name !== "paragraph" || written.content.size > 0) return null;
  const $at = tr.doc.resolve(Math.min(position, tr.doc.content.size));
  if ($at.depth === 0 || $at.parent.content.size === 0) return null;
  const parent = $at.node($at.depth - 1);
  const index = $at.index($at.depth - 1);
  let first = index;
  while (first > 0 && parent.child(first - 1).type.name === "guidance") first -= 1;
  if (first === index) return null;
  const end = $at.before($at.depth);
  return tr.delete(end - (index - first), end);
}

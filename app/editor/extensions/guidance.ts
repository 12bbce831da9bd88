// What a template says about what belongs in a place: shown to whoever writes there, and gone with the first words.
import { mergeAttributes, Node } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
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
        const { $from } = after.selection;
        if ($from.depth === 0 || $from.parent.content.size === 0) return null;
        const start = [...transactions]
          .reverse()
          .reduce((at, { mapping }) => mapping.invert().map(at), $from.start());
        const written = before.doc.resolve(Math.min(start, before.doc.content.size)).parent;
        if (written.type.name !== "paragraph" || written.content.size > 0) return null;
        return withoutGuidance(after.tr, $from);
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
          if (isToTheEnd(event)) return goToLastGuidance(view);
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== "guidance") return false;
          if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
          if (event.key !== "Enter" && [...event.key].length !== 1) return false;
          writeBelow(view, selection.from);
          // A letter is then typed there.
          return event.key === "Enter";
        },
      },
    }),
  ],
});

function isToTheEnd({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey || shiftKey) return false;
  return (key === "End" && ctrlKey) || (key === "ArrowDown" && metaKey);
}

/** Browsers do not go to an end that is no text, and stay where they are. */
function goToLastGuidance(view: EditorView): boolean {
  const { doc, tr } = view.state;
  if (doc.lastChild?.type.name !== "guidance") return false;
  view.dispatch(tr.setSelection(NodeSelection.create(doc, doc.content.size - 1)).scrollIntoView());
  return true;
}

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

/** Takes away the guidance directly above the paragraph that was empty until now; null where there is none. */
function withoutGuidance(tr: Transaction, $at: ResolvedPos): Transaction | null {
  const parent = $at.node($at.depth - 1);
  const index = $at.index($at.depth - 1);
  let first = index;
  while (first > 0 && parent.child(first - 1).type.name === "guidance") first -= 1;
  if (first === index) return null;
  const end = $at.before($at.depth);
  return tr.delete(end - (index - first), end);
}

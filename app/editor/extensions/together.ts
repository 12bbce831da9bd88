// Binds the editor to the shared document: one's writing goes in, others' comes out, undoing takes back one's own alone; others' carets.
import { type Editor, Extension, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import { yCursorPlugin, yUndoPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { textField } from "~/text/document-schema";
import { forgetRewritten } from "../forget-rewritten";

/** What the server stamps into an awareness state, under `user`. */
export interface Writer {
  id: string;
  name: string;
  /** As the stones of people have it; whatever is out of range is turned into one of the twelve. */
  colour: number;
}

/**
 * The shared document must keep what is deleted (`gc: false`). Of `awareness` only the field `cursor` of one's own state is written;
 * who one is, is the server's to say. Without it no carets are shown.
 */
export function together(shared: Y.Doc, awareness: Awareness | undefined): Extensions {
  if (shared.gc) throw new Error("a shared document keeps what is deleted: new Y.Doc({ gc: false })");
  const collaboration = Collaboration.configure({ document: shared, field: textField });
  const undoing = undoingBesideOrders(shared);
  return awareness ? [collaboration, undoing, carets(awareness)] : [collaboration, undoing];
}

function undoingBesideOrders(shared: Y.Doc) {
  const plugin = new Plugin({
    view(view) {
      const hear = (transaction: Y.Transaction) => {
        const undo: Y.UndoManager | undefined = yUndoPluginKey.getState(view.state)?.undoManager;
        if (undo && !transaction.local) forgetRewritten(transaction, undo);
      };
      // Before the editor is told, so that its buttons know whether there is anything to undo.
      shared.on("beforeObserverCalls", hear);
      return { destroy: () => shared.off("beforeObserverCalls", hear) };
    },
  });
  return Extension.create({ name: "undoingBesideOrders", addProseMirrorPlugins: () => [plugin] });
}

function carets(awareness: Awareness) {
  return Extension.create({
    name: "carets",
    priority: 999,
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: selection }),
      namesShownAnew(awareness),
    ],
  });
}

/** The same one as the person's stone has. */
const personColour = (user: Partial<Writer>) => {
  const colour = Math.trunc(Number(user.colour));
  const slot = Number.isFinite(colour) ? (((colour - 1) % 12) + 12) % 12 : 0;
  return `var(--person-${slot + 1})`;
};

function caret(user: Partial<Writer>, client: number): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "others-caret";
  mark.dataset.client = String(client);
  mark.style.setProperty("--person", personColour(user));
  // The name is a decoration of the text, not part of it: who is here is said beside the text.
  mark.setAttribute("aria-hidden", "true");
  const name = document.createElement("span");
  name.className = "others-name";
  name.textContent = user.name ?? "";
  // The joiners keep the caret from breaking a word in two.
  mark.append("\u2060", name, "\u2060");
  return mark;
}

function selection(user: Partial<Writer>): { class: string; style: string } {
  return { class: "others-selection", style: `--person: ${personColour(user)}` };
}

/** Brings the caret of this Yjs client into view, with its name; false where it has none, as a reader has none. */
export function showCaretOf(editor: Editor, client: number): boolean {
  const mark = editor.view.dom.querySelector(`[data-client="${Math.trunc(client)}"]`);
  mark?.scrollIntoView({ block: "center" });
  showName(mark);
  return mark !== null;
}

function showName(mark: Element | null): void {
  for (const fading of mark?.querySelector(".others-name")?.getAnimations?.() ?? []) {
    fading.currentTime = 0;
    fading.play();
  }
}

/** A name fades by its style; it is shown again whenever its caret moves. */
function namesShownAnew(awareness: Awareness): Plugin {
  return new Plugin({
    view(view) {
      const seen = new Map<number, string>();
      const look = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>) => {
        for (const client of removed) seen.delete(client);
        for (const client of [...added, ...updated]) {
          const place = JSON.stringify(awareness.getStates().get(client)?.cursor ?? null);
          if (seen.get(client) === place) continue;
          seen.set(client, place);
          showName(view.dom.querySelector(`[data-client="${client}"]`));
        }
      };
      awareness.on("change", look);
      return { destroy: () => awareness.off("change", look) };
    },
  });
}

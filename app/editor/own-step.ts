// What is undone by itself, however quickly something else was written before and after it.
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";

/** What is done to the text in `work` is one step of undoing. */
export function asOwnStep<Value>(view: EditorView, work: () => Value): Value {
  const endStep = () => yUndoPluginKey.getState(view.state)?.undoManager.stopCapturing();
  endStep();
  const value = work();
  endStep();
  return value;
}

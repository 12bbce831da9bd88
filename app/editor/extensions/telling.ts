// Who wrote what, told over the text of the editor.
import type { EditorState } from "@tiptap/pm/state";
import { drawing } from "./drawing";

const told = drawing("telling", { isAnewForOthers: true });

export const TellingWriters = told.extension;

/** Shows what is told, from now on; null: nothing any more. */
export const tellIn = told.drawIn;

/** Who wrote the letter before the caret, or the one behind it; empty where that is not told. */
export function writerAtCaret(state: EditorState): string {
  const { head } = state.selection;
  const here = told.drawnIn(state)?.find(head, head, ({ writer }) => Boolean(writer)) ?? [];
  const before = here.find(({ from, to }) => from < head && head <= to);
  return String(((before ?? here[0])?.spec as { writer?: string } | undefined)?.writer ?? "");
}

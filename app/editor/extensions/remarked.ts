// Passages on which somebody has remarked, marked in the text of the editor.
import type { EditorState } from "@tiptap/pm/state";
import { drawing } from "./drawing";

const remarked = drawing("remarked", { isAnewForOthers: false });

export const RemarkedPassages = remarked.extension;

/** Marks them, from now on; null: none any more. */
export const markIn = remarked.drawIn;

/** The thread about the passage in which the caret stands; the shortest where there are several. */
export function remarkedAtCaret(state: EditorState): string | null {
  const { head } = state.selection;
  const here = remarked.drawnIn(state)?.find(head, head) ?? [];
  const [shortest] = here.sort((one, other) => one.to - one.from - (other.to - other.from));
  return (shortest?.spec as { thread?: string } | undefined)?.thread ?? null;
}

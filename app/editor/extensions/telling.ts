// Room in the editor for telling who wrote what: empty, and without any cost, until that is switched on.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { DecorationSet, EditorView } from "@tiptap/pm/view";
import { isFromOthers } from "./from-others";

export interface Telling {
  /** What the shared document now says, which this document shows. */
  tell: (doc: Node) => DecorationSet;
  told: DecorationSet;
}

const key = new PluginKey<Telling | null>("telling");

export const TellingWriters = Extension.create({
  name: "telling",
  addProseMirrorPlugins: () => [
    new Plugin<Telling | null>({
      key,
      state: {
        init: () => null,
        apply(tr, before) {
          const asked = tr.getMeta(key) as { now: Telling | null } | undefined;
          if (asked) return asked.now;
          if (!before || !tr.docChanged) return before;
          // One's own writing is in the shared document only after it is on the screen: until then it moves what is told along.
          const told = isFromOthers(tr) ? before.tell(tr.doc) : before.told.map(tr.mapping, tr.doc);
          return { ...before, told };
        },
      },
      props: { decorations: (state) => key.getState(state)?.told ?? null },
    }),
  ],
});

/** Shows what `tell` answers, from now on; null: nothing any more. */
export function tellIn(view: EditorView, tell: Telling["tell"] | null): void {
  const { state } = view;
  view.dispatch(state.tr.setMeta(key, { now: tell && { tell, told: tell(state.doc) } }));
}

/** Who wrote the letter before the caret, or the one behind it; empty where that is not told. */
export function writerAtCaret(state: EditorState): string {
  const { head } = state.selection;
  const here = key.getState(state)?.told.find(head, head, ({ writer }) => Boolean(writer)) ?? [];
  const before = here.find(({ from, to }) => from < head && head <= to);
  return String(((before ?? here[0])?.spec as { writer?: string } | undefined)?.writer ?? "");
}

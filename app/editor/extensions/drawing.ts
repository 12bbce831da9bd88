// Room in the editor for something drawn over the text from what the shared document says: empty, and without any cost, until it is asked for.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { DecorationSet, EditorView } from "@tiptap/pm/view";
import { isFromOthers } from "./from-others";

/** What is drawn over a document that shows what the shared document now says. */
export type Draw = (doc: Node) => DecorationSet;

interface Drawn {
  draw: Draw;
  drawn: DecorationSet;
}

export interface Drawing {
  extension: Extension;
  /** Shows what `draw` answers, from now on; null: nothing any more. */
  drawIn(view: EditorView, draw: Draw | null): void;
  drawnIn(state: EditorState): DecorationSet | null;
}

/** `isAnewForOthers`: what others write is drawn over at once; else it is moved along until somebody asks for it again. */
export function drawing(name: string, { isAnewForOthers }: { isAnewForOthers: boolean }): Drawing {
  const key = new PluginKey<Drawn | null>(name);
  const plugin = () =>
    new Plugin<Drawn | null>({
      key,
      state: {
        init: () => null,
        apply(tr, before) {
          const asked = tr.getMeta(key) as { now: Drawn | null } | undefined;
          if (asked) return asked.now;
          if (!before || !tr.docChanged) return before;
          // One's own writing is in the shared document only after it is on the screen: until then it moves what is drawn along.
          const isAnew = isAnewForOthers && isFromOthers(tr);
          const drawn = isAnew ? before.draw(tr.doc) : before.drawn.map(tr.mapping, tr.doc);
          return { ...before, drawn };
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn ?? null },
    });
  return {
    extension: Extension.create({ name, addProseMirrorPlugins: () => [plugin()] }),
    drawIn: (view, draw) => {
      const { state } = view;
      view.dispatch(state.tr.setMeta(key, { now: draw && { draw, drawn: draw(state.doc) } }));
    },
    drawnIn: (state) => key.getState(state)?.drawn ?? null,
  };
}

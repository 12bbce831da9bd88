// Finds words in the text and puts others in their place; what is found is only marked, never written into the text.
import { Extension } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

export interface Found {
  from: number;
  to: number;
}

export interface Finding {
  wanted: string;
  isCaseKept: boolean;
  found: readonly Found[];
  /** The one that is shown, -1 where there is none. */
  at: number;
}

/** More are not counted: nobody walks through them. */
export const mostFound = 5_000;

const nothing: Finding = { wanted: "", isCaseKept: false, found: [], at: -1 };
const key = new PluginKey<Finding>("finding");

export const FindingWords = Extension.create({
  name: "finding",
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key,
      state: {
        init: () => nothing,
        apply(tr, before) {
          const asked = tr.getMeta(key) as Partial<Finding> | undefined;
          if (!asked && (!tr.docChanged || before.wanted === "")) return before;
          const now = { ...before, ...asked };
          const isStale = tr.docChanged || asked?.wanted !== undefined || asked?.isCaseKept !== undefined;
          const found = isStale ? findIn(tr.doc, now.wanted, now.isCaseKept) : now.found;
          const shown = before.found[before.at];
          let at = now.at;
          if (asked?.at === undefined && isStale) {
            const from = shown ? tr.mapping.map(shown.from) : tr.selection.from;
            at = found.findIndex((one) => one.from >= from);
            if (at < 0 && found.length > 0) at = 0;
          }
          return { ...now, found, at: found.length === 0 ? -1 : Math.min(at, found.length - 1) };
        },
      },
      props: {
        decorations(state) {
          const { found, at } = findingIn(state);
          if (found.length === 0) return null;
          return DecorationSet.create(
            state.doc,
            found.map(({ from, to }, index) =>
              Decoration.inline(from, to, { class: index === at ? "found found-now" : "found" }),
            ),
          );
        },
      },
    }),
  ],
});

export function findingIn(state: EditorState): Finding {
  return key.getState(state) ?? nothing;
}

/** Marks every place; nothing is found for an empty `wanted`. */
export function find(view: EditorView, wanted: string, isCaseKept = false): void {
  view.dispatch(view.state.tr.setMeta(key, { wanted, isCaseKept }));
  reveal(view);
}

/** To the next one (1) or the one before (-1), beginning again at the other end. */
export function step(view: EditorView, by: 1 | -1): void {
  const { found, at } = findingIn(view.state);
  if (found.length === 0) return;
  view.dispatch(view.state.tr.setMeta(key, { at: (at + by + found.length) % found.length }));
  reveal(view);
}

/** Puts `instead` where the shown one stands, in its marks, and goes on to the next; false where nothing is shown. */
export function replaceOne(view: EditorView, instead: string): boolean {
  const { found, at } = findingIn(view.state);
  const one = found[at];
  if (!one || !view.editable) return false;
  const tr = view.state.tr.insertText(instead, one.from, one.to);
  // What comes next is looked for behind what was put in.
  tr.setSelection(TextSelection.create(tr.doc, one.from + instead.length));
  const after = findIn(tr.doc, findingIn(view.state).wanted, findingIn(view.state).isCaseKept);
  const next = after.findIndex(({ from }) => from >= one.from + instead.length);
  view.dispatch(tr.setMeta(key, { at: next < 0 ? 0 : next }));
  reveal(view);
  return true;
}

/** How many were replaced, in one step that one undo takes back. */
export function replaceAll(view: EditorView, instead: string): number {
  const { found } = findingIn(view.state);
  if (!view.editable || found.length === 0) return 0;
  const { tr } = view.state;
  for (const { from, to } of [...found].reverse()) tr.insertText(instead, from, to);
  view.dispatch(tr);
  return found.length;
}

/** The places of these words, within one paragraph, heading or line of code each, in reading order. */
export function findIn(doc: DocumentNode, wanted: string, isCaseKept: boolean): Found[] {
  if (wanted === "") return [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), isCaseKept ? "gu" : "giu");
  const found: Found[] = [];
  doc.descendants((node, at) => {
    if (found.length >= mostFound) return false;
    if (!node.isTextblock) return true;
    // Whatever is not text holds one place, as in the document.
    const text = node.textBetween(0, node.content.size, "", "\ufffc");
    for (const match of text.matchAll(pattern)) {
      if (found.length >= mostFound) break;
      const from = at + 1 + match.index;
      found.push({ from, to: from + match[0].length });
    }
    return false;
  });
  return found;
}

function reveal(view: EditorView): void {
  view.dom.querySelector(".found-now")?.scrollIntoView({ block: "center" });
}

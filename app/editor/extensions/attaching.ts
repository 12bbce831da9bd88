// Takes files that are pasted or dropped, and holds a place for each until it is in: seen in this window alone, never in the shared text.
import { Extension } from "@tiptap/core";
import { Fragment, type Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import type { RelativePosition } from "yjs";
import { type Found, foundIn } from "../attaching/found-files";
import { pictureIn, type PictureView } from "../picture-view";
import { asOwnStep } from "../own-step";
import { isFromOthers } from "./from-others";

/** A file whose place is held; `element` stands there. */
export interface Held extends Found {
  id: string;
  element: HTMLElement;
}

export interface AttachingOptions {
  onFiles(held: readonly Held[]): void;
}

interface Place {
  id: string;
  element: HTMLElement;
  /** Between two blocks. */
  at: number;
  /** The same in the shared text, where others' writing moves it. */
  anchor: RelativePosition | null;
}

type Order = { hold: readonly Place[] } | { free: string };

const key = new PluginKey<readonly Place[]>("attaching");

export const Attaching = Extension.create<AttachingOptions>({
  name: "attaching",
  addOptions: () => ({ onFiles: () => undefined }),
  addProseMirrorPlugins() {
    const { onFiles } = this.options;
    const take = (view: EditorView, found: readonly Found[], at: number) => {
      if (found.length === 0) return false;
      onFiles(holdPlaces(view, found, at));
      return true;
    };
    return [
      new Plugin<readonly Place[]>({
        key,
        state: { init: () => [], apply: next },
        props: {
          decorations(state) {
            const places = key.getState(state) ?? [];
            if (places.length === 0) return null;
            return DecorationSet.create(
              state.doc,
              places.map(({ at, element, id }, index) =>
                Decoration.widget(at, element, { key: id, side: index + 1, stopEvent: () => true }),
              ),
            );
          },
          handlePaste: (view, { clipboardData }) =>
            clipboardData !== null && take(view, foundIn(clipboardData), view.state.selection.to),
          handleDrop(view, event, _slice, isMoved) {
            if (isMoved || view.dragging || !event.dataTransfer) return false;
            const there = view.posAtCoords({ left: event.clientX, top: event.clientY });
            const isTaken = take(view, foundIn(event.dataTransfer), there?.pos ?? view.state.selection.to);
            if (isTaken) view.focus();
            return isTaken;
          },
        },
      }),
    ];
  },
});

/** Holds a place for each of these, below the block in which the position is, in this order. */
export function holdPlaces(view: EditorView, found: readonly Found[], position: number): Held[] {
  const at = placeFor(view.state, position);
  const held = found.map((one) => {
    const element = document.createElement("div");
    element.className = "upload-place";
    element.contentEditable = "false";
    return { ...one, id: crypto.randomUUID(), element };
  });
  hold(view, held, at);
  return held;
}

/** Holds a place at the end for what had one in another editor of the same text. */
export function holdAgain(view: EditorView, held: readonly Held[]): void {
  hold(view, held, placeFor(view.state, view.state.doc.content.size));
}

function hold(view: EditorView, held: readonly Held[], at: number): void {
  const anchor = anchorOf(view.state, at);
  const places = held.map(({ id, element }) => ({ id, element, at, anchor }));
  view.dispatch(view.state.tr.setMeta(key, { hold: places } satisfies Order));
}

/** The place is no longer held. */
export function freePlace(view: EditorView, id: string): void {
  view.dispatch(view.state.tr.setMeta(key, { free: id } satisfies Order));
}

/**
 * Puts the block where its place was held, instead of an empty paragraph there, and frees the place. `isSelected`: the caret goes to it.
 * Answers the picture that is now shown there, if it is one; null where the text cannot be written any more.
 */
export function putInPlace(
  view: EditorView,
  id: string,
  block: Node,
  isSelected: boolean,
): PictureView | null | undefined {
  const place = (key.getState(view.state) ?? []).find((one) => one.id === id);
  if (!place || !view.editable) return null;
  const { doc, tr } = view.state;
  const $at = doc.resolve(place.at);
  const before = $at.nodeBefore;
  const index = $at.index();
  const isInstead =
    before?.type.name === "paragraph" &&
    before.content.size === 0 &&
    $at.parent.canReplace(index - 1, index, Fragment.from(block));
  const start = isInstead ? place.at - before.nodeSize : place.at;
  tr.replaceWith(start, place.at, block).setMeta(key, { free: id } satisfies Order);
  if (isSelected && block.isAtom) tr.setSelection(NodeSelection.create(tr.doc, start)).scrollIntoView();
  asOwnStep(view, () => view.dispatch(tr));
  return pictureIn(view.nodeDOM(start));
}

function next(tr: Transaction, places: readonly Place[], before: EditorState): readonly Place[] {
  const order = tr.getMeta(key) as Order | undefined;
  let now = places;
  if (tr.docChanged && now.length > 0)
    now = now.map((place) => ({
      ...place,
      at: isFromOthers(tr) ? anchoredAt(tr, place, before) : tr.mapping.map(place.at, 1),
    }));
  if (order && "hold" in order) return [...now, ...order.hold];
  return order ? now.filter(({ id }) => id !== order.free) : now;
}

/** Others' writing comes as a whole new document: only the shared text knows where in it the place is. */
function anchoredAt(tr: Transaction, { anchor, at }: Place, before: EditorState): number {
  const sync = ySyncPluginKey.getState(before);
  const found =
    anchor && sync?.binding
      ? relativePositionToAbsolutePosition(sync.doc, sync.type, anchor, sync.binding.mapping)
      : null;
  return placeFor({ doc: tr.doc, schema: before.schema }, Math.min(found ?? at, tr.doc.content.size));
}

function anchorOf(state: EditorState, at: number): RelativePosition | null {
  const sync = ySyncPluginKey.getState(state);
  if (!sync?.binding) return null;
  return absolutePositionToRelativePosition(at, sync.type, sync.binding.mapping) as RelativePosition;
}

/** Between blocks: below the one in which the position is, above it where it is at the beginning of its words. */
function placeFor({ doc, schema }: Pick<EditorState, "doc" | "schema">, position: number): number {
  const { picture } = schema.nodes;
  const $at = doc.resolve(position);
  const isAtStart = $at.parent.isTextblock && $at.parent.content.size > 0 && $at.parentOffset === 0;
  for (let depth = $at.depth; picture && depth >= 0; depth -= 1) {
    const isAbove = isAtStart && depth === $at.depth - 1;
    const index = isAbove ? $at.index(depth) : $at.indexAfter(depth);
    if (!$at.node(depth).canReplaceWith(index, index, picture)) continue;
    if (depth === $at.depth) return position;
    return isAbove ? $at.before(depth + 1) : $at.after(depth + 1);
  }
  return doc.content.size;
}

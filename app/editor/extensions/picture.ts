// A picture in the text: one thing that is selected, moved and taken away as a whole; its words are asked for in its own frame.
import { Node } from "@tiptap/core";
import { Fragment, type Node as DocumentNode, Slice } from "@tiptap/pm/model";
import { NodeSelection, Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { pictureAddress, pictureOf } from "~/text/own-pictures";
import { pictureIn, type PictureOptions, PictureView } from "../picture-view";

export type { PictureOptions, PictureWords } from "../picture-view";

const said = (name: string, value: unknown, read: (written: string | null) => unknown) => ({
  default: value,
  parseHTML: (element: HTMLElement) => read(element.getAttribute(`data-${name}`)),
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

const words = (written: string | null) => written ?? "";

const noWords = { described: "", undescribed: "", describe: "", change: "", unseen: "" };

interface PictureStorage {
  /** Files that this text has shown since it was opened here. */
  known: Set<string>;
}

export const Picture = Node.create<PictureOptions, PictureStorage>({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,

  addOptions: () => ({ words: noWords, onDescribe: () => undefined, onGone: () => undefined }),

  addStorage: () => ({ known: new Set() }),

  addAttributes: () => ({
    file: said("file", "", words),
    width: said("width", 0, Number),
    height: said("height", 0, Number),
    alt: said("alt", "", words),
    caption: said("caption", "", words),
  }),

  parseHTML: () => [
    {
      tag: "figure[data-file]",
      getAttrs: ({ dataset: { file, width, height } }) =>
        pictureOf({ file, width: Number(width), height: Number(height) }) ? null : false,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { file, width, height, alt, caption } = node.attrs;
    const picture = pictureOf({ file, width, height });
    return [
      "figure",
      HTMLAttributes,
      ...(picture ? [["img", { src: pictureAddress(picture), width, height, alt }]] : []),
      ["figcaption", {}, String(caption)],
    ];
  },
  renderText: ({ node }) => [node.attrs.alt, node.attrs.caption].filter(Boolean).join("\n"),

  addNodeView() {
    const { options, storage } = this;
    return ({ node, view, getPos }) => {
      storage.known.add(String(node.attrs.file));
      return new PictureView(node, view, getPos, options);
    };
  },

  addProseMirrorPlugins() {
    const { known } = this.storage;
    return [
      pictureKeys,
      new Plugin({ props: { transformPasted: (slice) => ownPicturesOnly(slice, known) } }),
    ];
  },
});

const pictureKeys = new Plugin({
  props: {
    /** What is pasted after a picture came in does not take its place. */
    handlePaste(view) {
      const { selection } = view.state;
      if (selection instanceof NodeSelection && selection.node.type.name === "picture")
        writeBelow(view, selection.to);
      return false;
    },
    handleKeyDown(view, event) {
      const { selection } = view.state;
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== "picture") return false;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !view.editable) return false;
      if (event.key === "Tab" && !event.shiftKey) {
        pictureIn(view.nodeDOM(selection.from))?.focusButton();
        return true;
      }
      if (event.key !== "Enter" && [...event.key].length !== 1) return false;
      writeBelow(view, selection.to);
      // A letter is then typed there: it would else take the picture's place.
      return event.key === "Enter";
    },
  },
});

/**
 * A picture of another text is read by that text's readers alone: pasted here it would be seen by its writer and by few others. It becomes a
 * link, which says so.
 */
function ownPicturesOnly(slice: Slice, known: ReadonlySet<string>): Slice {
  const own = (content: Fragment): Fragment =>
    Fragment.fromArray(
      content.content.map((node) => {
        if (node.type.name !== "picture") return node.copy(own(node.content));
        return known.has(String(node.attrs.file)) ? node : linkTo(node);
      }),
    );
  return new Slice(own(slice.content), slice.openStart, slice.openEnd);
}

function linkTo(picture: DocumentNode): DocumentNode {
  const { file, width, height, alt, caption } = picture.attrs;
  const own = pictureOf({ file, width, height });
  const { schema } = picture.type;
  const { link } = schema.marks;
  const { paragraph } = schema.nodes;
  if (!own || !link || !paragraph) return picture;
  const href = pictureAddress(own);
  const words = String(alt || caption || href);
  return paragraph.create(null, schema.text(words, [link.create({ href })]));
}

function writeBelow(view: EditorView, end: number): void {
  const { schema, tr } = view.state;
  const { paragraph } = schema.nodes;
  if (!paragraph) return;
  tr.insert(end, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
}

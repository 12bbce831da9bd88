// Makes the editor on a shared document: all extensions, the rules of pasting, and nothing that writes by itself.
import { Editor, type Extensions, extensions as core } from "@tiptap/core";
import { Dropcursor, Gapcursor, Placeholder } from "@tiptap/extensions";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { cleanPasted } from "./clean-pasted";
import { Attaching, type AttachingOptions } from "./extensions/attaching";
import { documentNodes } from "./extensions/document-nodes";
import { FindingWords } from "./extensions/finding";
import { askedIn, Offering, type OfferingOptions } from "./extensions/offering";
import type { PictureOptions } from "./extensions/picture";
import { RemarkedPassages } from "./extensions/remarked";
import { TellingWriters } from "./extensions/telling";
import { together } from "./extensions/together";

export interface EditorOptions {
  /** Keeps what is deleted (`gc: false`); its field `textField` is edited. */
  shared: Y.Doc;
  awareness?: Awareness;
  /** Where it is shown; null makes it without a page, as for tests. */
  element: HTMLElement | null;
  isEditable: boolean;
  /** What a screen reader calls the text. */
  label: string;
  /** The language of the text. */
  language: string;
  placeholder: string;
  offering?: OfferingOptions;
  picture?: PictureOptions;
  attaching?: AttachingOptions;
}

/** Of Tiptap's own keys without the plugin that turns a text emptied by others into a paragraph: it would write for all at once. */
const Keys = core.Keymap.extend({ addProseMirrorPlugins: () => [] });

/** Every extension of the editor. None of them writes into the document but in answer to what its person does. */
export function editorExtensions(
  options: Pick<EditorOptions, "shared" | "awareness" | "placeholder" | "offering" | "picture" | "attaching">,
): Extensions {
  return [
    Keys,
    ...documentNodes(options.picture),
    ...together(options.shared, options.awareness),
    FindingWords,
    TellingWriters,
    RemarkedPassages,
    Offering.configure(options.offering ?? {}),
    ...(options.attaching ? [Attaching.configure(options.attaching)] : []),
    Placeholder.configure({ placeholder: options.placeholder, showOnlyCurrent: false }),
    Dropcursor.configure({ class: "drop-place", color: false }),
    Gapcursor,
  ];
}

/** Pixels that the caret keeps from the window's edges: above the text the bar, the tools and those of a table stay in sight. */
const roomAround = { top: 180, bottom: 24, left: 0, right: 0 };

/** The editor; its maker destroys it. Neither the document nor the awareness is destroyed with it. */
export function createEditor({ element, isEditable, label, language, ...options }: EditorOptions): Editor {
  // Asked for while the editor is still being made.
  const holder: { editor?: Editor } = {};
  holder.editor = new Editor({
    element,
    editable: isEditable,
    injectCSS: false,
    enableCoreExtensions: { keymap: false, textDirection: false },
    extensions: editorExtensions(options),
    editorProps: {
      attributes: () => ({
        class: "reading editor-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-readonly": String(!holder.editor?.isEditable),
        "aria-label": label,
        lang: language,
        spellcheck: "true",
      }),
      transformPastedHTML: cleanPasted,
      scrollThreshold: roomAround,
      scrollMargin: roomAround,
      handleDOMEvents: { keydown: keysBefore() },
    },
  });
  // Tiptap hands over attributes given as a function only when something is set.
  if (element) holder.editor.setEditable(isEditable, false);
  return holder.editor;
}

/**
 * A browser tells of a caret that was moved only after further keys that were waiting: an Enter on the heels of End would part the text
 * where the caret was before. So the editor looks where it is before each key.
 */
function caughtUp(view: EditorView, event: KeyboardEvent): void {
  if (!event.isComposing && !view.composing)
    view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}

/**
 * What a key meets before the editor. In a list or a table Tab is the editor's; after an Escape that closed nothing it is the browser's
 * again, so that nobody is held in the text.
 */
function keysBefore(): (view: EditorView, event: KeyboardEvent) => boolean {
  let isLeaving = false;
  return (view, event) => {
    caughtUp(view, event);
    const isAway = isLeaving && event.key === "Tab";
    if (event.key !== "Shift") isLeaving = event.key === "Escape" && askedIn(view.state) === null;
    return isAway;
  };
}

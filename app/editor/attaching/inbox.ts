// What is asked of the attaching in a text before it is there, and whether its person has gone on writing since.
import { type EditorState, NodeSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Held } from "../extensions/attaching";
import type { PictureView } from "../picture-view";

export interface AttachingHears {
  files(held: readonly Held[]): void;
  describe(picture: PictureView): void;
  gone(picture: PictureView): void;
}

export class AttachingInbox implements AttachingHears {
  private hears: AttachingHears | null = null;
  private waiting: Array<(hears: AttachingHears) => void> = [];
  private place: string | null = null;

  /** `onFirst`: somebody is needed who hears. */
  constructor(private readonly onFirst: () => void) {}

  /** Hands over what has come, and from now on at once; the answered function ends it. */
  open(hears: AttachingHears): () => void {
    this.hears = hears;
    for (const say of this.waiting.splice(0)) say(hears);
    return () => {
      this.hears = null;
    };
  }

  files(held: readonly Held[]): void {
    this.say((hears) => hears.files(held));
  }

  describe(picture: PictureView): void {
    this.say((hears) => hears.describe(picture));
  }

  gone(picture: PictureView): void {
    this.hears?.gone(picture);
  }

  /** Notes where the caret is, as when files are handed over. */
  remember(view: EditorView): void {
    this.place = placeIn(view.state);
  }

  /** Whether the caret stands where it stood then, and nothing else is being filled in. */
  isStill(view: EditorView): boolean {
    const at = view.dom.ownerDocument.activeElement;
    const isElsewhere = at?.matches("input:not([type=file]), textarea, select") ?? false;
    return !isElsewhere && this.place === placeIn(view.state);
  }

  private say(what: (hears: AttachingHears) => void): void {
    if (this.hears) return what(this.hears);
    this.waiting.push(what);
    this.onFirst();
  }
}

/** The words around the caret: others' writing elsewhere moves it without its person's doing. */
function placeIn({ selection }: EditorState): string {
  if (selection instanceof NodeSelection) return JSON.stringify(selection.node.attrs);
  const { $from } = selection;
  return `${$from.parentOffset} ${$from.parent.isTextblock ? $from.parent.textContent : ""}`;
}

// One picture in the text as its writers see it: what is shown, what stands below it, what is said of it to those who cannot see it.
import type { Node } from "@tiptap/pm/model";
import { NodeSelection } from "@tiptap/pm/state";
import type { EditorView, NodeView } from "@tiptap/pm/view";
import { pictureOf, pictureSources } from "~/text/own-pictures";
import { asOwnStep } from "./own-step";

/** What stands around a picture, in the reader's language. */
export interface PictureWords {
  /** Before the description. */
  described: string;
  undescribed: string;
  /** On the button of a picture without a description, and of one that has one. */
  describe: string;
  change: string;
  /** In place of a picture that cannot be had, as without a connection. */
  unseen: string;
}

export interface PictureOptions {
  words: PictureWords;
  /** Somebody wants to say what the picture shows. */
  onDescribe(picture: PictureView): void;
  /** The picture is no longer there. */
  onGone(picture: PictureView): void;
}

const views = new WeakMap<globalThis.Node, PictureView>();

/** The picture that this element of an editor shows. */
export function pictureIn(element: globalThis.Node | null): PictureView | undefined {
  return element ? views.get(element) : undefined;
}

export class PictureView implements NodeView {
  readonly dom = made("figure", "picture");
  /** Where the form stands that asks for its words. */
  readonly place = made("div", "picture-form");
  private readonly image = made("img", "picture-image");
  private readonly caption = made("p", "picture-caption");
  private readonly words = made("p", "picture-description");
  private readonly button = made("button", "button button-small picture-describe");
  private readonly stop = new AbortController();

  constructor(
    public node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly options: PictureOptions,
  ) {
    const unseen = made("p", "picture-unseen");
    unseen.textContent = options.words.unseen;
    const said = made("div", "picture-said");
    said.append(this.words, this.button);
    this.dom.append(this.image, unseen, this.caption, said, this.place);
    this.image.decoding = "async";
    this.image.loading = "lazy";
    this.image.draggable = false;
    this.button.type = "button";
    const { signal } = this.stop;
    this.image.addEventListener("error", () => this.dom.classList.add("is-unseen"), { signal });
    this.image.addEventListener("load", () => this.dom.classList.remove("is-unseen"), { signal });
    this.button.addEventListener("click", () => options.onDescribe(this), { signal });
    this.button.addEventListener("keydown", (event) => this.leave(event), { signal });
    window.addEventListener("online", () => this.showAgain(), { signal });
    views.set(this.dom, this);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const isOther = pictureAttributes.some((name) => node.attrs[name] !== this.node.attrs[name]);
    this.node = node;
    this.show(isOther);
    return true;
  }

  /** In its form and on its button keys and clicks are not the text's. */
  stopEvent({ target, type }: Event): boolean {
    if (!(target instanceof Element)) return false;
    return this.place.contains(target) || (this.button.contains(target) && type !== "dragstart");
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.stop.abort();
    this.options.onGone(this);
  }

  get alt(): string {
    return String(this.node.attrs.alt);
  }

  /** Puts the focus on its button, from where Escape leads back. */
  focusButton(): void {
    this.button.focus();
  }

  /** Back to the text, with the picture selected. */
  select(): void {
    const at = this.getPos();
    if (at === undefined) return;
    const { doc, tr } = this.view.state;
    this.view.dispatch(tr.setSelection(NodeSelection.create(doc, at)));
    this.view.focus();
  }

  /** Writes these words into the text. False where the picture is gone. */
  describe(words: { alt: string; caption: string }): boolean {
    const at = this.getPos();
    if (at === undefined || !this.view.editable) return false;
    const { tr } = this.view.state;
    for (const [name, said] of Object.entries(words))
      if (this.node.attrs[name] !== said) tr.setNodeAttribute(at, name, said);
    if (tr.docChanged) asOwnStep(this.view, () => this.view.dispatch(tr));
    return true;
  }

  private show(isOther = true): void {
    const { alt, caption } = this.node.attrs;
    const { words } = this.options;
    if (isOther) this.showImage();
    this.image.alt = alt ? String(alt) : words.undescribed;
    this.caption.textContent = String(caption);
    this.caption.hidden = !caption;
    this.dom.classList.toggle("is-undescribed", !alt);
    this.words.textContent = alt ? `${words.described} ${alt}` : words.undescribed;
    this.button.textContent = alt ? words.change : words.describe;
  }

  private showImage(): void {
    const { file, width, height } = this.node.attrs;
    const picture = pictureOf({ file, width, height });
    this.dom.classList.toggle("is-unseen", !picture);
    if (!picture) return this.image.removeAttribute("src");
    const { src, srcset, sizes } = pictureSources(picture);
    Object.assign(this.image, { width: picture.width, height: picture.height, sizes, srcset, src });
  }

  private showAgain(): void {
    if (this.dom.classList.contains("is-unseen")) this.showImage();
  }

  private leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.select();
  }
}

const pictureAttributes = ["file", "width", "height"];

function made<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string) {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

// The passages of a text that is being written, on which somebody has remarked: marked by their letters, so that they move with these.
import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { withoutBlanks } from "~/domain/documents/found-words";
import type { PickedPassage, PictureElement } from "~/domain/documents/picked-passage";
import type { PassageToShow } from "~/ui/threads/beside/read-passages";
import { Listeners, type ShownPassages, topsOnPage } from "~/ui/threads/beside/shown-passages";
import { markIn, remarkedAtCaret } from "../extensions/remarked";
import { lettersBefore, placesIn, SharedLetters, standingIn } from "./shown-letters";
import { picturesShown, type ShownPicture } from "./shown-pictures";

const passageClass = "passage-";
/** Letters beside what is marked that are told with it. */
const beside = 40;
/** Milliseconds of quiet after which passages are looked for again; how many times as long as that took they rest, at most so long. */
const [quiet, rest, longestRest] = [120, 10, 1_500];

export class EditorPassages implements ShownPassages {
  /** The caret stays where it is: whoever writes has pressed no button. */
  readonly takesFocus = false;
  private readonly letters: SharedLetters;
  private readonly moved = new Listeners<[]>();
  private readonly pressed = new Listeners<[string]>();
  private readonly observer: ResizeObserver;
  private passages: readonly PassageToShow[] = [];
  private current: string | null = null;
  private picked: PickedPassage | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private cost = 0;

  constructor(
    private readonly editor: Editor,
    private readonly shared: Y.Doc,
  ) {
    this.letters = new SharedLetters(shared);
    shared.on("afterTransaction", this.drawSoon);
    editor.on("selectionUpdate", this.look);
    this.observer = new ResizeObserver(() => this.moved.tell());
    this.observer.observe(editor.view.dom);
  }

  readonly onMoved = this.moved.add;
  readonly onPressed = this.pressed.add;

  show(passages: readonly PassageToShow[]): void {
    this.passages = passages;
    this.draw();
  }

  topOf(id: string): number | null {
    const element = this.elementOf(id);
    return element ? element.getBoundingClientRect().top + window.scrollY : null;
  }

  tops(): Map<string, number | null> {
    const topOf = topsOnPage();
    const tops = new Map<string, number | null>(this.passages.map(({ id }) => [id, null]));
    if (this.editor.isDestroyed) return tops;
    for (const element of this.editor.view.dom.getElementsByClassName("remarked"))
      for (const name of element.classList) {
        const id = name.startsWith(passageClass) ? name.slice(passageClass.length) : "";
        if (id !== "") tops.set(id, tops.get(id) ?? topOf(element.parentElement ?? element));
      }
    return tops;
  }

  reveal(id: string): void {
    this.elementOf(id)?.scrollIntoView({ block: "center" });
  }

  setCurrent(id: string | null): void {
    if (this.current === id) return;
    this.current = id;
    this.draw();
  }

  /** What is marked now, as the server can find it again; nothing where no letter and no picture is. */
  pickedNow(): PickedPassage | null {
    const { doc, selection } = this.editor.state;
    if (selection instanceof NodeSelection && selection.node.type.name === "picture")
      return pictureAt(picturesShown(this.shared, doc), selection.from);
    const shown = selection.empty ? null : this.letters.shownIn(doc);
    if (!shown) return null;
    const ranges = selection.ranges.map(({ $from, $to }) => [$from.pos, $to.pos] as const);
    const start = Math.min(...ranges.map(([first]) => first));
    const end = Math.max(...ranges.map(([, last]) => last));
    const [from, to] = [lettersBefore(doc, start), lettersBefore(doc, end)];
    const letters = shown.text.slice(from, to);
    if (letters.trim() === "") return null;
    // Quoted with a break between two cells or paragraphs, which are no letters of theirs.
    const quoted = doc.textBetween(start, end, "\n", "\n").trim();
    const words = withoutBlanks(quoted) === withoutBlanks(letters) ? quoted : letters;
    return {
      kind: "words",
      words,
      before: shown.text.slice(Math.max(0, from - beside), from),
      after: shown.text.slice(to, to + beside),
      at: 0,
      letters: shown.runs.flatMap(({ client, clock, length, at }): Array<[number, number, number]> => {
        const [first, end] = [Math.max(from, at), Math.min(to, at + length)];
        return end > first ? [[client, clock + first - at, end - first]] : [];
      }),
    };
  }

  /** Keeps what somebody remarks on just now marked; null: nothing. Answers how far down the page it is. */
  markPicked(picked: PickedPassage | null): number | null {
    this.picked = picked;
    this.draw();
    return picked ? this.topOf("picked") : null;
  }

  close(): void {
    clearTimeout(this.timer);
    this.letters.close();
    this.shared.off("afterTransaction", this.drawSoon);
    this.editor.off("selectionUpdate", this.look);
    this.observer.disconnect();
    if (!this.editor.isDestroyed) markIn(this.editor.view, null);
  }

  private elementOf(id: string): Element | undefined {
    return this.editor.isDestroyed
      ? undefined
      : (this.editor.view.dom.getElementsByClassName(`${passageClass}${id}`).item(0) ?? undefined);
  }

  private drawSoon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.draw, Math.max(quiet, Math.min(this.cost * rest, longestRest)));
  };

  private draw = (): void => {
    const { editor } = this;
    if (editor.isDestroyed || editor.view.composing) return;
    const began = performance.now();
    // The text on the screen is ahead of the shared document, or behind it: what is drawn moves along until they agree.
    if (this.letters.shownIn(editor.state.doc)) markIn(editor.view, this.drawn);
    this.cost = performance.now() - began;
    this.moved.tell();
  };

  private drawn = (doc: Node): DecorationSet => {
    const shown = this.letters.shownIn(doc);
    if (!shown) return DecorationSet.empty;
    const wanted = this.passages
      .filter(({ id, isResolved }) => !isResolved || id === this.current)
      .map(({ id, stands }) => ({ id, stands, isNow: id === this.current }));
    const { picked } = this;
    const ranges = wanted.flatMap(({ id, stands, isNow }) => {
      const range = stands.kind === "words" ? standingIn(shown, stands.letters) : null;
      return range ? [{ id, isNow, ...range }] : [];
    });
    const own = picked?.kind === "words" && picked.letters ? standingIn(shown, picked.letters) : null;
    if (own) ranges.push({ id: "picked", isNow: true, ...own });
    const places = placesIn(
      doc,
      ranges.flatMap(({ from, to }) => [from, to - 1]),
    );
    const marks = ranges.flatMap(({ id, isNow, from, to }) => {
      const [first, last] = [places.get(from), places.get(to - 1)];
      return first && last
        ? [Decoration.inline(first.before, last.behind, signOf(id, isNow), { thread: id })]
        : [];
    });
    const isPicked = picked?.kind === "picture" ? [{ id: "picked", stands: picked, isNow: true }] : [];
    const onPictures = [...wanted, ...isPicked].filter(({ stands }) => stands.kind === "picture");
    const inDoc = onPictures.length > 0 ? picturesShown(this.shared, doc) : [];
    const pictures = onPictures.flatMap(({ id, stands, isNow }) => {
      const at = stands.kind === "picture" ? placeOfPicture(inDoc, stands) : undefined;
      return at === undefined ? [] : [Decoration.node(at, at + 1, signOf(id, isNow), { thread: id })];
    });
    return DecorationSet.create(doc, [...marks, ...pictures]);
  };

  private look = (): void => {
    const id = remarkedAtCaret(this.editor.state);
    if (id !== null && id !== "picked" && id !== this.current) this.pressed.tell(id);
  };
}

const signOf = (id: string, isNow: boolean) => ({
  class: `${isNow ? "remarked remarked-now" : "remarked"} ${passageClass}${id}`,
});

/** By its Yjs id, since the number is another one as soon as one before it is deleted here; by the number where no id is known. */
function placeOfPicture(
  pictures: readonly ShownPicture[],
  { file, number, element }: { file: string; number: number; element?: PictureElement },
): number | undefined {
  if (!element) return pictures.filter((one) => one.file === file)[number]?.at;
  const [client, clock] = element;
  return pictures.find((one) => one.element?.[0] === client && one.element[1] === clock)?.at;
}

function pictureAt(pictures: readonly ShownPicture[], at: number): PickedPassage | null {
  const picture = pictures.find((one) => one.at === at);
  if (!picture || picture.file === "") return null;
  const { file, element } = picture;
  const number = pictures.filter((one) => one.file === file).indexOf(picture);
  return { kind: "picture", file, number, ...(element && { element }) };
}

// The passages of a text that is read: marked in it without touching its elements, and found by whoever presses one.
import type { BriefPassage } from "~/domain/comments/brief-passages";
import type { PassageStands, PickedPassage } from "~/domain/documents/picked-passage";
import { liveRange, ReadText } from "./read-text";
import { Listeners, type ShownPassages, topsOnPage } from "./shown-passages";

export interface PassageToShow {
  id: string;
  stands: PassageStands | BriefPassage;
  isResolved: boolean;
}

type Place = StaticRange | HTMLElement;

/** Names of the marks in the style sheet. */
const marks = { open: "remarked", current: "remarked-now", picked: "picked" } as const;

export class ReadPassages implements ShownPassages {
  readonly takesFocus = true;
  readonly text: ReadText;
  private readonly found = new Map<string, Place>();
  private readonly moved = new Listeners<[]>();
  private readonly pressed = new Listeners<[string]>();
  private readonly over = new AbortController();
  private readonly observer: ResizeObserver;
  private readonly open: string[];
  private current: string | null = null;
  private picked: Place | null = null;

  /** `text`: what was read of this very text before, where it was. */
  constructor(
    root: HTMLElement,
    private readonly passages: readonly PassageToShow[],
    text?: ReadText,
  ) {
    this.text = text ?? new ReadText(root);
    for (const { id, stands } of passages) {
      const place = this.text.find(stands);
      if (place) this.found.set(id, place);
    }
    this.open = passages.filter(({ isResolved }) => !isResolved).map(({ id }) => id);
    let isFirst = true;
    this.observer = new ResizeObserver(() => {
      // It is told at once how large everything is, which whoever shows it has just seen.
      if (!isFirst) this.moved.tell();
      isFirst = false;
    });
    this.observer.observe(root);
    root.addEventListener("click", this.press, { signal: this.over.signal });
    this.draw();
  }

  readonly onMoved = this.moved.add;
  readonly onPressed = this.pressed.add;

  topOf(id: string): number | null {
    const place = this.found.get(id);
    return place ? measured(place).getBoundingClientRect().top + window.scrollY : null;
  }

  tops(): Map<string, number | null> {
    const topOf = topsOnPage();
    const blockOf = (place?: Place) =>
      place instanceof StaticRange ? place.startContainer.parentElement : place;
    return new Map(
      this.passages.map(({ id }) => {
        const block = blockOf(this.found.get(id));
        return [id, block ? topOf(block) : null];
      }),
    );
  }

  reveal(id: string): void {
    const place = this.found.get(id);
    if (!place) return;
    const box = measured(place).getBoundingClientRect();
    if (box.top < window.innerHeight * 0.15 || box.bottom > window.innerHeight * 0.7)
      window.scrollTo({ top: box.top + window.scrollY - window.innerHeight * 0.3 });
  }

  setCurrent(id: string | null): void {
    if (this.current === id) return;
    this.current = id;
    this.draw();
  }

  /** What is marked now, as the server can find it again. */
  pickedIn(selection: Selection): PickedPassage | null {
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range?.intersectsNode(this.text.root)) return null;
    return this.text.picked(range);
  }

  pictureOf(element: Element): PickedPassage | null {
    return this.text.pictureOf(element);
  }

  /** Keeps what somebody remarks on just now marked; null: nothing. Answers how far down the page it is. */
  markPicked(picked: PickedPassage | null): number | null {
    this.picked = picked && this.text.find(toStand(picked));
    this.draw();
    return this.picked ? measured(this.picked).getBoundingClientRect().top + window.scrollY : null;
  }

  close(): void {
    this.over.abort();
    this.observer.disconnect();
    for (const name of Object.values(marks)) mark(name, []);
    this.markPictures(new Set(), []);
  }

  private draw(): void {
    const isRange = (place?: Place | null): place is StaticRange => place instanceof StaticRange;
    const open = this.open.map((id) => this.found.get(id));
    const current = this.found.get(this.current ?? "");
    mark(marks.open, open.filter(isRange));
    mark(marks.current, [current].filter(isRange));
    mark(marks.picked, [this.picked].filter(isRange));
    this.markPictures(new Set(open), [current, this.picked]);
  }

  private markPictures(open: ReadonlySet<unknown>, now: readonly unknown[]): void {
    for (const picture of this.text.root.querySelectorAll("img"))
      if (now.includes(picture)) picture.dataset.remarked = "now";
      else if (open.has(picture)) picture.dataset.remarked = "";
      else delete picture.dataset.remarked;
  }

  private press = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest("a, button, summary")) return;
    if (!document.getSelection()?.isCollapsed) return;
    const { target, clientX, clientY } = event;
    const isIn = (place: Range | HTMLElement) =>
      [...place.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
      );
    // Of several on the same words the shortest, so that each can be pressed.
    const [id] = [...this.found]
      .map(([found, place]) => [found, measured(place)] as const)
      .filter(([, place]) => (place instanceof Range ? place.intersectsNode(target as Node) : true))
      .filter(([, place]) => isIn(place))
      .sort(([, one], [, other]) => lengthOf(one) - lengthOf(other))
      .map(([found]) => found);
    if (id !== undefined) this.pressed.tell(id);
  };
}

const measured = (place: Place): Range | HTMLElement =>
  place instanceof StaticRange ? liveRange(place) : place;

const lengthOf = (place: Range | HTMLElement) => (place instanceof Range ? place.toString().length : 0);

function toStand(picked: PickedPassage): PassageStands {
  return picked.kind === "picture"
    ? { ...picked, at: 0, section: null }
    : { ...picked, letters: [], isAsItWas: true, section: null };
}

/** Where the browser knows no such marks, the text is read without them. */
function mark(name: string, ranges: AbstractRange[]): void {
  if (!("highlights" in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

// Passages that are shown: where they are on the page, how they are marked, and which was pressed. The reading view and the editor each
// have theirs.

export interface ShownPassages {
  /** Whoever presses a passage goes to its thread; else they stay where they are, and see it. */
  readonly takesFocus: boolean;
  /** How far down the page it begins, in pixels; null where it is not shown. */
  topOf(id: string): number | null;
  /** About how far down the page all of them begin, null where one is not shown: where their paragraphs do. Quick also for a great many. */
  tops(): Map<string, number | null>;
  /** Brings it before the reader's eyes. */
  reveal(id: string): void;
  /** Marks one more than the others; null: none. */
  setCurrent(id: string | null): void;
  /** Hears when passages may be elsewhere on the page than before. */
  onMoved(listener: () => void): () => void;
  /** Hears which passage was pressed. */
  onPressed(listener: (id: string) => void): () => void;
}

/** How far down the page elements begin, each looked at once. */
export function topsOnPage(): (element: Element) => number {
  const known = new Map<Element, number>();
  const scrolled = window.scrollY;
  return (element) => {
    const top = known.get(element) ?? element.getBoundingClientRect().top + scrolled;
    known.set(element, top);
    return top;
  };
}

/** Listeners that are told something. */
export class Listeners<Told extends unknown[]> {
  private readonly all = new Set<(...told: Told) => void>();

  readonly add = (listener: (...told: Told) => void): (() => void) => {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  };

  tell(...told: Told): void {
    for (const listener of this.all) listener(...told);
  }
}

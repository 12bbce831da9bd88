// Threads about passages: beside the text in line with these where there is room, in their order where there is none.
import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { ThreadView } from "~/domain/comments/comment";
import type { ThreadFilter } from "~/domain/comments/thread-filter";
import { classNames } from "../../class-names";
import { EveryLink } from "../every-link";
import { Thread } from "../thread";
import type { ThreadPlace } from "../thread-place";
import { linedUp } from "./lined-up";
import type { ShownPassages } from "./shown-passages";

/** The form for a remark on what somebody has marked; `top`: how far down the page that is, where it is known. */
export interface PickedBeside {
  top: number | null;
  form: ReactNode;
}

export interface BesideTextProps {
  /** In the order of the text. */
  threads: readonly ThreadView[];
  place: ThreadPlace;
  filter: ThreadFilter;
  isEvery: boolean;
  total: number;
  current: string | null;
  /** Brings the passage of a thread before the reader's eyes. */
  onShow: (id: string) => void;
  /** A passage was pressed in the text. */
  onPressed: (id: string) => void;
  shown: ShownPassages | null;
  picked?: PickedBeside | null;
}

/** The id under which the form for a new remark is lined up. */
const newOne = "new";
/** So many are there before it is known where they stand, and at most at once beside the text. */
const [atFirst, atOnce] = [30, 60];
/** Pixels above and below the window in which they are there already. */
const around = 700;

function Beside(props: BesideTextProps) {
  const { threads, place, filter, isEvery, total, current, onShow, onPressed, shown, picked } = props;
  const frame = useRef<HTMLDivElement>(null);
  const tops = useTops(threads, shown, frame);
  const isBeside = tops !== null;
  const near = useNear(isBeside);
  const there = useMemo(() => {
    if (!tops) return isEvery ? threads : threads.slice(0, atFirst);
    if (total <= atOnce) return threads;
    // Where the others stand is known before anything is painted.
    const isNear = (top: number | null | undefined) =>
      top === null || (top !== undefined && top >= near - around && top <= near + around + 1_000);
    return threads.filter(({ id }) => id === current || isNear(tops.get(id))).slice(0, atOnce);
  }, [threads, tops, near, current, isEvery, total]);
  const pickedTop = picked?.top ?? null;
  const takesFocus = shown?.takesFocus ?? true;

  const lineUp = useCallback(() => {
    const { current: element } = frame;
    if (!element) return;
    const cards = [...element.querySelectorAll<HTMLElement>(":scope > [data-card]")];
    if (!tops) {
      for (const card of cards) card.style.removeProperty("top");
      element.style.removeProperty("height");
      return;
    }
    const start = element.getBoundingClientRect().top + window.scrollY;
    const wanted = (id: string) =>
      (id === newOne ? (pickedTop ?? window.scrollY + 200) : (shown?.topOf(id) ?? 0)) - start;
    const measured = cards
      .map((card) => ({ card, id: card.dataset.card ?? "", height: card.offsetHeight }))
      .map((one) => ({ ...one, wanted: wanted(one.id) }))
      .sort((one, other) => one.wanted - other.wanted);
    const placed = linedUp(measured, picked ? newOne : current);
    let end = 0;
    for (const { card, id, height } of measured) {
      const top = placed.get(id) ?? 0;
      if (card.style.top !== `${top}px`) card.style.top = `${top}px`;
      card.dataset.placed = "";
      end = Math.max(end, top + height);
    }
    element.style.height = `${end}px`;
  }, [tops, shown, current, picked, pickedTop]);

  useLayoutEffect(lineUp, [lineUp, there]);
  useEffect(() => {
    const { current: element } = frame;
    if (!element) return;
    const observer = new ResizeObserver(lineUp);
    for (const card of element.children) observer.observe(card);
    // What stands above them pushes them down.
    for (const other of element.parentElement?.children ?? []) if (other !== element) observer.observe(other);
    return () => observer.disconnect();
  }, [lineUp, there, picked]);
  useEffect(() => shown?.onMoved(lineUp), [shown, lineUp]);
  const showInText = useCallback(
    (id: string) => {
      closeSheet(frame.current);
      onShow(id);
    },
    [onShow],
  );
  /** Pressed before its thread was there. One that was there, goes and comes again takes the focus from nobody. */
  const awaited = useRef<string | null>(null);
  const bring = useCallback(
    (id: string) => {
      const card = frame.current?.querySelector<HTMLElement>(`#comment-${id}`);
      awaited.current = card ? null : id;
      const isWanted = takesFocus || frame.current?.contains(document.activeElement);
      if (!card || !isWanted) return;
      openSheet(card);
      card.focus({ preventScroll: isBeside });
    },
    [isBeside, takesFocus],
  );
  useEffect(() => {
    if (current !== null) bring(current);
  }, [current, bring]);
  useEffect(() => {
    if (awaited.current !== null && awaited.current === current) bring(current);
  }, [there, current, bring]);
  useEffect(
    () =>
      shown?.onPressed((id) => {
        onPressed(id);
        // Once more, after its reader was elsewhere.
        if (id === current) bring(id);
      }),
    [shown, onPressed, current, bring],
  );

  return (
    <div ref={frame} className={classNames("beside-text", isBeside && "beside-text-in-line")}>
      {picked ? (
        <div data-card={newOne} className="beside-card beside-card-now">
          {picked.form}
        </div>
      ) : null}
      {there.map((thread) => (
        <Card
          key={thread.id}
          {...{ thread, place, shown }}
          isCurrent={thread.id === current}
          marked={filter.remark}
          onShow={showInText}
        />
      ))}
      {!isBeside && there.length < threads.length ? <EveryLink {...{ filter, place, total }} /> : null}
    </div>
  );
}

interface CardProps {
  thread: ThreadView;
  place: ThreadPlace;
  marked?: string;
  isCurrent: boolean;
  shown: ShownPassages | null;
  onShow: (id: string) => void;
}

/** Drawn anew only where something about it is another. */
const Card = memo(({ thread, place, marked, isCurrent, shown, onShow }: CardProps) => (
  <div
    data-card={thread.id}
    className={classNames("beside-card", isCurrent && "beside-card-now")}
    onFocus={() => shown?.setCurrent(thread.id)}
  >
    <Thread {...{ thread, place, marked }} onShow={shown ? () => onShow(thread.id) : undefined} />
  </div>
));
Card.displayName = "Card";

/** What changes beside it does not draw all threads anew. */
export const BesideText = memo(Beside);

/**
 * Where there is room beside the text, about how far down the page each passage begins: null for one that is not in it,
 * undefined for one that is still looked for.
 */
function useTops(
  threads: readonly ThreadView[],
  shown: ShownPassages | null,
  frame: React.RefObject<HTMLElement>,
): Tops | null {
  const [tops, setTops] = useState<Tops | null>(null);
  useLayoutEffect(() => {
    if (!shown) return setTops(null);
    const look = () => {
      const hasRoom =
        frame.current && !frame.current.closest("[popover]")?.matches(":popover-open") && isWide();
      if (!hasRoom) return setTops(null);
      const found = shown.tops();
      const now = new Map(threads.map(({ id }) => [id, found.get(id)]));
      setTops((before) => (before && isSame(before, now) ? before : now));
    };
    look();
    window.addEventListener("resize", look);
    const stop = shown.onMoved(look);
    return () => {
      stop();
      window.removeEventListener("resize", look);
    };
  }, [threads, shown, frame]);
  return tops;
}

type Tops = ReadonlyMap<string, number | null | undefined>;

function isSame(one: Tops, other: Tops): boolean {
  return one.size === other.size && [...one].every(([id, top]) => other.get(id) === top);
}

/** The same as in the style sheet. */
const isWide = () => window.matchMedia("(width >= 70rem)").matches;

/** How far the page is scrolled, by half windows. */
function useNear(isBeside: boolean): number {
  const [near, setNear] = useState(0);
  useEffect(() => {
    if (!isBeside) return;
    const look = () => setNear(Math.round(window.scrollY / 400) * 400);
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, [isBeside]);
  return near;
}

/** On narrow screens threads are in a sheet. */
function openSheet(card: HTMLElement): void {
  const sheet = card.closest<HTMLElement>(".sheet");
  if (sheet && getComputedStyle(sheet).display === "none") sheet.showPopover?.();
}

function closeSheet(element: HTMLElement | null): void {
  const sheet = element?.closest<HTMLElement>(".sheet");
  if (sheet?.matches(":popover-open")) sheet.hidePopover?.();
}

// What the shapes and lines of a timeline mean: of those that are in it, in as many rows as they need.
import type { TimelineWords } from "~/domain/deliverables/timeline-in-words";
import { textWidth } from "../map/text-width";
import type { Band, DrawnMark } from "./bands";

const shapes = ["late", "soon", "going", "ok", "quiet", "meeting", "next-meeting", "visit"] as const;
const lines = ["actual", "planned", "extension", "moved"] as const;

export interface LegendEntry {
  is: (typeof shapes)[number] | (typeof lines)[number];
  x: number;
  /** Of the row's middle. */
  y: number;
  words: string;
  /** Of the words. */
  width: number;
}

const size = 12;
const rowHeight = 20;
/** Between two entries. */
const between = 22;

/** How wide a sample is: a line's, or a sign's. */
export const sampleWidth = (is: LegendEntry["is"]): number => (isLine(is) ? 24 : 12);

const isLine = (is: string) => (lines as readonly string[]).includes(is);

export function legendOf(
  bands: readonly Band[],
  { left, right, top }: { left: number; right: number; top: number },
  t: TimelineWords,
): LegendEntry[] {
  const used = usedIn(bands);
  let [x, y] = [left, top];
  return [...lines, ...shapes]
    .filter((one) => used.has(one))
    .map((is) => {
      const words = t(`timeline:legend.${is}`);
      const width = Math.ceil(textWidth(words, size));
      const wide = sampleWidth(is) + 6 + width;
      if (x > left && x + wide > right) [x, y] = [left, y + rowHeight];
      const entry = { is, x, y, words, width };
      x += wide + between;
      return entry;
    });
}

function usedIn(bands: readonly Band[]): Set<LegendEntry["is"]> {
  const bars = bands.flatMap(({ bar }) => (bar ? [bar] : []));
  const marks = bands.flatMap((band): DrawnMark[] => band.marks);
  return new Set<LegendEntry["is"]>([
    ...marks.map(({ shape }) => shape),
    ...lines.filter((line) =>
      line === "moved"
        ? marks.some(({ planned }) => planned !== null)
        : bars.some((bar) => bar[line] !== null),
    ),
  ]);
}

// Puts the marks of a band into lanes, each with its words beside it; where they are too many their titles become shorter, then several
// become one.
import { fitted, textWidth } from "../map/text-width";
import { packLanes } from "./lanes";
import { aboutMark, together, type Mark, type Speech } from "./marks";
import { left, right, sizes, tenth } from "./sheet";

export interface PlacedMark extends Pick<Mark, "key" | "to" | "shape"> {
  /** All that is said of it, beginning with what is seen. */
  about: string;
  /** Where the middle of its first and of its last day stands. */
  x: number;
  until: number;
  /** The baseline, and how far the line from there is drawn. */
  planned: { x: number; until: number } | null;
  /** Before the mark, its words end at `label.x`; else they begin there. */
  label: { x: number; isBefore: boolean; title: string; detail: string; width: number };
}

/** How wide titles may be, at first and where room is short. */
const widths = [280, 180, 110];
const mostLanes = 24;
/** Between what stands in a lane. */
const gap = 14;

/** How many lanes there are, and in which each mark stands, counted from 0. */
export function inLanes(marks: Mark[], place: (day: string) => number, speech: Speech) {
  const ways = [
    ...widths.map((widest) => () => ({ marks, widest })),
    () => ({ marks: together(marks, "day", speech), widest: 180 }),
  ];
  for (const way of ways) {
    const found = placed(way(), place);
    if (found.lanes <= mostLanes) return found;
  }
  return placed({ marks: together(marks, "month", speech), widest: 180 }, place);
}

function placed({ marks, widest }: { marks: Mark[]; widest: number }, place: (day: string) => number) {
  const all = marks.map((mark) => placeMark(mark, widest, place));
  const lanes = packLanes(
    all.map(({ extent }) => extent),
    gap,
  );
  return {
    lanes: Math.max(0, ...lanes.map((at) => at + 1)),
    placed: all.map(({ mark }, at) => ({ mark, lane: lanes[at] ?? 0 })),
  };
}

function placeMark(mark: Mark, widest: number, place: (day: string) => number) {
  const { key, to, shape } = mark;
  const [x, until] = [place(mark.from), place(mark.until)];
  const planned = mark.planned === null ? null : place(mark.planned);
  const [first, last] = [Math.min(x, planned ?? x) - 8, Math.max(until, planned ?? until) + 8];
  const room: Record<Side, number> = {
    after: right - last - 3,
    before: first - 3 - left,
    within: planned === null ? 0 : last - first - 40,
  };
  const words = (most: number) => {
    const detail = most < 60 ? "" : fitted(mark.detail, sizes.small, 120);
    const beside = detail === "" ? 0 : textWidth(detail, sizes.small) + 6;
    const title = fitted(mark.title, sizes.word, Math.min(widest, most - beside));
    return { title, detail, width: tenth(textWidth(title, sizes.word) + beside) };
  };
  const wanted = words(Infinity);
  const side = sides.find((one) => room[one] >= wanted.width) ?? widestOf(room);
  const said = room[side] < wanted.width ? words(room[side]) : wanted;
  const isBefore = side === "before" || (side === "within" && planned !== null && planned < x);
  const begin = { after: last + 3, before: first - 3, within: x + (isBefore ? -11 : 11) }[side];
  const label = { x: tenth(begin), isBefore, ...said };
  const end = begin + (isBefore ? -said.width - 3 : said.width + 3);
  const drawn: PlacedMark = {
    ...{ key, to, shape, about: aboutMark(mark), x, until, label },
    planned: planned === null ? null : { x: planned, until: side === "within" ? tenth(end) : x },
  };
  return { extent: { left: Math.min(first, end), right: Math.max(last, end) }, mark: drawn };
}

/** Where its words stand; within is between the planned day and the actual one. */
const sides = ["after", "before", "within"] as const;
type Side = (typeof sides)[number];

const widestOf = (room: Record<Side, number>): Side =>
  sides.reduce((one, other) => (room[other] > room[one] ? other : one));

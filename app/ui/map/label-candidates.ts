// Where the name of a mark could stand: close to it, or further away on a leader line.
import { distanceToBox, distanceToLine, doBoxesMeet, isInside, type Box, type Line } from "./geometry";
import type { Point } from "./projection";

export interface Mark {
  at: Point;
  /** Half of its width and height. */
  radius: number;
  name: string;
}

export interface Place {
  box: Box;
  /** From the mark to the name, where they do not stand close together. */
  leader: Line | null;
  /** The box around both. */
  extent: Box;
  /** How little it is liked; 0 is best. */
  cost: number;
}

/** Directions close to the mark, the best first: beside it, then above and below. */
const close: ReadonlyArray<readonly [x: number, y: number]> = [
  [1, 0],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
];
const reaches = [11, 20, 31, 44, 60, 80];
/** What it costs that a line touches the mark of another, and that the name at its end stands nearer to another's mark. */
const touching = 150;
const misleading = 30;
/** What no close place and no leader line costs unless one of those befalls it, or the line is long. */
export const acceptable = 60;
const angles = Array.from({ length: 16 }, (_, at) => (at * Math.PI) / 8);

/**
 * The places in the picture where the mark's name (of this size) covers no mark, and either has its own mark as the nearest or a
 * leader line, which touches no other mark where that can be had. The most liked first.
 */
export function candidatesFor(
  mark: Mark,
  marks: readonly Mark[],
  picture: Box,
  size: { width: number; height: number },
): Place[] {
  const places = [
    ...close.map((direction, rank) => placeOf(boxBeside(mark, direction, size), null, rank)),
    ...reaches.flatMap((reach) => angles.map((angle) => onLeader(mark, reach, angle, size))),
  ];
  const others = marks.filter((other) => other !== mark);
  return places
    .filter(({ box, leader }) => {
      if (!isInside(box, picture)) return false;
      if (others.some((other) => doBoxesMeet(box, boxOf(other), 1))) return false;
      if (leader) return true;
      const own = distanceToBox(mark.at, box);
      return others.every(({ at }) => distanceToBox(at, box) > own + 2);
    })
    .map((place) => ({ ...place, cost: place.cost + (place.leader ? doubt(mark, place, others) : 0) }))
    .sort((one, other) => one.cost - other.cost);
}

/** How much a reader may doubt whose name it is at the end of the line: among close neighbours some doubt may have to remain. */
function doubt({ at }: Mark, { box, leader }: Place, others: readonly Mark[]): number {
  if (!leader) return 0;
  const touched = others.filter((other) => distanceToLine(other.at, leader) <= other.radius + 1.5);
  const own = distanceToBox(at, box);
  const isMisleading = others.some((other) => distanceToBox(other.at, box) < Math.min(own, 12));
  return touching * touched.length + (isMisleading ? misleading : 0);
}

/** The square that a mark covers. */
export function boxOf({ at: [x, y], radius }: Mark): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function boxBeside(
  { at: [x, y], radius }: Mark,
  [toRight, down]: readonly [number, number],
  { width, height }: { width: number; height: number },
): Box {
  // A line of text has air above and below its letters, so beside a corner it may stand a little into the mark's height.
  const gap = down === 0 ? radius + 3 : radius * 0.6 + 1;
  const left = toRight === 0 ? x - width / 2 : toRight > 0 ? x + gap : x - gap - width;
  const rise = toRight === 0 ? radius : radius * 0.3;
  const top = down === 0 ? y - height / 2 : down > 0 ? y + rise : y - rise - height;
  return { left, top, right: left + width, bottom: top + height };
}

function onLeader(
  { at: [x, y], radius }: Mark,
  reach: number,
  angle: number,
  { width, height }: { width: number; height: number },
): Place {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const far = radius + reach;
  const [endX, endY] = [x + far * cos, y + far * sin];
  const left = Math.abs(cos) < 0.35 ? endX - width / 2 : cos > 0 ? endX + 2 : endX - 2 - width;
  const top = Math.abs(cos) < 0.35 ? (sin < 0 ? endY - height + 3 : endY - 3) : endY - height / 2;
  const leader: Line = [
    [x + (radius + 0.5) * cos, y + (radius + 0.5) * sin],
    [endX, endY],
  ];
  const box = { left, top, right: left + width, bottom: top + height };
  return placeOf(box, leader, 12 + reach / 2 + Math.abs(sin) * 3);
}

/** A place with the box around all of it. */
export function placeOf(box: Box, leader: Line | null, cost: number): Place {
  if (!leader) return { box, leader, cost, extent: box };
  const [[ax, ay], [bx, by]] = leader;
  const extent = {
    left: Math.min(box.left, ax, bx),
    top: Math.min(box.top, ay, by),
    right: Math.max(box.right, ax, bx),
    bottom: Math.max(box.bottom, ay, by),
  };
  return { box, leader, cost, extent };
}

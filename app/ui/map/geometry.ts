// Boxes, lines and the distances between them, as placing labels needs them.
import type { Point } from "./projection";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Line = readonly [from: Point, to: Point];

/** Whether two boxes share more than an edge, or come nearer to each other than the gap. */
export function doBoxesMeet(one: Box, other: Box, gap = 0): boolean {
  return (
    one.left < other.right + gap &&
    other.left < one.right + gap &&
    one.top < other.bottom + gap &&
    other.top < one.bottom + gap
  );
}

export function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  );
}

/** How far the point lies from the box; 0 inside. */
export function distanceToBox([x, y]: Point, { left, top, right, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** How far the point lies from the line between its ends. */
export function distanceToLine([x, y]: Point, [[ax, ay], [bx, by]]: Line): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

export function doLinesCross([a, b]: Line, [c, d]: Line): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether any part of the line lies in the box. */
export function doesLineMeetBox(line: Line, { left, top, right, bottom }: Box): boolean {
  const [from, to] = line;
  const holds = ([x, y]: Point) => x >= left && x <= right && y >= top && y <= bottom;
  if (holds(from) || holds(to)) return true;
  const falling: Line = [
    [left, top],
    [right, bottom],
  ];
  const rising: Line = [
    [left, bottom],
    [right, top],
  ];
  return doLinesCross(line, falling) || doLinesCross(line, rising);
}

function side([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

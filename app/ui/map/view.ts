// Which part of the sheet of Europe a picture shows, so that all its points are well inside.
import { sheet, type Point } from "./projection";

export interface PictureSize {
  /** In the picture's units, about a pixel each. */
  width: number;
  least: number;
  most: number;
  /** What stays free around the points, for their names. */
  margin: { x: number; y: number };
}

export interface View {
  width: number;
  height: number;
  /** Units of the picture for a kilometre of the sheet. */
  scale: number;
  /** The corner of what is shown, in kilometres of the sheet. */
  corner: Point;
}

/** The least that is shown, in kilometres: without neighbours nobody recognises where a place is. */
const leastShown = 1100;

/** The view that shows all points, as near as that goes; of no point, all of Europe. */
export function viewOf(points: readonly Point[], { width, least, most, margin }: PictureSize): View {
  const xs = points.length > 0 ? points.map(([x]) => x) : [1300, 5200];
  const ys = points.length > 0 ? points.map(([, y]) => y) : [300, 4100];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (width - 2 * margin.x) / Math.max(east - west, 1),
    (most - 2 * margin.y) / Math.max(south - north, 1),
    width / leastShown,
  );
  const height = Math.round(Math.min(most, Math.max(least, (south - north) * scale + 2 * margin.y)));
  const corner = [
    kept((west + east) / 2 - width / scale / 2, sheet.width - width / scale),
    kept((north + south) / 2 - height / scale / 2, sheet.height - height / scale),
  ] as const;
  return { width, height, scale, corner };
}

/** Where a point of the sheet stands in the picture, to a tenth of a unit. */
export function placeInView([x, y]: Point, { scale, corner }: View): Point {
  return [tenth((x - corner[0]) * scale), tenth((y - corner[1]) * scale)];
}

export function tenth(figure: number): number {
  return Math.round(figure * 10) / 10;
}

/** The start of what is shown, moved so that the sheet's end does not show, as far as the sheet is large enough. */
function kept(start: number, last: number): number {
  return last <= 0 ? last / 2 : Math.min(last, Math.max(0, start));
}

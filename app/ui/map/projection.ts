// Where a place of Europe lies on our map: the equal-area projection that European statistics use, centred on 52° north, 10° east.
import { geoAzimuthalEqualArea } from "d3-geo";

export interface Position {
  /** Degrees north. */
  latitude: number;
  /** Degrees east. */
  longitude: number;
}

/** A point of the map, in kilometres east and south of the corner of its sheet. */
export type Point = readonly [x: number, y: number];

/** Kilometres of the sheet on which Europe is drawn (europe.svg): from the Azores to the Caucasus, from Lapland to the Canaries. */
export const sheet = { width: 6100, height: 5000 } as const;

/** The radius of a sphere with the Earth's surface, in kilometres. */
const earth = 6371;

const projection = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .scale(earth)
  .translate([3200, 2400])
  .clipAngle(null)
  .precision(0);

/** Where the place lies on the sheet; null where it lies outside it, as the islands of other oceans do. */
export function placeOnSheet({ latitude, longitude }: Position): Point | null {
  const point = projection([longitude, latitude]);
  if (!point) return null;
  const [x, y] = point;
  return x >= 0 && y >= 0 && x <= sheet.width && y <= sheet.height ? [x, y] : null;
}

/** The same for drawing the sheet itself: wherever it lies. */
export function projectAnywhere([longitude, latitude]: readonly [number, number]): [number, number] {
  return projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
}

// The line of today on a timeline: through the bars of the phases, and through no word.
import { named, type Band, type DrawnMark, type Stretch } from "./bands";

/** Above and below the middle of a mark its words reach so far, and to each side the line keeps so far away. */
const [above, below, beside] = [10, 9, 4];

/** In parts from top to bottom: each band's begins below its name, and is broken where words stand in the way. */
export function lineAt(x: number, bands: readonly Band[]): { x: number; line: Stretch[] } {
  return { x, line: bands.flatMap((band) => partsIn(band, x)) };
}

function partsIn({ top, bottom, marks }: Band, x: number): Stretch[] {
  const inTheWay = marks
    .filter((mark) => isInWords(mark, x))
    .map(({ y }) => y)
    .sort((one, other) => one - other);
  const parts: Stretch[] = [];
  let from = top + named;
  for (const y of inTheWay) {
    if (y - above > from) parts.push([from, y - above]);
    from = Math.max(from, y + below);
  }
  return from < bottom ? [...parts, [from, bottom]] : parts;
}

function isInWords({ label: { x: begin, width, isBefore } }: DrawnMark, x: number): boolean {
  const [left, right] = isBefore ? [begin - width, begin] : [begin, begin + width];
  return x > left - beside && x < right + beside;
}

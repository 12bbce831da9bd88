// Finds a place for every name of a map so that none stands on another, and a place of last resort where there is none.
import { candidatesFor, placeOf, type Mark, type Place } from "./label-candidates";
import type { Box } from "./geometry";
import { findPlaces } from "./place-search";
import { fitted, textWidth } from "./text-width";

export interface Label extends Place {
  /** The name, shortened where it is wider than two fifths of the picture. */
  words: string;
}

/** The height of a line of our sans, and how far its letters' foot stands below the line's top, in ems. */
export const lineHeight = 1.43;
export const baseline = 1.03;

/** What stays free between a name and the picture's edge. */
const edge = 6;

/**
 * A place for each mark's name, in the marks' order: no two names meet, none leaves the picture, each is nearest to its own mark or
 * tied to it by a leader line. Where there are more names than lines in two columns, those left over are null: their list says them.
 */
export function placeLabels(
  marks: readonly Mark[],
  { width, height }: { width: number; height: number },
  size: number,
): Array<Label | null> {
  const picture = { left: edge, top: edge, right: width - edge, bottom: height - edge };
  const words = marks.map(({ name }) => fitted(name, size, width * 0.44 - 2 * edge));
  const sizes = words.map((text) => ({ width: textWidth(text, size) + 1, height: size * lineHeight }));
  const candidates = marks.map((mark, at) =>
    candidatesFor(mark, marks, picture, sizes[at] ?? { width: 0, height: 0 }),
  );
  const chosen = findPlaces(candidates) ?? inColumns(marks, sizes, picture);
  return chosen.map((place, at) => (place ? { ...place, words: words[at] ?? "" } : null));
}

/** The last resort: the names in two columns at the picture's sides, each tied to its mark. Names fit, though lines may cross. */
function inColumns(
  marks: readonly Mark[],
  sizes: ReadonlyArray<{ width: number; height: number }>,
  picture: Box,
): Array<Place | null> {
  const height = (sizes[0]?.height ?? 0) + 1;
  const rows = Math.floor((picture.bottom - picture.top) / height);
  const fromWest = marks
    .map((_, at) => at)
    .sort((one, other) => x(marks, one) - x(marks, other) || one - other);
  const half = Math.min(rows, Math.ceil(marks.length / 2));
  const chosen: Array<Place | null> = marks.map(() => null);
  [fromWest.slice(0, half), fromWest.slice(half, half + rows)].forEach((column, isEast) => {
    const space = (picture.bottom - picture.top - column.length * height) / (column.length + 1);
    column.sort((one, other) => y(marks, one) - y(marks, other) || one - other);
    column.forEach((of, row) => {
      const mark = marks[of];
      const size = sizes[of];
      if (!mark || !size) return;
      const top = picture.top + space * (row + 1) + row * height;
      const left = isEast ? picture.right - size.width : picture.left;
      const box = { left, top, right: left + size.width, bottom: top + size.height };
      const end = [isEast ? box.left - 2 : box.right + 2, top + size.height / 2] as const;
      chosen[of] = placeOf(box, [mark.at, end], 100);
    });
  });
  return chosen;
}

const x = (marks: readonly Mark[], at: number) => marks[at]?.at[0] ?? 0;
const y = (marks: readonly Mark[], at: number) => marks[at]?.at[1] ?? 0;

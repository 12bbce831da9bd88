// Finds a place for every name of a map so that none stands on another: greedy first, then mending, always the same way.
import { candidatesFor, type Mark, type Place } from "./label-candidates";
import { doBoxesMeet, doLinesCross, doesLineMeetBox, type Box } from "./geometry";
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
  const chosen = choose(candidates) ?? inColumns(marks, sizes, picture);
  return chosen.map((place, at) => (place ? { ...place, words: words[at] ?? "" } : null));
}

/** One candidate for each so that no two are in each other's way, as liked as it finds them; null where it finds none. */
function choose(candidates: Place[][]): Place[] | null {
  const chosen: Array<Place | undefined> = candidates.map(() => undefined);
  // Whoever has the fewest places chooses first.
  const order = candidates.map((_, at) => at);
  order.sort(
    (one, other) => (candidates[one]?.length ?? 0) - (candidates[other]?.length ?? 0) || one - other,
  );
  const inTheWay = (place: Place, of: number) =>
    chosen.reduce(
      (count, other, at) => (other && at !== of && areInTheWay(place, other) ? count + 1 : count),
      0,
    );
  const rechoose = (of: number, besides?: Place) => {
    let best: Place | undefined;
    let bestCost = Infinity;
    for (const place of candidates[of] ?? []) {
      if (place === besides || place.cost >= bestCost) continue;
      const cost = place.cost + 1_000 * inTheWay(place, of);
      if (cost < bestCost) [best, bestCost] = [place, cost];
    }
    chosen[of] = best ?? chosen[of];
  };
  for (const at of order) rechoose(at);
  for (let round = 0; round < 24; round += 1) {
    const wrong = order.filter((at) => chosen[at] === undefined || inTheWay(chosen[at], at) > 0);
    if (wrong.length === 0) break;
    // First each finds a better place; where that leads nowhere, one gives way to another place of its own.
    for (const at of round % 2 === 0 ? wrong : wrong.slice(round % wrong.length)) {
      rechoose(at, round % 2 === 0 ? undefined : chosen[at]);
    }
  }
  for (let round = 0; round < 3; round += 1) order.forEach((at) => rechoose(at));
  const settled = chosen.filter((place): place is Place => place !== undefined);
  const isGood =
    settled.length === candidates.length && settled.every((place, at) => inTheWay(place, at) === 0);
  return isGood ? settled : null;
}

function areInTheWay(one: Place, other: Place): boolean {
  return (
    doBoxesMeet(one.box, other.box, 1) ||
    (one.leader !== null && doesLineMeetBox(one.leader, other.box)) ||
    (other.leader !== null && doesLineMeetBox(other.leader, one.box)) ||
    (one.leader !== null && other.leader !== null && doLinesCross(one.leader, other.leader))
  );
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
      chosen[of] = { box, leader: [mark.at, end], cost: 100 };
    });
  });
  return chosen;
}

const x = (marks: readonly Mark[], at: number) => marks[at]?.at[0] ?? 0;
const y = (marks: readonly Mark[], at: number) => marks[at]?.at[1] ?? 0;

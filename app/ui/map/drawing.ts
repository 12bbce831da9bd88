// The map of a network's partners in figures: what part of Europe is shown, where each mark and each name stands. Made on the server.
import type { Mark } from "./label-candidates";
import { baseline, placeLabels } from "./labels";
import { placeOnSheet, type Point, type Position } from "./projection";
import { placeInView, tenth, viewOf, type PictureSize } from "./view";

export interface Drawn {
  id: string;
  city: string;
  /** Two letters, ISO 3166-1. */
  country: string;
  isLead: boolean;
  position: Position | null;
}

export interface DrawnMark {
  /** Of the places that it stands for: usually one. */
  ids: string[];
  isLead: boolean;
  at: Point;
  radius: number;
  /** Where the words begin, on their baseline; null where there was no room for them. */
  label: { words: string; at: Point; width: number; leader: readonly [Point, Point] | null } | null;
}

export interface Drawing {
  width: number;
  height: number;
  /** The size of the names. */
  size: number;
  /** How the sheet of Europe is laid under the picture. */
  scale: number;
  shift: Point;
  /** The countries of the places, to be shown before the others. */
  countries: string[];
  marks: DrawnMark[];
}

export interface Drawings {
  /** For a screen of a phone, and for everything wider. */
  narrow: Drawing;
  wide: Drawing;
  /** The ids of those that are not on the map: their position is not known, or is none in Europe. */
  left: string[];
}

const narrow: PictureSize & { size: number; radius: number } = {
  width: 320,
  least: 280,
  most: 400,
  margin: { x: 40, y: 36 },
  size: 13,
  radius: 4,
};
const wide: PictureSize & { size: number; radius: number } = {
  width: 560,
  least: 420,
  most: 600,
  margin: { x: 84, y: 64 },
  size: 14,
  radius: 4.5,
};

/** The latest drawings by their places: finding room for fifteen names takes some milliseconds, and a home is read often. */
const kept = new Map<string, Drawings | null>();
const mostKept = 100;

/**
 * The same places always give the same drawings; they are shared, so nobody changes them. Cities of one name at one point share a
 * mark. Null where there is nothing to draw.
 */
export function drawPlaces(places: readonly Drawn[]): Drawings | null {
  const drawn = places.map(({ id, city, country, isLead, position }) => [
    id,
    city,
    country,
    isLead,
    position,
  ]);
  const key = JSON.stringify(drawn);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const drawings = drawAnew(places);
  const oldest = kept.size < mostKept ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, drawings);
  return drawings;
}

/** What `drawPlaces` keeps. */
export function drawAnew(places: readonly Drawn[]): Drawings | null {
  const found = places.flatMap((place) => {
    const point = place.position && placeOnSheet(place.position);
    return point ? [{ ...place, point }] : [];
  });
  if (found.length === 0) return null;
  const left = places.filter(({ id }) => !found.some((one) => one.id === id)).map(({ id }) => id);
  return { narrow: draw(found, narrow), wide: draw(found, wide), left };
}

type Found = Drawn & { point: Point };

function draw(places: Found[], picture: typeof narrow): Drawing {
  const view = viewOf(
    places.map(({ point }) => point),
    picture,
  );
  const bySpot = new Map<string, Mark & { ids: string[]; isLead: boolean }>();
  for (const { id, city, isLead, point } of places) {
    const at = placeInView(point, view);
    const spot = `${city} ${at.join()}`;
    const known = bySpot.get(spot);
    if (known) known.ids.push(id);
    else
      bySpot.set(spot, { ids: [id], name: city, isLead, at, radius: picture.radius * (isLead ? 1.35 : 1) });
  }
  const marks = [...bySpot.values()];
  const labels = placeLabels(marks, view, picture.size);
  return {
    width: view.width,
    height: view.height,
    size: picture.size,
    scale: Math.round(view.scale * 1e5) / 1e5,
    shift: [tenth(-view.corner[0] * view.scale), tenth(-view.corner[1] * view.scale)],
    countries: [...new Set(places.map(({ country }) => country))].sort(),
    marks: marks.map(({ ids, isLead, at, radius }, of) => {
      const label = labels[of];
      if (!label) return { ids, isLead, at, radius, label: null };
      const { box, words, leader } = label;
      const start = [tenth(box.left), tenth(box.top + baseline * picture.size)] as const;
      const tie = leader && ([leader[0].map(tenth), leader[1].map(tenth)] as unknown as [Point, Point]);
      return {
        ids,
        isLead,
        at,
        radius,
        label: { words, at: start, width: tenth(box.right - box.left), leader: tie },
      };
    }),
  };
}

// The sheet of Europe is what its script draws, and shows what a partner city's reader will look for.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawEurope } from "../../scripts/europe";
import { placeOnSheet } from "~/ui/map/projection";

const sheet = readFileSync(new URL("../../app/ui/map/europe.svg", import.meta.url), "utf8");

test("the committed sheet is what the script draws", () => {
  expect(drawEurope() === sheet).toBe(true);
});

test("it costs less than 25 KB on the wire", () => {
  expect(gzipSync(sheet).length).toBeLessThan(25_000);
});

test("it has every member state and its neighbours under their two letters, once", () => {
  const codes = [...sheet.matchAll(/<path id="([A-Z]{2})"/g)].map(([, code]) => code);
  const members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(
    " ",
  );
  const others = "AL BA CH GB IS LI MD ME MK NO RS TR UA XK".split(" ");
  expect([...members, ...others].filter((code) => !codes.includes(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

/** The shape of a country on the sheet, as rings of points. */
function ringsOf(code: string): number[][][] {
  const path = new RegExp(`<path id="${code}" d="([^"]*)"`).exec(sheet)?.[1] ?? "";
  return path
    .split("M")
    .filter(Boolean)
    .map((part) => {
      let [x, y] = [0, 0];
      const figures = [...part.matchAll(/-?\d+/g)].map(Number);
      return figures.flatMap((figure, at) => {
        if (at % 2 === 0) return [];
        x += figures[at - 1] ?? 0;
        y += figure;
        return [[x, y]];
      });
    });
}

function isIn(code: string, latitude: number, longitude: number): boolean {
  const point = placeOnSheet({ latitude, longitude });
  if (!point) return false;
  const [x, y] = point;
  return ringsOf(code).some((ring) =>
    ring.reduce((inside, [ax = 0, ay = 0], at) => {
      const [bx = 0, by = 0] = ring[(at + ring.length - 1) % ring.length] ?? [];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
    }, false),
  );
}

test.each([
  ["LT", 54.9, 23.9],
  ["PT", 39.29, -7.43],
  ["RO", 45.9, 25],
  ["UA", 45.1, 34.1],
  ["CY", 35.25, 33.4],
  ["GR", 39.56, 21.77],
])("%s covers what is its own (%d, %d)", (code, latitude, longitude) => {
  expect(isIn(code, latitude, longitude)).toBe(true);
});

test("the islands of other oceans are not on the sheet", () => {
  expect(placeOnSheet({ latitude: -20.9, longitude: 55.5 })).toBeNull();
  expect(placeOnSheet({ latitude: 14.6, longitude: -61 })).toBeNull();
  expect(placeOnSheet({ latitude: 28.1, longitude: -15.4 })).not.toBeNull();
});

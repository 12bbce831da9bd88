// Names on the map: whatever partners a network has, none stands on another, none leaves the picture, and each is seen to be its mark's.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cities } from "../../../prisma/demo/cities";
import { digiPlace } from "../../../prisma/demo/digiplace/network";
import { techRevolution } from "../../../prisma/demo/tech-revolution/network";
import { drawAnew, drawPlaces, type Drawing, type Drawn, type DrawnMark } from "~/ui/map/drawing";
import { distanceToBox, doBoxesMeet, doesLineMeetBox, isInside, type Box } from "~/ui/map/geometry";
import { baseline, lineHeight } from "~/ui/map/labels";

const runs = { numRuns: 100, seed: 20261121 };

const names = [
  "Oulu",
  "Alytus",
  "Roquetas de Mar",
  "Saint-Quentin",
  "Τρίκαλα",
  "Botoșani",
  "Rzeszów",
  "Žešuvas",
  "Sen Kantenas",
  "Nova Gorica",
  "Vila Nova de Famalicão",
  "Frankfurt an der Oder",
  "Santa Maria Capua Vetere",
  "Ciutadella de Menorca i Maó-Mahón",
];

/** Anywhere in Europe, or all within some tens of kilometres of each other. */
const positions = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })), {
      minLength: 2,
      maxLength: 15,
    }),
    fc.constantFrom(1, 1, 0.4, 0.1, 0.01),
    fc.tuple(fc.integer({ min: 36, max: 64 }), fc.integer({ min: -9, max: 27 })),
  )
  .map(([spots, spread, [latitude, longitude]]) =>
    spots.map(([north, east]) =>
      spread === 1
        ? { latitude: 35 + north * 0.033, longitude: -10 + east * 0.04 }
        : {
            latitude: latitude + (north / 1000 - 0.5) * 10 * spread,
            longitude: longitude + (east / 1000 - 0.5) * 16 * spread,
          },
    ),
  );

const networks = positions.chain((found) =>
  fc
    .array(fc.constantFrom(...names), { minLength: found.length, maxLength: found.length })
    .map((chosen): Drawn[] =>
      found.map((position, at) => ({
        id: String(at),
        city: `${chosen[at] ?? ""} ${"ABCDEFGHIJKLMNO"[at] ?? ""}`,
        country: "LT",
        isLead: at === 0,
        position,
      })),
    ),
);

function drawingsOf(places: Drawn[]): Drawing[] {
  const drawn = drawPlaces(places);
  return drawn ? [drawn.narrow, drawn.wide] : [];
}

function boxOf({ label }: DrawnMark, { size }: Drawing): Box {
  if (!label) throw new Error("a name has no place");
  const [left, foot] = label.at;
  const top = foot - baseline * size;
  return { left, top, right: left + label.width, bottom: top + lineHeight * size };
}

test("no two names stand on each other, and none leaves the picture", () => {
  fc.assert(
    fc.property(networks, (places) => {
      for (const drawing of drawingsOf(places)) {
        const { marks, width, height } = drawing;
        const boxes = marks.map((mark) => boxOf(mark, drawing));
        expect(marks.length).toBe(places.length);
        boxes.forEach((box, at) => {
          expect(isInside(box, { left: 0, top: 0, right: width, bottom: height })).toBe(true);
          for (const other of boxes.slice(at + 1)) expect(doBoxesMeet(box, other)).toBe(false);
        });
      }
    }),
    runs,
  );
});

test("each name is nearer to its own mark than to any other, or tied to it by a line", () => {
  fc.assert(
    fc.property(networks, (places) => {
      for (const drawing of drawingsOf(places)) {
        for (const mark of drawing.marks) {
          const box = boxOf(mark, drawing);
          const isNearest = drawing.marks.every(
            (other) => other === mark || distanceToBox(other.at, box) > distanceToBox(mark.at, box),
          );
          expect(isNearest || mark.label?.leader !== null).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("every mark stands in the picture with room around it", () => {
  fc.assert(
    fc.property(networks, (places) => {
      for (const { marks, width, height } of drawingsOf(places))
        for (const {
          at: [x, y],
        } of marks) {
          expect(Math.min(x, width - x)).toBeGreaterThan(12);
          expect(Math.min(y, height - y)).toBeGreaterThan(12);
        }
    }),
    runs,
  );
});

test("the same partners give the same map", () => {
  fc.assert(
    fc.property(networks, (places) => {
      expect(drawAnew(structuredClone(places))).toEqual(drawAnew(places));
      expect(drawPlaces(places)).toEqual(drawAnew(places));
    }),
    { ...runs, numRuns: 20 },
  );
});

const demo = (network: typeof digiPlace): Drawn[] =>
  network.partners.map(({ city, role }) => {
    const {
      own,
      names: others = {},
      country,
      position,
    } = cities[city] ?? { own: ["", ""], country: "", position: null };
    return {
      id: city,
      city: (others as Record<string, string>).en ?? own[1] ?? "",
      country,
      isLead: role === "lead-partner",
      position: position && { latitude: position[0] ?? 0, longitude: position[1] ?? 0 },
    };
  });

test.each([digiPlace, techRevolution])(
  "the names of $name need no lines, and none touches another mark",
  (network) => {
    for (const drawing of drawingsOf(demo(network))) {
      expect(drawing.marks.map(({ label }) => label?.leader)).toEqual(network.partners.map(() => null));
      for (const mark of drawing.marks) {
        const [x, y] = mark.at;
        const flat: Box = { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 };
        expect(drawing.marks.some((other) => doBoxesMeet(boxOf(other, drawing), flat))).toBe(false);
      }
    }
  },
);

test("ten partners of one corner of Europe are told apart on a phone, and no line runs through a name", () => {
  const baltic: Array<[string, number, number]> = [
    ["Ventspils", 57.39, 21.56],
    ["Liepāja", 56.5, 21.01],
    ["Kuldīga", 56.97, 21.97],
    ["Jūrmala", 56.97, 23.77],
    ["Rīga", 56.95, 24.11],
    ["Jelgava", 56.65, 23.72],
    ["Šiauliai", 55.93, 23.32],
    ["Panevėžys", 55.73, 24.36],
    ["Klaipėda", 55.71, 21.13],
    ["Pärnu", 58.39, 24.5],
  ];
  const places = baltic.map(([name, latitude, longitude], at) => ({
    id: name,
    city: name,
    country: "LV",
    isLead: at === 0,
    position: { latitude, longitude },
  }));
  for (const drawing of drawingsOf(places)) {
    const boxes = drawing.marks.map((mark) => boxOf(mark, drawing));
    for (const { label } of drawing.marks) {
      const line = label?.leader;
      if (line) expect(boxes.filter((box) => doesLineMeetBox(line, box)).length).toBeLessThanOrEqual(1);
    }
  }
});

test("two institutions of one city share a mark", () => {
  const [first, second] = demo(digiPlace);
  if (!first || !second) throw new Error("the demo has no partners");
  const drawn = drawPlaces([first, second, { ...second, id: "its agency" }]);
  expect(drawn?.wide.marks.map(({ ids }) => ids)).toEqual([[first.id], [second.id, "its agency"]]);
});

test("partners without a position, or of another ocean, are named and not drawn", () => {
  const [first, second, third] = demo(digiPlace);
  if (!first || !second || !third) throw new Error("the demo has no partners");
  const drawn = drawPlaces([
    first,
    { ...second, position: null },
    { ...third, position: { latitude: -20.9, longitude: 55.5 } },
  ]);
  expect(drawn?.left).toEqual([second.id, third.id]);
  expect(drawn?.narrow.marks.map(({ ids }) => ids)).toEqual([[first.id]]);
  expect(drawPlaces([{ ...second, position: null }])).toBeNull();
});

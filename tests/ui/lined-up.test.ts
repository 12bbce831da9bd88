// Cards beside a text: as near as they can to what they are about, and none over another.
import fc from "fast-check";
import { expect, test } from "vitest";
import { linedUp, type Card } from "~/ui/threads/beside/lined-up";

const card = (id: string, wanted: number, height = 100): Card => ({ id, wanted, height });

test("cards stand where they want to where there is room, and behind each other where there is none", () => {
  const cards = [card("a", 40), card("b", 60), card("c", 500)];
  expect([...linedUp(cards, null)]).toEqual([
    ["a", 40],
    ["b", 152],
    ["c", 500],
  ]);
});

test("the current one stands just where it wants to; the others give way, none above the beginning", () => {
  const cards = [card("a", 300), card("b", 320), card("c", 340)];
  expect(Object.fromEntries(linedUp(cards, "c"))).toEqual({ a: 116, b: 228, c: 340 });
  const high = [card("a", -50), card("b", 20), card("c", 60)];
  const tops = linedUp(high, "c");
  expect(tops.get("c")).toBe(60);
  expect(Math.min(...tops.values())).toBeGreaterThanOrEqual(0);
});

test("those before the current one stay before it, closer together, as long as there is room", () => {
  const cards = [card("a", 0), card("b", 10), card("c", 350), card("d", 400)];
  expect(Object.fromEntries(linedUp(cards, "d"))).toEqual({ a: 0, b: 112, c: 288, d: 400 });
  const crowded = [card("a", 0), card("b", 0), card("c", 200), card("d", 250)];
  expect(Object.fromEntries(linedUp(crowded, "d"))).toEqual({ b: 0, c: 138, d: 250, a: 362 });
});

test("whatever they want, none stands over another and none is lost", () => {
  const any = fc.array(
    fc.record({ wanted: fc.integer({ min: -500, max: 3_000 }), height: fc.integer({ min: 1, max: 600 }) }),
  );
  fc.assert(
    fc.property(any, fc.nat(), (wishes, at) => {
      const cards = wishes
        .sort((one, other) => one.wanted - other.wanted)
        .map((wish, index) => ({ id: String(index), ...wish }));
      const tops = linedUp(cards, String(at % (cards.length + 1)));
      expect(tops.size).toBe(cards.length);
      const placed = cards
        .map(({ id, height }) => ({ top: tops.get(id) ?? -1, height }))
        .sort((one, other) => one.top - other.top);
      for (const [index, { top }] of placed.entries()) {
        const before = placed[index - 1];
        expect(top).toBeGreaterThanOrEqual(before ? before.top + before.height : 0);
      }
    }),
  );
});

// Lanes: nothing in a lane touches anything else, no lane is opened without need, and the same always lies the same way.
import { expect, test } from "vitest";
import { packLanes, type Extent } from "~/ui/timeline/lanes";

const at = (left: number, right: number): Extent => ({ left, right });

test("what does not meet shares the first lane, what meets goes below, in the order given", () => {
  expect(packLanes([], 10)).toEqual([]);
  expect(packLanes([at(0, 20), at(30, 50), at(60, 80)], 10)).toEqual([0, 0, 0]);
  expect(packLanes([at(0, 20), at(29, 50), at(60, 80)], 10)).toEqual([0, 1, 0]);
  expect(packLanes([at(60, 80), at(0, 20), at(10, 30)], 10)).toEqual([0, 0, 1]);
  expect(packLanes([at(0, 20), at(0, 20), at(0, 20)], 10)).toEqual([0, 1, 2]);
});

test("of hundreds none meets another in its lane, and there are no more lanes than lie on each other at one place", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const extents = Array.from({ length: 400 }, () => {
    const left = random() * 1000;
    return at(left, left + 20 + random() * 200);
  });
  const lanes = packLanes(extents, 14);
  expect(packLanes(extents, 14)).toEqual(lanes);
  for (const [one, { left, right }] of extents.entries())
    for (const [other, { left: from, right: to }] of extents.entries())
      if (one < other && lanes[one] === lanes[other])
        expect(right + 14 <= from || to + 14 <= left, `${one} and ${other}`).toBe(true);
  const deepest = Math.max(
    ...extents.map(({ left }) => extents.filter((one) => one.left <= left && left < one.right + 14).length),
  );
  expect(Math.max(...lanes) + 1).toBe(deepest);
});

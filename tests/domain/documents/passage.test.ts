// Passages of a text that goes on changing: found again wherever their letters stand, and never where they were not.
import { expect, test } from "vitest";
import { fates, playScript } from "../../support/passage-scripts";

test("a passage is found where it is, through moving, copying and deleting, or nowhere", () => {
  const outcomes = Array.from({ length: 400 }, (_, index) =>
    playScript(1 + index, fates[index % fates.length] ?? "around"),
  );
  expect(outcomes.filter(({ verdict }) => verdict === "wrong").map(({ seed }) => seed)).toEqual([]);
  const surviving = outcomes.filter(({ survives }) => survives);
  expect(surviving.filter(({ verdict }) => verdict === "right").length).toBeGreaterThan(
    0.98 * surviving.length,
  );
});

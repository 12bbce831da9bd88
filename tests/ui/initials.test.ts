import { expect, test } from "vitest";
import { initials } from "~/ui/initials";

test.each([
  ["Ilze Kalniņa", "IK"],
  ["Šarūnė Žukaitė", "ŠŽ"],
  ["Łucja Anna Święty-Kowalska", "ŁK"],
  ["Νίκος Παππάς", "ΝΠ"],
  ["Ștefan", "Ș"],
  ["  van der Berg  ", "VB"],
  ["Ana (trainee)", "AT"],
  ["", "–"],
  ["   ", "–"],
  ["🙂", "–"],
])("%j is shown as %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test("a letter typed with a loose accent stays whole", () => {
  expect(initials("Z\u030Cuvas")).toBe("Ž");
});

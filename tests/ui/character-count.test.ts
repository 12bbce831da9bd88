import { expect, test } from "vitest";
import { characterCount } from "~/ui/character-count";

test("a short text has no count beside it", () => {
  expect(characterCount("a".repeat(159), 200)).toBeNull();
});

test("near the limit the count says what is left", () => {
  expect(characterCount("a".repeat(160), 200)).toEqual({ left: 40 });
  expect(characterCount("a".repeat(200), 200)).toEqual({ left: 0 });
});

test("beyond the limit the count says what is too much", () => {
  expect(characterCount("a".repeat(203), 200)).toEqual({ over: 3 });
});

test("the end of a line counts as one character", () => {
  expect(characterCount(`${"a".repeat(198)}\r\n${"a"}`, 200)).toEqual({ left: 0 });
});

// What a form asks for over what others did meanwhile: its own changes count, what it left alone stays as it is by now.
import { expect, test } from "vitest";
import { mergedInto } from "~/domain/merging";
import { wrongWith } from "../support/outcome";

const found = { title: "Plan", months: 4, day: null as string | null, asks: false };

test("what the form left as it found it stays as it is by now", () => {
  const now = { title: "The plan", months: 4, day: "2030-01-01", asks: true };
  expect(mergedInto({ ...found, months: 6 }, found, now)).toEqual({ ...now, months: 6 });
});

test("what both made the same is no quarrel, and a form that says nothing of what it found asks for everything", () => {
  const now = { ...found, title: "The plan" };
  expect(mergedInto({ ...found, title: "The plan" }, found, now)).toEqual(now);
  expect(mergedInto(found, undefined, now)).toEqual(found);
});

test("each field that both made another is refused, with what it is now", async () => {
  const now = { title: "Their plan", months: 5, day: "2030-01-01", asks: true };
  const asked = { title: "My plan", months: 4, day: "2031-01-01", asks: true };
  const merging = Promise.resolve().then(() => mergedInto(asked, found, now));
  expect(await wrongWith(merging)).toEqual(["title: changedMeanwhile", "day: changedMeanwhile"]);
  // Asked once more by somebody who has seen what it is now, it is theirs.
  expect(mergedInto(asked, { ...found, title: now.title, day: now.day }, now)).toEqual({
    ...asked,
    months: 5,
  });
});

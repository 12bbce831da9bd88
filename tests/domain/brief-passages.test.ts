// Passages told by where they stand and a check of their letters: found in the very text, and in no other place.
import { expect, test } from "vitest";
import {
  checkOf,
  isThere,
  readBriefly,
  writeBriefly,
  type BriefPassage,
} from "~/domain/comments/brief-passages";
import { newId } from "~/platform/id";

const text = "Thetownhallwritesittogetherwiththecity.Thetownhallreadsitalone.";
const passage = (words: string, at = text.indexOf(words)): BriefPassage => ({
  ...{ id: newId(), isResolved: false, kind: "letters", at, length: words.length },
  check: checkOf(text.slice(0, at), words, text.slice(at + words.length)),
});

test("what is written is read again, letter by letter", () => {
  const all = [passage("townhall"), { ...passage("alone."), isResolved: true }, passage(text)];
  expect(readBriefly(writeBriefly(all))).toEqual(all);
  expect(readBriefly(writeBriefly([]))).toEqual([]);
});

test("a passage stands where it was told, and nowhere in a text that has moved on", () => {
  expect(isThere(text, passage("townhall"))).toBe(true);
  expect(isThere(text, passage(text))).toBe(true);
  expect(isThere(`A${text}`, passage("townhall"))).toBe(false);
  // The same words with others beside them are another passage.
  expect(isThere(text, { ...passage("townhall"), at: text.lastIndexOf("townhall") })).toBe(false);
  expect(isThere(text.replace("reads", "wrote"), passage("alone."))).toBe(false);
  expect(isThere("", passage("townhall"))).toBe(false);
});

test("letters do not wander from before a passage into it unnoticed", () => {
  expect(checkOf("ab", "c", "d")).not.toBe(checkOf("a", "bc", "d"));
  expect(checkOf("ab", "c", "d")).not.toBe(checkOf("ab", "", "cd"));
});

// What is told as a lost line, and what as a fault of ours.
import { expect, test } from "vitest";
import { isUnreachable } from "~/ui/unreachable";

test.each([
  "Failed to fetch",
  "NetworkError when attempting to fetch resource.",
  "Load failed",
  "network error",
  "Failed to fetch dynamically imported module: https://torg.alytus.example/assets/route.js",
  "error loading dynamically imported module: fetch",
  "Importing a module script failed.",
])("%j is a lost line", (message) => {
  expect(isUnreachable(new TypeError(message))).toBe(true);
});

test.each([
  new TypeError("row.at.toISOString is not a function"),
  new TypeError("Cannot read properties of undefined (reading 'title')"),
  new TypeError("rows is not iterable"),
  new Error("Failed to fetch"),
  undefined,
])("%s is none: there is something to look up", (error) => {
  expect(isUnreachable(error)).toBe(false);
});

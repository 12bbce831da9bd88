// Every key with which the domain or the door says no has words.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { stringsOf } from "./catalogue-files";

const app = fileURLToPath(new URL("../../app/", import.meta.url));

/** Where keys of the `errors` catalogue are written down in the code. */
const keyPlaces = [
  /\binvalid\(\s*"[^"]*",\s*"([\w:.]+)"/g,
  /\bkey: "(\w+)"/g,
  /\.refine\([^;]*?,\s*"(\w+)"\s*,?\s*\)/g,
  /\bmessage: "(\w+)"/g,
];

test("every key with which the domain or the door says no has words", () => {
  const strings = [...stringsOf("en").keys()];
  const keys = ["domain", "http"].flatMap((room) =>
    readdirSync(`${app}${room}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => keysIn(readFileSync(`${app}${room}/${path}`, "utf8"))),
  );
  expect(keys.length).toBeGreaterThan(10);
  const wordless = keys.filter(
    (key) =>
      !strings.some((known) => known.replace(/_[a-z]+$/, "") === (key.includes(":") ? key : `errors:${key}`)),
  );
  expect(wordless).toEqual([]);
});

function keysIn(source: string): string[] {
  return keyPlaces.flatMap((place) => [...source.matchAll(place)].map((match) => match[1] ?? ""));
}

import { expect, test } from "vitest";
import { folded, matchingItems, type PaletteItem } from "~/ui/palette-item";

const items: PaletteItem[] = [
  { id: "home", group: "Go to", label: "Home" },
  { id: "heat", group: "Go to", label: "Open heating data", detail: "Botoșani" },
  { id: "rzeszow", group: "Go to", label: "Rzeszów", otherWords: "Žešuvas Rzeszow" },
  { id: "open", group: "Change", label: "Open the list of shortcuts" },
  { id: "lt", group: "Change", label: "Language: Lietuvių", otherWords: "Lithuanian" },
];
const found = (query: string) => matchingItems(items, query).map(({ id }) => id);

test("nothing typed offers everything", () => {
  expect(found("  ")).toHaveLength(items.length);
});

test("marks and case do not matter", () => {
  expect(found("BOTOSANI")).toEqual(["heat"]);
  expect(found("zesuv")).toEqual(["rzeszow"]);
  expect(folded("Łódź, Đurđevac, Šķūnis")).toBe("lodz, durdevac, skunis");
});

test("every word typed must begin a word of the item", () => {
  expect(found("dat hea")).toEqual(["heat"]);
  expect(found("eating")).toEqual([]);
});

test("groups stay together", () => {
  expect(found("op")).toEqual(["heat", "open"]);
});

test("what begins with the words comes first in its group", () => {
  const cities: PaletteItem[] = [
    { id: "new", group: "Go to", label: "A new quarter", otherWords: "Oulu" },
    { id: "oulu", group: "Go to", label: "Oulu" },
  ];
  expect(matchingItems(cities, "oul").map(({ id }) => id)).toEqual(["oulu", "new"]);
});

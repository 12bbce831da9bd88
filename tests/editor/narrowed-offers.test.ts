// What is offered already while the answer to a question is on the way.
import { expect, test } from "vitest";
import { narrowed } from "~/editor/narrowed-offers";

const offers = [
  { id: "a", name: "Ad-hoc expert", aside: "Alytus" },
  { id: "b", name: "Project officer, Rzeszów", aside: "Rzeszów" },
  { id: "c", name: "Šiaulių žalioji turgavietė" },
];
const idsFor = (question: string) => narrowed(offers, question).map(({ id }) => id);

test("of what was offered that stays whose words begin with all that is asked, marks aside", () => {
  expect(idsFor("")).toEqual(["a", "b", "c"]);
  expect(idsFor("rzeszow off")).toEqual(["b"]);
  expect(idsFor("alytus")).toEqual(["a"]);
  expect(idsFor("hoc")).toEqual(["a"]);
  expect(idsFor("ŠIAUL zal")).toEqual(["c"]);
  expect(idsFor("xpert")).toEqual([]);
});

// Years and months above a timeline: in the reader's language, as many as have room, and never on each other.
import { expect, test } from "vitest";
import { daysBetween } from "~/domain/networks/calendar-day";
import { textWidth } from "~/ui/map/text-width";
import { axisOf, type Tick } from "~/ui/timeline/axis";
import { monthLater, type Span } from "~/ui/timeline/span";

const size = 12;
const axis = (span: Span, language = "en", width = 1100) =>
  axisOf(
    span,
    (day) => (daysBetween(span.from, day) / daysBetween(span.from, span.to)) * width,
    language,
    size,
  );
const words = (ticks: Tick[]) => ticks.map(({ words }) => words).join(" ");

test("months, every third, every sixth or years alone, by what there is to show", () => {
  const months = (to: string) => words(axis({ from: "2020-01-01", to }).months);
  expect(months("2020-07-01")).toBe("Jan Feb Mar Apr May Jun");
  expect(months("2023-01-01")).toBe("Jan Apr Jul Oct Jan Apr Jul Oct Jan Apr Jul Oct");
  expect(months("2028-01-01").split(" ").slice(0, 4)).toEqual(["Jan", "Jul", "Jan", "Jul"]);
  expect(months("2060-01-01")).toBe("");
  expect(words(axis({ from: "2019-09-01", to: "2022-09-01" }).months)).toBe(
    "Oct Jan Apr Jul Oct Jan Apr Jul Oct Jan Apr Jul",
  );
});

test("the year in which it begins is said where the next one leaves room", () => {
  expect(words(axis({ from: "2019-09-01", to: "2022-09-01" }).years)).toBe("2019 2020 2021 2022");
  expect(words(axis({ from: "2019-12-01", to: "2022-09-01" }).years)).toBe("2020 2021 2022");
  expect(words(axis({ from: "2020-02-01", to: "2020-05-01" }).years)).toBe("2020");
});

test("a Lithuanian reads names of months, too, where Lithuanian has only figures for short ones", () => {
  const span = { from: "2020-01-01", to: "2020-05-01" };
  expect(words(axis(span, "lt").months)).toBe("sausis vasaris kovas balandis");
  expect(words(axis(span, "it").months)).toBe("gen feb mar apr");
  expect(words(axis(span, "lv").months)).toBe("janv. febr. marts apr.");
});

test("in every language and over every length no two words meet, and none leaves the sheet to the left", () => {
  for (const language of ["en", "lt", "lv", "ro", "it"])
    for (let months = 3; months < 1500; months += months < 100 ? 1 : 37)
      for (const from of ["2019-09-01", "2020-01-01", "1999-12-01"]) {
        const { years, months: named } = axis({ from, to: monthLater(from, months) }, language);
        expect(years.length).toBeGreaterThan(0);
        for (const row of [years, named])
          for (const [at, { x, words }] of row.entries()) {
            const next = row[at + 1]?.x ?? Infinity;
            const seen = [language, from, months, words];
            expect([...seen, x >= 0 && x + textWidth(words, size) < next]).toEqual([...seen, true]);
          }
      }
});

test("the calendar's last years end the axis without a wrong day", () => {
  expect(words(axis({ from: "9998-11-01", to: "9999-12-31" }).years)).toBe("9998 9999");
  expect(words(axis({ from: "0000-01-01", to: "9999-12-31" }).years)).toBe(
    Array.from({ length: 20 }, (_, at) => at * 500).join(" "),
  );
});

// What is a day: of the calendar, and of a year that somebody can mean.
import { expect, test } from "vitest";
import { isDay } from "~/domain/networks/calendar-day";

test("a day is of the calendar, and a year that is half typed is none", () => {
  const days = ["1900-01-01", "2020-02-29", "2022-05-01", "2199-12-31"];
  expect(days.filter(isDay)).toEqual(days);
  const none = [
    "0001-01-01",
    "0202-05-01",
    "1899-12-31",
    "2202-05-01",
    "2022-02-29",
    "2022-13-01",
    "2022-5-1",
    "",
  ];
  expect(none.filter(isDay)).toEqual([]);
});

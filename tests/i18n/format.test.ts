// Dates, numbers and lists as a reader of the language expects them.
import { expect, test } from "vitest";
import { formatFor } from "~/i18n/format";

const english = formatFor("en", "Europe/Vilnius");
const lithuanian = formatFor("lt", "Europe/Vilnius");
const at = "2020-04-03T22:30:00Z";

test("dates and times follow the time zone, not the server's", () => {
  expect(english.dateTime(at)).toBe("4 April 2020, 01:30");
  expect(formatFor("en", "Europe/Brussels").dateTime(at)).toBe("4 April 2020, 00:30");
  expect(formatFor("en", "Atlantic/Azores").dateTime(at)).toBe("3 April 2020, 22:30");
  expect(lithuanian.date(at)).toBe("2020 m. balandžio 4 d.");
});

test("dates and times stand as each language writes them", () => {
  const written = (language: string) => formatFor(language, "Europe/Vilnius").dateTime(at);
  expect(["it", "lv", "ro"].map(written)).toEqual([
    "4 aprile 2020, 01:30",
    "04.04.2020. 01:30",
    "4 aprilie 2020, 01:30",
  ]);
  expect(formatFor("lv", "Pacific/Kiritimati").day("2020-12-31")).toBe("31.12.2020.");
});

test("a calendar day is the same in every zone", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    expect(formatFor("en", zone).day("2020-04-03")).toBe("3 April 2020");
  }
});

test("a range of days says once what both have in common, as each language writes it", () => {
  const ranges = [
    ["2020-01-23", "2020-01-24"],
    ["2020-01-28", "2020-02-02"],
    ["2019-12-28", "2020-01-02"],
    ["2020-01-23", "2020-01-23"],
  ] as const;
  const written = (language: string) =>
    ranges.map(([first, last]) => formatFor(language, "Pacific/Pago_Pago").days(first, last));
  expect(["en", "lt", "lv", "ro", "it"].map(written)).toEqual([
    [
      "23–24 January 2020",
      "28 January – 2 February 2020",
      "28 December 2019 – 2 January 2020",
      "23 January 2020",
    ],
    [
      "2020 m. sausio 23–24 d.",
      "2020 m. sausio 28 d. – vasario 2 d.",
      "2019 m. gruodžio 28 d. – 2020 m. sausio 2 d.",
      "2020 m. sausio 23 d.",
    ],
    ["23.–24.01.2020.", "28.01.–02.02.2020.", "28.12.2019.–02.01.2020.", "23.01.2020."],
    [
      "23–24 ianuarie 2020",
      "28 ianuarie – 2 februarie 2020",
      "28 decembrie 2019 – 2 ianuarie 2020",
      "23 ianuarie 2020",
    ],
    [
      "23–24 gennaio 2020",
      "28 gennaio – 2 febbraio 2020",
      "28 dicembre 2019 – 2 gennaio 2020",
      "23 gennaio 2020",
    ],
  ]);
  expect(english.days("2020-01-24", "2020-01-23")).toBe("24 January 2020 – 23 January 2020");
  expect(english.dayOf(at)).toBe("2020-04-04");
});

test("an unknown zone counts as UTC", () => {
  expect(formatFor("en", "Europe/Nowhere").time(at)).toBe("22:30");
});

test("the past is told in words that fit its distance", () => {
  const ago = (now: string) => english.ago(at, now);
  expect(ago("2020-04-03T22:30:59Z")).toBe("now");
  expect(ago("2020-04-03T22:29:00Z")).toBe("now");
  expect(ago("2020-04-03T22:31:00Z")).toBe("1 minute ago");
  expect(ago("2020-04-04T01:30:00Z")).toBe("3 hours ago");
  expect(ago("2020-04-05T20:00:00Z")).toBe("yesterday");
  expect(ago("2020-04-08T20:00:00Z")).toBe("4 days ago");
  expect(ago("2020-05-08T20:00:00Z")).toBe("4 April 2020");
});

test("the past is told in each language", () => {
  const told = (language: string, now: string) => formatFor(language, "Europe/Vilnius").ago(at, now);
  expect(["it", "lv", "ro"].map((language) => told(language, "2020-04-03T22:51:00Z"))).toEqual([
    "21 minuti fa",
    "pirms 21 minūtes",
    "acum 21 de minute",
  ]);
  expect(told("lv", "2020-05-08T20:00:00Z")).toBe("04.04.2020.");
});

test("numbers are grouped as the language groups them, with spaces that do not break", () => {
  expect(english.number(543_819.4)).toBe("543,819.4");
  expect(lithuanian.number(1234.5)).toBe("1\u00a0234,5");
  expect(formatFor("lv", "UTC").number(51_280)).toBe("51\u00a0280");
  expect(formatFor("ro", "UTC").number(51_280.5)).toBe("51.280,5");
  expect(formatFor("it", "UTC").number(714_990)).toBe("714.990");
});

test("sizes are rounded up, so that what is over a limit is seen to be", () => {
  expect([80, 999_001, 2_000_000, 2_000_001].map(english.bytes)).toEqual([
    "80 B",
    "1,000 kB",
    "2 MB",
    "2.01 MB",
  ]);
});

test("lists end as the language ends them", () => {
  expect(english.list(["Alytus", "Novska", "Rzeszów"])).toBe("Alytus, Novska and Rzeszów");
  expect(lithuanian.list(["Alytus", "Novska"])).toBe("Alytus ir Novska");
  expect(formatFor("lv", "UTC").list(["Alytus", "Novska"])).toBe("Alytus un Novska");
  expect(formatFor("ro", "UTC").list(["Alytus", "Novska"])).toBe("Alytus și Novska");
  expect(formatFor("it", "UTC").list(["Alytus", "Novska"])).toBe("Alytus e Novska");
});

test("languages and countries have names", () => {
  expect(english.languageName("lt")).toBe("Lithuanian");
  expect(lithuanian.countryName("PL")).toBe("Lenkija");
});

test("the pseudo-language formats as English does", () => {
  expect(formatFor("en-XA", "Europe/Vilnius").dateTime(at)).toBe(english.dateTime(at));
});

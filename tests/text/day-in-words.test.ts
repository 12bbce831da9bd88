// Days as people write them in a text: in figures and in words, in the languages of the menus, and what only looks like one.
import { expect, test } from "vitest";
import { lastDayIn } from "~/text/day-in-words";

test.each([
  ["by 2026-12-01", "2026-12-01"],
  ["iki 2026-05-02 d.", "2026-05-02"],
  ["1.12.2026", "2026-12-01"],
  ["(01. 12. 2026)", "2026-12-01"],
  ["1/12/2026, at noon", "2026-12-01"],
  ["by 1 December 2026.", "2026-12-01"],
  ["on the 1st of December, 2026", "2026-12-01"],
  ["December 1st, 2026", "2026-12-01"],
  ["on May 2, 2026", "2026-05-02"],
  ["iki 2026 m. gruodžio 1 d.", "2026-12-01"],
  ["2026 m. birželio 5 d.", "2026-06-05"],
  ["2026 m. rugpjūčio 12", "2026-08-12"],
  ["līdz 2026. gada 1. decembrim", "2026-12-01"],
  ["2026. g. 3. martā", "2026-03-03"],
  ["2026. gada 4. jūnijā", "2026-06-04"],
  ["entro il 1º dicembre 2026", "2026-12-01"],
  ["1 gennaio 2026, poi", "2026-01-01"],
  ["până la 1 decembrie 2026", "2026-12-01"],
  ["2 mai 2026", "2026-05-02"],
  ["3 iulie 2026", "2026-07-03"],
  ["1\u00a0December\u00a02026", "2026-12-01"],
  ["the report of 1 March 2020 by 15 March 2020", "2020-03-15"],
  ["by 15 March 2020 the report of 2020-03-01", "2020-03-01"],
])("%s", (text, day) => {
  expect(lastDayIn(text)).toBe(day);
});

test.each([
  "31.02.2026",
  "2026-13-01",
  "v1.12.2026x",
  "12026-12-01",
  "1.12.20261",
  "in May 2026",
  "1 Maybe 20",
  "",
])("%s is no day", (text) => {
  expect(lastDayIn(text)).toBeNull();
});

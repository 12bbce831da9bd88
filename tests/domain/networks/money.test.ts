// Splitting a partner's budget over its sources, and amounts as people type them: every vector of the field's description.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatShare,
  amountLimit,
  budgetOf,
  formatAmount,
  formatRate,
  parseAmount,
  parseRate,
  percentOf,
  readAdministration,
  splitBudget,
  sumOf,
  wholeRate,
} from "~/domain/networks/money";

const seed = 20_261_121;

/** As people write it: amounts with a point, rates in per cent. */
const split = (total: string, ...rates: number[]) =>
  splitBudget(
    cents(total),
    rates.map((rate) => rate * 100),
  ).map((part) => formatAmount(part, "en"));

function cents(text: string): number {
  const amount = parseAmount(text);
  if (amount === null) throw new Error(`${text} is no amount`);
  return amount;
}

test.each([
  ["51,280.00", [85, 5, 10], ["43,588.00", "2,564.00", "5,128.00"]],
  ["82,165.86", [85, 15], ["69,840.98", "12,324.88"]],
  ["82,165.70", [85, 15], ["69,840.85", "12,324.85"]],
  ["0.10", [85, 5, 10], ["0.09", "0.01", "0.00"]],
  ["0.05", [30, 30, 30, 10], ["0.02", "0.02", "0.01", "0.00"]],
])("%s at %s is %s", (total, rates, parts) => {
  expect(split(total, ...rates)).toEqual(parts);
});

test("parts of any total at any rates are never negative and sum to the total", () => {
  const rates = fc.array(fc.integer({ min: 0, max: wholeRate }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: amountLimit }), rates, (total, given) => {
      const parts = splitBudget(total, given);
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      expect(sumOf(parts)).toBe(total);
    }),
    { seed, numRuns: 2_000 },
  );
});

test("each part but the last is within half a cent of its share, unless nothing remains", () => {
  const rates = fc.array(fc.integer({ min: 0, max: wholeRate / 8 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: amountLimit }), rates, (total, given) => {
      splitBudget(total, given)
        .slice(0, -1)
        .forEach((part, index) => {
          const exact = (total * (given[index] ?? 0)) / wholeRate;
          expect(Math.abs(part - exact)).toBeLessThanOrEqual(0.5);
        });
    }),
    { seed, numRuns: 500 },
  );
});

test("a partner's share of the network is said in per cent with three decimals", () => {
  expect(percentOf(cents("82,165.86"), cents("543,819.40"))).toBe(15.109);
  expect(percentOf(cents("51,280"), cents("714,990"))).toBe(7.172);
  expect(percentOf(1, 0)).toBeNull();
});

test("a share that is something is never said to be nothing, and only all is said to be all", () => {
  const total = cents("543,819.40");
  const said = (part: number, language = "en") =>
    formatShare(part, total, language)?.replaceAll("\u00a0", " ");
  expect(said(cents("82,165.86"))).toBe("15.109");
  expect(said(cents("82,165.86"), "lt")).toBe("15,109");
  expect(said(cents("0.10"))).toBe("< 0.001");
  for (const language of ["lt", "lv", "ro", "it"]) {
    expect(said(cents("0.10"), language)).toBe("< 0,001");
    expect(said(total - 1, language)).toBe("> 99,999");
    expect(said(total, language)).toBe("100");
  }
  expect(said(0)).toBe("0");
  expect(said(total)).toBe("100");
  expect(said(total - 1)).toBe("> 99.999");
  expect(said(total + 1)).toBe("> 100");
  expect(said(2 * total)).toBe("200");
  expect(formatShare(1, 0, "en")).toBeNull();
});

test("activities of 400,000 and an administration of 10 % do not fit into a value of 400,000", () => {
  const amounts = ["50,000", "250,000", "100,000"].map(cents);
  const readings = readAdministration(amounts, 1_000, cents("400,000"));
  expect(readings).toEqual({
    activities: cents("400,000"),
    isContradiction: true,
    inside: { administration: cents("40,000"), activities: cents("360,000") },
    onTop: { administration: cents("40,000"), value: cents("440,000") },
    ofGross: { administration: cents("44,444.44"), value: cents("444,444.44") },
  });
  expect(readAdministration([cents("360,000")], 1_000, cents("400,000")).isContradiction).toBe(false);
});

test("stated amounts stand beside computed ones, with the difference", () => {
  const budget = budgetOf(cents("82,165.86"), [
    { name: "EU", rate: 8_500, stated: cents("69,840.98") },
    { name: "City", rate: 1_500, stated: cents("12,324.90") },
  ]);
  expect(budget.sources.map(({ computed, difference }) => [computed, difference])).toEqual([
    [cents("69,840.98"), 0],
    [cents("12,324.88"), 2],
  ]);
  expect(budget.statedDifference).toBe(2);
});

test("where nothing is stated or no total is known, there is no difference", () => {
  const sources = [{ name: "EU", rate: 10_000, stated: null }];
  expect(budgetOf(100, sources)).toMatchObject({ statedDifference: null, sources: [{ difference: null }] });
  expect(budgetOf(null, sources).sources).toMatchObject([{ computed: null, difference: null }]);
  expect(budgetOf(100, []).sources).toEqual([]);
});

test.each([
  ["51 280,00", 5_128_000],
  ["51\u00a0280,00", 5_128_000],
  ["51,280.00", 5_128_000],
  ["51.280,00", 5_128_000],
  ["51’280.00", 5_128_000],
  ["51280", 5_128_000],
  ["51,280", 5_128_000],
  ["51,28", 5_128],
  ["51.2", 5_120],
  ["€ 51,280.00", 5_128_000],
  ["714 990 EUR", 71_499_000],
  ["1,234,567.89", 123_456_789],
  ["0", 0],
  ["0.05", 5],
])("%s is typed for %i cents", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each([
  "",
  "much",
  "-5",
  "0,100",
  "1.2345",
  "5 1280",
  "1,23,456",
  "1.234,567.00",
  "12,34,56",
  "1e5",
  "٣",
])("%s is no amount", (text) => {
  expect(parseAmount(text)).toBeNull();
});

test("an amount above the limit is none", () => {
  expect(parseAmount(String(amountLimit / 100))).toBe(amountLimit);
  expect(parseAmount(String(amountLimit / 100 + 1))).toBeNull();
  expect(parseAmount("9".repeat(400))).toBeNull();
});

test("what Torg writes in any of its languages is read back as the same amount", () => {
  const languages = fc.constantFrom(
    "en",
    "lt",
    "lv",
    "ro",
    "it",
    "pl",
    "hr",
    "nl",
    "fr",
    "es",
    "pt",
    "el",
    "fi",
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: amountLimit }), languages, (amount, language) => {
      expect(parseAmount(formatAmount(amount, language))).toBe(amount);
    }),
    { seed },
  );
});

test("rates are typed in per cent", () => {
  expect(["85", "85 %", "85%", "7,25", "7.5", "100", "0"].map(parseRate)).toEqual([
    8_500, 8_500, 8_500, 725, 750, 10_000, 0,
  ]);
  expect(["", "101", "100.01", "-1", "8,555", "half"].map(parseRate)).toEqual(Array(6).fill(null));
  expect([formatRate(8_500, "en"), formatRate(725, "lt")]).toEqual(["85", "7,25"]);
});

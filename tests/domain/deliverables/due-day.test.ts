// The day on which a deliverable is due: months from a phase's days, from what it follows, or fixed; and what an extension moves.
import { expect, test } from "vitest";
import {
  dueDays,
  followsItself,
  monthsAfter,
  type DueRule,
  type PhaseSpan,
} from "~/domain/deliverables/due-day";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { extendPhase, takeBackExtension } from "~/domain/networks/phase-ends.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { addOwed, addedPhase } from "../../support/owed";

test.each([
  ["2021-01-31", 1, "2021-02-28"],
  ["2020-01-31", 1, "2020-02-29"],
  ["2000-01-31", 1, "2000-02-29"],
  ["2100-01-31", 1, "2100-02-28"],
  ["2020-02-29", 12, "2021-02-28"],
  ["2020-02-29", 48, "2024-02-29"],
  ["2021-01-30", 1, "2021-02-28"],
  ["2021-01-28", 1, "2021-02-28"],
  ["2021-03-31", 1, "2021-04-30"],
  ["2021-11-30", 3, "2022-02-28"],
  ["2021-12-31", 1, "2022-01-31"],
  ["2021-12-01", 1, "2022-01-01"],
  ["2020-05-07", 24, "2022-05-07"],
  ["2021-03-31", -1, "2021-02-28"],
  ["2020-03-31", -1, "2020-02-29"],
  ["2022-01-15", -1, "2021-12-15"],
  ["2022-01-15", -13, "2020-12-15"],
  ["2021-08-31", 0, "2021-08-31"],
  ["2020-02-29", 0, "2020-02-29"],
])("%s and %i months is %s", (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later);
});

const rule = (id: string, more: Partial<DueRule>): DueRule => ({
  id,
  anchor: "start",
  months: 0,
  fixedOn: null,
  phaseId: "two",
  afterId: null,
  ...more,
});

const spans = (end = "2022-05-07") =>
  new Map<string, PhaseSpan>([
    ["one", { start: "2019-09-01", end: "2020-03-02" }],
    ["two", { start: "2020-05-07", end }],
    ["open", { start: "2022-01-01", end: null }],
  ]);

const rules = [
  rule("roadmap", { months: 4 }),
  rule("plan", { anchor: "end" }),
  rule("review", { anchor: "end", months: -3 }),
  rule("report", { anchor: "after", afterId: "plan", months: 1 }),
  rule("answer", { anchor: "after", afterId: "report", months: 1 }),
  rule("council", { anchor: "day", fixedOn: "2020-04-03", months: 5 }),
];
const daysOf = (...given: Parameters<typeof dueDays>) => Object.fromEntries(dueDays(...given));

test("a due day comes of a phase's start or end, of what it follows, or of itself", () => {
  expect(daysOf(rules, spans())).toEqual({
    roadmap: "2020-09-07",
    plan: "2022-05-07",
    review: "2022-02-07",
    report: "2022-06-07",
    answer: "2022-07-07",
    council: "2020-04-03",
  });
});

test("an extension moves what hangs on the end and what depends on that, and nothing else", () => {
  expect(daysOf(rules, spans("2022-08-07"))).toEqual({
    roadmap: "2020-09-07",
    plan: "2022-08-07",
    review: "2022-05-07",
    report: "2022-09-07",
    answer: "2022-10-07",
    council: "2020-04-03",
  });
});

test("in whatever order they stand, the days are the same", () => {
  expect(daysOf([...rules].reverse(), spans())).toEqual(daysOf(rules, spans()));
});

test("what a phase or what comes before does not say has no day", () => {
  const unknown = [
    rule("no phase", { phaseId: null }),
    rule("another's phase", { phaseId: "elsewhere" }),
    rule("no end", { phaseId: "open", anchor: "end" }),
    rule("no day", { anchor: "day" }),
    rule("after nothing", { anchor: "after" }),
    rule("after something else", { anchor: "after", afterId: "elsewhere" }),
    rule("after no end", { anchor: "after", afterId: "no end" }),
  ];
  expect(new Set(dueDays(unknown, spans()).values())).toEqual(new Set([null]));
  expect(daysOf([rule("start", { phaseId: "open" })], spans())).toEqual({ start: "2022-01-01" });
});

test("a day of its own moves what follows it, however far, and nothing else", () => {
  const own = new Map([["plan", "2022-05-31"]]);
  expect(daysOf(rules, spans(), own)).toEqual({
    ...daysOf(rules, spans()),
    plan: "2022-05-31",
    report: "2022-06-30",
    answer: "2022-07-30",
  });
  // It stands through an extension.
  expect(daysOf(rules, spans("2022-08-07"), own)).toMatchObject({ plan: "2022-05-31", report: "2022-06-30" });
  // What hangs on the phase though it comes after something stays.
  const hangs = [rule("plan", { anchor: "end" }), rule("event", { anchor: "end", afterId: "plan" })];
  expect(daysOf(hangs, spans(), own)).toEqual({ plan: "2022-05-31", event: "2022-05-07" });
});

test("what comes after itself has no day, and what follows that has none; a day of its own parts the circle", () => {
  const circle = [
    rule("a", { anchor: "after", afterId: "c", months: 1 }),
    rule("b", { anchor: "after", afterId: "a", months: 1 }),
    rule("c", { anchor: "after", afterId: "b", months: 1 }),
    rule("self", { anchor: "after", afterId: "self" }),
    rule("outside", { anchor: "after", afterId: "a" }),
  ];
  expect(new Set(dueDays(circle, spans()).values())).toEqual(new Set([null]));
  expect(daysOf(circle, spans(), new Map([["b", "2022-01-31"]]))).toEqual({
    ...{ a: "2022-03-28", b: "2022-01-31", c: "2022-02-28", outside: "2022-03-28", self: null },
  });
});

test("a circle is known before it is written", () => {
  const chain = [
    { id: "a", afterId: null },
    { id: "b", afterId: "a" },
    { id: "c", afterId: "b" },
  ];
  expect(followsItself(chain, "a", "c")).toBe(true);
  expect(followsItself(chain, "a", "a")).toBe(true);
  expect(followsItself(chain, "c", "a")).toBe(false);
  expect(followsItself(chain, "a", null)).toBe(false);
  // One that stands already holds nobody up.
  const round = [
    { id: "x", afterId: "y" },
    { id: "y", afterId: "x" },
  ];
  expect(followsItself(round, "a", "x")).toBe(false);
});

test("DigiPlace: phase 2 put off from 7 May to 7 August 2022 moves the final plan and not the roadmap, and back", async () => {
  const { leadPartner: lead } = await foundNetwork();
  const phaseId = await addedPhase(lead, {
    plannedStart: "2020-05-07",
    plannedEnd: "2022-05-07",
    actualStart: "2020-05-07",
  });
  const roadmap = await addOwed(lead, { phaseId, anchor: "start", months: 4 });
  const plan = await addOwed(lead, { phaseId, anchor: "end" });
  const report = await addOwed(lead, { anchor: "after", afterId: plan, months: 1 });
  const days = async () => {
    const { deliverables, cells } = await readMatrix(lead);
    for (const cell of cells)
      expect(cell.due).toBe(deliverables.find(({ id }) => id === cell.deliverableId)?.due);
    return [roadmap, plan, report].map((id) => deliverables.find((one) => one.id === id)?.due);
  };
  expect(await days()).toEqual(["2020-09-07", "2022-05-07", "2022-06-07"]);
  const extension = { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" };
  await extendPhase(lead, extension);
  expect(await days()).toEqual(["2020-09-07", "2022-08-07", "2022-09-07"]);
  await takeBackExtension(lead, extension.id);
  expect(await days()).toEqual(["2020-09-07", "2022-05-07", "2022-06-07"]);
});

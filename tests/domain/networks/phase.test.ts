// The days of a phase: baseline, end as it was put off, what happened, and where it stands on a day.
import { expect, test } from "vitest";
import { daysApart, endOf, phaseState, startOf, type PhaseDays } from "~/domain/networks/phase";

const days = (more: Partial<PhaseDays> = {}): PhaseDays => ({
  ...{ plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null, extendedTo: null },
  ...more,
});
const one = days({ actualStart: "2019-09-01", plannedEnd: "2020-03-02", actualEnd: "2020-03-02" });
const two = days({ plannedStart: "2020-05-07", plannedEnd: "2022-05-07", actualStart: "2020-05-07" });

test("DigiPlace: 66 days lie between its phases, and phase 2 ends three months later than its baseline", () => {
  expect(daysApart(one, two)).toBe(66);
  expect(endOf(two)).toBe("2022-05-07");
  expect(endOf({ ...two, extendedTo: "2022-08-07" })).toBe("2022-08-07");
  expect(endOf({ ...two, extendedTo: "2022-08-07", actualEnd: "2022-07-31" })).toBe("2022-07-31");
});

test("days that are not known are nothing, and what happened comes before what was planned", () => {
  expect([startOf(days()), endOf(days()), daysApart(days(), two), daysApart(one, days())]).toEqual([
    ...[null, null, null, null],
  ]);
  expect(startOf(days({ plannedStart: "2020-05-07", actualStart: "2020-05-11" }))).toBe("2020-05-11");
});

test("a phase is over when its actual end is past; until then its last day only passes", () => {
  const state = (phase: PhaseDays, today: string) => phaseState(phase, today);
  expect(state(days(), "2020-05-07")).toBe("undated");
  expect(state(two, "2020-05-06")).toBe("ahead");
  expect(state(two, "2020-05-07")).toBe("running");
  expect(state(two, "2022-05-07")).toBe("running");
  expect(state(two, "2022-05-08")).toBe("past-its-end");
  expect(state({ ...two, extendedTo: "2022-08-07" }, "2022-08-07")).toBe("running");
  expect(state({ ...two, actualEnd: "2022-05-07" }, "2022-05-07")).toBe("running");
  expect(state({ ...two, actualEnd: "2022-05-07" }, "2022-05-08")).toBe("over");
});

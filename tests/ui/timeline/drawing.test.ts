// What is drawn where: the baseline beside what came of it, today, what lies too far away, and everything within the sheet without a
// word on another.
import { expect, test } from "vitest";
import type { Timeline } from "~/domain/deliverables/timeline";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import type { PlacedMark } from "~/ui/timeline/marks-in-lanes";
import { drawTimeline, type TimelineDrawing } from "~/ui/timeline/drawing";
import { spanOf } from "~/ui/timeline/span";
import { aDue, aLargeTimeline, aMeeting, aPhase, aTimeline } from "../../support/timelines";

function drawn(timeline: Timeline, language = "en"): TimelineDrawing {
  const drawing = drawTimeline(timeline, {
    ...{ t: translate(language), format: formatFor(language, "UTC"), language },
    ...{ name: "DigiPlace", home: "/networks/digiplace" },
  });
  if (!drawing) throw new Error("Nothing is drawn.");
  return drawing;
}

function extentOf({ x, until, planned, label }: PlacedMark) {
  const end = label.x + (label.isBefore ? -label.width : label.width);
  const all = [x - 7, until + 7, label.x, end, ...(planned ? [planned.x - 3] : [])];
  return { left: Math.min(...all), right: Math.max(...all) };
}

/** No words of a band stand on others or on another mark, and all stand on the sheet. */
function expectRoom({ bands, width, height }: TimelineDrawing): void {
  for (const { marks, bottom, key } of bands) {
    const extents = marks.map((mark) => ({ y: mark.y, ...extentOf(mark) }));
    for (const [at, one] of extents.entries()) {
      expect([key, at, one.left >= 0 && one.right <= width && one.y < bottom]).toEqual([key, at, true]);
      for (const other of extents.slice(at + 1))
        expect(one.y !== other.y || one.right < other.left || other.right < one.left).toBe(true);
    }
    expect(bottom).toBeLessThan(height);
  }
}

test("a phase that was put off has its planned outline, its bar, and the part by which it was put off", () => {
  const { bands } = drawn(aTimeline({ dues: [aDue()] }));
  const [band] = bands;
  const { planned, actual, extension } = band?.bar ?? {};
  expect(band?.note).toBe("7 May 2020 – 7 August 2022 · planned until 7 May 2022");
  expect(planned?.[0]).toBe(actual?.[0]);
  expect(extension).toEqual([planned?.[1], actual?.[1]]);
  const [mark] = band?.marks ?? [];
  expect(mark).toMatchObject({
    x: actual?.[1],
    planned: { x: planned?.[1], until: actual?.[1] },
    shape: "quiet",
    to: "/networks/digiplace/deliverables/due",
  });
  expect(mark?.about).toBe(
    "Final plan 0/2, Phase 2, Alytus, Novska, Due 7 August 2022, 92 days later, Not started",
  );
});

test("a phase that ended sooner is put off by nothing; one without an end, or without days, is drawn as far as it is known", () => {
  const barOf = (phase: Parameters<typeof aPhase>[0]) =>
    drawn(aTimeline({ phases: [aPhase(), aPhase(phase)] })).bands[1];
  expect(barOf({ actual: { start: "2020-05-07", end: "2022-01-01" } })?.bar?.extension).toBeNull();
  const open = barOf({ planned: { start: null, end: null }, actual: { start: "2021-01-01", end: null } });
  expect(open?.bar).toMatchObject({ planned: null, extension: null });
  expect(open?.bar?.actual?.[1]).toBe(1110);
  expect(open?.note).toBe("from 1 January 2021");
  const none = barOf({ planned: { start: null, end: null }, actual: { start: null, end: null } });
  expect([none?.bar, none?.note]).toEqual([null, "no dates yet"]);
});

test("today is drawn where it is near; where it is not, the picture says on which side it lies", () => {
  expect(drawn(aTimeline()).today?.words).toBe("Today");
  expect(drawn(aTimeline({ today: "2022-11-01" })).today).not.toBeNull();
  expect(drawn(aTimeline({ today: "2026-11-01" }))).toMatchObject({ today: null, isOver: true });
  expect(drawn(aTimeline({ today: "2010-11-01" }))).toMatchObject({ today: null, isOver: false });
});

test("the line of today runs through no word: not through the years above, nor a band's name, nor what stands beside a mark", () => {
  const large = aLargeTimeline();
  for (const today of ["2020-06-01", "2021-01-02", "2022-08-19", "2025-03-03"]) {
    const { today: drawnToday, bands, top, bottom } = drawn({ ...large, today }, "lt");
    if (!drawnToday) throw new Error("Today is not drawn.");
    const { x, y, line } = drawnToday;
    expect(line.length).toBeGreaterThan(bands.length - 1);
    expect(y, "its own word stands between the months and the line").toBeLessThan(top);
    const meets = (from: number, to: number) => line.some(([begin, end]) => begin < to && end > from);
    expect(meets(0, top)).toBe(false);
    expect(line.at(-1)?.[1]).toBeLessThanOrEqual(bottom);
    const broken = bands.flatMap((band) => {
      expect(meets(band.top, band.top + 26), band.name).toBe(false);
      return band.marks.filter(({ label }) => {
        const [left, right] = label.isBefore
          ? [label.x - label.width, label.x]
          : [label.x, label.x + label.width];
        return left < x && x < right;
      });
    });
    expect(broken.length, "there is something to break it").toBeGreaterThan(0);
    for (const mark of broken) expect(meets(mark.y - 8, mark.y + 8), mark.label.title).toBe(false);
  }
});

test("a day mistyped by a century is left to the table and does not press all else flat", () => {
  const far = aMeeting({ documentId: "far", from: "1920-06-16", to: "1920-06-16" });
  const drawing = drawn(
    aTimeline({ meetings: [aMeeting(), far], dues: [aDue({ planned: null, day: "2120-01-01" })] }),
  );
  expect(drawing.notDrawn).toBe(2);
  expect(drawing.bands.flatMap(({ marks }) => marks)).toHaveLength(1);
  expect(drawing.years.map(({ words }) => words)).toEqual(["2020", "2021", "2022"]);
});

test("without phases the due days and meetings make the span; without any day nothing is drawn", () => {
  const alone = aTimeline({
    phases: [],
    dues: [aDue({ phaseId: null, phase: null })],
    meetings: [aMeeting()],
  });
  expect(drawn(alone).bands.map(({ name }) => name)).toEqual(["In no phase", "Meetings and visits"]);
  expect(spanOf(aTimeline({ phases: [], dues: [aDue({ day: null, planned: null })] }))).toBeNull();
  expect(spanOf(aTimeline({ phases: [] }))).toBeNull();
});

test("all in one month has three months of room", () => {
  const days = { start: "2020-02-03", end: "2020-02-20" };
  const month = aTimeline({ today: "2020-02-10", phases: [aPhase({ planned: days, actual: days })] });
  expect(spanOf(month)?.span).toEqual({ from: "2020-02-01", to: "2020-05-01" });
  expectRoom(drawn(month));
});

test("each standing has its shape: the worst of the cities, done where all are", () => {
  const shape = (more: Parameters<typeof aDue>[0]) =>
    drawn(aTimeline({ dues: [aDue(more)] })).bands[0]?.marks[0]?.shape;
  expect(shape({ late: ["Alytus"], atRisk: ["Novska"] })).toBe("late");
  expect(shape({ atRisk: ["Novska"] })).toBe("soon");
  expect(shape({ states: ["changes-requested", "accepted"] })).toBe("soon");
  expect(shape({ states: ["accepted", "approved"] })).toBe("ok");
  expect(shape({ states: ["accepted", "not-started"] })).toBe("going");
  expect(shape({ states: ["drafting"] })).toBe("going");
});

test("six years of two hundred deliverables and ten cities keep to a sheet that one can look at, in every language", () => {
  const large = aLargeTimeline();
  for (const language of ["en", "lt", "lv", "ro", "it"]) {
    const drawing = drawn(large, language);
    expectRoom(drawing);
    expect(drawing.height).toBeLessThan(2400);
    expect(drawn(large, language)).toEqual(drawing);
    const [first] = drawing.bands;
    expect(
      first?.marks.some(({ to }) => to.startsWith("#due-")),
      "several that are one lead to the table",
    ).toBe(true);
  }
});

test("long titles, at both edges and moved far, keep to the sheet", () => {
  const title = "A title that goes on and on, about the integration of everything with everything else "
    .repeat(3)
    .trim();
  const days: Array<[string, string]> = [
    ["2020-05-07", "2022-08-07"],
    ["2022-08-07", "2020-05-07"],
    ["2022-08-07", "2022-08-07"],
    ["2020-05-07", "2020-05-07"],
  ];
  const dues = days.map(([day, planned], at) => aDue({ deliverableId: `due-${at}`, title, day, planned }));
  const drawing = drawn(aTimeline({ dues, phases: [aPhase({ name: title })] }));
  expectRoom(drawing);
  for (const { x, planned, label } of drawing.bands[0]?.marks ?? []) {
    expect(label.title.length).toBeGreaterThan(20);
    // Words between the planned day and the actual one end the line.
    if (planned && Math.abs(planned.x - x) > 900)
      expect(Math.abs(planned.until - x)).toBeGreaterThan(label.width);
  }
});

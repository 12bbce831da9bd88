// Late and at risk: each sentence with the days on both sides of its boundary, and days that begin in Brussels.
import { afterEach, expect, test } from "vitest";
import type { DeliverableState } from "~/domain/deliverables/deliverable";
import { deliverableStates } from "~/domain/deliverables/deliverable";
import {
  riskDaysOf,
  standingOf,
  usualRiskDays,
  type Standing,
  type StandingFacts,
} from "~/domain/deliverables/standing";
import { setDue, setNotApplicable } from "~/domain/deliverables/cells.server";
import { dayAfter } from "~/domain/networks/calendar-day";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { addOwed, cellFor, foundOwing, setClock, takes } from "../../support/owed";

afterEach(() => shiftClock(0));

const today = "2022-05-07";
const ago = (days: number) => dayAfter(today, -days);
const ahead = (days: number) => dayAfter(today, days);

const facts = (more: Partial<StandingFacts>): StandingFacts => ({
  state: "not-started",
  since: null,
  due: null,
  until: null,
  asksExpert: false,
  hasWord: false,
  goesToProgramme: false,
  hasVersion: false,
  draftTouched: null,
  latePredecessor: null,
  ...more,
});
const stands = (more: Partial<StandingFacts>, risk = usualRiskDays) => standingOf(facts(more), today, risk);
/** "late 3: overdue 3". */
const said = ({ kind, daysLate, reasons }: Standing) =>
  [
    `${kind ?? "well"} ${daysLate}`,
    ...reasons.map((reason) =>
      "days" in reason ? `${reason.kind} ${reason.days}` : `${reason.kind} ${reason.title}`,
    ),
  ].join(", ");
const well = "well 0";

test("the usual days are those of the issue", () => {
  expect(usualRiskDays).toEqual({
    noVersion: 14,
    draftDue: 7,
    draftUntouched: 10,
    changesUntouched: 7,
    waitsForLead: 7,
    waitsForExpert: 5,
  });
});

test.each(["not-started", "drafting"] as const)("%s is late from the day after the due day on", (state) => {
  const due = (day: string) => said(stands({ state, due: day, hasVersion: true }));
  expect(due(ahead(1))).toBe(well);
  expect(due(today)).toBe(well);
  expect(due(ago(1))).toBe("late 1, overdue 1");
  expect(due(ago(66))).toBe("late 66, overdue 66");
});

test.each(["changes-requested", "returned"] as const)(
  "%s is late from the day after the set one on",
  (state) => {
    const until = (day: string | null) => said(stands({ state, since: ago(1), due: ago(90), until: day }));
    expect(until(null)).toBe(well);
    expect(until(today)).toBe(well);
    expect(until(ago(1))).toBe("late 1, changes-overdue 1");
    expect(until(ago(12))).toBe("late 12, changes-overdue 12");
  },
);

test("what is handed in, accepted, submitted or approved is late by no day", () => {
  for (const state of ["handed-in", "accepted", "submitted", "approved"] as const)
    expect(said(stands({ state, since: today, due: ago(90), until: ago(90), goesToProgramme: true }))).toBe(
      well,
    );
});

test("due within 14 days and no version named", () => {
  const left = (days: number, more: Partial<StandingFacts> = {}) =>
    said(stands({ due: ahead(days), ...more }));
  expect(left(15)).toBe(well);
  expect(left(14)).toBe("at-risk 0, no-version 14");
  expect(left(0)).toBe("at-risk 0, no-version 0");
  expect(left(14, { hasVersion: true })).toBe(well);
  expect(left(14, { state: "drafting" })).toBe("at-risk 0, no-version 14");
  for (const state of deliverableStates.filter((one) => one !== "not-started" && one !== "drafting"))
    expect(left(14, { state, since: today, goesToProgramme: true })).toBe(well);
});

test("due within 7 days and the linked draft untouched for 10", () => {
  const left = (days: number, touched: string | null) =>
    said(stands({ state: "drafting", due: ahead(days), draftTouched: touched, hasVersion: true }));
  expect(left(8, ago(10))).toBe(well);
  expect(left(7, ago(10))).toBe("at-risk 0, draft-untouched 10");
  expect(left(7, ago(9))).toBe(well);
  expect(left(0, ago(30))).toBe("at-risk 0, draft-untouched 30");
  expect(left(7, null)).toBe(well);
});

test("changes requested and untouched for 7 days, since then or since somebody wrote", () => {
  const waits = (since: string, touched: string | null) =>
    said(stands({ state: "changes-requested", since, until: ahead(20), draftTouched: touched }));
  expect(waits(ago(6), null)).toBe(well);
  expect(waits(ago(7), null)).toBe("at-risk 0, changes-untouched 7");
  expect(waits(ago(7), ago(30))).toBe("at-risk 0, changes-untouched 7");
  expect(waits(ago(30), ago(6))).toBe(well);
  expect(waits(ago(30), ago(7))).toBe("at-risk 0, changes-untouched 7");
});

test("waiting for the lead partner for 7 days: handed in, or accepted and to be submitted", () => {
  const waits = (days: number, more: Partial<StandingFacts>) => said(stands({ since: ago(days), ...more }));
  const lead = "at-risk 0, waits-for-lead 7";
  expect(waits(6, { state: "handed-in" })).toBe(well);
  expect(waits(7, { state: "handed-in" })).toBe(lead);
  expect(waits(6, { state: "accepted", goesToProgramme: true })).toBe(well);
  expect(waits(7, { state: "accepted", goesToProgramme: true })).toBe(lead);
  expect(waits(7, { state: "handed-in", asksExpert: true, hasWord: true })).toBe(lead);
  // The programme takes its time.
  expect(waits(90, { state: "submitted", goesToProgramme: true })).toBe(well);
});

test("waiting for an expert for 5 days, where one is asked and has said nothing", () => {
  const waits = (days: number, more: Partial<StandingFacts> = {}) =>
    said(stands({ state: "handed-in", since: ago(days), asksExpert: true, ...more }));
  expect(waits(4)).toBe(well);
  expect(waits(5)).toBe("at-risk 0, waits-for-expert 5");
  // Nobody waits for the lead partner meanwhile.
  expect(waits(8)).toBe("at-risk 0, waits-for-expert 8");
  expect(waits(5, { hasWord: true })).toBe(well);
});

test("a predecessor is late, as long as nothing is handed in", () => {
  const late = (state: DeliverableState) =>
    said(stands({ state, since: today, latePredecessor: "The baseline" }));
  expect(late("not-started")).toBe("at-risk 0, predecessor-late The baseline");
  expect(late("drafting")).toBe("at-risk 0, predecessor-late The baseline");
  for (const state of deliverableStates.slice(2)) expect(late(state)).toBe(well);
});

test("what is late says also why it is at risk, what is finished says nothing", () => {
  expect(said(stands({ due: ago(3), latePredecessor: "The baseline" }))).toBe(
    "late 3, overdue 3, predecessor-late The baseline",
  );
  expect(said(stands({ state: "drafting", due: ahead(5), draftTouched: ago(10) }))).toBe(
    "at-risk 0, no-version 5, draft-untouched 10",
  );
  const everything = {
    ...{ since: ago(90), due: ago(90), until: ago(90), draftTouched: ago(90), latePredecessor: "It" },
  };
  expect(said(stands({ ...everything, state: "accepted" }))).toBe(well);
  expect(said(stands({ ...everything, state: "approved", goesToProgramme: true }))).toBe(well);
});

test("a network's own days count, and what is none is passed over", () => {
  const own = riskDaysOf({ noVersion: 30, waitsForLead: 0, waitsForExpert: 2.5, draftDue: -1, other: 3 });
  expect(own).toEqual({ ...usualRiskDays, noVersion: 30, waitsForLead: 0 });
  for (const none of [null, undefined, "14", 14, [], { noVersion: "30" }])
    expect(riskDaysOf(none)).toEqual(usualRiskDays);
  expect(said(stands({ due: ahead(31) }, own))).toBe(well);
  expect(said(stands({ due: ahead(30) }, own))).toBe("at-risk 0, no-version 30");
  expect(said(stands({ state: "handed-in", since: today }, own))).toBe("at-risk 0, waits-for-lead 0");
});

/** Each with the instant at which the next day begins. Brussels goes an hour ahead on 27 March 2022 and back on 30 October 2022. */
test.each([
  ["a winter's day", "2022-01-20", "2022-01-20T23:00:00Z"],
  ["a summer's day", "2022-07-20", "2022-07-20T22:00:00Z"],
  ["the day before the clock goes ahead", "2022-03-26", "2022-03-26T23:00:00Z"],
  ["the day on which it goes ahead", "2022-03-27", "2022-03-27T22:00:00Z"],
  ["the day before the clock goes back", "2022-10-29", "2022-10-29T22:00:00Z"],
  ["the day on which it goes back", "2022-10-30", "2022-10-30T23:00:00Z"],
])("%s is over at its midnight in Brussels", async (_, day, next) => {
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: day });
  // The clock goes on while the test asks: a minute before, it is still that day when it answers.
  setClock(new Date(Date.parse(next) - 60_000).toISOString());
  expect(await cellFor(network.officer, key)).toMatchObject({ kind: "at-risk", daysLate: 0, daysLeft: 0 });
  setClock(next);
  expect(await cellFor(network.officer, key)).toMatchObject({
    ...{ kind: "late", daysLate: 1, daysLeft: -1, reasons: [{ kind: "overdue", days: 1 }] },
  });
});

test("days are left only while nothing is handed in: then nobody has to hurry to that day, and where it does not apply neither", async () => {
  setClock("2089-05-01T10:00:00Z");
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: "2089-05-11" });
  const { officer, leadPartner, draft } = network;
  const left = async () => (await cellFor(leadPartner, key)).daysLeft;
  expect(await left()).toBe(10);
  await takes(officer, key, "begin");
  expect(await left()).toBe(10);
  await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  expect(await left()).toBeNull();
  // What is sent back has a day of its own.
  await takes(leadPartner, key, "request-changes", { reason: "Say more", until: "2089-05-05" });
  expect(await left()).toBeNull();
  const other = { ...key, partnershipId: network.partners.other };
  await setNotApplicable(leadPartner, other, "It is kept by others");
  expect((await cellFor(leadPartner, other)).daysLeft).toBeNull();
});

test("days are counted by the calendar over a change of the clock", async () => {
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: "2022-04-02" });
  // 14 days, of which one has 23 hours.
  setClock("2022-03-19T23:30:00Z");
  expect(await cellFor(network.officer, key)).toMatchObject({ kind: "at-risk", daysLeft: 13 });
  setClock("2022-03-18T23:30:00Z");
  expect(await cellFor(network.officer, key)).toMatchObject({ kind: "at-risk", daysLeft: 14 });
  setClock("2022-03-18T22:30:00Z");
  expect(await cellFor(network.officer, key)).toMatchObject({ kind: null, daysLeft: 15 });
  // Late since the first midnight, also in the night that has 25 hours.
  await setDue(network.leadPartner, key, "2022-10-28");
  setClock("2022-10-30T22:30:00Z");
  expect((await cellFor(network.officer, key)).daysLate).toBe(2);
  setClock("2022-10-30T23:30:00Z");
  expect((await cellFor(network.officer, key)).daysLate).toBe(3);
});

test("waiting is counted from the day in Brussels on which the step was taken", async () => {
  const { network, key } = await foundOwing();
  setClock("2022-03-20T22:30:00Z");
  await takes(network.officer, key, "hand-in", { what: `${network.draft.id}:now` });
  setClock("2022-03-27T21:30:00Z");
  expect(await cellFor(network.leadPartner, key)).toMatchObject({
    ...{ kind: "at-risk", reasons: [{ kind: "waits-for-lead", days: 7 }] },
  });
  setClock("2022-03-26T22:30:00Z");
  expect((await cellFor(network.leadPartner, key)).kind).toBeNull();
});

test("the network's own days and a late predecessor are told in the matrix, and nothing of what does not apply", async () => {
  const { network, key } = await foundOwing({ title: "The baseline", anchor: "day", fixedOn: "2022-05-01" });
  const next = {
    ...key,
    deliverableId: await addOwed(network.leadPartner, {
      ...{ anchor: "day", fixedOn: "2022-08-01", afterId: key.deliverableId },
    }),
  };
  setClock("2022-05-01T10:00:00Z");
  expect((await cellFor(network.officer, next)).reasons).toEqual([]);
  setClock("2022-05-02T10:00:00Z");
  expect((await cellFor(network.officer, next)).reasons).toEqual([
    { kind: "predecessor-late", title: "The baseline" },
  ]);
  await setNotApplicable(network.leadPartner, key, "It has one");
  expect((await cellFor(network.officer, next)).reasons).toEqual([]);
  expect(await cellFor(network.officer, key)).toMatchObject({
    ...{ state: "not-applicable", kind: null, daysLate: 0, reasons: [], isFinished: true },
  });
  await database().write((transaction) =>
    transaction.network.update({ where: { id: network.networkId }, data: { riskDays: { noVersion: 100 } } }),
  );
  expect((await cellFor(network.officer, next)).reasons).toEqual([{ kind: "no-version", days: 91 }]);
});

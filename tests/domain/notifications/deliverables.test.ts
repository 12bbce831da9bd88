// Notices about deliverables: to whose turn it is, told once when days move and not at all when that is undone unseen; and reminders.
import { afterEach, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { give, setDue, setNotApplicable, undoDue } from "~/domain/deliverables/cells.server";
import {
  askAgain,
  changeDeliverable,
  dropDeliverable,
  undoDeliverableChange,
} from "~/domain/deliverables/deliverables.server";
import { movesOf } from "~/domain/deliverables/moves.server";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { takeBackStep } from "~/domain/deliverables/steps.server";
import { endRole } from "~/domain/networks/memberships.server";
import { extendPhase, takeBackExtension } from "~/domain/networks/phase-ends.server";
import { changePhase, undoPhaseChange } from "~/domain/networks/phases.server";
import { openNotice } from "~/domain/notifications/notices.server";
import { nearnessOf } from "~/domain/notifications/nearness";
import { reminderHour, remindOfDays } from "~/domain/notifications/reminders.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { noticesFor, unreadFor } from "../../support/notices";
import { outcome } from "../../support/outcome";
import {
  addedPhase,
  addOwed,
  definition,
  foundOwing,
  setClock,
  takes,
  goOnWriting,
} from "../../support/owed";
import { signedInPerson } from "../../support/signed-in";

afterEach(() => shiftClock(0));

const said = async (member: Member) => (await noticesFor(member)).map(({ sentence }) => sentence);
const newest = async (member: Member) => (await noticesFor(member))[0];

test("each step is told to whose turn it is then, with its reason and day, and leads to it", async () => {
  const { network, key } = await foundOwing({ title: "The plan", asksExpert: true, goesToProgramme: true });
  const { leadPartner, officer, colleague, leadExpert, observer, otherOfficer, published, slug } = network;
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  const handedIn = { kind: "deliverable", sentence: "deliverableHandedIn", title: "The plan, Alytus" };
  const to = `/networks/${slug}/deliverables/${key.deliverableId}/${key.partnershipId}`;
  expect(await newest(leadPartner)).toMatchObject({ ...handedIn, to });
  expect(await newest(leadExpert)).toMatchObject(handedIn);
  expect(await said(colleague)).toEqual([]);
  await takes(leadExpert, key, "advise", { reason: "It is whole" });
  expect(await newest(leadPartner)).toMatchObject({ sentence: "deliverableAdvised", reason: "It is whole" });
  expect(await said(officer)).toEqual(["deliverableAdvised"]);
  const until = "2090-05-01";
  await takes(leadPartner, key, "request-changes", { reason: "The sums differ", until });
  expect(await newest(officer)).toMatchObject({
    sentence: "deliverableSentBack",
    reason: "The sums differ",
    dueOn: until,
  });
  expect(await said(colleague)).toEqual(["deliverableSentBack", "deliverableAdvised"]);
  await goOnWriting(officer, key, published.id);
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  await takes(leadExpert, key, "advise", { reason: "Now it is" });
  const accepted = await takes(leadPartner, key, "accept");
  await takeBackStep(leadPartner, key, { id: accepted, reason: "The wrong city" });
  expect(await newest(officer)).toMatchObject({
    sentence: "deliverableTakenBack",
    reason: "The wrong city",
  });
  await takes(leadPartner, key, "accept");
  await takes(leadPartner, key, "submit");
  expect(await said(observer)).toEqual(["deliverableSubmitted"]);
  await takes(observer, key, "approve");
  expect((await said(officer))[0]).toBe("deliverableApproved");
  expect((await said(leadPartner))[0]).toBe("deliverableApproved");
  expect(await said(otherOfficer)).toEqual([]);
});

test("whoever sees to it hears of it alone, and of being asked to; of what is dropped only that is told", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner, officer, colleague } = network;
  await give(leadPartner, key, colleague.personId);
  expect(await said(colleague)).toEqual(["deliverableGiven"]);
  await setNotApplicable(leadPartner, key, "It has its plan");
  expect(await newest(colleague)).toMatchObject({
    sentence: "deliverableNotApplicable",
    reason: "It has its plan",
  });
  await setNotApplicable(leadPartner, key, null);
  expect((await said(colleague))[0]).toBe("deliverableApplicable");
  expect(await said(officer)).toEqual([]);
  await dropDeliverable(leadPartner, key.deliverableId);
  expect([await said(colleague), await unreadFor(colleague)]).toEqual([["deliverableDropped"], 1]);
  expect(await said(officer)).toEqual([]);
});

test("that it is no longer asked for, and that it is again, is told once to those who owe it, and undone unseen to nobody", async () => {
  const { network, key } = await foundOwing({ title: "The plan", anchor: "day", fixedOn: "2022-05-07" });
  const {
    leadPartner: lead,
    officer,
    otherOfficer,
    leadExpert,
    observer,
    published,
    partners,
    slug,
  } = network;
  // Who has finished it, and to whom it does not apply, is concerned no more.
  const theirs = { ...key, partnershipId: partners.other };
  await setNotApplicable(lead, theirs, "It has its plan");
  const heard = await said(otherOfficer);
  await dropDeliverable(lead, key.deliverableId);
  const to = `/networks/${slug}/deliverables/${key.deliverableId}`;
  const told = { kind: "moved", title: "The plan", count: 0, to };
  expect(await noticesFor(officer)).toMatchObject([{ ...told, sentence: "deliverableDropped" }]);
  for (const nobody of [lead, leadExpert, observer]) expect(await said(nobody)).toEqual([]);
  expect((await said(otherOfficer)).includes("deliverableDropped")).toBe(false);
  await askAgain(lead, key.deliverableId);
  expect([await said(officer), await unreadFor(officer)]).toEqual([[], 0]);
  expect(await said(otherOfficer)).toEqual(heard);
  // Who has read that it was dropped hears that it is asked for again, and by when.
  await dropDeliverable(lead, key.deliverableId);
  const [seen] = await noticesFor(officer);
  await openNotice(await signedInPerson(officer.personId), { id: seen?.id ?? "" });
  await askAgain(lead, key.deliverableId);
  expect(await newest(officer)).toMatchObject({
    ...{ kind: "moved", sentence: "deliverableAskedAgain", title: "The plan", count: 1 },
    lines: [{ title: "The plan", city: "Alytus", day: "2022-05-07" }],
  });
  expect((await newest(officer))?.lines[0]).not.toHaveProperty("before");
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  await takes(lead, key, "accept");
  const dropped = async () => (await said(officer)).filter((one) => one === "deliverableDropped").length;
  const before = await dropped();
  await dropDeliverable(lead, key.deliverableId);
  expect(await dropped()).toBe(before);
});

test("a notice of days that moved still tells them when they are asked for no longer", async () => {
  const { network, key } = await foundOwing({ title: "The plan" });
  const { leadPartner: lead, officer } = network;
  await setDue(lead, key, "2090-05-01");
  const [moved] = await noticesFor(officer);
  expect(moved).toMatchObject({ kind: "moved", count: 1, lines: [{ title: "The plan", day: "2090-05-01" }] });
  await dropDeliverable(lead, key.deliverableId);
  const after = (await noticesFor(officer)).find(({ id }) => id === moved?.id);
  expect(after).toEqual(moved);
});

test("what is asked for again on another day is told also to who had not seen that it was dropped", async () => {
  const { network, lead, phaseId, plan, report } = await onAPhase();
  const { officer } = network;
  await dropDeliverable(lead, plan);
  await extendPhase(
    lead,
    { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" },
    movesOf(lead),
  );
  // What comes after it keeps hanging on its day.
  expect((await newest(officer))?.lines.map(({ title }) => title)).toEqual(["Report"]);
  await askAgain(lead, plan);
  expect(await said(officer)).toEqual(["deliverableAskedAgain", "moved", "deliverableDropped"]);
  expect((await newest(officer))?.lines).toMatchObject([{ title: "Final plan", day: "2022-08-07" }]);
  await dropDeliverable(lead, report);
  expect((await newest(officer))?.title).toBe("Report");
});

/** Two deliverables on the end of a phase, one on its start. */
async function onAPhase() {
  const network = await foundNetwork();
  const { leadPartner: lead } = network;
  const phaseId = await addedPhase(lead, { plannedStart: "2020-05-07", plannedEnd: "2022-05-07" });
  const roadmap = await addOwed(lead, { title: "Roadmap", phaseId, anchor: "start", months: 4 });
  const plan = await addOwed(lead, { title: "Final plan", phaseId, anchor: "end" });
  const report = await addOwed(lead, { title: "Report", anchor: "after", afterId: plan, months: 1 });
  return { network, lead, phaseId, roadmap, plan, report };
}

test("an extension tells each concerned once, with all days that move for their city, and taking it back unseen leaves nothing", async () => {
  const { network, lead, phaseId } = await onAPhase();
  const { officer, leadExpert, observer, slug } = network;
  const order = { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" };
  await extendPhase(lead, order, movesOf(lead));
  const notices = await noticesFor(officer);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({
    kind: "moved",
    count: 2,
    lines: [
      { title: "Final plan", city: "Alytus", before: "2022-05-07", day: "2022-08-07" },
      { title: "Report", city: "Alytus", before: "2022-06-07", day: "2022-09-07" },
    ],
    to: `/networks/${slug}/deliverables`,
  });
  for (const nobody of [leadExpert, observer, lead]) expect(await said(nobody)).toEqual([]);
  await takeBackExtension(lead, order.id, movesOf(lead));
  // An extension is a decision with a reason: taking it back is told as one.
  expect((await noticesFor(officer)).map(({ lines }) => lines[0]?.day)).toEqual(["2022-05-07", "2022-08-07"]);
});

test("a changed rule is undone as a whole: who has not seen the first notice hears of neither, who has hears of both", async () => {
  const { network, lead, plan } = await onAPhase();
  const { officer, otherOfficer } = network;
  const before = await readMatrix(lead);
  const order = definition({ title: "Plan", anchor: "day", fixedOn: "2022-03-31", asksExpert: true });
  const { undo } = await changeDeliverable(lead, plan, order);
  expect(undo).not.toBeNull();
  const [seen] = await noticesFor(officer);
  await openNotice(await signedInPerson(officer.personId), { id: seen?.id ?? "" });
  expect(await said(otherOfficer)).toEqual(["moved"]);
  await undoDeliverableChange(lead, plan, undo ?? "");
  expect(await readMatrix(lead)).toEqual(before);
  expect(await said(officer)).toEqual(["moved", "moved"]);
  expect([await said(otherOfficer), await unreadFor(otherOfficer)]).toEqual([[], 0]);
  // What is another one by now is not undone a second time.
  expect(await outcome(undoDeliverableChange(lead, plan, undo ?? ""))).toBe("conflict");
  expect(await outcome(undoDeliverableChange(officer, plan, undo ?? ""))).toBe("forbidden");
  expect(await outcome(undoDeliverableChange(lead, plan, newId()))).toBe("not-found");
  expect(await changeDeliverable(lead, plan, definition({ ...order, title: "Plan" }))).not.toEqual({
    undo: null,
  });
  expect(await changeDeliverable(lead, plan, definition({ ...order, title: "Plan" }))).toEqual({
    undo: null,
  });
});

test("a day of its own and the dates of a phase are undone, once, and only while they stand", async () => {
  const { network, lead, phaseId, plan } = await onAPhase();
  const { officer, partners, otherOfficer } = network;
  const key = { deliverableId: plan, partnershipId: partners.own };
  const { undo } = await setDue(lead, key, "2022-05-31");
  expect(await said(otherOfficer)).toEqual([]);
  await undoDue(lead, key, undo ?? "");
  expect(await said(officer)).toEqual([]);
  expect(await outcome(undoDue(lead, key, undo ?? ""))).toBe("conflict");
  expect(await outcome(undoDue(officer, key, undo ?? ""))).toBe("forbidden");
  expect(await outcome(undoDue(lead, { ...key, partnershipId: partners.other }, undo ?? ""))).toBe(
    "not-found",
  );
  const dates = { plannedStart: "2020-05-07", plannedEnd: "2022-06-30", actualStart: null, actualEnd: null };
  const changed = await changePhase(lead, { id: phaseId, phaseName: "Phase 2", ...dates }, movesOf(lead));
  expect(await said(officer)).toEqual(["moved"]);
  expect(await outcome(undoPhaseChange(officer, changed.undo ?? ""))).toBe("forbidden");
  const elsewhere = await foundNetwork();
  expect(await outcome(undoPhaseChange(elsewhere.leadPartner, changed.undo ?? ""))).toBe("not-found");
  await undoPhaseChange(lead, changed.undo ?? "", movesOf(lead));
  expect(await said(officer)).toEqual([]);
  expect(await outcome(undoPhaseChange(lead, changed.undo ?? ""))).toBe("conflict");
  const due = (await readMatrix(lead)).deliverables.find(({ id }) => id === plan)?.due;
  expect(due).toBe("2022-05-07");
});

test("a day moved there and back by the form is no news to who had not seen it move, and is to who had", async () => {
  const { network, lead, phaseId, plan, report } = await onAPhase();
  const { officer, otherOfficer, partners } = network;
  const key = { deliverableId: plan, partnershipId: partners.own };
  const { undo } = await setDue(lead, key, "2022-05-31");
  expect(await said(officer)).toEqual(["moved"]);
  // What moves another city's day in between changes nothing of it.
  await setDue(lead, { ...key, partnershipId: partners.other }, "2022-06-30");
  await setDue(lead, key, null);
  expect([await said(officer), await unreadFor(officer)]).toEqual([[], 0]);
  expect(await said(otherOfficer)).toEqual(["moved"]);
  expect(undo).not.toBeNull();
  // Seen once, each way is told.
  await setDue(lead, key, "2022-05-31");
  const [seen] = await noticesFor(officer);
  await openNotice(await signedInPerson(officer.personId), { id: seen?.id ?? "" });
  await setDue(lead, key, null);
  expect(await said(officer)).toEqual(["moved", "moved"]);
  // And there again: they know that day already.
  await setDue(lead, key, "2022-05-31");
  expect(await said(officer)).toEqual(["moved"]);
  // Back from a third day it is another day than the one they know.
  await setDue(lead, key, "2022-06-15");
  await setDue(lead, key, null);
  expect(await said(officer)).toEqual(["moved", "moved", "moved"]);
  // An extension is a decision, and so is taking it back.
  const other = { ...key, deliverableId: report };
  const before = (await said(officer)).length;
  const order = { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" };
  await extendPhase(lead, order, movesOf(lead));
  await takeBackExtension(lead, order.id, movesOf(lead));
  expect(await said(officer)).toHaveLength(before + 2);
  // A day that was given and then not asked for any more is no day moved back.
  await setDue(lead, other, "2022-12-31");
  await dropDeliverable(lead, report);
  expect((await said(officer)).slice(0, 2)).toEqual(["deliverableDropped", "moved"]);
});

test("what a city has finished concerns it no more when its day moves", async () => {
  const { network, lead, plan, phaseId } = await onAPhase();
  const { officer, partners, published, otherOfficer } = network;
  const key = { deliverableId: plan, partnershipId: partners.own };
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  await takes(lead, key, "accept");
  await extendPhase(
    lead,
    { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" },
    movesOf(lead),
  );
  expect((await newest(officer))?.lines.map(({ title }) => title)).toEqual(["Report"]);
  expect((await newest(otherOfficer))?.lines.map(({ title }) => title)).toEqual(["Final plan", "Report"]);
});

test("near are the days 14, 7 and 1 before, and what is past, but not for ever", () => {
  const near = [15, 14, 8, 7, 2, 1, 0, -1, -30, -31].map(nearnessOf);
  expect(near).toEqual([null, "14", "14", "7", "7", "1", "1", "overdue", "overdue", null]);
});

test("the morning of a reminder lies in its day in Brussels, wherever its person is and when clocks change", () => {
  const hour = (day: string, zone: string) => reminderHour(day, zone).toISOString();
  expect(hour("2026-03-28", "Europe/Brussels")).toBe("2026-03-28T06:00:00.000Z");
  expect(hour("2026-03-29", "Europe/Brussels")).toBe("2026-03-29T05:00:00.000Z");
  expect(hour("2026-10-24", "Europe/Brussels")).toBe("2026-10-24T05:00:00.000Z");
  expect(hour("2026-10-25", "Europe/Brussels")).toBe("2026-10-25T06:00:00.000Z");
  expect(hour("2026-10-25", "Europe/Vilnius")).toBe("2026-10-25T05:00:00.000Z");
  expect(hour("2026-07-01", "Atlantic/Azores")).toBe("2026-07-01T07:00:00.000Z");
  // East of it the day is almost over there when it begins in Brussels: the next morning is still in it.
  expect(hour("2026-07-01", "Pacific/Auckland")).toBe("2026-07-01T19:00:00.000Z");
});

const reminders = (network: { networkId: string }) =>
  database().read.notice.count({ where: { networkId: network.networkId, kind: "reminder" } });

test("reminders come in the morning 14, 7 and 1 days before and when it is overdue, together, once each", async () => {
  setClock("2090-03-10T05:00:00Z");
  const { network, key } = await foundOwing({ title: "The plan", anchor: "day", fixedOn: "2090-03-27" });
  const { leadPartner: lead, officer, otherOfficer, leadExpert, published } = network;
  await addOwed(lead, { title: "The report", anchor: "day", fixedOn: "2090-03-27" });
  const remindedAt = async (instant: string) => {
    setClock(instant);
    await remindOfDays();
    const rows = await noticesFor(officer);
    return rows.filter(({ kind }) => kind === "reminder").map(({ lines }) => lines.map(({ title }) => title));
  };
  expect(await remindedAt("2090-03-12T12:00:00Z")).toEqual([]);
  expect(await remindedAt("2090-03-13T05:59:00Z")).toEqual([]);
  const both = ["The plan", "The report"];
  expect(await remindedAt("2090-03-13T06:00:00Z")).toEqual([both]);
  expect(await remindedAt("2090-03-14T06:00:00Z")).toEqual([both]);
  expect(await remindedAt("2090-03-20T07:00:00Z")).toEqual([both, both]);
  // Summer time begins on the 26th.
  expect(await remindedAt("2090-03-26T04:59:00Z")).toHaveLength(2);
  expect(await remindedAt("2090-03-26T05:00:00Z")).toHaveLength(3);
  // The day itself is not past until it ends in Brussels.
  expect(await remindedAt("2090-03-27T21:59:00Z")).toHaveLength(3);
  expect(await said(lead)).toEqual([]);
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  expect((await remindedAt("2090-03-27T21:59:30Z")).at(-1)).toEqual(["The report"]);
  expect(await remindedAt("2090-03-28T06:00:00Z")).toHaveLength(4);
  // Who leads hears of what is late, of all cities.
  const [overdue] = await noticesFor(lead);
  expect(overdue).toMatchObject({ kind: "reminder", to: "/week" });
  expect(overdue?.lines.map(({ title, city }) => `${title}, ${city}`)).toEqual([
    "The plan, Barnsley",
    "The plan, Novska",
    "The report, Barnsley",
    "The report, Alytus",
    "The report, Novska",
  ]);
  const count = await reminders(network);
  expect(await remindedAt("2090-03-29T06:00:00Z")).toHaveLength(4);
  expect(await reminders(network)).toBe(count);
  expect(await said(leadExpert)).toEqual([]);
  expect((await noticesFor(otherOfficer)).filter(({ kind }) => kind === "reminder")).toHaveLength(4);
});

test("a day that moves is reminded of anew; what is put back, done or no longer one's own is not", async () => {
  setClock("2090-06-01T12:00:00Z");
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: "2090-06-08" });
  const { leadPartner: lead, officer, colleague, otherOfficer, partners } = network;
  await setNotApplicable(lead, { ...key, partnershipId: partners.other }, "It has its plan");
  await give(lead, key, colleague.personId);
  await remindOfDays();
  const remindersOf = async (member: Member) =>
    (await noticesFor(member)).filter(({ kind }) => kind === "reminder").length;
  expect([await remindersOf(officer), await remindersOf(colleague), await remindersOf(otherOfficer)]).toEqual(
    [0, 1, 0],
  );
  await setDue(lead, key, "2090-06-15");
  setClock("2090-06-02T12:00:00Z");
  await remindOfDays();
  expect(await remindersOf(colleague)).toBe(2);
  const role = await database().read.membership.findFirstOrThrow({ where: { personId: colleague.personId } });
  await endRole(lead, { membershipId: role.id });
  expect(await noticesFor(colleague)).toMatchObject([{ kind: "role" }]);
});

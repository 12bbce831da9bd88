// What an extension or another rule would move: every due day of every city and who is concerned, and nothing is written by asking.
import { expect, test } from "vitest";
import { give, setDue, setNotApplicable } from "~/domain/deliverables/cells.server";
import { askAgain, dropDeliverable } from "~/domain/deliverables/deliverables.server";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { movesOf } from "~/domain/deliverables/moves.server";
import {
  previewAskAgain,
  previewChange,
  previewDrop,
  previewExtension,
  previewTakingBack,
} from "~/domain/deliverables/shift.server";
import { extendPhase, takeBackExtension } from "~/domain/networks/phase-ends.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { noticesFor } from "../../support/notices";
import { outcome, wrongWith } from "../../support/outcome";
import { addedPhase, addOwed, definition, takes } from "../../support/owed";

/** DigiPlace's second phase, with what hangs on its start, on its end, on what comes before, and on nothing. */
async function digiplace() {
  const network = await foundNetwork();
  const { leadPartner: lead } = network;
  const phaseId = await addedPhase(lead, { plannedStart: "2020-05-07", plannedEnd: "2022-05-07" });
  const roadmap = await addOwed(lead, { title: "Roadmap", phaseId, anchor: "start", months: 4 });
  const plan = await addOwed(lead, { title: "Final plan", phaseId, anchor: "end" });
  const report = await addOwed(lead, { title: "Report", anchor: "after", afterId: plan, months: 1 });
  const day = await addOwed(lead, { title: "Council", anchor: "day", fixedOn: "2021-02-01" });
  return { network, lead, phaseId, roadmap, plan, report, day };
}
const printed = () => database().read.activity.count();

test("three months more move what hangs on the end and what comes after it, for every city, and nothing else", async () => {
  const { lead, phaseId, network } = await digiplace();
  const rows = await printed();
  const before = await readMatrix(lead);
  const shift = await previewExtension(lead, { phaseId, to: "2022-08-07" });
  expect(shift.moved).toMatchObject([
    { title: "Final plan", before: "2022-05-07", after: "2022-08-07" },
    { title: "Report", before: "2022-06-07", after: "2022-09-07" },
  ]);
  expect(shift.moved[0]?.cities).toEqual(["Barnsley", "Alytus", "Novska"]);
  expect(shift.people.map(({ id }) => id)).toContain(network.officer.personId);
  expect(shift.people.map(({ id }) => id)).not.toContain(network.leadExpert.personId);
  expect(await printed()).toBe(rows);
  expect(await readMatrix(lead)).toEqual(before);
  // What was told beforehand is what happens.
  await extendPhase(lead, { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" });
  const dues = new Map((await readMatrix(lead)).deliverables.map(({ title, due }) => [title, due]));
  expect([...dues]).toEqual([
    ["Roadmap", "2020-09-07"],
    ["Final plan", "2022-08-07"],
    ["Report", "2022-09-07"],
    ["Council", "2021-02-01"],
  ]);
});

test("a day of its own stays, what does not apply and what is dropped is left out, and whoever sees to it is named once", async () => {
  const { lead, network, phaseId, plan, report } = await digiplace();
  const { partners, officer, otherOfficer } = network;
  await setDue(lead, { deliverableId: plan, partnershipId: partners.own }, "2022-05-31");
  await setNotApplicable(lead, { deliverableId: plan, partnershipId: partners.other }, "It has its plan");
  await give(lead, { deliverableId: report, partnershipId: partners.other }, otherOfficer.personId);
  const { moved, people } = await previewExtension(lead, { phaseId, to: "2022-08-07" });
  expect(moved.map(({ title, cities }) => [title, cities])).toEqual([
    ["Final plan", ["Barnsley"]],
    ["Report", ["Barnsley", "Novska"]],
  ]);
  expect(people.filter(({ id }) => id === otherOfficer.personId)).toHaveLength(1);
  expect(people.filter(({ id }) => id === officer.personId)).toEqual([]);
  await dropDeliverable(lead, report);
  expect((await previewExtension(lead, { phaseId, to: "2022-08-07" })).moved).toHaveLength(1);
});

test("whom a preview names are those who are told: who sees to what moves, of a city without them all its officers", async () => {
  const { lead, network, phaseId, plan, report } = await digiplace();
  const { partners, officer, colleague, otherOfficer, leadExpert, observer } = network;
  for (const deliverableId of [plan, report])
    await give(lead, { deliverableId, partnershipId: partners.own }, colleague.personId);
  const { people } = await previewExtension(lead, { phaseId, to: "2022-08-07" });
  const order = { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" };
  await extendPhase(lead, order, movesOf(lead));
  const told: string[] = [];
  for (const member of [lead, officer, colleague, otherOfficer, leadExpert, observer])
    if ((await noticesFor(member)).some(({ kind }) => kind === "moved")) told.push(member.personId);
  expect(told).toEqual([colleague.personId, otherOfficer.personId]);
  expect(people.map(({ id }) => id).sort()).toEqual([...told].sort());
});

test("another rule for a due day moves it and what comes after it", async () => {
  const { lead, plan } = await digiplace();
  const order = { ...definition(), anchor: "day" as const, fixedOn: "2022-03-31" };
  const { moved } = await previewChange(lead, plan, order);
  expect(moved.map(({ title, after }) => [title, after])).toEqual([
    ["Final plan", "2022-03-31"],
    ["Report", "2022-04-30"],
  ]);
  expect((await readMatrix(lead)).deliverables.find(({ id }) => id === plan)?.due).toBe("2022-05-07");
});

test("what would no longer be asked for, and again, is shown with whom it concerns, and what comes after it keeps its day", async () => {
  const { lead, network, plan } = await digiplace();
  const { partners, officer, otherOfficer, published } = network;
  const key = { deliverableId: plan, partnershipId: partners.own };
  await setNotApplicable(lead, { deliverableId: plan, partnershipId: partners.other }, "It has its plan");
  const rows = await printed();
  const cities = ["Barnsley", "Alytus"];
  const day = { deliverableId: plan, title: "Final plan", cities };
  const { moved, people } = await previewDrop(lead, plan);
  expect(moved).toEqual([{ ...day, before: "2022-05-07", after: null, turn: "dropped" }]);
  expect(people.map(({ id }) => id)).toContain(officer.personId);
  expect(people.map(({ id }) => id)).not.toContain(otherOfficer.personId);
  expect((await previewAskAgain(lead, plan)).moved).toEqual([]);
  expect(await printed()).toBe(rows);
  await dropDeliverable(lead, plan);
  const dues = new Map((await readMatrix(lead)).deliverables.map(({ title, due }) => [title, due]));
  expect(dues.get("Report")).toBe("2022-06-07");
  expect((await previewDrop(lead, plan)).moved).toEqual([]);
  expect((await previewAskAgain(lead, plan)).moved).toEqual([
    { ...day, before: null, after: "2022-05-07", turn: "again" },
  ]);
  await askAgain(lead, plan);
  // Whoever has finished it is told of nothing any more.
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  await takes(lead, key, "accept");
  const later = await previewDrop(lead, plan);
  expect(later.moved).toHaveLength(1);
  expect(later.people.map(({ id }) => id)).not.toContain(officer.personId);
});

test("before an extension is taken back, the days that it moved are shown going back, to the extension before it or to the baseline", async () => {
  const { lead, network, phaseId } = await digiplace();
  const [first, second] = [newId(), newId()];
  const reason = "The cities could not meet";
  await extendPhase(lead, { id: first, phaseId, to: "2022-08-07", reason });
  await extendPhase(lead, { id: second, phaseId, to: "2022-10-07", reason });
  expect(await wrongWith(previewTakingBack(lead, first))).toEqual(["form: phases:wrong.notLast"]);
  const rows = await printed();
  const { moved, people } = await previewTakingBack(lead, second);
  expect(moved.map(({ title, before, after }) => [title, before, after])).toEqual([
    ["Final plan", "2022-10-07", "2022-08-07"],
    ["Report", "2022-11-07", "2022-09-07"],
  ]);
  expect(people.map(({ id }) => id)).toContain(network.officer.personId);
  expect(await printed()).toBe(rows);
  await takeBackExtension(lead, second);
  expect((await previewTakingBack(lead, second)).moved).toEqual([]);
  expect((await previewTakingBack(lead, first)).moved[0]).toMatchObject({ after: "2022-05-07" });
  for (const member of [network.officer, network.leadExpert, network.observer])
    expect(await outcome(previewTakingBack(member, first))).toBe("forbidden");
  expect(await outcome(previewTakingBack((await digiplace()).lead, first))).toBe("not-found");
  expect(await outcome(previewTakingBack(lead, newId()))).toBe("not-found");
});

test("what could not be done is refused when it is looked at, too", async () => {
  const { lead, network, phaseId, plan, report } = await digiplace();
  const { officer, leadExpert, observer } = network;
  expect(await wrongWith(previewExtension(lead, { phaseId, to: "2022-05-07" }))).toEqual([
    "to: phases:wrong.notLater",
  ]);
  expect(
    await wrongWith(previewChange(lead, plan, { ...definition(), anchor: "after", afterId: report })),
  ).toEqual(["afterId: deliverables:wrong.circle"]);
  for (const member of [officer, leadExpert, observer]) {
    expect(await outcome(previewExtension(member, { phaseId, to: "2022-08-07" }))).toBe("forbidden");
    expect(await outcome(previewChange(member, plan, definition()))).toBe("forbidden");
    expect(await outcome(previewDrop(member, plan))).toBe("forbidden");
    expect(await outcome(previewAskAgain(member, plan))).toBe("forbidden");
  }
  const elsewhere = (await digiplace()).lead;
  expect(await outcome(previewExtension(elsewhere, { phaseId, to: "2022-08-07" }))).toBe("not-found");
  expect(await outcome(previewChange(elsewhere, plan, definition()))).toBe("not-found");
  expect(await outcome(previewDrop(elsewhere, plan))).toBe("not-found");
  expect(await outcome(previewAskAgain(elsewhere, plan))).toBe("not-found");
});

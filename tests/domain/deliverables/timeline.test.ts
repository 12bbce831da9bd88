// The timeline: baseline against what came of it, cities of one day together, and to each member what they may see.
import { afterEach, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { setDue, setNotApplicable } from "~/domain/deliverables/cells.server";
import { dropDeliverable } from "~/domain/deliverables/deliverables.server";
import { daysMoved, timelineRows } from "~/domain/deliverables/timeline";
import { movedInWords, stateInWords, whatInWords } from "~/domain/deliverables/timeline-in-words";
import { readTimeline } from "~/domain/deliverables/timeline.server";
import { extendPhase } from "~/domain/networks/phase-ends.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { shiftClock } from "~/platform/clock";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { addedPhase, addOwed, setClock, takes } from "../../support/owed";
import { changeSince } from "../../support/partner-days";

afterEach(() => shiftClock(0));

/** DigiPlace: its second phase was put off by three months. */
async function digiplace() {
  const network = await foundNetwork();
  const { leadPartner: lead, networkId } = network;
  for (const id of Object.values(network.partners)) await changeSince(networkId, id, "2019-01-01");
  const first = {
    plannedStart: "2019-09-01",
    plannedEnd: "2020-03-02",
    actualStart: "2019-09-01",
    actualEnd: "2020-03-02",
  };
  const one = await addedPhase(lead, first, "Phase 1");
  const two = await addedPhase(lead, { plannedStart: "2020-05-07", plannedEnd: "2022-05-07" });
  const study = await addOwed(lead, { title: "Baseline study", phaseId: one, anchor: "end" });
  const roadmap = await addOwed(lead, { title: "Roadmap", phaseId: two, anchor: "start", months: 4 });
  const plan = await addOwed(lead, { title: "Final plan", phaseId: two, anchor: "end" });
  const report = await addOwed(lead, { title: "Report", anchor: "after", afterId: plan, months: 1 });
  await extendPhase(lead, {
    id: newId(),
    phaseId: two,
    to: "2022-08-07",
    reason: "The cities could not meet",
  });
  return { network, lead, study, roadmap, plan, report };
}
const duesFor = async (member: Member) => (await readTimeline(member)).dues;

test("what hangs on the end of a phase that was put off moves with it, what hangs on the start and on other phases does not", async () => {
  const { lead } = await digiplace();
  const timeline = await readTimeline(lead);
  expect(timeline.phases).toMatchObject([
    {
      planned: { start: "2019-09-01", end: "2020-03-02" },
      actual: { start: "2019-09-01", end: "2020-03-02" },
    },
    {
      planned: { start: "2020-05-07", end: "2022-05-07" },
      actual: { start: "2020-05-07", end: "2022-08-07" },
    },
  ]);
  const rows = timelineRows(timeline);
  const t = translate("en");
  expect(rows.map((row) => [row.day, whatInWords(t, row), daysMoved(row), movedInWords(t, row)])).toEqual([
    ["2019-09-01", "Phase 1 begins", 0, "as planned"],
    ["2020-03-02", "Baseline study", 0, "as planned"],
    ["2020-03-02", "Phase 1 ends", 0, "as planned"],
    ["2020-05-07", "Phase 2 begins", 0, "as planned"],
    ["2020-09-07", "Roadmap", 0, "as planned"],
    ["2022-08-07", "Final plan", 92, "92 days later"],
    ["2022-08-07", "Phase 2 ends", 92, "92 days later"],
    ["2022-09-07", "Report", 92, "92 days later"],
  ]);
});

test("cities whose day is the same stand together; one with a day of its own stands alone, measured against the common baseline", async () => {
  const { lead, network, plan, report } = await digiplace();
  const { partners } = network;
  await setDue(lead, { deliverableId: plan, partnershipId: partners.own }, "2022-05-01");
  const dues = await duesFor(lead);
  const of = (id: string) =>
    dues
      .filter(({ deliverableId }) => deliverableId === id)
      .map(({ day, planned, cities, partnershipId }) => [day, planned, cities.join(), partnershipId]);
  expect(of(plan)).toEqual([
    ["2022-08-07", "2022-05-07", "Barnsley,Novska", null],
    ["2022-05-01", "2022-05-07", "Alytus", partners.own],
  ]);
  expect(of(report)).toEqual([
    ["2022-09-07", "2022-06-07", "Barnsley,Novska", null],
    ["2022-06-01", "2022-06-07", "Alytus", partners.own],
  ]);
  const [row] = timelineRows(await readTimeline(lead)).filter(({ day }) => day === "2022-05-01");
  expect(row && movedInWords(translate("en"), row)).toBe("6 days earlier");
});

test("how the cities of a day stand is counted, and whoever is late is named; what does not apply and what is dropped is left out", async () => {
  const { lead, network, study, roadmap, plan, report } = await digiplace();
  const { officer, partners, published } = network;
  for (const id of [study, report]) await dropDeliverable(lead, id);
  await setNotApplicable(lead, { deliverableId: plan, partnershipId: partners.other }, "It has one");
  setClock("2020-09-20T10:00:00Z");
  await takes(officer, { deliverableId: roadmap, partnershipId: partners.own }, "hand-in", {
    what: `${published.id}:now`,
  });
  const [early, late] = await duesFor(lead);
  expect(early).toMatchObject({
    title: "Roadmap",
    phase: "Phase 2",
    handedIn: 1,
    late: ["Barnsley", "Novska"],
    atRisk: [],
  });
  expect(late).toMatchObject({ title: "Final plan", cities: ["Barnsley", "Alytus"], handedIn: 0, late: [] });
  const words = timelineRows(await readTimeline(lead))
    .filter(({ kind }) => kind === "due")
    .map((row) => stateInWords(translate("en"), formatFor("en", "UTC"), row));
  expect(words).toEqual([["1 of 3 handed in", "Late: Barnsley and Novska"], ["Not started"]]);
});

test("due days are seen as far as one sees how deliverables stand, phases by every member", async () => {
  const { network } = await digiplace();
  const { partners } = network;
  for (const role of ["leadPartner", "officer", "otherOfficer", "leadExpert", "observer"] as const)
    expect((await duesFor(network[role]))[0]?.cities).toEqual(["Barnsley", "Alytus", "Novska"]);
  expect(await duesFor(network.adHocExpert)).toMatchObject([
    ...["Baseline study", "Roadmap", "Final plan", "Report"].map((title) => ({
      ...{ title, cities: ["Alytus"], partnershipId: partners.own },
    })),
  ]);
  const ofGroup = await readTimeline(network.localGroupMember);
  expect(ofGroup).toMatchObject({ dues: [], seesDeliverables: false });
  expect(ofGroup.phases).toHaveLength(2);
  const elsewhere = await readTimeline((await foundNetwork()).leadPartner);
  expect(elsewhere).toMatchObject({ phases: [], dues: [], meetings: [], seesDeliverables: true });
});

test("what has no due day yet comes last; a phase without days is in no row", async () => {
  const { leadPartner: lead } = await foundNetwork();
  const phaseId = await addedPhase(lead, {}, "Phase 1");
  await addOwed(lead, { title: "Undated", phaseId });
  await addOwed(lead, { title: "Dated", anchor: "day", fixedOn: "2022-01-01" });
  const rows = timelineRows(await readTimeline(lead));
  expect(rows.map((row) => [whatInWords(translate("en"), row), row.day, row.planned])).toEqual([
    ["Dated", "2022-01-01", "2022-01-01"],
    ["Undated", null, null],
  ]);
});

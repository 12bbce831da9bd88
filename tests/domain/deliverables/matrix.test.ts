// The matrix: who sees how which city stands, who owes what, in which order, and what is left of it by a filter.
import { afterEach, expect, onTestFinished, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import type { Announcement, Audience } from "~/domain/activity/activity";
import { give, linkDraft, setDue, setNotApplicable } from "~/domain/deliverables/cells.server";
import { dropDeliverable } from "~/domain/deliverables/deliverables.server";
import { dueRuleInWords, standingInWords } from "~/domain/deliverables/in-words";
import { filterIn, isNarrowed, narrowed, nobody } from "~/domain/deliverables/matrix-filter";
import { readCell, readMatrix } from "~/domain/deliverables/matrix.server";
import { readDeliverable } from "~/domain/deliverables/one-deliverable.server";
import { owes } from "~/domain/deliverables/partners-owing";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readFeed } from "~/domain/networks/feed.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { changeSince, closeOn } from "../../support/partner-days";
import { translate } from "~/i18n/translate.server";
import { now, shiftClock } from "~/platform/clock";
import { enrol, foundNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";
import { addedPhase, addOwed, cellFor, foundOwing, setClock, takes } from "../../support/owed";

afterEach(() => shiftClock(0));

const citiesFor = async (member: Member) => (await readMatrix(member)).partners.map(({ city }) => city);
const owers = async (member: Member, deliverableId: string) =>
  (await readMatrix(member)).cells
    .filter((cell) => cell.deliverableId === deliverableId)
    .map(({ partnershipId }) => partnershipId);

test("every role but the local groups' sees every city, an ad-hoc expert those for which they are one", async () => {
  const { network, key } = await foundOwing();
  const { partners } = network;
  for (const role of [
    "leadPartner",
    "officer",
    "colleague",
    "otherOfficer",
    "leadExpert",
    "observer",
  ] as const) {
    expect(await citiesFor(network[role])).toEqual(["Barnsley", "Alytus", "Novska"]);
    expect((await readMatrix(network[role])).mayManage).toBe(role === "leadPartner");
    for (const partnershipId of Object.values(partners))
      expect(await outcome(readDeliverable(network[role], { ...key, partnershipId }))).toBe("done");
  }
  const { adHocExpert, localGroupMember } = network;
  expect(await citiesFor(adHocExpert)).toEqual(["Alytus"]);
  expect((await readMatrix(adHocExpert)).cells).toMatchObject([{ partnershipId: partners.own }]);
  expect(await outcome(readDeliverable(adHocExpert, key))).toBe("done");
  for (const partnershipId of [partners.lead, partners.other])
    expect(await outcome(readDeliverable(adHocExpert, { ...key, partnershipId }))).toBe("not-found");
  expect(await outcome(readMatrix(localGroupMember))).toBe("forbidden");
  expect(await outcome(readDeliverable(localGroupMember, key))).toBe("forbidden");
});

test("one cell is read by who sees it in the matrix, as it stands there, and by nobody else", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner, adHocExpert, localGroupMember, partners } = network;
  await takes(network.officer, key, "begin");
  const inMatrix = (await readMatrix(leadPartner)).cells.find(({ state }) => state === "drafting");
  expect(await readCell(leadPartner, key)).toEqual(inMatrix);
  expect(await outcome(readCell(adHocExpert, key))).toBe("done");
  expect(await outcome(readCell(adHocExpert, { ...key, partnershipId: partners.other }))).toBe("not-found");
  expect(await outcome(readCell(localGroupMember, key))).toBe("forbidden");
  expect(await outcome(readCell((await foundNetwork()).leadPartner, key))).toBe("not-found");
  await dropDeliverable(leadPartner, key.deliverableId);
  // What is no longer asked for is still read by its address, and nobody has to do anything about it.
  expect(await readCell(leadPartner, key)).toMatchObject({ state: "drafting", isFinished: true });
});

test("whose deliverable it is is announced along with a step, to those alone who see how it stands", async () => {
  const { network, key } = await foundOwing();
  const heard: Array<[Announcement, Audience[]]> = [];
  const hear = (announcement: Announcement, audience: Audience[]) => heard.push([announcement, audience]);
  happenings().on("announced", hear);
  onTestFinished(() => void happenings().off("announced", hear));
  await takes(network.officer, key, "begin");
  const { deliverableId: id, partnershipId } = key;
  expect(heard).toEqual([
    [{ kind: "deliverable-begun", id, partnershipId }, [{ room: "deliverables", partnershipId }]],
  ]);
  await openWorkingText(network.officer, network.draft.id, { visibility: "network" });
  expect(heard.slice(1).map(([announcement]) => Object.keys(announcement))).toEqual([["kind", "id"]]);
});

test("roles add up: who is of a local group and an expert of another city sees that city", async () => {
  const { network } = await foundOwing();
  const { localGroupMember, partners, slug } = network;
  await enrol(network, { id: localGroupMember.personId }, "ad-hoc-expert", partners.other);
  expect(await citiesFor(await memberOf(await network.person(localGroupMember), slug))).toEqual(["Novska"]);
});

test("what happened with a city's deliverable is heard by those who see it", async () => {
  const { network, key } = await foundOwing();
  const { officer, otherOfficer, adHocExpert, localGroupMember, partners, published } = network;
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  await takes(otherOfficer, { ...key, partnershipId: partners.other }, "begin");
  const heard = async (member: Member) =>
    (await readFeed(member, {})).rows.map(({ kind }) => kind).filter((kind) => /handed-in|begun/.test(kind));
  for (const role of ["leadPartner", "officer", "otherOfficer", "leadExpert", "observer"] as const)
    expect(await heard(network[role])).toEqual(["deliverable-begun", "deliverable-handed-in"]);
  expect(await heard(adHocExpert)).toEqual(["deliverable-handed-in"]);
  expect(await heard(localGroupMember)).toEqual([]);
});

test("the linked document is told to those who may open it", async () => {
  const { network, key } = await foundOwing();
  const { officer, draft } = network;
  await linkDraft(officer, key, draft.id);
  const roles = ["leadPartner", "officer", "otherOfficer", "leadExpert", "adHocExpert", "observer"] as const;
  const told = async () => {
    const found: string[] = [];
    for (const role of roles) if ((await cellFor(network[role], key)).documentId) found.push(role);
    return found;
  };
  expect(await told()).toEqual(["officer"]);
  await openWorkingText(officer, draft.id, { visibility: "network" });
  expect(await told()).toEqual(["leadPartner", "officer", "otherOfficer", "leadExpert", "adHocExpert"]);
});

const partner = (more: Partial<Parameters<typeof owes>[1]>) => ({
  ...{ id: "alytus", role: "project-partner", since: "2021-01-01", until: null },
  ...more,
});
const all = { owedBy: "partners", partnershipId: null } as const;

test("whoever is a partner on the due day owes it, from the first to the last day", () => {
  const on = (due: string | null, more: Partial<Parameters<typeof owes>[1]>) =>
    owes(all, partner(more), due, "2022-05-07");
  expect(on("2021-01-01", {})).toBe(true);
  expect(on("2020-12-31", {})).toBe(false);
  expect(on("2022-03-31", { until: "2022-03-31" })).toBe(true);
  expect(on("2022-04-01", { until: "2022-03-31" })).toBe(false);
  expect(on("2090-01-01", {})).toBe(true);
  // Without a due day, whoever is one today.
  expect(on(null, {})).toBe(true);
  expect(on(null, { until: "2022-05-06" })).toBe(false);
  expect(on(null, { since: "2022-05-08" })).toBe(false);
});

test("the lead partner alone, or one partner alone", () => {
  const lead = { owedBy: "lead-partner", partnershipId: null } as const;
  expect(owes(lead, partner({}), null, "2022-05-07")).toBe(false);
  expect(owes(lead, partner({ role: "lead-partner" }), null, "2022-05-07")).toBe(true);
  expect(owes(lead, partner({ role: "lead-partner", until: "2022-01-01" }), "2022-02-01", "2022-05-07")).toBe(
    false,
  );
  const one = { owedBy: "partner", partnershipId: "alytus" } as const;
  expect(owes(one, partner({}), null, "2022-05-07")).toBe(true);
  expect(owes(one, partner({ id: "novska" }), null, "2022-05-07")).toBe(false);
});

test("in a network: who left before the due day does not owe it, who joined later neither; who had begun still does", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, officer, partners } = network;
  await closeOn(network.networkId, partners.own, dayAfter(dayOf(now()), 2));
  await changeSince(network.networkId, partners.other, "2022-01-01");
  const owed = (fixedOn: string) => addOwed(lead, { anchor: "day", fixedOn });
  const [past, early, late, begun] = [
    await owed("2022-01-01"),
    await owed("2021-12-31"),
    await owed(dayAfter(dayOf(now()), 3)),
    await owed(dayAfter(dayOf(now()), 3)),
  ];
  const [forLead, forOne] = [
    await addOwed(lead, { owedBy: "lead-partner" }),
    await addOwed(lead, { owedBy: "partner", partnershipId: partners.other }),
  ];
  await takes(officer, { deliverableId: begun, partnershipId: partners.own }, "begin");
  expect(await owers(lead, past)).toEqual([partners.lead, partners.own, partners.other]);
  expect(await owers(lead, early)).toEqual([partners.lead, partners.own]);
  expect(await owers(lead, late)).toEqual([partners.lead, partners.other]);
  expect(await owers(lead, begun)).toEqual([partners.lead, partners.own, partners.other]);
  expect(await owers(lead, forLead)).toEqual([partners.lead]);
  expect(await owers(lead, forOne)).toEqual([partners.other]);
  // On nobody's desk but where it is owed.
  const key = { deliverableId: forLead, partnershipId: partners.own };
  expect(await outcome(readDeliverable(lead, key))).toBe("not-found");
  expect(await outcome(takes(officer, key, "begin"))).toBe("not-found");
  expect(await outcome(setNotApplicable(lead, { ...key, deliverableId: forOne }, "No"))).toBe("not-found");
});

test("a city that left and owes nothing has no column, one that owes something keeps it", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, partners } = network;
  await closeOn(network.networkId, partners.other, "2022-01-31");
  await addOwed(lead, { anchor: "day", fixedOn: "2022-02-01" });
  expect(await citiesFor(lead)).toEqual(["Barnsley", "Alytus"]);
  await addOwed(lead, { anchor: "day", fixedOn: "2022-01-31" });
  expect(await citiesFor(lead)).toEqual(["Barnsley", "Alytus", "Novska"]);
});

test("deliverables stand by phase and then as they were added, those of no phase at the end", async () => {
  const { leadPartner: lead } = await foundNetwork();
  const one = await addedPhase(lead, { plannedStart: "2021-09-01" }, "Phase 1");
  const two = await addedPhase(lead, { plannedStart: "2022-05-07" }, "Phase 2");
  await addOwed(lead, { title: "none" });
  await addOwed(lead, { title: "two", phaseId: two });
  await addOwed(lead, { title: "one", phaseId: one });
  await addOwed(lead, { title: "two again", phaseId: two });
  const { deliverables, cells } = await readMatrix(lead);
  expect(deliverables.map(({ title }) => title)).toEqual(["one", "two", "two again", "none"]);
  expect(cells.map(({ deliverableId }) => deliverables.findIndex(({ id }) => id === deliverableId))).toEqual([
    ...[0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3],
  ]);
});

test("what the lead partner owes first makes the cities' at risk when it is late, and what only others owe does not", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, officer, otherOfficer, adHocExpert, partners, draft } = network;
  const day = { anchor: "day", fixedOn: "2022-05-01" } as const;
  const study = await addOwed(lead, { ...day, title: "The study", owedBy: "lead-partner" });
  const visit = await addOwed(lead, { ...day, title: "The visit" });
  const later = { anchor: "day", fixedOn: "2022-09-01" } as const;
  const afterStudy = {
    deliverableId: await addOwed(lead, { ...later, afterId: study }),
    partnershipId: partners.own,
  };
  const afterVisit = {
    deliverableId: await addOwed(lead, { ...later, afterId: visit }),
    partnershipId: partners.own,
  };
  await takes(officer, { deliverableId: visit, partnershipId: partners.own }, "hand-in", {
    what: `${draft.id}:now`,
  });
  setClock("2022-05-01T10:00:00Z");
  expect((await cellFor(officer, afterStudy)).reasons).toEqual([]);
  setClock("2022-05-02T10:00:00Z");
  const late = [{ kind: "predecessor-late", title: "The study" }];
  // An ad-hoc expert does not see the lead partner's city, and is told the same of their own.
  for (const member of [officer, lead, adHocExpert])
    expect((await cellFor(member, afterStudy)).reasons).toEqual(late);
  expect((await readDeliverable(officer, afterStudy)).cell.reasons).toEqual(late);
  // Novska's visit is late: that is Novska's, and nobody else's.
  expect((await cellFor(officer, afterVisit)).reasons).toEqual([]);
  expect((await cellFor(otherOfficer, { ...afterVisit, partnershipId: partners.other })).reasons).toEqual([
    { kind: "predecessor-late", title: "The visit" },
  ]);
  await setNotApplicable(lead, { deliverableId: study, partnershipId: partners.lead }, "There is one");
  expect((await cellFor(officer, afterStudy)).reasons).toEqual([]);
});

test("a cell asked for alone stands as it does in the whole matrix, whatever others owe first", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, officer, otherOfficer, adHocExpert, partners, draft } = network;
  const day = { anchor: "day", fixedOn: "2022-05-01" } as const;
  const survey = await addOwed(lead, { ...day, title: "The survey" });
  const afterSurvey = { anchor: "after", months: 1, afterId: survey } as const;
  const study = await addOwed(lead, { ...afterSurvey, title: "The study", owedBy: "lead-partner" });
  const atlas = await addOwed(lead, {
    ...day,
    title: "The atlas",
    owedBy: "partner",
    partnershipId: partners.other,
  });
  const later = { anchor: "day", fixedOn: "2022-09-01" } as const;
  for (const afterId of [survey, study, atlas]) await addOwed(lead, { ...later, afterId, title: "Later" });
  const handedIn = { what: `${draft.id}:now` };
  const check = async () => {
    for (const member of [lead, officer, otherOfficer, adHocExpert])
      for (const cell of (await readMatrix(member)).cells) {
        const { deliverableId, partnershipId } = cell;
        expect((await readDeliverable(member, { deliverableId, partnershipId })).cell).toEqual(cell);
      }
    const own = (await readMatrix(officer)).cells.filter(
      ({ partnershipId }) => partnershipId === partners.own,
    );
    return own.flatMap(({ reasons }) => reasons.map((reason) => ("title" in reason ? reason.title : "")));
  };
  setClock("2022-06-02T10:00:00Z");
  expect((await check()).filter(Boolean).sort()).toEqual(["The atlas", "The study", "The survey"]);
  await takes(officer, { deliverableId: survey, partnershipId: partners.own }, "hand-in", handedIn);
  // A day of the lead partner's own for what comes before its study moves the study's.
  await setDue(lead, { deliverableId: survey, partnershipId: partners.lead }, "2022-08-01");
  await setNotApplicable(lead, { deliverableId: atlas, partnershipId: partners.other }, "There is one");
  expect((await check()).filter(Boolean)).toEqual([]);
});

test("a filter leaves the cells that fit, with their deliverables and cities; what is unknown narrows nothing", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, officer, partners, draft } = network;
  const phaseId = await addedPhase(lead, { plannedStart: "2021-05-07" });
  const late = await addOwed(lead, { title: "late", phaseId });
  const open = await addOwed(lead, { title: "open" });
  const [ofOwn, lateOfOwn] = [open, late].map((deliverableId) => ({
    deliverableId,
    partnershipId: partners.own,
  }));
  if (!ofOwn || !lateOfOwn) throw new Error("Two were made.");
  await takes(officer, ofOwn, "hand-in", { what: `${draft.id}:now` });
  await give(officer, ofOwn, officer.personId);
  await setNotApplicable(lead, { deliverableId: late, partnershipId: partners.other }, "No");
  const matrix = await readMatrix(lead);
  const shown = (search: string) => {
    const {
      cells,
      deliverables,
      partners: columns,
    } = narrowed(matrix, filterIn(new URLSearchParams(search)));
    return [
      cells.length,
      deliverables.map(({ title }) => title).join(),
      columns.map(({ city }) => city).join(),
    ];
  };
  const whole = [6, "late,open", "Barnsley,Alytus,Novska"];
  expect(shown("")).toEqual(whole);
  expect(isNarrowed(filterIn(new URLSearchParams("state=unheard-of")))).toBe(false);
  expect(shown("state=unheard-of")).toEqual(whole);
  expect(shown(`phase=${phaseId}`)).toEqual([3, "late", "Barnsley,Alytus,Novska"]);
  expect(shown(`city=${partners.own}`)).toEqual([2, "late,open", "Alytus"]);
  expect(shown("state=late")).toEqual([2, "late", "Barnsley,Alytus"]);
  expect(shown("state=at-risk")).toEqual([0, "", ""]);
  expect(shown("state=not-applicable")).toEqual([1, "late", "Novska"]);
  expect(shown("state=open")).toEqual([5, "late,open", "Barnsley,Alytus,Novska"]);
  expect(shown("state=handed-in")).toEqual([1, "open", "Alytus"]);
  expect(shown(`owner=${officer.personId}`)).toEqual([1, "open", "Alytus"]);
  expect(shown(`owner=${nobody}&city=${partners.own}`)).toEqual([1, "late", "Alytus"]);
});

test("a due day's rule and a standing are whole words", () => {
  const t = translate("en");
  const rule = (anchor: "start" | "end" | "after" | "day", months: number) =>
    dueRuleInWords(t, { anchor, months, phase: "Phase 2", after: "The plan" });
  const said = (["start", "end", "after"] as const).flatMap((anchor) =>
    [-1, 0, 1, 4].map((months) => rule(anchor, months)),
  );
  expect(new Set(said).size).toBe(12);
  for (const one of [...said, rule("day", 0)]) expect(one).not.toMatch(/deliverables|due\.|\{\{|undefined/);
  expect(rule("start", 4)).toContain("Phase 2");
  expect(rule("after", 1)).toContain("The plan");
  expect(standingInWords(t, { kind: "late", daysLate: 1, reasons: [] })).toBe("1 day late");
  expect(standingInWords(t, { kind: "late", daysLate: 12, reasons: [] })).toBe("12 days late");
  expect(standingInWords(t, { kind: null, daysLate: 0, reasons: [] })).toBeNull();
});

test("what comes after something that is no longer asked for keeps its day", async () => {
  const { network } = await foundOwing();
  const { leadPartner, partners } = network;
  const before = await addOwed(leadPartner, { title: "The draft", anchor: "day", fixedOn: "2030-01-31" });
  const after = await addOwed(leadPartner, { anchor: "after", afterId: before, months: 1 });
  const dueOf = async () => (await readMatrix(leadPartner)).deliverables.find(({ id }) => id === after);
  expect(await dueOf()).toMatchObject({ due: "2030-02-28", after: "The draft" });
  // One city's own day for it moves what follows for that city, and goes on doing so.
  await setDue(leadPartner, { deliverableId: before, partnershipId: partners.own }, "2030-03-10");
  const ownDay = async () =>
    (await cellFor(leadPartner, { deliverableId: after, partnershipId: partners.own })).due;
  expect(await ownDay()).toBe("2030-04-10");
  await dropDeliverable(leadPartner, before);
  expect(await dueOf()).toMatchObject({ due: "2030-02-28", after: "The draft" });
  expect(await ownDay()).toBe("2030-04-10");
});

test("a cell leads to what was handed in whoever may read that, observers once it is submitted, and nobody else", async () => {
  const { network, key } = await foundOwing({ goesToProgramme: true });
  const { leadPartner, officer, otherOfficer, leadExpert, adHocExpert, observer, draft } = network;
  const step = await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  const leadsTo = async (member: Member) => (await cellFor(member, key)).handedInId;
  for (const judge of [officer, leadPartner, leadExpert]) expect(await leadsTo(judge)).toBe(step);
  for (const other of [otherOfficer, adHocExpert, observer]) expect(await leadsTo(other)).toBeNull();
  await takes(leadPartner, key, "accept");
  expect(await leadsTo(observer)).toBeNull();
  await takes(leadPartner, key, "submit");
  expect(await leadsTo(observer)).toBe(step);
  for (const other of [otherOfficer, adHocExpert]) expect(await leadsTo(other)).toBeNull();
});

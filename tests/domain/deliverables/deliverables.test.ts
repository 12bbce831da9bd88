// What partners owe: added, changed, dropped, asked for again and begun with the template, by whoever leads the network and nobody else.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { setDue } from "~/domain/deliverables/cells.server";
import { defaultDeliverables } from "~/domain/deliverables/default-deliverables";
import { definitionChoices } from "~/domain/deliverables/definition-choices.server";
import { deliverableLimit, monthLimit } from "~/domain/deliverables/deliverable";
import {
  AddDeliverable,
  ChangeDeliverable,
  RequestChanges,
  ReturnStep,
  TakeStepWithReason,
} from "~/domain/deliverables/deliverable-orders";
import {
  addDeliverable,
  askAgain,
  beginWithTemplate,
  changeDeliverable,
  dropDeliverable,
  phasesMissing,
} from "~/domain/deliverables/deliverables.server";
import { draftToBegin } from "~/domain/deliverables/draft-to-begin.server";
import { readHandedIn } from "~/domain/deliverables/handing-in.server";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { readDeliverable } from "~/domain/deliverables/one-deliverable.server";
import { networkTypes } from "~/domain/networks/network";
import { removePhase } from "~/domain/networks/phases.server";
import { wrongsIn } from "~/http/form.server";
import { translate } from "~/i18n/translate.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { previewChange } from "~/domain/deliverables/shift.server";
import { outcome, wrongWith } from "../../support/outcome";
import { addedPhase, addOwed, cellFor, definition, foundOwing, takes } from "../../support/owed";

const others = [
  "officer",
  "colleague",
  "otherOfficer",
  "leadExpert",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;

const titlesFor = async (member: Member) => (await readMatrix(member)).deliverables.map(({ title }) => title);
const happenedTo = async (id: string) =>
  (await database().read.activity.findMany({ where: { subjectId: id }, orderBy: { position: "asc" } })).map(
    ({ kind, reach, before, after }) => ({ kind, reach, before, after }),
  );

/** Everybody's ways to change what is owed. */
const ways = (member: Member, id: string) => [
  () => addDeliverable(member, { id: newId(), ...definition() }),
  () => changeDeliverable(member, id, definition({ title: "Otherwise" })),
  () => dropDeliverable(member, id),
  () => askAgain(member, id),
  () => beginWithTemplate(member, (key) => key),
  () => definitionChoices(member),
];

test("a deliverable is added after the last one, once however often the form is sent, and everybody who sees them reads it", async () => {
  const { leadPartner: lead, officer, leadExpert, observer } = await foundNetwork();
  const order = { id: newId(), ...definition({ title: "The roadmap", what: "On four pages" }) };
  await addDeliverable(lead, order);
  await addDeliverable(lead, { ...order, title: "Twice" });
  await addOwed(lead, { title: "The plan" });
  for (const member of [lead, officer, leadExpert, observer])
    expect(await titlesFor(member)).toEqual(["The roadmap", "The plan"]);
  expect((await readMatrix(officer)).deliverables[0]).toMatchObject({ ...order, phase: null, due: null });
  expect(await happenedTo(order.id)).toEqual([
    { kind: "deliverable-added", reach: "network", before: null, after: { title: "The roadmap" } },
  ]);
});

test("it is changed, and what was handed in stays", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner: lead, officer, draft, partners } = network;
  const phaseId = await addedPhase(lead, { plannedStart: "2020-05-07", plannedEnd: "2022-05-07" });
  const handedIn = await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  const order = definition({
    ...{ title: "The plan", what: "Adopted", phaseId, anchor: "end", months: -1, asksExpert: true },
    goesToProgramme: true,
  });
  await changeDeliverable(lead, key.deliverableId, order);
  const { deliverable, cell, steps } = await readDeliverable(officer, key);
  expect(deliverable).toMatchObject({ ...order, phase: "Phase 2", due: "2022-04-07" });
  expect(cell).toMatchObject({ state: "handed-in", handedInId: handedIn });
  expect(steps).toHaveLength(1);
  // One partner alone owes it, on a day that needs no months.
  await changeDeliverable(lead, key.deliverableId, {
    ...order,
    ...{ anchor: "day", fixedOn: "2022-08-01", owedBy: "partner", partnershipId: partners.own },
  });
  const { cells, deliverables } = await readMatrix(lead);
  expect(deliverables).toMatchObject([{ due: "2022-08-01", months: 0, partnershipId: partners.own }]);
  expect(cells.map(({ partnershipId }) => partnershipId)).toEqual([partners.own]);
  // Back among all, it keeps neither the partner nor the fixed day.
  await changeDeliverable(lead, key.deliverableId, {
    ...order,
    partnershipId: partners.own,
    fixedOn: "2022-08-01",
  });
  expect((await readMatrix(lead)).deliverables).toMatchObject([{ partnershipId: null, fixedOn: null }]);
  expect(
    (await happenedTo(key.deliverableId)).filter(({ kind }) => kind === "deliverable-changed"),
  ).toMatchObject([{ before: { title: "The roadmap" }, after: { title: "The plan" } }, {}, {}]);
});

test("of two who change it from what both found each changes what they meant, and the same field is asked about", async () => {
  const { leadPartner: lead } = await foundNetwork();
  const found = definition({ title: "The roadmap", anchor: "day", fixedOn: "2030-01-31" });
  const id = await addOwed(lead, found);
  await changeDeliverable(lead, id, { ...found, what: "On four pages", found });
  await changeDeliverable(lead, id, { ...found, fixedOn: "2030-02-28", found });
  const [one] = (await readMatrix(lead)).deliverables;
  expect(one).toMatchObject({ what: "On four pages", fixedOn: "2030-02-28" });
  const mine = { ...found, fixedOn: "2030-03-31", found };
  const wrong = ["fixedOn: changedMeanwhile"];
  expect(await wrongWith(changeDeliverable(lead, id, mine))).toEqual(wrong);
  expect(await wrongWith(previewChange(lead, id, mine))).toEqual(wrong);
  await changeDeliverable(lead, id, { ...mine, found: { ...found, fixedOn: "2030-02-28" } });
  expect((await readMatrix(lead)).deliverables[0]).toMatchObject({
    ...{ what: "On four pages", fixedOn: "2030-03-31" },
  });
});

test("a city that has handed in keeps its place when others owe it alone, and is answered", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner: lead, officer, otherOfficer, draft, partners } = network;
  await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  await changeDeliverable(lead, key.deliverableId, definition({ owedBy: "lead-partner" }));
  expect((await readMatrix(lead)).cells.map(({ partnershipId }) => partnershipId)).toEqual([
    partners.lead,
    partners.own,
  ]);
  await takes(lead, key, "accept");
  expect((await cellFor(officer, key)).state).toBe("accepted");
  // Whoever has not begun owes it no longer.
  const theirs = { ...key, partnershipId: partners.other };
  expect(await outcome(takes(otherOfficer, theirs, "begin"))).toBe("not-found");
  expect(await outcome(readDeliverable(otherOfficer, theirs))).toBe("not-found");
});

test("it is dropped and goes from every list, and is asked for again as it stood", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner: lead, officer, draft } = network;
  await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  await dropDeliverable(lead, key.deliverableId);
  await dropDeliverable(lead, key.deliverableId);
  for (const member of [lead, officer]) {
    const { deliverables, cells } = await readMatrix(member);
    expect([deliverables, cells]).toEqual([[], []]);
  }
  expect(await outcome(takes(lead, key, "accept"))).toBe("not-found");
  expect(await outcome(setDue(lead, key, "2022-08-01"))).toBe("not-found");
  // Only whoever may ask for it again is told that it was there.
  expect((await readMatrix(lead)).dropped).toEqual([{ id: key.deliverableId, title: "The roadmap" }]);
  expect((await readMatrix(officer)).dropped).toEqual([]);
  await askAgain(lead, key.deliverableId);
  await askAgain(lead, key.deliverableId);
  expect(await cellFor(officer, key)).toMatchObject({ state: "handed-in" });
  expect((await happenedTo(key.deliverableId)).map(({ kind }) => kind)).toEqual([
    ...["deliverable-added", "deliverable-handed-in", "deliverable-dropped", "deliverable-asked-again"],
  ]);
});

test("what is no longer asked for is read as it stood by whoever read it before, since when and by whom, and nothing is done with it", async () => {
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: "2020-01-31" });
  const { leadPartner: lead, officer, otherOfficer, observer, draft } = network;
  const step = await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  const before = await readDeliverable(otherOfficer, key);
  expect(before.dropped).toBeNull();
  await dropDeliverable(lead, key.deliverableId);
  for (const member of [lead, officer]) {
    const read = await readDeliverable(member, key);
    expect(read.dropped).toMatchObject({ by: lead.name, mayAskAgain: member === lead });
    expect(read.steps).toMatchObject([{ id: step, handedIn: { fileId: null }, mayTakeBack: false }]);
    expect(read.cell).toMatchObject({ state: "handed-in", kind: null, daysLate: 0 });
    const { next, mayManage, mayHandIn, mayGive, choices, officers } = read;
    expect([next, mayManage, mayHandIn, mayGive, choices, officers]).toEqual([
      ...[[], false, false, false, [], []],
    ]);
    expect((await readHandedIn(member, key, step)).document.id).toBe(draft.id);
  }
  const { deliverables, cells } = await readMatrix(officer, { deliverableId: key.deliverableId });
  expect(deliverables).toMatchObject([{ title: "The roadmap", droppedAt: expect.any(Date) as Date }]);
  expect(cells.map(({ kind }) => kind)).toEqual(cells.map(() => null));
  // Who might not read what was handed in might not now, and nothing new is begun for it.
  for (const member of [otherOfficer, observer]) {
    const { steps } = await readDeliverable(member, key);
    expect(steps.map(({ handedIn }) => handedIn)).toEqual([null]);
    expect(await outcome(readHandedIn(member, key, step))).toBe("not-found");
  }
  expect(await draftToBegin(officer, key)).toBeNull();
  expect(await outcome(readDeliverable((await foundNetwork()).leadPartner, key))).toBe("not-found");
  await askAgain(lead, key.deliverableId);
  expect(await readDeliverable(otherOfficer, key)).toEqual(before);
});

test("what it hangs on is of this network, and nothing comes after itself", async () => {
  const network = await foundNetwork();
  const elsewhere = await foundNetwork();
  const { leadPartner: lead, partners } = network;
  const first = await addOwed(lead, { title: "First" });
  const second = await addOwed(lead, { title: "Second", anchor: "after", afterId: first });
  const third = await addOwed(lead, { title: "Third", afterId: second });
  const theirs = {
    phaseId: await addedPhase(elsewhere.leadPartner, { plannedStart: "2020-05-07" }),
    afterId: await addOwed(elsewhere.leadPartner),
  };
  const wrong: Array<[Parameters<typeof definition>[0], string]> = [
    [{ phaseId: theirs.phaseId }, "phaseId: malformed"],
    [{ phaseId: newId() }, "phaseId: malformed"],
    [{ afterId: theirs.afterId }, "afterId: malformed"],
    [{ afterId: newId() }, "afterId: malformed"],
    [{ owedBy: "partner", partnershipId: elsewhere.partners.own }, "partnershipId: malformed"],
  ];
  for (const [more, said] of wrong) {
    expect(await wrongWith(addDeliverable(lead, { id: newId(), ...definition(more) }))).toEqual([said]);
    expect(await wrongWith(changeDeliverable(lead, first, definition(more)))).toEqual([said]);
  }
  for (const afterId of [first, second, third])
    expect(await wrongWith(changeDeliverable(lead, first, definition({ afterId })))).toEqual([
      "afterId: deliverables:wrong.circle",
    ]);
  expect(await titlesFor(lead)).toEqual(["First", "Second", "Third"]);
  // The other way round it is a line.
  await changeDeliverable(lead, third, definition({ title: "Third", afterId: first }));
  await changeDeliverable(lead, second, definition({ title: "Second", afterId: third }));
  expect(partners.own).not.toBe(elsewhere.partners.own);
});

test("another network's deliverable is not found, and its partner neither", async () => {
  const { network, key } = await foundOwing();
  const elsewhere = await foundNetwork();
  const stranger = elsewhere.leadPartner;
  for (const way of [
    changeDeliverable(stranger, key.deliverableId, definition()),
    dropDeliverable(stranger, key.deliverableId),
    askAgain(stranger, key.deliverableId),
    takes(stranger, key, "accept"),
    setDue(stranger, key, "2022-08-01"),
    readDeliverable(stranger, key),
    setDue(network.leadPartner, { ...key, partnershipId: elsewhere.partners.own }, "2022-08-01"),
  ])
    expect(await outcome(way)).toBe("not-found");
  expect((await readMatrix(stranger)).deliverables).toEqual([]);
});

test("nobody but the lead partner changes what is owed", async () => {
  const { network, key } = await foundOwing();
  for (const other of others)
    for (const way of ways(network[other], key.deliverableId)) expect(await outcome(way())).toBe("forbidden");
  expect(await titlesFor(network.leadPartner)).toEqual(["The roadmap"]);
});

test.each(["closed", "archived"] as const)(
  "in a network that is %s it is read, and changed by nobody",
  async (state) => {
    const { network, key } = await foundOwing();
    const given = await takes(network.officer, key, "hand-in", { what: `${network.draft.id}:now` });
    await database().write((transaction) =>
      transaction.network.update({ where: { id: network.networkId }, data: { state } }),
    );
    const again = async (member: Member) => memberOf(await network.person(member), network.slug);
    const lead = await again(network.leadPartner);
    for (const way of ways(lead, key.deliverableId)) expect(await outcome(way())).toBe("forbidden");
    for (const kind of ["accept", "request-changes"] as const)
      expect(await outcome(takes(lead, key, kind, { reason: "Why" }))).toBe("forbidden");
    const officer = await again(network.officer);
    expect(await outcome(takes(officer, key, "hand-in", { what: `${network.draft.id}:now` }))).toBe(
      "forbidden",
    );
    expect(await readDeliverable(lead, key)).toMatchObject({
      ...{ next: [], mayManage: false, mayHandIn: false, mayGive: false, choices: [], officers: [] },
      steps: [{ id: given, mayTakeBack: false, handedIn: { title: "The draft" } }],
    });
    expect((await readMatrix(officer)).mayManage).toBe(false);
  },
);

test("there is an end to how many are asked for; what was dropped does not count until it is asked for again", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, networkId } = network;
  const dropped = await addOwed(lead, { title: "The one too many" });
  await dropDeliverable(lead, dropped);
  const rows = Array.from({ length: deliverableLimit - 1 }, (_, at) => ({
    ...definition({ title: `Number ${at}` }),
    ...{ id: newId(), networkId, position: at + 2, createdAt: new Date() },
  }));
  await database().write((transaction) => transaction.deliverable.createMany({ data: rows }));
  await addOwed(lead, { title: "The last one" });
  const tooMany = ["form: deliverables:wrong.tooMany"];
  expect(await wrongWith(addDeliverable(lead, { id: newId(), ...definition() }))).toEqual(tooMany);
  expect(await wrongWith(askAgain(lead, dropped))).toEqual(tooMany);
  await dropDeliverable(lead, rows[0]?.id ?? "");
  await askAgain(lead, dropped);
  expect(await database().read.deliverable.count({ where: { networkId, droppedAt: null } })).toBe(
    deliverableLimit,
  );
});

async function ofType(network: FoundedNetwork, type: string): Promise<void> {
  await database().write((transaction) =>
    transaction.network.update({ where: { id: network.networkId }, data: { type } }),
  );
}

test("the template of action planning begins a network with its days: the roadmap of DigiPlace is due on 7 September 2020", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, partners } = network;
  await ofType(network, "action-planning");
  await addedPhase(lead, { plannedStart: "2019-09-01", plannedEnd: "2020-03-02" }, "Phase 1");
  await addedPhase(lead, { plannedStart: "2020-05-07", plannedEnd: "2022-05-07" }, "Phase 2");
  await beginWithTemplate(lead, (key) => key);
  const { deliverables, cells } = await readMatrix(lead);
  expect(deliverables.map(({ title, phase, due }) => `${title}, ${phase}: ${due}`)).toEqual([
    "kickOff, Phase 1: 2019-10-01",
    "visit, Phase 1: 2020-01-01",
    "cityProfile, Phase 1: 2020-02-01",
    "baselineStudy, Phase 1: 2020-03-02",
    "application, Phase 1: 2020-03-02",
    "kickOff, Phase 2: 2020-06-07",
    "roadmap, Phase 2: 2020-09-07",
    "smallScale, Phase 2: 2021-05-07",
    "midTermReflection, Phase 2: 2021-05-07",
    "draftPlan, Phase 2: 2021-11-07",
    "finalPlan, Phase 2: 2022-05-07",
    "results, Phase 2: 2022-05-07",
    "finalEvent, Phase 2: 2022-05-07",
  ]);
  const happened = (await happenedTo(network.networkId)).filter(({ kind }) =>
    kind.startsWith("deliverable-"),
  );
  expect(happened).toMatchObject([{ kind: "deliverable-set-begun", reach: "network" }]);
  expect(happened[0]?.after).toEqual({ titles: deliverables.map(({ title }) => title) });
  // What only the lead partner owes, nobody else is asked for.
  const owe = (title: string) => {
    const id = deliverables.find((one) => one.title === title)?.id;
    return cells
      .filter(({ deliverableId }) => deliverableId === id)
      .map(({ partnershipId }) => partnershipId);
  };
  expect(owe("results")).toEqual([partners.lead]);
  expect(owe("finalPlan")).toEqual([partners.lead, partners.own, partners.other]);
  // None of them was a partner in phase 1.
  expect(owe("visit")).toEqual([]);
  expect(await wrongWith(beginWithTemplate(lead, (key) => key))).toEqual(["form: deliverables:wrong.begun"]);
  expect((await readMatrix(lead)).deliverables).toHaveLength(13);
});

test("a phase that is not there leaves the template's deliverables without a day, and the template comes again when all is dropped", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead } = network;
  await ofType(network, "action-planning");
  expect(await phasesMissing(lead)).toBe(2);
  for (const other of others) expect(await outcome(phasesMissing(network[other]))).toBe("forbidden");
  await addedPhase(lead, { plannedStart: "2019-09-01" }, "Phase 1");
  expect(await phasesMissing(lead)).toBe(1);
  await beginWithTemplate(lead, (key) => key);
  const { deliverables } = await readMatrix(lead);
  expect(deliverables.filter(({ due }) => due !== null).map(({ title }) => title)).toEqual([
    "kickOff",
    "visit",
    "cityProfile",
  ]);
  for (const { id } of deliverables) await dropDeliverable(lead, id);
  await beginWithTemplate(lead, (key) => `${key} again`);
  expect((await titlesFor(lead))[0]).toBe("kickOff again");
});

test("every type of network has a template in words, and what falls in the last month hangs on the end", () => {
  const t = translate("en");
  expect(Object.keys(defaultDeliverables).sort()).toEqual([...networkTypes].sort());
  for (const type of networkTypes)
    for (const { key, anchor, months } of defaultDeliverables[type]) {
      expect(t(`deliverables:template.${key}`)).not.toContain("template");
      expect(anchor === "end" ? months === 0 : months > 0 && months <= 18).toBe(true);
    }
  const monthsOf = (type: "transfer" | "innovation-transfer") =>
    defaultDeliverables[type].map(({ key, anchor, months }) => `${key} ${anchor} ${months}`);
  expect(monthsOf("transfer")).toEqual([
    ...["transferPlan start 3", "midPoint start 12", "diary end 0", "results end 0", "sharing end 0"],
  ]);
  expect(monthsOf("innovation-transfer")).toEqual([
    ...[
      "transferabilityPlan start 6",
      "draftInvestment start 15",
      "revisedPlan end 0",
      "networkReport end 0",
    ],
  ]);
});

test("what is chosen from is of this network: its phases, partners, and the deliverables but the one itself and those dropped", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, partners } = network;
  const phaseId = await addedPhase(lead, { plannedStart: "2020-05-07" });
  const [own, other, dropped] = [await addOwed(lead), await addOwed(lead, { phaseId }), await addOwed(lead)];
  await dropDeliverable(lead, dropped);
  await addOwed((await foundNetwork()).leadPartner);
  expect(await definitionChoices(lead, own)).toEqual({
    phases: [{ id: phaseId, name: "Phase 2" }],
    partners: [
      { id: partners.own, city: "Alytus" },
      { id: partners.lead, city: "Barnsley" },
      { id: partners.other, city: "Novska" },
    ],
    others: [{ id: other, title: "The roadmap", phase: "Phase 2" }],
  });
});

test("with a phase that is taken away its deliverables lose their days and stay", async () => {
  const { leadPartner: lead, officer, draft, partners } = await foundNetwork();
  const phaseId = await addedPhase(lead, { plannedStart: "2020-05-07" });
  const key = { deliverableId: await addOwed(lead, { phaseId }), partnershipId: partners.own };
  await takes(officer, key, "hand-in", { what: `${draft.id}:now` });
  expect((await cellFor(officer, key)).due).toBe("2020-05-07");
  await removePhase(lead, phaseId);
  expect(await cellFor(officer, key)).toMatchObject({ due: null, state: "handed-in" });
});

test("an order says what its anchor and the one who owes it need", () => {
  const whole = { id: newId(), title: "The plan", anchor: "start", phaseId: newId(), owedBy: "partners" };
  const wrong = (more: object) => {
    const { error } = AddDeliverable.safeParse({ ...whole, ...more });
    return error ? wrongsIn(error) : {};
  };
  expect(wrong({})).toEqual({});
  expect(AddDeliverable.parse({ ...whole, months: "", asksExpert: "on" })).toEqual({
    ...definition({ title: "The plan", phaseId: whole.phaseId, asksExpert: true }),
    id: whole.id,
  });
  expect(AddDeliverable.parse({ ...whole, months: "−3" }).months).toBe(-3);
  expect(AddDeliverable.parse({ ...whole, months: String(monthLimit) }).months).toBe(monthLimit);
  for (const months of [String(monthLimit + 1), "1.5", "four", `-${monthLimit + 1}`, "Infinity"])
    expect(wrong({ months })).toMatchObject({ months: { key: "badNumber" } });
  expect(wrong({ title: " " })).toMatchObject({ title: { key: "required" } });
  for (const anchor of ["start", "end"])
    expect(wrong({ anchor, phaseId: "" })).toMatchObject({ phaseId: { key: "required" } });
  expect(wrong({ anchor: "after", phaseId: "" })).toEqual({
    afterId: expect.objectContaining({ key: "required" }),
  });
  expect(wrong({ anchor: "day" })).toMatchObject({ fixedOn: { key: "required" } });
  expect(wrong({ anchor: "day", fixedOn: "2022-02-30" })).toMatchObject({ fixedOn: { key: "badDay" } });
  expect(wrong({ owedBy: "partner" })).toMatchObject({ partnershipId: { key: "required" } });
  expect(wrong({ anchor: "never" })).toHaveProperty("anchor");
  expect(ChangeDeliverable.safeParse({ ...whole, anchor: "end", phaseId: "" }).success).toBe(false);
});

test("a request for changes says why and until when, a return why", () => {
  const order = { id: newId(), seen: "3", reason: "The budget is missing", until: "2022-08-01" };
  expect(RequestChanges.parse(order)).toEqual({ ...order, seen: 3 });
  for (const Order of [RequestChanges, ReturnStep, TakeStepWithReason]) {
    expect(Order.safeParse(order).success).toBe(true);
    expect(Order.safeParse({ ...order, reason: "  " }).success).toBe(false);
    expect(Order.safeParse({ ...order, seen: "-1" }).success).toBe(false);
  }
  expect(RequestChanges.safeParse({ ...order, until: "" }).success).toBe(false);
  expect(ReturnStep.parse({ ...order, until: "" }).until).toBeNull();
});

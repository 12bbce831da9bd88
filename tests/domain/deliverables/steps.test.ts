// The steps of a partner's deliverable: the whole way, who takes which, one at a time, and the last one back with a trace.
import { afterEach, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { abilitiesOf } from "~/domain/access/role";
import { give, linkDraft, officersOf, setDue, setNotApplicable } from "~/domain/deliverables/cells.server";
import { stepKinds, stepRules, type StepKind } from "~/domain/deliverables/deliverable";
import { readHandedIn } from "~/domain/deliverables/handing-in.server";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import type { CellKey } from "~/domain/deliverables/one-cell.server";
import { readDeliverable } from "~/domain/deliverables/one-deliverable.server";
import { readSaidOfCell } from "~/domain/deliverables/said-of-cell.server";
import { takeBackStep, takeStep, whereStepsLead } from "~/domain/deliverables/steps.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { namePerson } from "~/domain/documents/naming.server";
import { trashDocument } from "~/domain/documents/trash.server";
import { nameVersion } from "~/domain/documents/versions.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { readFeed } from "~/domain/networks/feed.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome, wrongWith } from "../../support/outcome";
import {
  addOwed,
  cellFor,
  foundOwing,
  seenNow,
  setClock,
  step,
  takes,
  type Owing,
  goOnWriting,
} from "../../support/owed";

afterEach(() => shiftClock(0));

/** Judged by the expert and the programme: every step is on the way. */
const whole = { asksExpert: true, goesToProgramme: true };

const everybody = [
  "leadPartner",
  "officer",
  "colleague",
  "otherOfficer",
  "leadExpert",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;

/** Whether the table of roles lets this member take such steps for this partner. */
function mayByTable(member: Member, kind: StepKind, { partnershipId }: CellKey): boolean {
  return member.roles.some((held) => {
    const reach = abilitiesOf[held.role][stepRules[kind].by];
    return reach === "network" || (reach === "city" && held.partnershipId === partnershipId);
  });
}

/** What is said with each step. */
const saidWith = ({ draft }: FoundedNetwork, kind: StepKind) => ({
  what: `${draft.id}:now`,
  ...(kind === "request-changes" && { until: dayAfter(dayOf(now()), 14) }),
  ...(stepRules[kind].needsReason && { reason: "The budget is missing" }),
});

const by: Record<StepKind, "officer" | "leadExpert" | "leadPartner" | "observer"> = {
  begin: "officer",
  "hand-in": "officer",
  advise: "leadExpert",
  "request-changes": "leadPartner",
  accept: "leadPartner",
  submit: "leadPartner",
  return: "observer",
  approve: "observer",
};

/** Goes these steps, each taken by somebody who may; answers their ids. */
async function goes({ network, key }: Owing, ...kinds: StepKind[]): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of kinds) {
    if (kind === "hand-in") await goOnWriting(network.officer, key, network.draft.id);
    ids.push(await takes(network[by[kind]], key, kind, saidWith(network, kind)));
  }
  return ids;
}

const save = async ({ officer }: FoundedNetwork, id: string, text: string) => {
  const { title, language, revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  return (await saveDocument(officer, id, { title, language: language as "en", text, revision })).revision;
};

const wordsOf = async (member: Member, key: CellKey, stepId: string) => {
  const { document, rendered, isUnchanged } = await readHandedIn(member, key, stepId);
  return { title: document.title, html: rendered.html, isUnchanged };
};

const kindsHappened = async ({ deliverableId }: CellKey) =>
  (
    await database().read.activity.findMany({
      where: { subjectId: deliverableId },
      orderBy: { position: "asc" },
      select: { kind: true },
    })
  ).map(({ kind }) => kind.replace("deliverable-", ""));

test("the whole way: drafted, sent back, handed in anew, judged, submitted, returned, and approved in the end", async () => {
  const owing = await foundOwing(whole);
  const { network, key } = owing;
  const { officer, leadPartner: lead, leadExpert: expert, observer, draft } = network;
  const state = async () => (await cellFor(lead, key)).state;
  expect(await state()).toBe("not-started");

  await linkDraft(officer, key, draft.id);
  expect(await state()).toBe("drafting");
  const [first = ""] = await goes(owing, "hand-in");
  expect(await state()).toBe("handed-in");
  const asHandedIn = await wordsOf(lead, key, first);
  expect(asHandedIn).toMatchObject({ title: "The draft", isUnchanged: true });

  // The lead expert is asked for a word before anybody accepts it.
  expect(await wrongWith(takes(lead, key, "accept"))).toEqual(["form: deliverables:wrong.notNow"]);
  const until = dayAfter(dayOf(now()), 14);
  await takes(lead, key, "request-changes", { reason: "The budget is missing", until });
  expect(await cellFor(officer, key)).toMatchObject({ state: "changes-requested", until });

  await save(network, draft.id, "With a **budget**.");
  expect(await wordsOf(lead, key, first)).toEqual(asHandedIn);
  const [second = ""] = await goes(owing, "hand-in");
  expect(await cellFor(officer, key)).toMatchObject({ state: "handed-in", until: null, handedInId: second });
  await save(network, draft.id, "Rewritten since.");
  const { html } = await wordsOf(lead, key, second);
  expect(html).toContain("<strong>budget</strong>");
  expect(await wordsOf(lead, key, first)).toEqual(asHandedIn);

  expect(await outcome(takes(lead, key, "accept"))).toBe("invalid");
  await takes(expert, key, "advise", { reason: "It holds together" });
  expect(await cellFor(lead, key)).toMatchObject({ state: "handed-in", hasWord: true });
  expect(await outcome(takes(expert, key, "advise", { reason: "Once more" }))).toBe("invalid");
  await goes(owing, "accept");
  expect(await cellFor(lead, key)).toMatchObject({ state: "accepted", isFinished: false });
  await goes(owing, "submit", "return");
  expect(await state()).toBe("returned");
  // What comes anew asks for a new word.
  await goes(owing, "hand-in");
  expect(await cellFor(lead, key)).toMatchObject({ state: "handed-in", hasWord: false });
  expect(await outcome(takes(lead, key, "accept"))).toBe("invalid");
  await goes(owing, "advise", "accept", "submit", "approve");
  expect(await cellFor(observer, key)).toMatchObject({ state: "approved", isFinished: true, kind: null });

  const { steps, next, lastStep } = await readDeliverable(lead, key);
  expect(steps.map(({ kind }) => kind)).toEqual([
    ...["begin", "hand-in", "request-changes", "hand-in", "advise", "accept", "submit", "return"],
    ...["hand-in", "advise", "accept", "submit", "approve"],
  ]);
  expect(steps[2]).toMatchObject({
    ...{ by: { id: lead.personId, name: "Lead partner" }, reason: "The budget is missing", until, number: 3 },
  });
  expect([next, lastStep]).toEqual([[], 13]);
  expect(await kindsHappened(key)).toEqual([
    ...[
      "added",
      "linked",
      "begun",
      "handed-in",
      "sent-back",
      "handed-in",
      "advised",
      "accepted",
      "submitted",
    ],
    ...["returned", "handed-in", "advised", "accepted", "submitted", "approved"],
  ]);
});

test("without an expert or the programme it is accepted at once, and finished", async () => {
  const owing = await foundOwing();
  const { network, key } = owing;
  await goes(owing, "hand-in");
  expect(await outcome(goes(owing, "advise"))).toBe("invalid");
  await goes(owing, "accept");
  expect(await cellFor(network.officer, key)).toMatchObject({ state: "accepted", isFinished: true });
  expect(await outcome(goes(owing, "submit"))).toBe("invalid");
});

/** What has to be taken before each. */
const before: Record<StepKind, StepKind[]> = {
  begin: [],
  "hand-in": [],
  advise: ["hand-in"],
  "request-changes": ["hand-in"],
  accept: ["hand-in", "advise"],
  submit: ["hand-in", "advise", "accept"],
  return: ["hand-in", "advise", "accept", "submit"],
  approve: ["hand-in", "advise", "accept", "submit"],
};

test.each(stepKinds)(
  "%s is taken, and taken back, by whom the table lets, and by nobody else",
  async (kind) => {
    const owing = await foundOwing(whole);
    const { network, key } = owing;
    await goes(owing, ...before[kind]);
    const stood = await cellFor(network.leadPartner, key);
    const took: string[] = [];
    for (const who of everybody) {
      const member = network[who];
      const may = mayByTable(member, kind, key);
      const taken = { id: newId(), ...saidWith(network, kind) };
      expect([who, await outcome(takes(member, key, kind, taken))]).toEqual([
        who,
        may ? "done" : "forbidden",
      ]);
      if (who !== "localGroupMember")
        expect((await readDeliverable(member, key)).next.every((one) => mayByTable(member, one, key))).toBe(
          true,
        );
      if (!may) continue;
      took.push(who);
      for (const other of everybody) {
        const order = { id: taken.id, reason: "By mistake" };
        if (mayByTable(network[other], kind, key)) continue;
        // Whoever does not see how deliverables stand is told of none.
        const refused = other === "localGroupMember" ? "not-found" : "forbidden";
        expect([other, await outcome(takeBackStep(network[other], key, order))]).toEqual([other, refused]);
      }
      await takeBackStep(member, key, { id: taken.id, reason: "By mistake" });
      const { state, until, hasWord, since, handedInId } = await cellFor(network.leadPartner, key);
      expect({ state, until, hasWord, since, handedInId }).toEqual({
        ...{ state: stood.state, until: stood.until, hasWord: stood.hasWord, since: stood.since },
        handedInId: stood.handedInId,
      });
    }
    // As the issue says it.
    const officers = ["officer", "colleague"];
    const said: Record<StepKind, string[]> = {
      ...{ begin: officers, "hand-in": officers, advise: ["leadExpert"], "request-changes": ["leadPartner"] },
      ...{ accept: ["leadPartner"], submit: ["leadPartner"] },
      ...{ return: ["leadPartner", "observer"], approve: ["leadPartner", "observer"] },
    };
    expect(took).toEqual(said[kind]);
  },
);

test.each(stepKinds)("%s leads on only from where the table says", async (kind) => {
  const ways: StepKind[][] = [
    [],
    ["begin"],
    ["hand-in"],
    ["hand-in", "advise"],
    ["hand-in", "request-changes"],
    ["hand-in", "advise", "accept"],
    ["hand-in", "advise", "accept", "submit"],
    ["hand-in", "advise", "accept", "submit", "return"],
    ["hand-in", "advise", "accept", "submit", "approve"],
  ];
  const network = await foundNetwork();
  for (const way of ways) {
    const deliverableId = await addOwed(network.leadPartner, whole);
    const owing = { network, key: { deliverableId, partnershipId: network.partners.own } };
    await goes(owing, ...way);
    const { state, hasWord } = await cellFor(network.leadPartner, owing.key);
    const leads =
      stepRules[kind].from.some((from) => from === state) &&
      !(kind === "accept" && !hasWord) &&
      !(kind === "advise" && hasWord);
    const said = await outcome(goes(owing, kind));
    expect([way, said]).toEqual([way, leads ? "done" : "invalid"]);
    const { to } = stepRules[kind];
    expect((await cellFor(network.leadPartner, owing.key)).state).toBe(leads && to ? to : state);
  }
});

test("whoever saw an earlier step is told that another was taken, and takes none", async () => {
  const owing = await foundOwing();
  const { network, key } = owing;
  await goes(owing, "hand-in");
  const seen = await seenNow(key);
  await goes(owing, "request-changes");
  expect(await outcome(takes(network.leadPartner, key, "accept", { seen }))).toBe("conflict");
  expect(
    await outcome(takes(network.officer, key, "hand-in", { ...saidWith(network, "hand-in"), seen })),
  ).toBe("conflict");
  expect(await outcome(takes(network.leadPartner, key, "accept", { seen: seen + 2 }))).toBe("conflict");
  expect((await cellFor(network.officer, key)).state).toBe("changes-requested");
});

test("of two who decide at the same moment one is told", async () => {
  const owing = await foundOwing();
  const { network, key } = owing;
  await goes(owing, "hand-in");
  const one = await step(key);
  const other = await step(key, { reason: "Not yet", until: dayAfter(dayOf(now()), 7) });
  const said = await Promise.all([
    outcome(takeStep(network.leadPartner, key, "accept", one)),
    outcome(takeStep(network.leadPartner, key, "request-changes", other)),
  ]);
  expect(said.sort()).toEqual(["conflict", "done"]);
  expect(await seenNow(key)).toBe(2);
});

test("the same form sent twice takes one step, at once or one after the other", async () => {
  const owing = await foundOwing();
  const { network, key } = owing;
  const order = { id: newId(), seen: 0, reason: "", what: `${network.draft.id}:now` };
  await Promise.all([
    takes(network.officer, key, "hand-in", order),
    takes(network.officer, key, "hand-in", order),
  ]);
  await takes(network.officer, key, "hand-in", order);
  const accept = { id: newId(), seen: 1, reason: "" };
  await takeStep(network.leadPartner, key, "accept", accept);
  await takeStep(network.leadPartner, key, "accept", accept);
  expect(await seenNow(key)).toBe(2);
  expect(await kindsHappened(key)).toEqual(["added", "handed-in", "accepted"]);
});

test("only the last step is taken back; it stays with who did it and why, and the number of the next goes on", async () => {
  const owing = await foundOwing();
  const { network, key } = owing;
  const { leadPartner: lead, officer } = network;
  const [handedIn = "", sentBack = "", anew = ""] = await goes(
    owing,
    "hand-in",
    "request-changes",
    "hand-in",
  );
  const { until } = (await readDeliverable(lead, key)).steps[1] ?? {};
  const asked = await database().read.deliverableStep.findUniqueOrThrow({ where: { id: sentBack } });
  expect(await wrongWith(takeBackStep(lead, key, { id: sentBack, reason: "" }))).toEqual([
    "form: deliverables:wrong.notLast",
  ]);
  expect((await readDeliverable(officer, key)).steps.map(({ mayTakeBack }) => mayTakeBack)).toEqual([
    false,
    false,
    true,
  ]);
  await takeBackStep(officer, key, { id: anew, reason: "The wrong file" });
  await takeBackStep(officer, key, { id: anew, reason: "Once more" });
  expect(await cellFor(officer, key)).toMatchObject({
    ...{ state: "changes-requested", until, since: asked.at, handedInId: handedIn },
  });
  const { steps, lastStep } = await readDeliverable(lead, key);
  expect(steps[2]).toMatchObject({
    takenBack: { by: { id: officer.personId, name: "Officer" }, reason: "The wrong file" },
    mayTakeBack: false,
  });
  expect(lastStep).toBe(3);
  // Then the one before is the last that stands.
  await takeBackStep(lead, key, { id: sentBack, reason: "" });
  expect(await cellFor(officer, key)).toMatchObject({ state: "handed-in", until: null });
  await goes(owing, "accept");
  expect((await readDeliverable(lead, key)).steps.map(({ number, kind }) => [number, kind])).toEqual([
    [1, "hand-in"],
    [2, "request-changes"],
    [3, "hand-in"],
    [4, "accept"],
  ]);
  expect(await kindsHappened(key)).toEqual([
    ...["added", "handed-in", "sent-back", "handed-in", "step-taken-back", "step-taken-back", "accepted"],
  ]);
  const traces = await database().read.activity.findMany({
    where: { subjectId: key.deliverableId, kind: "deliverable-step-taken-back" },
    orderBy: { position: "asc" },
  });
  expect(traces.map(({ personId, before, after }) => [personId, before, after])).toEqual([
    [
      officer.personId,
      { state: "handed-in" },
      { title: "The roadmap", step: "hand-in", reason: "The wrong file" },
    ],
    [lead.personId, { state: "changes-requested" }, { title: "The roadmap", step: "request-changes" }],
  ]);
});

test("a step of another deliverable, of another city or of nothing is not taken back here", async () => {
  const owing = await foundOwing();
  const { network, key } = owing;
  const { officer, leadPartner: lead, partners } = network;
  const [id = ""] = await goes(owing, "hand-in");
  const elsewhere = { ...key, deliverableId: await addOwed(lead) };
  expect(await outcome(takeBackStep(officer, elsewhere, { id, reason: "" }))).toBe("not-found");
  expect(
    await outcome(takeBackStep(officer, { ...key, partnershipId: partners.other }, { id, reason: "" })),
  ).toBe("not-found");
  expect(await outcome(takeBackStep(officer, key, { id: newId(), reason: "" }))).toBe("not-found");
  expect((await cellFor(officer, key)).state).toBe("handed-in");
});

test("a day until which there is no time is refused, today is one", async () => {
  const owing = await foundOwing({ goesToProgramme: true });
  const { network, key } = owing;
  // Past midnight in Brussels, and not in UTC.
  setClock("2022-05-07T22:30:00Z");
  await goes(owing, "hand-in");
  const ask = (until: string) => takes(network.leadPartner, key, "request-changes", { reason: "Why", until });
  expect(await wrongWith(ask("2022-05-07"))).toEqual(["until: deliverables:wrong.pastDay"]);
  await ask("2022-05-08");
  expect(await cellFor(network.officer, key)).toMatchObject({ until: "2022-05-08", kind: null });
  await goes(owing, "hand-in", "accept", "submit");
  const back = (until: string | null) => takes(network.observer, key, "return", { reason: "Why", until });
  expect(await wrongWith(back("2022-05-07"))).toEqual(["until: deliverables:wrong.pastDay"]);
  await back(null);
  expect(await cellFor(network.officer, key)).toMatchObject({ state: "returned", until: null });
});

test("a word is on what it was said of: with what was handed in taken back it is gone, with itself the wait begins anew", () => {
  const at = (day: number) => new Date(Date.UTC(2022, 4, day));
  const way = [
    { kind: "hand-in", at: at(1), until: null },
    { kind: "advise", at: at(2), until: null },
    { kind: "request-changes", at: at(3), until: "2022-06-01" },
    { kind: "hand-in", at: at(4), until: null },
  ];
  expect(whereStepsLead([])).toEqual({ state: "not-started", since: null, until: null, hasWord: false });
  expect(whereStepsLead(way.slice(0, 2))).toEqual({
    ...{ state: "handed-in", since: at(2), until: null, hasWord: true },
  });
  expect(whereStepsLead(way.slice(0, 3))).toMatchObject({ state: "changes-requested", until: "2022-06-01" });
  expect(whereStepsLead(way)).toEqual({ state: "handed-in", since: at(4), until: null, hasWord: false });
});

test("the first linked document begins it by itself, once; another one, or none, only changes where it is drafted", async () => {
  const { network, key } = await foundOwing();
  const { officer, colleague, leadPartner: lead, draft, published } = network;
  await linkDraft(officer, key, draft.id);
  await linkDraft(colleague, key, draft.id);
  expect(await cellFor(officer, key)).toMatchObject({ state: "drafting", documentId: draft.id });
  // The lead partner does not read the draft, and is not led there.
  expect((await cellFor(lead, key)).documentId).toBeNull();
  await linkDraft(colleague, key, published.id);
  expect((await cellFor(lead, key)).documentId).toBe(published.id);
  await linkDraft(officer, key, null);
  expect(await cellFor(officer, key)).toMatchObject({ state: "drafting", documentId: null });
  expect((await readDeliverable(lead, key)).steps).toMatchObject([
    { kind: "begin", by: { id: officer.personId } },
  ]);
  expect(await kindsHappened(key)).toEqual(["added", "linked", "begun", "linked", "linked"]);
  // What is begun already is not begun by a document.
  const begun = { ...key, deliverableId: await addOwed(lead) };
  await takes(officer, begun, "hand-in", { what: `${draft.id}:now` });
  await linkDraft(officer, begun, draft.id);
  expect((await cellFor(officer, begun)).state).toBe("handed-in");
});

test("what is linked is a document of the city that its officers read", async () => {
  const { network, key } = await foundOwing();
  const { officer, otherOfficer, leadPartner: lead, leadExpert, partners } = network;
  const note = { kind: "note" as const, title: "Elsewhere", language: "en" as const, text: "" };
  const theirs = await createDocument(otherOfficer, { ...note, partnershipId: partners.other });
  await openWorkingText(otherOfficer, theirs.id, { visibility: "network" });
  const hidden = await createDocument(leadExpert, {
    ...note,
    kind: "visit-note",
    partnershipId: partners.own,
  });
  const trashed = await createDocument(officer, { ...note, partnershipId: partners.own });
  await trashDocument(officer, trashed.id);
  // Named on the private note, the officer reads it, and says nothing of it to the network.
  const writer = await memberOf(await network.person(leadExpert), network.slug);
  await namePerson(writer, hidden.id, { personId: officer.personId, level: "writer" });
  const reading = await memberOf(await network.person(officer), network.slug);
  expect(await wrongWith(linkDraft(reading, key, hidden.id))).toEqual([
    "documentId: deliverables:wrong.notOffered",
  ]);
  const elsewhere = await foundNetwork();
  for (const id of [theirs.id, hidden.id, trashed.id, elsewhere.draft.id, newId(), "0"])
    expect(await wrongWith(linkDraft(officer, key, id))).toEqual([
      "documentId: deliverables:wrong.notOffered",
    ]);
  for (const member of [lead, otherOfficer, leadExpert, network.adHocExpert, network.observer])
    expect(await outcome(linkDraft(member, key, network.draft.id))).toBe("forbidden");
  expect((await cellFor(officer, key)).state).toBe("not-started");
});

test("a version of the linked draft is named by somebody, a sealed one is not; in the trash it is no draft", async () => {
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: dayAfter(dayOf(now()), 25) });
  const { officer, draft, published } = network;
  const other = { ...key, deliverableId: await addOwed(network.leadPartner, { title: "Another" }) };
  await linkDraft(officer, key, published.id);
  // Published, and handed in for something else: nobody named a version of it.
  await takes(officer, other, "hand-in", { what: `${published.id}:now` });
  await linkDraft(officer, key, draft.id);
  const reasons = async () => (await cellFor(officer, key)).reasons;
  shiftClock(20 * 86_400_000);
  const [noVersion, untouched] = [
    { kind: "no-version", days: 5 },
    { kind: "draft-untouched", days: 20 },
  ];
  await linkDraft(officer, key, published.id);
  expect(await reasons()).toEqual([noVersion, untouched]);
  await linkDraft(officer, key, draft.id);
  expect(await reasons()).toEqual([noVersion, untouched]);
  await nameVersion(officer, draft.id, "1", { name: "For the council", note: "" });
  expect(await reasons()).toEqual([untouched]);
  await trashDocument(officer, draft.id);
  expect(await reasons()).toEqual([noVersion]);
  expect((await cellFor(officer, key)).documentId).toBeNull();
});

test("it does not apply to a city, with a reason that everybody reads; nothing leads on until it applies again", async () => {
  const owing = await foundOwing({ anchor: "day", fixedOn: "2021-05-01" });
  const { network, key } = owing;
  const { leadPartner: lead, officer, otherOfficer, leadExpert, observer } = network;
  for (const member of [officer, otherOfficer, leadExpert, observer])
    expect(await outcome(setNotApplicable(member, key, "No reason"))).toBe("forbidden");
  await setNotApplicable(lead, key, "It has a roadmap already");
  await setNotApplicable(lead, key, "It has a roadmap already");
  for (const member of [lead, officer, otherOfficer, observer])
    expect(await cellFor(member, key)).toMatchObject({
      ...{ state: "not-applicable", notApplicable: "It has a roadmap already", isFinished: true, kind: null },
    });
  // The others owe it all the same.
  expect(await cellFor(lead, { ...key, partnershipId: network.partners.other })).toMatchObject({
    ...{ state: "not-started", kind: "late" },
  });
  expect(await wrongWith(goes(owing, "hand-in"))).toEqual(["form: deliverables:wrong.notNow"]);
  expect((await readDeliverable(officer, key)).next).toEqual([]);
  await setNotApplicable(lead, key, null);
  expect(await cellFor(officer, key)).toMatchObject({
    state: "not-started",
    notApplicable: null,
    kind: "late",
  });
  await goes(owing, "hand-in");
  expect(await kindsHappened(key)).toEqual(["added", "not-applicable", "applicable", "handed-in"]);
});

test("a due day of its own is the lead partner's to set, counts for that city alone, and is taken away again", async () => {
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: "2090-05-01" });
  const { leadPartner: lead, officer, colleague, leadExpert, observer, partners } = network;
  for (const member of [officer, colleague, leadExpert, observer])
    expect(await outcome(setDue(member, key, "2090-06-01"))).toBe("forbidden");
  const after = {
    ...key,
    deliverableId: await addOwed(lead, {
      ...{ anchor: "after", afterId: key.deliverableId, months: 1 },
    }),
  };
  await setDue(lead, key, "2090-06-01");
  await setDue(lead, key, "2090-06-01");
  expect(await cellFor(officer, key)).toMatchObject({ due: "2090-06-01", hasOwnDue: true });
  expect(await cellFor(officer, after)).toMatchObject({ due: "2090-07-01", hasOwnDue: false });
  const theirs = (one: CellKey) => cellFor(lead, { ...one, partnershipId: partners.other });
  expect([(await theirs(key)).due, (await theirs(after)).due]).toEqual(["2090-05-01", "2090-06-01"]);
  expect((await readMatrix(lead)).deliverables.map(({ due }) => due)).toEqual(["2090-05-01", "2090-06-01"]);
  await setDue(lead, key, null);
  expect(await cellFor(officer, key)).toMatchObject({ due: "2090-05-01", hasOwnDue: false });
  expect(await kindsHappened(key)).toEqual(["added", "due-set", "due-set"]);
});

test("what was set for a city stands with its deliverable and in what happened there, for whoever sees how it stands", async () => {
  const { network, key } = await foundOwing({ title: "The plan", anchor: "day", fixedOn: "2090-05-01" });
  const { leadPartner: lead, officer, otherOfficer, localGroupMember, partners } = network;
  await setDue(lead, key, "2090-06-01");
  await setNotApplicable(lead, key, "It has its plan");
  await setNotApplicable(lead, key, null);
  await setDue(lead, key, null);
  const by = { id: lead.personId, name: lead.name };
  for (const member of [lead, officer, otherOfficer]) {
    expect((await readDeliverable(member, key)).said).toMatchObject([
      { kind: "deliverable-due-set", by, dueOn: "2090-06-01", reason: "" },
      { kind: "deliverable-not-applicable", by, dueOn: null, reason: "It has its plan" },
      { kind: "deliverable-applicable", by, dueOn: null, reason: "" },
      { kind: "deliverable-due-set", by, dueOn: null, reason: "" },
    ]);
    const { rows } = await readFeed(member, { city: partners.own, topic: "deliverables" });
    expect(rows.map(({ kind }) => kind).slice(0, 4)).toEqual([
      ...["deliverable-due-set", "deliverable-applicable", "deliverable-not-applicable"],
      "deliverable-due-set",
    ]);
  }
  const theirs = { ...key, partnershipId: partners.other };
  expect((await readDeliverable(lead, theirs)).said).toEqual([]);
  expect((await readFeed(lead, { city: partners.other, topic: "deliverables" })).rows).toEqual([]);
  expect(await outcome(readSaidOfCell(localGroupMember, key))).toBe("forbidden");
  expect(await readSaidOfCell((await foundNetwork()).leadPartner, key)).toEqual([]);
});

test("it is given to one of the city's officers, by them or the lead partner, and to nobody else", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner: lead, officer, colleague, otherOfficer, leadExpert, partners } = network;
  const { adHocExpert, localGroupMember, observer, formerOfficer } = network;
  for (const member of [otherOfficer, leadExpert, adHocExpert, localGroupMember, observer])
    expect(await outcome(give(member, key, officer.personId))).toBe("forbidden");
  const others = [lead, otherOfficer, leadExpert, adHocExpert, localGroupMember, observer];
  for (const id of [...others.map(({ personId }) => personId), formerOfficer.id, newId()])
    expect(await wrongWith(give(officer, key, id))).toEqual(["personId: deliverables:wrong.notOfficer"]);
  expect(await officersOf(lead, partners.own)).toEqual([
    { id: colleague.personId, name: "Colleague" },
    { id: officer.personId, name: "Officer" },
  ]);
  await give(officer, key, colleague.personId);
  expect((await cellFor(observer, key)).responsible).toEqual({ id: colleague.personId, name: "Colleague" });
  await give(lead, key, officer.personId);
  expect((await cellFor(observer, key)).responsible?.id).toBe(officer.personId);
  await give(colleague, key, null);
  expect((await cellFor(observer, key)).responsible).toBeNull();
  // Who was deactivated is given nothing.
  await database().write((transaction) =>
    transaction.person.update({ where: { id: colleague.personId }, data: { deactivatedAt: now() } }),
  );
  expect(await outcome(give(officer, key, colleague.personId))).toBe("invalid");
  expect(await kindsHappened(key)).toEqual(["added", "given", "given", "given"]);
});

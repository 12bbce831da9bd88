// The facts of documents: what each kind states, what is refused beside which field, and who is told what of it.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { documentKinds, type DocumentKind } from "~/domain/documents/document";
import { factLimits, noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { Facts } from "~/domain/documents/document-facts-orders";
import { SaveDocument } from "~/domain/documents/document-orders";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { areSameFacts, differingFacts, factFields, fieldsOfFacts } from "~/domain/documents/fact-fields";
import { choicesFor } from "~/domain/documents/named-in-facts.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { addPhase, removePhase } from "~/domain/networks/phases.server";
import { refusalIn } from "~/domain/refusal";
import { wrongsIn } from "~/http/form.server";
import { searchCaughtUp } from "~/domain/search/search.server";
import { titlesToLink } from "~/domain/search/titles.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../support/found-network";

/** Facts of each kind, all of them stated. */
const full: { [Kind in DocumentKind]: DocumentFacts & { kind: Kind } } = {
  "good-practice": {
    kind: "good-practice",
    topics: ["digital", "young people"],
    from: "2019-01-01",
    to: "2020-12-31",
    population: 51_234,
    budget: 8_216_586,
    contact: "Department of development",
    elements: [
      {
        id: newId(),
        name: "A partner from industry",
        isEssential: true,
        preconditions: "A firm with patience",
        cost: "100k-1m",
        pitfalls: "It leaves when the money ends",
      },
    ],
  },
  "visit-note": {
    kind: "visit-note",
    topics: ["energy"],
    startsOn: "2020-01-23",
    endsOn: "2020-01-24",
    phaseId: "",
    purpose: "Working documents of the phase",
    experts: [],
    otherExperts: "One more from the programme",
    met: [
      { name: "Somebody", role: "Official", organisation: "City", sector: "public", hasConsented: true },
      { name: "", role: "Resident", organisation: "", sector: "", hasConsented: false },
    ],
    agreements: [{ what: "Send the documents", who: "The city", by: "2020-02-10" }],
    linked: [],
  },
  "action-plan": {
    kind: "action-plan",
    topics: [],
    from: "2022-01-01",
    to: "2030-12-31",
    adoptedOn: "2021-12-16",
  },
  "diary-entry": { kind: "diary-entry", topics: ["digital"], day: "2021-06-01", learnedFrom: "" },
  minutes: {
    kind: "minutes",
    topics: [],
    day: "2021-06-28",
    place: "Online",
    participants: "All partners",
    nextOn: "2021-09-01",
  },
  note: { kind: "note", topics: ["digital"] },
};

/** Facts of a form, as the door reads them. */
function read(facts: Record<string, unknown>) {
  const parsed = Facts.safeParse(facts);
  return parsed.success ? parsed.data : wrongsIn(parsed.error);
}

async function begun(network: FoundedNetwork, kind: DocumentKind, facts?: DocumentFacts) {
  const order = { partnershipId: network.partners.own, kind, title: "A title", language: "en" } as const;
  return createDocument(network.officer, { ...order, text: "Words", ...(facts ? { facts } : {}) });
}

/** The fields beside which saving these facts is refused, with the words for it; "done" where it is not. */
async function saved(network: FoundedNetwork, id: string, facts: DocumentFacts) {
  const { revision } = await documentToWrite(network.officer, id);
  const order = { title: "A title", language: "en", text: "Words", revision, facts } as const;
  return saveDocument(network.officer, id, order).then(
    () => "done",
    (thrown: unknown) => {
      const refusal = refusalIn(thrown);
      if (!refusal) throw thrown;
      return refusal.kind === "invalid" ? refusal.fields : refusal.kind;
    },
  );
}

test.each(documentKinds)("the facts of a %s go through a form and come back the same", async (kind) => {
  const network = await foundNetwork();
  const facts = full[kind];
  const { id } = await begun(network, kind);
  expect((await documentToWrite(network.officer, id)).facts).toEqual(noFacts(kind));
  expect(read(nestedFields(fieldsOfFacts(facts, "lt")))).toEqual(facts);
  expect(await saved(network, id, facts)).toBe("done");
  expect((await documentToWrite(network.officer, id)).facts).toEqual(facts);
  expect((await readDocument(network.officer, id)).facts).toEqual(facts);
  // Nothing stated is a form, too.
  expect(read({ kind })).toEqual(noFacts(kind));
  expect(factFields[kind].map(({ name }) => name as string).sort()).toEqual(
    Object.keys(noFacts(kind))
      .filter((name) => name !== "kind")
      .sort(),
  );
});

test.each(["51234", "51,234", "51.234", "51 234", "51\u202f234", "51’234", " 51 234 "])(
  "a population is understood as people write it: %s",
  (population) => {
    expect(read({ kind: "good-practice", population })).toMatchObject({ population: 51_234 });
  },
);

test("an agreement keeps its lines: its field has several", () => {
  const agreed = { what: "Send the documents\nSend the minutes, too", who: "The city", by: "" };
  expect(read({ kind: "visit-note", agreements: [agreed] })).toMatchObject({ agreements: [agreed] });
  const long = { what: "x".repeat(factLimits.line + 1) };
  expect(read({ kind: "visit-note", agreements: [long] })).toMatchObject({ agreements: [long] });
});

test("what is published keeps the facts that it had, while the working ones go on", async () => {
  const network = await foundNetwork();
  const { id } = await begun(network, "minutes", full.minutes);
  await publishDocument(network.officer, id, { revision: 1 });
  await saved(network, id, { ...full.minutes, place: "The town hall" });
  expect((await readDocument(network.leadPartner, id)).facts).toEqual(full.minutes);
  expect((await readDocument(network.officer, id, "working")).facts).toMatchObject({
    place: "The town hall",
  });
});

const tooLong = "x".repeat(factLimits.line + 1);
const manyOf = (row: unknown, limit: number) => Array.from({ length: limit + 1 }, () => row);

test.each<[string, Record<string, unknown>, string, string]>([
  ["a day that is none", { kind: "minutes", day: "2021-02-30" }, "day", "badDay"],
  ["a day in other words", { kind: "diary-entry", day: "yesterday" }, "day", "badDay"],
  [
    "an end before its start",
    { kind: "visit-note", startsOn: "2020-01-24", endsOn: "2020-01-23" },
    "endsOn",
    "endBeforeStart",
  ],
  [
    "a plan that ends before it begins",
    { kind: "action-plan", from: "2030-01-01", to: "2022-01-01" },
    "to",
    "endBeforeStart",
  ],
  [
    "a next meeting before this one",
    { kind: "minutes", day: "2021-02-02", nextOn: "2021-02-01" },
    "nextOn",
    "endBeforeStart",
  ],
  [
    "a population that is no number",
    { kind: "good-practice", population: "many" },
    "population",
    "badNumber",
  ],
  ...["51.5", "12,5", "1e3", "0x10", "51.234,5", "51,234.567", "1 2 3"].map(
    (population): [string, Record<string, unknown>, string, string] => [
      `a population written as ${population}`,
      { kind: "good-practice", population },
      "population",
      "badNumber",
    ],
  ),
  ["a population below nothing", { kind: "good-practice", population: "-5" }, "population", "badNumber"],
  ["a budget that is no amount", { kind: "good-practice", budget: "0,100" }, "budget", "badAmount"],
  ["a budget above the limit", { kind: "good-practice", budget: "20 000 000,01" }, "budget", "badAmount"],
  ["a contact that is too long", { kind: "good-practice", contact: tooLong }, "contact", "tooLong"],
  [
    "a purpose that is too long",
    { kind: "visit-note", purpose: "x".repeat(factLimits.lines + 1) },
    "purpose",
    "tooLong",
  ],
  [
    "an element without a name",
    { kind: "good-practice", elements: [{ pitfalls: "Words" }] },
    "elements.0.name",
    "required",
  ],
  [
    "an order of cost that does not exist",
    { kind: "good-practice", elements: [{ name: "A", cost: "free" }] },
    "elements.0.cost",
    "unknownChoice",
  ],
  [
    "too many elements",
    { kind: "good-practice", elements: manyOf({ name: "A" }, factLimits.elements) },
    "elements",
    "tooMany",
  ],
  [
    "a name without consent",
    { kind: "visit-note", met: [{ name: "Somebody", role: "Official" }] },
    "met.0.name",
    "nameNeedsConsent",
  ],
  [
    "too many people",
    { kind: "visit-note", met: manyOf({ role: "Official" }, factLimits.met) },
    "met",
    "tooMany",
  ],
  [
    "an agreement on nothing",
    { kind: "visit-note", agreements: [{ who: "The city" }] },
    "agreements.0.what",
    "required",
  ],
  [
    "an agreement by no day",
    { kind: "visit-note", agreements: [{ what: "A", by: "soon" }] },
    "agreements.0.by",
    "badDay",
  ],
  [
    "too many agreements",
    { kind: "visit-note", agreements: manyOf({ what: "A" }, factLimits.agreements) },
    "agreements",
    "tooMany",
  ],
  [
    "too many documents",
    { kind: "visit-note", linked: Array.from({ length: 41 }, newId) },
    "linked",
    "tooMany",
  ],
  [
    "too many topics",
    { kind: "note", topics: Array.from({ length: 11 }, (_, at) => `topic ${at}`).join(", ") },
    "topics",
    "tooMany",
  ],
  [
    "a topic that is too long",
    { kind: "note", topics: "x".repeat(factLimits.topic + 1) },
    "topics.0",
    "tooLong",
  ],
  ["an id that is none", { kind: "visit-note", phaseId: "'; DROP TABLE" }, "phaseId", "malformed"],
  ["a kind that does not exist", { kind: "memo" }, "kind", "required"],
])("%s is refused beside its field", (_, facts, field, key) => {
  expect(read(facts)).toMatchObject({ [field]: { key } });
});

test("topics count once, however they are spelt, and rows without words are left out", () => {
  expect(read({ kind: "note", topics: "Digital,  young   people; digital\nyoung people," })).toEqual({
    kind: "note",
    topics: ["Digital", "young people"],
  });
  expect(
    read({ kind: "visit-note", met: [{ role: " " }, { role: "Official" }], agreements: [{ what: "" }] }),
  ).toMatchObject({ met: [{ role: "Official" }], agreements: [] });
});

test("an element keeps its id, and one without an id gets one", () => {
  const id = newId();
  const elements = [
    { id, name: "Kept" },
    { id: "made up", name: "New" },
    { id, name: "With another's id" },
  ];
  const facts = read({ kind: "good-practice", elements }) as { elements: Array<{ id: string }> };
  expect(facts.elements[0]?.id).toBe(id);
  expect(facts.elements[1]?.id).toMatch(/^[0-9a-z]{20}$/);
  expect(new Set(facts.elements.map((element) => element.id)).size).toBe(3);
});

test("facts of another kind than the document's are refused, at its beginning and later", async () => {
  const network = await foundNetwork();
  const { id } = await begun(network, "note");
  expect(await saved(network, id, full.minutes)).toEqual({ form: { key: "malformed" } });
  await expect(begun(network, "note", full.minutes)).rejects.toMatchObject({
    refusal: { fields: { form: { key: "malformed" } } },
  });
  expect(
    SaveDocument.safeParse({ title: "A", language: "en", text: "", revision: 1, facts: "x" }).success,
  ).toBe(false);
});

test("phases, experts, cities and documents of another network, or unknown ones, are refused beside their field", async () => {
  const network = await foundNetwork();
  const elsewhere = await foundNetwork();
  const phase = await addPhase(network.leadPartner, phaseOrder);
  const theirPhase = await addPhase(elsewhere.leadPartner, phaseOrder);
  const visit = full["visit-note"];
  const { id } = await begun(network, "visit-note");
  const refused = (field: string) => ({ [`facts.${field}`]: { key: "notOfNetwork" } });
  for (const phaseId of [theirPhase.id, newId()])
    expect(await saved(network, id, { ...visit, phaseId })).toEqual(refused("phaseId"));
  // An officer is no expert, and neither is an expert of another network.
  for (const expert of [elsewhere.leadExpert.personId, network.officer.personId, newId()])
    expect(await saved(network, id, { ...visit, experts: [expert] })).toEqual(refused("experts"));
  const { id: theirs } = await begun(elsewhere, "note");
  for (const linked of [theirs, newId(), id])
    expect(await saved(network, id, { ...visit, linked: [linked] })).toEqual(refused("linked"));
  const { id: diary } = await begun(network, "diary-entry");
  for (const learnedFrom of [elsewhere.partners.lead, newId()])
    expect(await saved(network, diary, { ...full["diary-entry"], learnedFrom })).toEqual(
      refused("learnedFrom"),
    );
  await expect(begun(network, "visit-note", { ...visit, phaseId: theirPhase.id })).rejects.toMatchObject({
    refusal: { fields: refused("phaseId") },
  });
  const experts = [network.leadExpert.personId, network.adHocExpert.personId];
  const named = { ...visit, phaseId: phase.id, experts, linked: [network.published.id] };
  expect(await saved(network, id, named)).toBe("done");
  const entry = { ...full["diary-entry"], learnedFrom: network.partners.other };
  expect(await saved(network, diary, entry)).toBe("done");
  expect((await readDocument(network.officer, diary)).names.learnedFrom).toBe("Novska");
  // What left the network since stays as it was noted.
  await removePhase(network.leadPartner, phase.id);
  expect(await saved(network, id, { ...named, purpose: "Other words" })).toBe("done");
});

test("a document that one may not read cannot be linked, and a linked one is told only to those who may read it", async () => {
  const network = await foundNetwork();
  const { id: draftElsewhere } = await createDocument(network.otherOfficer, {
    partnershipId: network.partners.other,
    kind: "note",
    title: "A draft of another city",
    language: "en",
    text: "Words",
  });
  const { id } = await begun(network, "visit-note");
  const visit = full["visit-note"];
  expect(await saved(network, id, { ...visit, linked: [draftElsewhere] })).toEqual({
    "facts.linked": { key: "notOfNetwork" },
  });
  expect(await saved(network, id, { ...visit, linked: [network.draft.id, network.published.id] })).toBe(
    "done",
  );
  await openWorkingText(network.officer, id, { visibility: "network" });
  const toOfficer = await readDocument(network.officer, id);
  expect(toOfficer.names.linked.map(({ title }) => title)).toEqual(["The draft", "The published one"]);
  const toLead = await readDocument(network.leadPartner, id);
  expect(toLead.names.linked.map(({ title }) => title)).toEqual(["The published one"]);
  expect(toLead.facts).toMatchObject({ linked: [network.published.id] });
});

test("a name that was kept without consent is told to nobody", async () => {
  const network = await foundNetwork();
  const met = [{ name: "Somebody", role: "Official", organisation: "", sector: "", hasConsented: false }];
  // No form brings this; an older or imported document might.
  const { id } = await begun(network, "visit-note", { ...full["visit-note"], met } as DocumentFacts);
  expect(JSON.stringify(await readDocument(network.officer, id))).not.toContain("Somebody");
});

test("a writer chooses among what they may know: experts, phases, documents, topics in use", async () => {
  const network = await foundNetwork();
  const { id } = await begun(network, "visit-note");
  await begun(network, "note", { kind: "note", topics: ["Secret until May"] });
  const { id: told } = await begun(network, "note", { kind: "note", topics: ["Digital"] });
  await publishDocument(network.officer, told, { revision: 1 });
  const own = await choicesFor(network.officer, "visit-note", id);
  expect(own.experts.map(({ name }) => name)).toEqual(["Ad-hoc expert", "Lead expert"]);
  expect(own.documents.map(({ id: one }) => one)).not.toContain(id);
  expect(own.documents.map(({ title }) => title)).toContain("The draft");
  expect([...own.topics].sort()).toEqual(["Digital", "Secret until May"]);
  const others = await choicesFor(network.otherOfficer, "visit-note", newId());
  expect(others.topics).toEqual(["Digital"]);
  expect(others.documents.map(({ title }) => title)).not.toContain("The draft");
  expect((await choicesFor(network.officer, "diary-entry", id)).cities).toHaveLength(3);
  const elsewhere = await foundNetwork();
  expect(await choicesFor(elsewhere.officer, "visit-note", newId())).toMatchObject({ topics: [] });
});

test("a document worked on stays among the choices, however many were changed since", async () => {
  const network = await foundNetwork();
  const { officer, observer, draft } = network;
  const { read, write } = database();
  const row = await read.document.findUniqueOrThrow({ where: { id: draft.id } });
  const later = new Date(row.updatedAt.getTime() + 1000);
  const data = Array.from({ length: 200 }, () => ({
    ...row,
    id: newId(),
    facts: {},
    publishedFacts: {},
    updatedAt: later,
  }));
  await write((transaction) => transaction.document.createMany({ data }));
  const has = async (member: Member, linked: string[]) =>
    (
      await choicesFor(member, "visit-note", newId(), { ...noFacts("visit-note"), linked } as DocumentFacts)
    ).documents.some(({ id }) => id === draft.id);
  expect(await has(officer, [])).toBe(false);
  expect(await has(officer, [draft.id])).toBe(true);
  expect(await has(observer, [draft.id])).toBe(false);
  await searchCaughtUp();
  expect((await titlesToLink(officer, "the draft")).length).toBeGreaterThan(0);
});

test("the text that stands comes with its facts to whoever saved on top of it", async () => {
  const network = await foundNetwork();
  const { id } = await begun(network, "minutes", full.minutes);
  const order = { title: "A title", language: "en", text: "Other words", revision: 7 } as const;
  const refusal = await saveDocument(network.officer, id, { ...order, facts: noFacts("minutes") }).then(
    () => undefined,
    (thrown: unknown) => refusalIn(thrown),
  );
  expect(refusal).toMatchObject({ kind: "conflict", current: { facts: full.minutes } });
});

test("an expert whose role has ended is still named on a note", async () => {
  const network = await foundNetwork();
  const member = await memberOf(await network.person(network.adHocExpert), network.slug);
  const { id } = await begun(network, "visit-note");
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { personId: member.personId, networkId: network.networkId },
      data: { until: new Date(Date.now() - 86_400_000) },
    }),
  );
  expect(await saved(network, id, { ...full["visit-note"], experts: [member.personId] })).toBe("done");
  expect((await readDocument(network.officer, id)).names.experts).toEqual(["Ad-hoc expert"]);
});

test("two forms differ where something is stated otherwise, whatever the places of what was ticked", () => {
  const [one, other] = [newId(), newId()];
  const form = {
    "facts.experts.0": one,
    "facts.experts.1": other,
    "facts.place": "",
    "facts.day": "2020-01-01",
  };
  expect(
    areSameFacts(form, { "facts.experts.4": other, "facts.experts.9": one, "facts.day": "2020-01-01" }),
  ).toBe(true);
  expect(areSameFacts(form, { "facts.experts.0": one, "facts.day": "2020-01-01" })).toBe(false);
  const differing = differingFacts(
    "minutes",
    { "facts.place": "Here", "facts.day": "2020-01-01" },
    { "facts.place": "There", "facts.day": "2020-01-01", "facts.participants": "All" },
  );
  expect(differing.map(({ name }) => name)).toEqual(["place", "participants"]);
});

const phaseOrder = {
  phaseName: "Phase 1",
  plannedStart: null,
  plannedEnd: null,
  actualStart: null,
  actualEnd: null,
};

/** Flat fields as the door nests them, without what stands before the facts. */
function nestedFields(fields: Record<string, string>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [list = "", place, cell] = name.slice("facts.".length).split(".");
    if (place === undefined) nested[list] = value;
    else {
      const rows = (nested[list] ??= []) as Array<Record<string, unknown>>;
      const row = (rows[Number(place)] ??= {});
      if (cell !== undefined) row[cell] = value;
    }
  }
  return nested;
}

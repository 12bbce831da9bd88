// Handing in: what may be, that it stays as it was, and who reads it from then on: its judges, and observers once it went to the programme.
import { afterAll, afterEach, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { takeChainAlong } from "~/domain/activity/take-along.server";
import { HandIn } from "~/domain/deliverables/deliverable-orders";
import { handIn, handInChoices, readHandedIn } from "~/domain/deliverables/handing-in.server";
import type { CellKey } from "~/domain/deliverables/one-cell.server";
import { readDeliverable } from "~/domain/deliverables/one-deliverable.server";
import { takeBackStep } from "~/domain/deliverables/steps.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { namePerson } from "~/domain/documents/naming.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { readDocument } from "~/domain/documents/reading.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { restoreDocument, trashDocument } from "~/domain/documents/trash.server";
import { listVersions, nameVersion, readVersion } from "~/domain/documents/versions.server";
import { removeFile } from "~/domain/files/describing.server";
import { eraseFile } from "~/domain/files/erasing.server";
import { sweepFiles } from "~/domain/files/files-upkeep.server";
import { closeJudging } from "~/domain/files/judging.server";
import { listFiles } from "~/domain/files/listing.server";
import { serveFile } from "~/domain/files/serving.server";
import { readFeed } from "~/domain/networks/feed.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { fileAddress } from "~/text/file-addresses";
import { attach } from "../../support/attached";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { drawing } from "../../support/made-pictures";
import { outcome, wrongWith } from "../../support/outcome";
import { addOwed, cellFor, foundOwing, seenNow, step, takes, goOnWriting } from "../../support/owed";

afterAll(closeJudging);
afterEach(() => shiftClock(0));

const day = 86_400_000;
const notOffered = ["what: deliverables:wrong.notOffered"];

const everybody = [
  "officer",
  "colleague",
  "leadPartner",
  "leadExpert",
  "otherOfficer",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;
const city = ["officer", "colleague"];
const judges = [...city, "leadPartner", "leadExpert"];
const programme = [...judges, "observer"];

/** Who of them is let through this door; everybody else is told of nothing. */
async function who(network: FoundedNetwork, door: (member: Member) => Promise<unknown>): Promise<string[]> {
  const let_: string[] = [];
  for (const name of everybody) {
    const said = await outcome(door(network[name]));
    expect(["done", "not-found"]).toContain(said);
    if (said === "done") let_.push(name);
  }
  return let_;
}
const whoReads = (network: FoundedNetwork, key: CellKey, stepId: string) =>
  who(network, (member) => readHandedIn(member, key, stepId));
const whoGets = (network: FoundedNetwork, id: string) =>
  who(network, (member) => serveFile({ memberIn: () => Promise.resolve(member) }, id));
/** Who is told on the deliverable's page what was handed in with this step. */
async function whoIsTold(network: FoundedNetwork, key: CellKey, stepId: string): Promise<string[]> {
  const told: string[] = [];
  for (const name of everybody) {
    if (name === "localGroupMember") continue;
    const { steps } = await readDeliverable(network[name], key);
    if (steps.find(({ id }) => id === stepId)?.handedIn) told.push(name);
  }
  return told;
}

async function write({ officer }: FoundedNetwork, id: string, text: string): Promise<number> {
  const { title, language, revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  return (await saveDocument(officer, id, { title, language: language as "en", text, revision })).revision;
}

const handsIn = ({ officer }: FoundedNetwork, key: CellKey, what: string) =>
  takes(officer, key, "hand-in", { what });
const asked = { reason: "More", until: dayAfter(dayOf(now()), 14) };

test("a document is handed in as it stands, sealed, and says the same for good", async () => {
  const { network, key } = await foundOwing();
  const { officer, leadPartner: lead, draft } = network;
  const revision = await write(network, draft.id, "As it **stands**.");
  const id = await handsIn(network, key, `${draft.id}:now`);
  await write(network, draft.id, "Otherwise.");
  const read = await readHandedIn(lead, key, id);
  expect(read).toMatchObject({
    document: { id: draft.id, title: "The draft", language: "en", kind: "good-practice" },
    by: { id: officer.personId, name: "Officer" },
    isTakenBack: false,
    isUnchanged: true,
  });
  expect(read.rendered.html).toContain("<strong>stands</strong>");
  // It is one of the city's versions, which nobody named.
  expect((await readVersion(officer, draft.id, String(revision))).isUnchanged).toBe(true);
  const versions = await database().read.namedVersion.findMany({ where: { documentId: draft.id } });
  expect(versions).toMatchObject([{ revision, name: "", namedById: officer.personId }]);
  expect((await listVersions(officer, draft.id)).versions.map((one) => one.revision)).toContain(revision);
  expect((await readDeliverable(lead, key)).steps).toMatchObject([
    { id, handedIn: { title: "The draft", fileId: null } },
  ]);
  // What somebody alters behind Torg's back shows.
  await database().write((transaction) =>
    transaction.documentSave.updateMany({
      where: { documentId: draft.id, revision },
      data: { text: "Forged" },
    }),
  );
  expect((await readHandedIn(lead, key, id)).isUnchanged).toBe(false);
});

test("a named version is handed in though the text has moved on, and keeps its name", async () => {
  const { network, key } = await foundOwing();
  const { officer, leadPartner: lead, draft } = network;
  const revision = await write(network, draft.id, "For the council.");
  await nameVersion(officer, draft.id, String(revision), { name: "Council", note: "" });
  await write(network, draft.id, "After the council.");
  const id = await handsIn(network, key, `${draft.id}:${revision}`);
  expect((await readHandedIn(lead, key, id)).rendered.html).toContain("For the council.");
  const version = { documentId_revision: { documentId: draft.id, revision } };
  expect(await database().read.namedVersion.findUnique({ where: version })).toMatchObject({
    name: "Council",
  });
});

test("the title is the one it had, whatever it is called by now", async () => {
  const { network, key } = await foundOwing();
  const { officer, leadPartner: lead, draft } = network;
  const id = await handsIn(network, key, `${draft.id}:now`);
  const { revision } = await database().read.document.findUniqueOrThrow({ where: { id: draft.id } });
  await saveDocument(officer, draft.id, { title: "Renamed", language: "en", text: "Text", revision });
  expect((await readHandedIn(lead, key, id)).document.title).toBe("The draft");
  expect((await readDeliverable(lead, key)).steps).toMatchObject([{ handedIn: { title: "The draft" } }]);
});

test("a file is handed in by itself: its judges have it, and it is no version to read", async () => {
  const { network, key } = await foundOwing();
  const { officer, leadPartner: lead, draft } = network;
  const file = await attach(officer, draft.id, "plan.txt", "The plan");
  const other = await attach(officer, draft.id, "other.txt", "Not this one");
  expect(await whoGets(network, file.id)).toEqual(city);
  const id = await handsIn(network, key, `${draft.id}:file:${file.id}`);
  expect(await whoGets(network, file.id)).toEqual(judges);
  expect(await whoGets(network, other.id)).toEqual(city);
  expect((await readDeliverable(lead, key)).steps).toMatchObject([
    { id, handedIn: { title: "plan.txt", fileId: file.id, erased: null } },
  ]);
  expect(await whoIsTold(network, key, id)).toEqual(judges);
  expect(await whoReads(network, key, id)).toEqual([]);
  // Out of the gallery, or erased for good: its judges still come to it, and are told.
  await removeFile(officer, draft.id, file.id);
  expect(await whoGets(network, file.id)).toEqual(judges);
  await eraseFile(officer, draft.id, file.id, { reason: "A private address" });
  expect(await serveFile({ memberIn: () => Promise.resolve(lead) }, file.id)).toMatchObject({
    isErased: true,
  });
  // Its step says that it was, when and by whom, to those who had it, and nothing to whoever had it not.
  for (const member of [lead, officer])
    expect((await readDeliverable(member, key)).steps).toMatchObject([
      { handedIn: { fileId: file.id, erased: { by: { name: officer.name }, at: expect.any(Date) as Date } } },
    ]);
  expect((await readDeliverable(network.otherOfficer, key)).steps).toMatchObject([{ handedIn: null }]);
});

test("what is no version or file of a document that the city's officer reads is refused", async () => {
  const { network, key } = await foundOwing();
  const { officer, otherOfficer, leadExpert, draft, published, partners } = network;
  const note = { kind: "note" as const, title: "A note", language: "en" as const, text: "Words" };
  const theirs = await createDocument(otherOfficer, { ...note, partnershipId: partners.other });
  // Open to the network, as a draft and as published: it is read by all, and another city's all the same.
  await openWorkingText(otherOfficer, theirs.id, { visibility: "network" });
  await publishDocument(otherOfficer, theirs.id, { revision: 1, visibility: "network" });
  const theirFile = await attach(otherOfficer, theirs.id, "theirs.txt", "theirs");
  const trashed = await createDocument(officer, { ...note, partnershipId: partners.own });
  const trashedFile = await attach(officer, trashed.id, "trashed.txt", "trashed");
  await trashDocument(officer, trashed.id);
  const hidden = await createDocument(leadExpert, {
    ...note,
    kind: "visit-note",
    partnershipId: partners.own,
  });
  const writer = await memberOf(await network.person(leadExpert), network.slug);
  await namePerson(writer, hidden.id, { personId: officer.personId, level: "writer" });
  const reading = await memberOf(await network.person(officer), network.slug);
  const removed = await attach(officer, draft.id, "removed.txt", "removed");
  await removeFile(officer, draft.id, removed.id);
  const erased = await attach(officer, draft.id, "erased.txt", "erased");
  await eraseFile(officer, draft.id, erased.id, { reason: "A private address" });
  const ofPublished = await attach(officer, published.id, "other.txt", "other");
  const elsewhere = await foundNetwork();
  const wrong = [
    `${theirs.id}:now`,
    `${theirs.id}:1`,
    `${theirs.id}:file:${theirFile.id}`,
    `${draft.id}:file:${theirFile.id}`,
    `${trashed.id}:now`,
    `${trashed.id}:1`,
    `${trashed.id}:file:${trashedFile.id}`,
    `${hidden.id}:now`,
    `${hidden.id}:1`,
    `${elsewhere.draft.id}:now`,
    `${elsewhere.draft.id}:1`,
    `${newId()}:now`,
    `${newId()}:file:${newId()}`,
    `${draft.id}:file:${newId()}`,
    `${draft.id}:file:`,
    `${draft.id}:file:${removed.id}`,
    `${draft.id}:file:${erased.id}`,
    `${draft.id}:file:${ofPublished.id}`,
    ...["", "0", "2", "-1", "1.5", "one", "99999999999", "1e20", "1e999", "0x1", " 1"].map(
      (revision) => `${draft.id}:${revision}`,
    ),
    draft.id,
    "now",
    "::",
    "%00:now",
  ];
  for (const what of wrong)
    expect([what, await wrongWith(takes(reading, key, "hand-in", { what }))]).toEqual([what, notOffered]);
  expect((await cellFor(officer, key)).state).toBe("not-started");
  expect(await seenNow(key)).toBe(0);
  // Nothing was sealed on the way, and the right one is taken.
  expect(
    await database().read.namedVersion.count({ where: { documentId: { in: [theirs.id, draft.id] } } }),
  ).toBe(1);
  await handsIn(network, key, `${draft.id}:1`);
});

test("for another city nothing is handed in, whoever's it is", async () => {
  const { network, key } = await foundOwing();
  const { officer, otherOfficer, draft, partners } = network;
  const theirs = { ...key, partnershipId: partners.other };
  expect(await outcome(takes(officer, theirs, "hand-in", { what: `${draft.id}:now` }))).toBe("forbidden");
  expect(await wrongWith(takes(otherOfficer, theirs, "hand-in", { what: `${draft.id}:now` }))).toEqual(
    notOffered,
  );
  expect(await outcome(handInChoices(officer, partners.other, null))).toBe("forbidden");
});

test("what may be handed in is offered: the linked document first, its named versions and files, nothing of others", async () => {
  const { network } = await foundOwing();
  const { officer, otherOfficer, leadExpert, leadPartner, draft, published, partners } = network;
  const note = { kind: "note" as const, title: "A note", language: "en" as const, text: "" };
  await createDocument(otherOfficer, { ...note, partnershipId: partners.other });
  const hidden = await createDocument(leadExpert, {
    ...note,
    kind: "visit-note",
    partnershipId: partners.own,
  });
  const writer = await memberOf(await network.person(leadExpert), network.slug);
  await namePerson(writer, hidden.id, { personId: officer.personId, level: "reader" });
  const reading = await memberOf(await network.person(officer), network.slug);
  const trashed = await createDocument(officer, { ...note, partnershipId: partners.own });
  await trashDocument(officer, trashed.id);
  await nameVersion(officer, draft.id, "1", { name: "Council", note: "" });
  await write(network, draft.id, "Since then.");
  const file = await attach(officer, draft.id, "plan.txt", "The plan");
  const gone = await attach(officer, draft.id, "gone.txt", "Gone");
  await removeFile(officer, draft.id, gone.id);
  const choices = await handInChoices(reading, partners.own, published.id);
  expect(choices.map(({ documentId }) => documentId)).toEqual([published.id, draft.id]);
  expect(choices[1]).toMatchObject({
    ...{ title: "The draft", now: `${draft.id}:now` },
    versions: [{ value: `${draft.id}:1`, name: "Council" }],
    files: [{ value: `${draft.id}:file:${file.id}`, name: "plan.txt" }],
  });
  // Whatever is offered is taken.
  for (const { now: stands, versions, files } of choices)
    for (const what of [stands, ...versions.map(({ value }) => value), ...files.map(({ value }) => value)]) {
      const key = { deliverableId: await addOwed(leadPartner), partnershipId: partners.own };
      expect([what, await outcome(takes(officer, key, "hand-in", { what }))]).toEqual([what, "done"]);
    }
});

test("its judges read what was handed in before anything is published, observers what went to the programme, others nothing", async () => {
  const { network, key } = await foundOwing({ goesToProgramme: true });
  const { officer, leadPartner: lead, observer, draft } = network;
  expect(await who(network, (member) => readDocument(member, draft.id))).toEqual(city);
  const first = await handsIn(network, key, `${draft.id}:now`);
  expect(await whoReads(network, key, first)).toEqual(judges);
  expect(await whoIsTold(network, key, first)).toEqual(judges);
  // That opens one version, and neither the draft nor its other versions.
  expect(await who(network, (member) => readDocument(member, draft.id))).toEqual(city);
  expect(await who(network, (member) => readVersion(member, draft.id, "1"))).toEqual(city);

  await takes(lead, key, "accept");
  expect(await whoReads(network, key, first)).toEqual(judges);
  const submitted = await takes(lead, key, "submit");
  expect(await whoReads(network, key, first)).toEqual(programme);
  expect(await whoIsTold(network, key, first)).toEqual(programme);
  await takeBackStep(lead, key, { id: submitted, reason: "Too early" });
  expect(await whoReads(network, key, first)).toEqual(judges);
  await takes(lead, key, "submit");
  await takes(observer, key, "return", { reason: "A table is missing" });
  expect(await whoReads(network, key, first)).toEqual(programme);

  // The newer one is not the programme's before it is submitted as well.
  await write(network, draft.id, "With the table.");
  const second = await handsIn(network, key, `${draft.id}:now`);
  expect([await whoReads(network, key, first), await whoReads(network, key, second)]).toEqual([
    programme,
    judges,
  ]);
  await takeBackStep(officer, key, { id: second, reason: "The wrong version" });
  expect([await whoReads(network, key, first), await whoReads(network, key, second)]).toEqual([
    programme,
    city,
  ]);
  expect(await whoIsTold(network, key, second)).toEqual(city);
  expect((await readHandedIn(officer, key, second)).isTakenBack).toBe(true);
  const third = await handsIn(network, key, `${draft.id}:now`);
  await takes(lead, key, "accept");
  await takes(lead, key, "submit");
  expect(await whoReads(network, key, third)).toEqual(programme);
  expect(await whoReads(network, key, second)).toEqual(city);
});

test("what was sent back and never submitted stays from observers, also when a newer one was", async () => {
  const { network, key } = await foundOwing({ goesToProgramme: true });
  const { leadPartner: lead, draft } = network;
  const first = await handsIn(network, key, `${draft.id}:now`);
  await takes(lead, key, "request-changes", asked);
  await goOnWriting(network.officer, key, draft.id);
  const second = await handsIn(network, key, `${draft.id}:now`);
  await takes(lead, key, "accept");
  await takes(lead, key, "submit");
  expect(await whoReads(network, key, first)).toEqual(judges);
  expect(await whoReads(network, key, second)).toEqual(programme);
});

test("what is asked for anew is a newer version or another file; after a hand-in that was taken back the same one is", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner: lead, officer, draft, published } = network;
  const older = await write(network, draft.id, "An older one.");
  const sent = await write(network, draft.id, "As it was sent.");
  const again = (what: string) => wrongWith(takes(officer, key, "hand-in", { what }));
  const notNewer = ["what: deliverables:wrong.notNewer"];
  const first = await handsIn(network, key, `${draft.id}:now`);
  await takeBackStep(officer, key, { id: first, reason: "Too early" });
  await handsIn(network, key, `${draft.id}:${sent}`);
  await takes(lead, key, "request-changes", asked);
  for (const which of ["now", sent, older]) expect(await again(`${draft.id}:${which}`)).toEqual(notNewer);
  await goOnWriting(officer, key, draft.id);
  await handsIn(network, key, `${draft.id}:now`);
  await takes(lead, key, "request-changes", asked);
  // Another document of the city is another matter, and so is a file; the same file is not.
  await handsIn(network, key, `${published.id}:now`);
  await takes(lead, key, "request-changes", asked);
  const file = await attach(officer, draft.id, "budget.txt", "The budget");
  await handsIn(network, key, `${draft.id}:file:${file.id}`);
  await takes(lead, key, "request-changes", asked);
  expect(await again(`${draft.id}:file:${file.id}`)).toEqual(notNewer);
  // A file that came along in a version is another thing when it is handed in by itself.
  await write(network, draft.id, `[The budget](${fileAddress(file.id)})`);
  await handsIn(network, key, `${draft.id}:now`);
  await takes(lead, key, "request-changes", asked);
  await handsIn(network, key, `${draft.id}:file:${file.id}`);
});

test("a step is read only under its own deliverable, city and network, and only where something was handed in", async () => {
  const { network, key } = await foundOwing();
  const { leadPartner: lead, officer, draft, partners } = network;
  const id = await handsIn(network, key, `${draft.id}:now`);
  const accepted = await takes(lead, key, "accept");
  const elsewhere = await foundOwing();
  for (const [member, where, step] of [
    [lead, { ...key, deliverableId: await addOwed(lead) }, id],
    [lead, { ...key, partnershipId: partners.other }, id],
    [lead, key, accepted],
    [lead, key, newId()],
    [elsewhere.network.leadPartner, key, id],
    [elsewhere.network.leadPartner, elsewhere.key, id],
  ] as const)
    expect(await outcome(readHandedIn(member, where, step))).toBe("not-found");
  expect(await outcome(readHandedIn(officer, key, id))).toBe("done");
});

test("a picture in a handed-in text opens to those who read that text and nobody else; what the text does not name to the city alone", async () => {
  const { network, key } = await foundOwing({ goesToProgramme: true });
  const { officer, leadPartner: lead, draft } = network;
  const shown = await attach(officer, draft.id, "shown.png", await drawing(300, 200));
  const other = await attach(officer, draft.id, "other.png", await drawing(200, 300));
  await write(network, draft.id, `![The square](${fileAddress(shown.id, shown.picture)})`);
  expect(await whoGets(network, shown.id)).toEqual(city);
  const id = await handsIn(network, key, `${draft.id}:now`);
  expect(await whoGets(network, shown.id)).toEqual(judges);
  expect((await readHandedIn(lead, key, id)).rendered.html).toContain(`/files/${shown.id}`);
  // The next version shows the other one, and is not handed in.
  await write(network, draft.id, `![The market](${fileAddress(other.id, other.picture)})`);
  expect([await whoGets(network, shown.id), await whoGets(network, other.id)]).toEqual([judges, city]);
  await takes(lead, key, "accept");
  const submitted = await takes(lead, key, "submit");
  expect([await whoGets(network, shown.id), await whoGets(network, other.id)]).toEqual([programme, city]);
  // A stranger, a member of elsewhere and whoever was a member have none.
  const stranger = (await foundNetwork()).leadPartner;
  const asker = {
    memberIn: (slug: string) => Promise.resolve(slug === stranger.network.slug ? stranger : null),
  };
  expect(await outcome(serveFile(asker, shown.id))).toBe("not-found");
  expect(await outcome(serveFile({ memberIn: () => Promise.resolve(null) }, shown.id))).toBe("not-found");
  expect((await serveFile({ memberIn: () => Promise.resolve(lead) }, shown.id)).isPublic).toBe(false);
  for (const [member, step] of [
    [lead, submitted],
    [lead, (await readDeliverable(lead, key)).steps[1]?.id ?? ""],
    [officer, id],
  ] as const)
    await takeBackStep(member, key, { id: step, reason: "By mistake" });
  expect(await whoGets(network, shown.id)).toEqual(city);
});

test("a text does not hand in what belongs to another document", async () => {
  const { network, key } = await foundOwing();
  const { officer, draft, published } = network;
  const secret = await attach(officer, draft.id, "secret.txt", "secret");
  await write(network, published.id, `[mine](${fileAddress(secret.id)})`);
  await handsIn(network, key, `${published.id}:now`);
  expect(await whoGets(network, secret.id)).toEqual(city);
});

test("what was handed in is not put into the trash, not even after it was taken back; what is only linked is", async () => {
  const { network, key } = await foundOwing();
  const { officer, draft, published } = network;
  const file = await attach(officer, published.id, "plan.txt", "The plan");
  const id = await handsIn(network, key, `${draft.id}:now`);
  expect(await wrongWith(trashDocument(officer, draft.id))).toEqual(["form: managing:wrong.handedIn"]);
  await takeBackStep(officer, key, { id, reason: "By mistake" });
  expect(await wrongWith(trashDocument(officer, draft.id))).toEqual(["form: managing:wrong.handedIn"]);
  // So is a document whose file was handed in.
  await trashDocument(officer, published.id);
  await restoreDocument(officer, published.id);
  await handsIn(network, key, `${published.id}:file:${file.id}`);
  expect(await wrongWith(trashDocument(officer, published.id))).toEqual(["form: managing:wrong.handedIn"]);
  // Who may not put it there is told that, and nothing of what was handed in.
  expect(await outcome(trashDocument(network.leadPartner, draft.id))).toBe("not-found");
  expect(await outcome(trashDocument(network.leadPartner, published.id))).toBe("forbidden");
});

test("files that were handed in stay when nothing else names them, and their gallery says so", async () => {
  const { network, key } = await foundOwing();
  const { officer, draft } = network;
  const alone = await attach(officer, draft.id, "alone.txt", "alone");
  const out = await attach(officer, draft.id, "out.txt", "out");
  const never = await attach(officer, draft.id, "never.txt", "never");
  const another = { ...key, deliverableId: await addOwed(network.leadPartner) };
  const taken = await handsIn(network, key, `${draft.id}:file:${alone.id}`);
  await handsIn(network, another, `${draft.id}:file:${out.id}`);
  await takeBackStep(officer, key, { id: taken, reason: "The wrong file" });
  await removeFile(officer, draft.id, out.id);
  const { files, removed } = await listFiles(officer, draft.id);
  const goesOn = [...files, ...removed].filter((file) => file.goesOn !== null).map(({ name }) => name);
  expect(goesOn).toEqual(["never.txt"]);
  shiftClock(31 * day);
  await sweepFiles();
  const left = await database().read.attachedFile.findMany({ where: { documentId: draft.id } });
  expect(left.map(({ id }) => id).sort()).toEqual([alone.id, out.id].sort());
  expect(left.map(({ id }) => id)).not.toContain(never.id);
});

test("what happened names the deliverable, and not the draft to those who may not read that", async () => {
  const { network, key } = await foundOwing();
  const { officer, otherOfficer, observer, partners } = network;
  const secret = "Closing the swimming pool";
  const note = { kind: "note" as const, title: secret, language: "en" as const, text: "" };
  const { id } = await createDocument(officer, { ...note, partnershipId: partners.own });
  await handsIn(network, key, `${id}:now`);
  for (const member of [otherOfficer, observer]) {
    const feed = JSON.stringify(await readFeed(member, {}));
    expect(feed).toContain("deliverable-handed-in");
    expect(feed).not.toContain(secret);
    expect(JSON.stringify(await readDeliverable(member, key))).not.toContain(secret);
  }
  // Administrators manage the record, and do not thereby read drafts.
  const { rows } = await takeChainAlong({ person: { isAdministrator: true } }, network.networkId);
  let taken = "";
  for await (const page of rows) taken += JSON.stringify(page);
  expect(taken).toContain("deliverable-handed-in");
  expect(taken).not.toContain(secret);
});

test("an order to hand in says what", async () => {
  const order = { id: newId(), seen: "0" };
  expect(HandIn.safeParse({ ...order, what: "" }).success).toBe(false);
  expect(HandIn.parse({ ...order, what: "a:now" })).toEqual({ ...order, seen: 0, what: "a:now", reason: "" });
  const { network, key } = await foundOwing();
  const taken = { ...(await step(key, { reason: "Two annexes follow" })), what: `${network.draft.id}:now` };
  await handIn(network.officer, key, taken);
  expect((await readDeliverable(network.officer, key)).steps).toMatchObject([
    { reason: "Two annexes follow" },
  ]);
});

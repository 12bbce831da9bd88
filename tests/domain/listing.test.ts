// The list of documents: each reader's own, narrowed, sorted and counted by what they may read and by nothing else.
import { expect, test } from "vitest";
import { addComment } from "~/domain/comments/comments.server";
import { documentFilterIn } from "~/domain/documents/document-list-orders";
import { listSearch } from "~/domain/documents/document-list";
import { noFacts } from "~/domain/documents/document-facts";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { listDocuments } from "~/domain/documents/listing.server";
import { namePerson } from "~/domain/documents/naming.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { documentsThatWait } from "~/domain/notifications/waiting-documents.server";
import { memberOf } from "~/domain/access/members.server";
import type { Member } from "~/domain/access/member";
import type { DocumentFilter } from "~/domain/documents/document-list";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { replyToVisit } from "~/domain/visits/statements.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { type FoundedNetwork, enrol, foundNetwork, foundPerson } from "../support/found-network";

const titles = async (member: Member, filter: DocumentFilter = {}) =>
  (await listDocuments(member, filter)).rows.map(({ title }) => title);

/** A second text of the published practice that nobody but its city reads. */
async function changeAfterPublishing({ officer, published }: FoundedNetwork) {
  await saveDocument(officer, published.id, {
    title: "Secret working title",
    language: "lt",
    text: "Unpublished words",
    facts: { ...noFacts("good-practice"), topics: ["Secret topic"] } as never,
    revision: 1,
  });
}

test("each member lists what they may read, as they may read it, and counts nothing else", async () => {
  const network = await foundNetwork();
  await changeAfterPublishing(network);
  const { officer, observer, leadPartner } = network;
  expect(await titles(officer)).toEqual(["Secret working title", "The draft"]);
  for (const reader of [observer, leadPartner]) {
    const list = await listDocuments(reader);
    expect(list).toMatchObject({ count: 1, page: 1, pages: 1, kinds: { "good-practice": 1, minutes: 0 } });
    expect(list.rows).toMatchObject([
      { title: "The published one", language: "en", state: "published", isOwn: false },
    ]);
  }
});

test("what narrows and sorts the list of a reader tells nothing of a working text that is not theirs", async () => {
  const network = await foundNetwork();
  await changeAfterPublishing(network);
  const { officer, observer } = network;
  const ofWorking: DocumentFilter[] = [
    { topic: "secret topic" },
    { language: "lt" },
    { state: "changed" },
    { state: "draft" },
  ];
  for (const filter of ofWorking) expect([filter, await titles(observer, filter)]).toEqual([filter, []]);
  expect(await titles(officer, { topic: "SECRET  TOPIC".replace("  ", " ") })).toEqual([
    "Secret working title",
  ]);
  expect(await titles(officer, { language: "lt" })).toEqual(["Secret working title"]);
  expect(await titles(officer, { state: "changed" })).toEqual(["Secret working title"]);
  expect(await titles(officer, { state: "draft" })).toEqual(["The draft"]);
  expect(await titles(observer, { state: "published" })).toEqual(["The published one"]);
  // Another day than the last change: published texts are changed when they are published.
  await database().write((transaction) =>
    transaction.document.update({
      where: { id: network.published.id },
      data: { publishedAt: new Date("2021-03-04T12:00:00Z") },
    }),
  );
  const march: DocumentFilter = { from: "2021-03-01", to: "2021-03-04" };
  expect(await titles(observer, march)).toEqual(["The published one"]);
  expect(await titles(officer, march)).toEqual([]);
});

test("the list is narrowed by kind, city, whose it is and its state, and sorted in four ways", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, partners, draft } = network;
  const minutes = (title: string, day: string) =>
    createDocument(otherOfficer, {
      partnershipId: partners.other,
      kind: "minutes",
      title,
      language: "en",
      text: "Said",
      facts: { ...noFacts("minutes"), day } as never,
    });
  const late = await minutes("Late minutes", "2022-05-01");
  const early = await minutes("Ėarly minutes", "2021-05-01");
  for (const { id } of [late, early]) await openWorkingText(otherOfficer, id, { visibility: "network" });
  expect(await titles(officer, { kind: "minutes" })).toEqual(["Ėarly minutes", "Late minutes"]);
  expect(await titles(officer, { city: partners.other, sort: "day" })).toEqual([
    "Late minutes",
    "Ėarly minutes",
  ]);
  expect(await titles(officer, { sort: "title" })).toEqual([
    "Ėarly minutes",
    "Late minutes",
    "The draft",
    "The published one",
  ]);
  expect((await listDocuments(officer, { sort: "city" })).rows.map(({ city }) => city)).toEqual([
    "Alytus",
    "Alytus",
    "Novska",
    "Novska",
  ]);
  expect((await listDocuments(officer, { kind: "minutes" })).kinds).toMatchObject({
    "good-practice": 2,
    minutes: 2,
  });
  expect(await titles(officer, { whose: "mine", sort: "title" })).toEqual(["The draft", "The published one"]);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { archivedAt: new Date() } }),
  );
  expect(await titles(officer, { whose: "mine" })).toEqual(["The published one"]);
  expect(await titles(officer, { state: "archived" })).toEqual(["The draft"]);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { trashedAt: new Date() } }),
  );
  expect(await titles(officer, { state: "archived" })).toEqual([]);
});

test("whoever is named on a text of another city lists it, and finds it under their name", async () => {
  const network = await foundNetwork();
  const { otherOfficer, draft, officer, networkId } = network;
  expect(await titles(otherOfficer, { whose: "named" })).toEqual([]);
  await database().write((transaction) =>
    transaction.naming.create({
      data: {
        documentId: draft.id,
        personId: otherOfficer.personId,
        networkId,
        level: "reader",
        namedById: officer.personId,
      },
    }),
  );
  const named = await memberOf(await network.person(otherOfficer), network.slug);
  expect(await titles(named, { whose: "named" })).toEqual(["The draft"]);
  expect((await listDocuments(named)).count).toBe(2);
});

test("pages of fifty; a page that is not there shows the last one", async () => {
  const { officer, partners } = await foundNetwork();
  for (let index = 0; index < 53; index += 1)
    await createDocument(officer, {
      partnershipId: partners.own,
      kind: "note",
      title: `Note ${String(index).padStart(2, "0")}`,
      language: "en",
      text: "",
    });
  const first = await listDocuments(officer, { kind: "note", sort: "title" });
  expect([first.rows.length, first.count, first.pages]).toEqual([50, 53, 2]);
  const second = await listDocuments(officer, { kind: "note", page: 2 });
  const all = [...(await listDocuments(officer, { kind: "note" })).rows, ...second.rows];
  expect(new Set(all.map(({ id }) => id)).size).toBe(53);
  expect(await listDocuments(officer, { kind: "note", page: 99 })).toMatchObject({ page: 2 });
});

test("what waits: an unanswered remark for the city, a visit note for the expert's and the city's signatures and the city's reply", async () => {
  const network = await foundNetwork();
  const { officer, adHocExpert, leadPartner, otherOfficer, observer, published, partners } = network;
  for (const member of [officer, adHocExpert, observer]) expect(await documentsThatWait(member)).toEqual([]);
  await addComment(leadPartner, published.id, { id: newId(), madeOn: "published", text: "How?" } as never);
  expect(await documentsThatWait(officer)).toEqual([published.id]);
  expect(await titlesWaiting(officer)).toEqual(["The published one"]);
  expect(await documentsThatWait(otherOfficer)).toEqual([]);
  const note = await createDocument(adHocExpert, {
    partnershipId: partners.own,
    kind: "visit-note",
    title: "A visit",
    language: "en",
    text: "Seen",
    facts: { ...noFacts("visit-note"), experts: [adHocExpert.personId] } as never,
  });
  const expert = await memberOf(await network.person(adHocExpert), network.slug);
  // Private: it waits for nobody.
  expect(await documentsThatWait(expert)).toEqual([]);
  await openWorkingText(expert, note.id, { visibility: "draft" });
  expect(await documentsThatWait(expert)).toEqual([note.id]);
  expect((await documentsThatWait(officer)).sort()).toEqual([note.id, published.id].sort());
  const sign = (side: string, personId: string) =>
    database().write((transaction) =>
      transaction.signOff.create({ data: { documentId: note.id, side, revision: 1, personId } }),
    );
  await sign("expert", expert.personId);
  expect(await documentsThatWait(expert)).toEqual([]);
  await sign("city", officer.personId);
  // The city's reply is still missing.
  expect(await documentsThatWait(officer)).toContain(note.id);
  await database().write((transaction) =>
    transaction.visitStatement.create({
      data: {
        id: newId(),
        networkId: network.networkId,
        documentId: note.id,
        kind: "reply",
        text: "So it was.",
        authorId: officer.personId,
      },
    }),
  );
  expect(await documentsThatWait(officer)).toEqual([published.id]);
});

test("whoever speaks for both sides of a visit waits for somebody else once they have signed for one, until the text is another", async () => {
  const network = await foundNetwork();
  const { officer, adHocExpert, partners } = network;
  const facts = { ...noFacts("visit-note"), experts: [adHocExpert.personId] };
  const order = { kind: "visit-note", title: "A visit", language: "en", text: "Seen", facts } as const;
  const { id } = await createDocument(officer, { partnershipId: partners.own, ...order });
  await openWorkingText(officer, id, { visibility: "network" });
  await enrol(network, { id: adHocExpert.personId }, "project-officer", partners.own);
  const both = await memberOf(await network.person(adHocExpert), network.slug);
  await replyToVisit(officer, id, { id: newId(), text: "So it was." });
  expect(await documentsThatWait(both)).toEqual([id]);
  await signVisit(both, id, { side: "expert", revision: 1 });
  expect(await documentsThatWait(both)).toEqual([]);
  expect(await documentsThatWait(officer)).toEqual([id]);
  await saveDocument(officer, id, { ...order, text: "Seen, and more", revision: 1 });
  expect(await documentsThatWait(both)).toEqual([id]);
  await signVisit(both, id, { side: "city", revision: 2 });
  expect(await documentsThatWait(both)).toEqual([]);
  expect(await documentsThatWait(officer)).toEqual([]);
});

test("a visit note waits for the experts who may sign it: also for who began it, not for one of another city", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, partners } = network;
  const elsewhere = await foundPerson("Expert of another city");
  await enrol(network, elsewhere, "ad-hoc-expert", partners.other);
  const facts = { ...noFacts("visit-note"), experts: [elsewhere.id] };
  const order = { kind: "visit-note", title: "A visit", language: "en", text: "Seen", facts } as const;
  const { id } = await createDocument(leadExpert, { partnershipId: partners.own, ...order });
  const author = await memberOf(await network.person(leadExpert), network.slug);
  await openWorkingText(author, id, { visibility: "network" });
  await namePerson(officer, id, { personId: elsewhere.id, level: "reader" });
  expect(await documentsThatWait(author)).toEqual([id]);
  expect(await documentsThatWait(await memberOf(elsewhere, network.slug))).toEqual([]);
});

const titlesWaiting = async (member: Member) =>
  (await listDocuments(member, { whose: "waiting" }, await documentsThatWait(member))).rows.map(
    ({ title }) => title,
  );

test("a filter stands in the address as it was, and what makes no sense there narrows nothing", () => {
  const filter: DocumentFilter = {
    kind: "minutes",
    topic: "Žalia aikštė",
    language: "lt",
    state: "public",
    whose: "waiting",
    from: "2021-01-01",
    sort: "title",
    page: 3,
  };
  expect(documentFilterIn(new URLSearchParams(listSearch(filter)))).toEqual(filter);
  expect(listSearch({})).toBe("?");
  const wrong = new URLSearchParams(
    "kind=x&city=%27&state=&from=2021-02-31&page=0&sort=size&whose=all&topic=",
  );
  expect(Object.values(documentFilterIn(wrong)).filter((value) => value !== undefined)).toEqual([]);
});

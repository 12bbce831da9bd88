// Documents as a whole: renamed, copied, moved, archived, put into the trash and emptied; each with who may not.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { verifyChain } from "~/domain/activity/verify-chain.server";
import { addComment } from "~/domain/comments/comments.server";
import { addressOfDocument } from "~/domain/documents/address.server";
import { noFacts } from "~/domain/documents/document-facts";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { duplicateDocument, translateDocument } from "~/domain/documents/duplicating.server";
import { listDocuments } from "~/domain/documents/listing.server";
import {
  archiveDocument,
  documentToManage,
  moveDocument,
  renameDocument,
} from "~/domain/documents/managing.server";
import { asJson } from "~/domain/documents/kept-aside.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { followOriginal } from "~/domain/documents/following.server";
import { relationsOf } from "~/domain/documents/relations.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { searchCaughtUp } from "~/domain/search/search.server";
import { titlesToLink } from "~/domain/search/titles.server";
import { listTrash, purgeTrash, restoreDocument, trashDocument } from "~/domain/documents/trash.server";
import { forgetPlaces } from "~/domain/networks/places.server";
import { latestHappenings } from "~/domain/networks/feed.server";
import { readVisit } from "~/domain/visits/reading.server";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const readers = (network: FoundedNetwork): Member[] => [
  network.leadPartner,
  network.otherOfficer,
  network.leadExpert,
  network.adHocExpert,
  network.localGroupMember,
  network.observer,
];

test("a title is changed as a revision of its own, and a text written on top of the old one is told so", async () => {
  const network = await foundNetwork();
  const { officer, colleague, draft } = network;
  await renameDocument(officer, draft.id, { title: "A new title", was: "The draft" });
  expect(await documentToWrite(officer, draft.id)).toMatchObject({
    title: "A new title",
    revision: 2,
    text: "Text of The draft",
  });
  const order = { title: "The draft", language: "en" as const, text: "Mine", revision: 1 };
  expect(await outcome(saveDocument(colleague, draft.id, order))).toBe("conflict");
  expect(await outcome(renameDocument(colleague, draft.id, { title: "Other", was: "The draft" }))).toBe(
    "conflict",
  );
  for (const reader of readers(network)) {
    expect(await outcome(renameDocument(reader, draft.id, { title: "X", was: "A new title" }))).toBe(
      "not-found",
    );
    expect(
      await outcome(renameDocument(reader, network.published.id, { title: "X", was: "The published one" })),
    ).toBe("forbidden");
  }
  const elsewhere = await foundNetwork();
  expect(await outcome(renameDocument(elsewhere.officer, draft.id, { title: "X", was: "" }))).toBe(
    "not-found",
  );
});

test("a copy is a draft of one's own city with the text one reads, and knows its origin for those who may see that", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, leadPartner, observer, published, draft, partners } = network;
  await saveDocument(officer, published.id, {
    title: "Working title",
    language: "en",
    text: "Secret",
    revision: 1,
  });
  const copy = await duplicateDocument(otherOfficer, published.id, { partnershipId: partners.other });
  expect(await documentToWrite(otherOfficer, copy.id)).toMatchObject({
    title: "The published one",
    text: "Text of The published one",
    partnershipId: partners.other,
    state: "draft",
  });
  expect((await relationsOf(otherOfficer, copy.id)).adaptedFrom).toMatchObject({ id: published.id });
  const to = { partnershipId: partners.other };
  expect(await outcome(duplicateDocument(otherOfficer, published.id, { ...to, text: "working" }))).toBe(
    "not-found",
  );
  expect(await outcome(duplicateDocument(otherOfficer, draft.id, to))).toBe("not-found");
  expect(await outcome(duplicateDocument(otherOfficer, published.id, { partnershipId: partners.own }))).toBe(
    "invalid",
  );
  for (const reader of [leadPartner, observer])
    expect(await outcome(duplicateDocument(reader, published.id, to))).toBe("forbidden");
  // Who may not see the origin is told only that there is one.
  const own = await duplicateDocument(officer, draft.id, { partnershipId: partners.own, text: "working" });
  await publishDocument(officer, own.id, { revision: 1 });
  expect((await relationsOf(observer, own.id)).adaptedFrom).toBe("hidden");
});

test("a text moves to another city only by who publishes for the one and writes for the other, or by the lead partner once the partnership is over", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, otherOfficer, colleague, published, draft, partners } = network;
  const to = { partnershipId: partners.other };
  for (const member of [officer, leadPartner, otherOfficer])
    expect(await outcome(moveDocument(member, published.id, to))).toBe("forbidden");
  await enrol(network, { id: officer.personId }, "project-officer", partners.other);
  const both = await memberOf(await network.person(officer), network.slug);
  expect(await outcome(moveDocument(both, draft.id, { partnershipId: partners.lead }))).toBe("invalid");
  await openWorkingText(both, draft.id, { visibility: "local-group" });
  await moveDocument(both, draft.id, to);
  expect(await outcome(readDocument(otherOfficer, draft.id))).toBe("done");
  for (const before of [colleague, network.localGroupMember])
    expect(await outcome(readDocument(before, draft.id))).toBe("not-found");
  await database().write((transaction) =>
    transaction.partnership.update({ where: { id: partners.own }, data: { until: "2022-01-01" } }),
  );
  forgetPlaces();
  await moveDocument(leadPartner, published.id, to);
  expect((await readDocument(leadPartner, published.id)).city).toBe("Novska");
});

test("what is in the archive is out of the lists and still read; only who decides about it puts it there", async () => {
  const network = await foundNetwork();
  const { officer, observer, published } = network;
  await archiveDocument(officer, published.id, true);
  expect((await listDocuments(observer)).count).toBe(0);
  expect((await listDocuments(observer, { state: "archived" })).count).toBe(1);
  expect(await readDocument(observer, published.id)).toMatchObject({ isArchived: true });
  for (const reader of readers(network))
    expect(await outcome(archiveDocument(reader, published.id, false))).toBe("forbidden");
  await archiveDocument(officer, published.id, false);
  expect((await listDocuments(observer)).count).toBe(1);
});

test("what is in the trash nobody reads, its title is known to who may restore it alone, and it comes back whole", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, observer, published } = network;
  for (const reader of readers(network)) {
    expect(await outcome(trashDocument(reader, published.id))).toBe("forbidden");
    expect(await outcome(trashDocument(reader, network.draft.id))).toBe("not-found");
  }
  await trashDocument(officer, published.id);
  for (const member of [officer, ...readers(network)]) {
    expect(await outcome(readDocument(member, published.id))).toBe("not-found");
    expect((await listDocuments(member)).rows.some(({ id }) => id === published.id)).toBe(false);
  }
  expect((await listTrash(colleague)).map(({ title }) => title)).toEqual(["The published one"]);
  for (const reader of readers(network)) {
    expect(await listTrash(reader)).toEqual([]);
    expect(await outcome(restoreDocument(reader, published.id))).toBe("not-found");
  }
  const said = async (member: Member) =>
    (await latestHappenings(member, 50))
      .filter(({ kind }) => kind === "document-published" || kind === "document-trashed")
      .map(({ title, isDeleted, documentId, changes }) => ({ title, isDeleted, documentId, changes }));
  expect(new Set((await said(officer)).map(({ title }) => title))).toEqual(new Set(["The published one"]));
  for (const member of [leadPartner, observer])
    for (const row of await said(member))
      expect(row).toEqual({ title: "", isDeleted: true, documentId: null, changes: [] });
  await restoreDocument(colleague, published.id);
  expect(await outcome(readDocument(observer, published.id))).toBe("done");
  const elsewhere = await foundNetwork();
  expect(await outcome(trashDocument(elsewhere.officer, published.id))).toBe("not-found");
  expect(await outcome(restoreDocument(elsewhere.officer, published.id))).toBe("not-found");
});

test("once its thirty days are over a text's title is named to nobody, swept or not", async () => {
  const network = await foundNetwork();
  const { officer, published } = network;
  await trashDocument(officer, published.id);
  const titles = async () =>
    (await latestHappenings(officer, 50))
      .filter(({ kind }) => kind === "document-trashed")
      .map(({ title }) => title);
  const dayAgo = async (days: number) => {
    const trashedAt = new Date(Date.now() - days * 86_400_000);
    await database().write((transaction) =>
      transaction.document.update({ where: { id: published.id }, data: { trashedAt } }),
    );
  };
  await dayAgo(29.9);
  expect(await titles()).toEqual(["The published one"]);
  await dayAgo(30);
  expect(await titles()).toEqual([""]);
  expect(await listTrash(officer)).toEqual([]);
  expect(await outcome(restoreDocument(officer, published.id))).toBe("not-found");
  await purgeTrash();
});

test("a signed visit note is not put into the trash; a private note is, by its writer alone", async () => {
  const network = await foundNetwork();
  const { adHocExpert, officer, draft, partners } = network;
  const note = await createDocument(adHocExpert, {
    partnershipId: partners.own,
    kind: "visit-note",
    title: "Private",
    language: "en",
    text: "Seen",
  });
  const expert = await memberOf(await network.person(adHocExpert), network.slug);
  expect(await outcome(trashDocument(officer, note.id))).toBe("not-found");
  await trashDocument(expert, note.id);
  expect(await listTrash(officer)).toEqual([]);
  expect(await listTrash(expert)).toHaveLength(1);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { sealedAt: new Date() } }),
  );
  expect(await outcome(trashDocument(officer, draft.id))).toBe("forbidden");
});

test("after thirty days its words are gone everywhere, it cannot come back, and the record still holds", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published, networkId } = network;
  await addComment(leadPartner, published.id, { id: newId(), madeOn: "published", text: "Why?" } as never);
  await trashDocument(officer, published.id);
  expect(await purgeTrash()).toBe(0);
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: published.id }, data: { trashedAt: longAgo } }),
  );
  expect(await outcome(restoreDocument(officer, published.id))).toBe("not-found");
  expect(await listTrash(officer)).toEqual([]);
  expect(await purgeTrash()).toBe(1);
  const row = await database().read.document.findUniqueOrThrow({ where: { id: published.id } });
  expect(row).toMatchObject({ title: "", text: "", publishedText: null, publishedTitle: null, facts: {} });
  expect(row.purgedAt).not.toBeNull();
  const of = { where: { documentId: published.id } };
  expect(await database().read.documentSave.count(of)).toBe(0);
  expect(await database().read.comment.count(of)).toBe(0);
  const told = (await latestHappenings(officer, 50)).filter(({ kind }) => kind === "document-purged");
  expect(told).toMatchObject([{ title: "", isDeleted: true }]);
  expect(await verifyChain(networkId)).toMatchObject({ broken: null });
  expect(await purgeTrash()).toBe(0);
});

test("links by id lead to the present title, and tell where they come from only to who may read that", async () => {
  const network = await foundNetwork();
  const { officer, observer, draft, published, localGroupMember } = network;
  const text = `See [The draft](/documents/${draft.id}), [my words](/documents/${draft.id}) and [](/documents/${draft.id}).`;
  await saveDocument(officer, published.id, {
    title: "The published one",
    language: "en",
    text,
    revision: 1,
  });
  await renameDocument(officer, draft.id, { title: "Tom & <Jerry>", was: "The draft" });
  const { rendered } = await readDocument(officer, published.id, "working");
  const address = `/networks/${network.slug}/documents/${draft.id}`;
  expect(rendered.html).toContain(`<a href="${address}" lang="en">Tom &amp; &lt;Jerry&gt;</a>, `);
  expect(rendered.html).toContain(`<a href="${address}">my words</a>`);
  expect(rendered.html.match(/Tom &amp;/g)).toHaveLength(2);
  // Linked from a working text that the observer does not read; the draft itself they do not see at all.
  expect((await relationsOf(officer, draft.id)).linkedFrom).toMatchObject([{ id: published.id }]);
  expect(await outcome(relationsOf(observer, draft.id))).toBe("not-found");
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  expect((await relationsOf(localGroupMember, draft.id)).linkedFrom).toEqual([]);
  await publishDocument(officer, published.id, { revision: 2 });
  expect((await relationsOf(localGroupMember, draft.id)).linkedFrom).toMatchObject([{ id: published.id }]);
  // Who may not read what is linked to sees the words that the writer typed, never the present title.
  expect((await readDocument(observer, published.id)).rendered.html).not.toContain("Jerry");
});

test("titles to link to are those that one may read, as one reads them, found in any spelling", async () => {
  const network = await foundNetwork();
  const { officer, observer, otherOfficer, draft, published } = network;
  await renameDocument(officer, draft.id, { title: "Žalia draugystė", was: "The draft" });
  await renameDocument(officer, published.id, { title: "Hidden name", was: "The published one" });
  const found = async (member: Member, words: string) => {
    await searchCaughtUp();
    return (await titlesToLink(member, words)).map(({ title }) => title);
  };
  expect(await found(officer, "zalia DRAUG")).toEqual(["Žalia draugystė"]);
  expect(await found(officer, "draugyste")).toEqual(["Žalia draugystė"]);
  // Words of the text, of a comment or of the city are no words of the title.
  expect(await found(officer, "text alytus")).toEqual([]);
  // Without a word, those changed last.
  expect(await found(officer, "")).toEqual(["Hidden name", "Žalia draugystė"]);
  await renameDocument(officer, draft.id, { title: "Žalia name", was: "Žalia draugystė" });
  expect(await found(officer, " [")).toEqual(["Žalia name", "Hidden name"]);
  // What begins with the word comes before what only has it.
  expect(await found(officer, "hidden")).toEqual(["Hidden name"]);
  expect(await found(officer, "name")).toEqual(["Žalia name", "Hidden name"]);
  await renameDocument(officer, published.id, { title: "Name, hidden", was: "Hidden name" });
  await renameDocument(officer, draft.id, { title: "The Žalia name", was: "Žalia name" });
  expect(await found(officer, "nam")).toEqual(["Name, hidden", "The Žalia name"]);
  for (const member of [observer, otherOfficer]) {
    expect(await found(member, "")).toEqual(["The published one"]);
    expect(await found(member, "hidden")).toEqual([]);
    expect(await found(member, "zalia")).toEqual([]);
  }
  const elsewhere = await foundNetwork();
  expect(await found(elsewhere.officer, "zalia")).toEqual([]);
});

test("the address by id alone leads only those on who may read the document", async () => {
  const network = await foundNetwork();
  const { officer, observer, draft, formerOfficer } = network;
  expect(await addressOfDocument(await network.person(officer), draft.id)).toBe(
    `/networks/${network.slug}/documents/${draft.id}`,
  );
  const elsewhere = await foundNetwork();
  const strangers = [
    await network.person(observer),
    formerOfficer,
    await elsewhere.person(elsewhere.officer),
  ];
  for (const stranger of strangers)
    expect(await outcome(addressOfDocument(stranger, draft.id))).toBe("not-found");
  expect(await outcome(addressOfDocument(await network.person(officer), newId()))).toBe("not-found");
});

test("a translation knows which publication it follows, how many it is behind, and says when it has caught up", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, observer, published, draft, partners } = network;
  const to = { partnershipId: partners.other, language: "hr" as const };
  const translation = await translateDocument(otherOfficer, published.id, to);
  expect(await documentToWrite(otherOfficer, translation.id)).toMatchObject({ language: "hr" });
  const original = async () => (await relationsOf(otherOfficer, translation.id)).original;
  expect(await original()).toMatchObject({ id: published.id, behind: 0, mayFollow: true });
  for (const revision of [1, 2]) {
    await saveDocument(officer, published.id, {
      title: "The published one",
      language: "en",
      text: `Further ${revision}`,
      revision,
    });
    await publishDocument(officer, published.id, { revision: revision + 1 });
  }
  expect(await original()).toMatchObject({ behind: 2, since: [{ number: 3 }, { number: 2 }] });
  const follow = (member: Member, revision: number) =>
    outcome(followOriginal(member, translation.id, { revision }));
  expect(await follow(officer, 3)).toBe("not-found");
  expect(await follow(otherOfficer, 4)).toBe("invalid");
  expect(await follow(otherOfficer, 3)).toBe("done");
  expect(await follow(otherOfficer, 2)).toBe("conflict");
  expect(await original()).toMatchObject({ behind: 0 });
  // The draft of a translation is nobody else's to know of.
  expect((await relationsOf(observer, published.id)).translations).toEqual([]);
  await publishDocument(otherOfficer, translation.id, { revision: 1 });
  expect((await relationsOf(observer, published.id)).translations).toMatchObject([{ language: "hr" }]);
  expect(await outcome(translateDocument(otherOfficer, translation.id, { ...to, language: "pl" }))).toBe(
    "invalid",
  );
  expect(
    await outcome(translateDocument(otherOfficer, published.id, { ...to, language: "en" as never })),
  ).toBe("invalid");
  expect(await outcome(translateDocument(otherOfficer, draft.id, to))).toBe("not-found");
  expect(await outcome(translateDocument(observer, published.id, to))).toBe("forbidden");
  const elsewhere = await foundNetwork();
  const foreign = { ...to, partnershipId: elsewhere.partners.own };
  expect(await outcome(translateDocument(elsewhere.officer, published.id, foreign))).toBe("not-found");
});

test("the page of what can be done offers each member what they may do and nothing else", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, observer, published, draft } = network;
  expect(await documentToManage(officer, published.id)).toMatchObject({
    mayRename: true,
    mayTrash: true,
    copyTo: [{ city: "Alytus" }],
    moveTo: [],
  });
  expect(await documentToManage(otherOfficer, published.id)).toMatchObject({
    title: "The published one",
    mayRename: false,
    mayArchive: false,
    mayTrash: false,
    copyTo: [{ city: "Novska" }],
  });
  expect(await documentToManage(observer, published.id)).toMatchObject({ mayRename: false, copyTo: [] });
  expect(await outcome(documentToManage(observer, draft.id))).toBe("not-found");
});

test("a visit note is copied and translated without what its copier may not name: documents they do not read, a phase that is gone", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, draft, published, partners } = network;
  const facts = { ...noFacts("visit-note"), linked: [draft.id, published.id], purpose: "To see" };
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind: "visit-note", title: "A visit", language: "en", text: "Seen." },
    facts,
  });
  await publishDocument(officer, id, { revision: 1 });
  await database().write((transaction) =>
    transaction.document.update({
      where: { id },
      data: { publishedFacts: asJson({ ...facts, phaseId: newId() }) },
    }),
  );
  const partnershipId = partners.other;
  const copy = await duplicateDocument(otherOfficer, id, { partnershipId });
  const translation = await translateDocument(otherOfficer, id, { partnershipId, language: "lt" });
  for (const made of [copy, translation])
    expect((await documentToWrite(otherOfficer, made.id)).facts).toMatchObject({
      purpose: "To see",
      phaseId: "",
      linked: [published.id],
    });
});

test("whether a link's words are an older title is told only of titles that its reader has read", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, published, partners } = network;
  const save = (title: string, revision: number) =>
    saveDocument(officer, published.id, { title, language: "en", text: "Words", revision });
  await save("Guessed", 1);
  const text = `[Guessed](/documents/${published.id}) [The published one](/documents/${published.id})`;
  const { id } = await createDocument(otherOfficer, {
    ...{ partnershipId: partners.other, kind: "note", title: "Links", language: "en", text },
  });
  const labels = async () =>
    [...(await readDocument(otherOfficer, id)).rendered.html.matchAll(/>([^<]+)<\/a>/g)].map(
      ([, label]) => label,
    );
  expect(await labels()).toEqual(["Guessed", "The published one"]);
  await save("Announced", 2);
  await publishDocument(officer, published.id, { revision: 3 });
  expect(await labels()).toEqual(["Guessed", "Announced"]);
});

test("a visit note that moves to another city is not signed by that city yet", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, otherOfficer, partners } = network;
  const person = await network.person(officer);
  await enrol(network, person, "project-officer", partners.other);
  const both = await memberOf(person, network.slug);
  const { id } = await createDocument(both, {
    ...{ partnershipId: partners.own, kind: "visit-note", title: "A visit", language: "en", text: "Seen." },
    facts: { ...noFacts("visit-note"), experts: [leadExpert.personId] },
  });
  await openWorkingText(both, id, { visibility: "network" });
  await signVisit(both, id, { side: "city", revision: 1 });
  await signVisit(leadExpert, id, { side: "expert", revision: 1 }).catch(() => undefined);
  expect(await outcome(moveDocument(both, id, { partnershipId: partners.other }))).toBe("forbidden");
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { sealedAt: null } }),
  );
  await moveDocument(both, id, { partnershipId: partners.other });
  const { signatures, maySign } = await readVisit(otherOfficer, id, "working");
  expect(signatures.map(({ side }) => side)).toEqual(["expert"]);
  expect(maySign).toEqual(["city"]);
});

// A translation and its original: how far behind it is, what it says it follows, and what it tells of an original that was withdrawn.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { saveDocument } from "~/domain/documents/documents.server";
import { duplicateDocument, translateDocument } from "~/domain/documents/duplicating.server";
import { followOriginal } from "~/domain/documents/following.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { relationsOf } from "~/domain/documents/relations.server";
import { nameVersion } from "~/domain/documents/versions.server";
import { database } from "~/platform/db.server";
import { memberOf } from "~/domain/access/members.server";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

/** Writes the original on and says which revision it has now. */
async function goOn(officer: Member, id: string, words: string): Promise<number> {
  const { revision } = await database().read.document.findUniqueOrThrow({
    where: { id },
    select: { revision: true },
  });
  await saveDocument(officer, id, { title: "The original", language: "en", text: words, revision });
  return revision + 1;
}

const name = (officer: Member, id: string, revision: number, called: string) =>
  nameVersion(officer, id, String(revision), { name: called, note: "" });

/** A published text, and its translations: one by its own city, one by another. */
async function foundTranslated(): Promise<FoundedNetwork & { own: string; others: string }> {
  const network = await foundNetwork();
  const { officer, otherOfficer, published, partners } = network;
  const own = await translateDocument(officer, published.id, { partnershipId: partners.own, language: "lt" });
  const others = await translateDocument(otherOfficer, published.id, {
    partnershipId: partners.other,
    language: "hr",
  });
  return { ...network, own: own.id, others: others.id };
}

const standing = async (member: Member, id: string) => {
  const { original } = await relationsOf(member, id);
  if (original === null || original === "hidden") return original;
  const { behind, since, withdrawnAt } = original;
  return { behind, since: since.map((one) => [one.number, one.name]), isWithdrawn: withdrawnAt !== null };
};

test("a named version of the original counts as well, once where it is published too, and only for who reads its draft", async () => {
  const { officer, otherOfficer, published, own, others } = await foundTranslated();
  expect(await standing(officer, own)).toEqual({ behind: 0, since: [], isWithdrawn: false });
  const named = await goOn(officer, published.id, "For the council");
  await name(officer, published.id, named, "Before the council");
  const both = await goOn(officer, published.id, "As decided");
  await name(officer, published.id, both, "As decided");
  await publishDocument(officer, published.id, { revision: both });
  expect(await standing(officer, own)).toEqual({
    behind: 2,
    since: [
      [2, "As decided"],
      [null, "Before the council"],
    ],
    isWithdrawn: false,
  });
  expect(await standing(otherOfficer, others)).toEqual({ behind: 1, since: [[2, null]], isWithdrawn: false });
});

test("a translation follows a named version where its writer reads it, and is behind what came after alone", async () => {
  const { officer, otherOfficer, published, own, others } = await foundTranslated();
  const follow = (member: Member, id: string, revision: number) =>
    outcome(followOriginal(member, id, { revision }));
  const named = await goOn(officer, published.id, "For the council");
  expect(await follow(officer, own, named), "saved, but neither published nor named").toBe("invalid");
  await name(officer, published.id, named, "Before the council");
  expect(await follow(otherOfficer, others, named)).toBe("invalid");
  expect(await follow(officer, own, named)).toBe("done");
  expect(await standing(officer, own)).toMatchObject({ behind: 0 });
  expect(await follow(officer, own, 1)).toBe("conflict");
  const next = await goOn(officer, published.id, "Further");
  await publishDocument(officer, published.id, { revision: next });
  expect(await standing(officer, own)).toMatchObject({ behind: 1, since: [[2, null]] });
  expect(await follow(officer, own, next)).toBe("done");
  const told = await database().read.activity.findMany({
    where: { documentId: own, kind: "document-followed" },
    select: { after: true },
    orderBy: { position: "asc" },
  });
  expect(told.map(({ after }) => after)).toEqual([
    { publication: 1, revision: named },
    { publication: 2, revision: next },
  ]);
});

test("a translation of a draft is behind nothing when the same words are published or named, and behind the next", async () => {
  const { officer, draft, partners } = await foundNetwork();
  const { id } = await translateDocument(officer, draft.id, { partnershipId: partners.own, language: "lt" });
  await name(officer, draft.id, 1, "The first");
  expect(await standing(officer, id)).toMatchObject({ behind: 0 });
  const next = await goOn(officer, draft.id, "Further");
  await name(officer, draft.id, next, "The second");
  expect(await standing(officer, id)).toMatchObject({ behind: 1, since: [[null, "The second"]] });
});

test("what a translation followed before versions had names is told by the publication", async () => {
  const { officer, published, own } = await foundTranslated();
  await name(officer, published.id, 1, "As published");
  await database().write((transaction) =>
    transaction.document.update({ where: { id: own }, data: { followsRevision: null } }),
  );
  expect(await standing(officer, own)).toMatchObject({ behind: 0 });
});

test("that the original was withdrawn is told to who reads its draft; others hear of a text that is not open to them, as of any", async () => {
  const { officer, otherOfficer, observer, published, others, own, partners } = await foundTranslated();
  await publishDocument(otherOfficer, others, { revision: 1 });
  expect(await standing(observer, others)).toMatchObject({ isWithdrawn: false });
  await withdrawDocument(officer, published.id);
  expect(await standing(officer, own)).toMatchObject({ isWithdrawn: true });
  for (const member of [otherOfficer, observer]) expect(await standing(member, others)).toBe("hidden");
  // Published again, nothing of it is said any more.
  await publishDocument(officer, published.id, { revision: 1 });
  expect(await standing(officer, own)).toMatchObject({ isWithdrawn: false });
  expect(await standing(observer, others)).toMatchObject({ isWithdrawn: false });
  const copy = await duplicateDocument(officer, published.id, { partnershipId: partners.own });
  expect((await relationsOf(officer, copy.id)).original).toBeNull();
});

test("a publication that was taken back by itself is none to catch up with for who reads what is published alone", async () => {
  const { officer, otherOfficer, published, own, others } = await foundTranslated();
  for (const words of ["Further", "And further"]) {
    const revision = await goOn(officer, published.id, words);
    await publishDocument(officer, published.id, { revision });
  }
  expect(await standing(otherOfficer, others)).toMatchObject({ behind: 2 });
  await database().write((transaction) =>
    transaction.publication.update({
      where: { documentId_number: { documentId: published.id, number: 2 } },
      data: { withdrawnAt: new Date() },
    }),
  );
  expect(await standing(otherOfficer, others)).toMatchObject({ behind: 1, since: [[3, null]] });
  expect(await standing(officer, own)).toMatchObject({ behind: 2 });
});

test("whoever reads only what is public counts the public publications alone", async () => {
  const network = await foundTranslated();
  const { officer, otherOfficer, published, others, slug, partners } = network;
  const person = await foundPerson("A neighbour");
  await enrol(network, person, "local-group-member", partners.lead);
  const neighbour = await memberOf(person, slug);
  await publishDocument(otherOfficer, others, { revision: 1, visibility: "public" });
  for (const visibility of ["network", "public"] as const) {
    const revision = await goOn(officer, published.id, `For the ${visibility}`);
    await publishDocument(officer, published.id, { revision, visibility });
  }
  expect(await standing(otherOfficer, others)).toMatchObject({ behind: 2 });
  expect(await standing(neighbour, others)).toMatchObject({ behind: 1, since: [[3, null]] });
});

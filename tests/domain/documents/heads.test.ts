// What stands above a text, saved by itself: field by field, beside what others change and write; and the document that goes on from it.
import { expect, test } from "vitest";
import { continueDocument } from "~/domain/documents/continuing.server";
import { Facts } from "~/domain/documents/document-facts-orders";
import type { SaveHead } from "~/domain/documents/document-orders";
import { saveDocument } from "~/domain/documents/documents.server";
import { saveHead } from "~/domain/documents/heads.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { namesToMention } from "~/domain/networks/names.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, foundPerson } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const begun = { title: "The draft", language: "en" } as const;

const head = (change: Partial<SaveHead> = {}): SaveHead => ({ ...begun, base: begun, ...change });

test("the head is saved and the text stays; saving what stands changes nothing", async () => {
  const { officer, draft } = await foundNetwork();
  expect(await saveHead(officer, draft.id, head({ title: "Renamed" }))).toEqual({
    revision: 2,
    isMerged: false,
  });
  expect(
    await saveHead(officer, draft.id, head({ title: "Renamed", base: { ...begun, title: "Renamed" } })),
  ).toEqual({
    revision: 2,
    isMerged: false,
  });
  expect(await documentToWrite(officer, draft.id)).toMatchObject({
    title: "Renamed",
    text: "Text of The draft",
    revision: 2,
  });
});

test("two who change different fields of the same head change both; the same field is a conflict that shows what stands", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  await saveHead(officer, draft.id, head({ title: "By the officer" }));
  expect(await saveHead(colleague, draft.id, head({ language: "lt" }))).toEqual({
    revision: 3,
    isMerged: true,
  });
  expect(await documentToWrite(officer, draft.id)).toMatchObject({ title: "By the officer", language: "lt" });
  const refused: unknown = await saveHead(colleague, draft.id, head({ title: "By the colleague" })).catch(
    (thrown: unknown) => thrown,
  );
  expect(refusalIn(refused)).toMatchObject({ kind: "conflict", current: { title: "By the officer" } });
});

test("what was changed and changed back again by one writer is what they last made of it", async () => {
  const { officer, draft } = await foundNetwork();
  await saveHead(officer, draft.id, head({ title: "Another" }));
  await saveHead(officer, draft.id, head({ base: { ...begun, title: "Another" } }));
  expect(await documentToWrite(officer, draft.id)).toMatchObject({ title: "The draft", revision: 3 });
});

test("facts are put together fact by fact, and what a form leaves empty is no change", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  const facts = (fields: Record<string, unknown>) => Facts.parse({ kind: "good-practice", ...fields });
  const none = facts({ contact: "", topics: "", population: "" });
  const one = facts({ contact: "The office", elements: [{ id: newId(), name: "First", cost: "" }] });
  await saveHead(officer, draft.id, head({ facts: one, base: { ...begun, facts: none } }));
  await saveHead(
    colleague,
    draft.id,
    head({ facts: facts({ topics: "trade" }), base: { ...begun, facts: none } }),
  );
  const two = facts({ contact: "The office", elements: [{ id: newId(), name: "Second", cost: "" }] });
  await saveHead(officer, draft.id, head({ facts: two, base: { ...begun, facts: one } }));
  expect((await documentToWrite(officer, draft.id)).facts).toMatchObject({
    contact: "The office",
    topics: ["trade"],
    elements: [{ name: "Second" }],
  });
});

test("a text that others saved meanwhile is no conflict", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  await saveDocument(colleague, draft.id, { ...begun, revision: 1, text: "Another text" });
  await saveHead(officer, draft.id, head({ title: "Renamed" }));
  expect(await documentToWrite(officer, draft.id)).toMatchObject({ title: "Renamed", text: "Another text" });
});

test("who may not write the text saves no head and begins nothing that continues it", async () => {
  const network = await foundNetwork();
  const elsewhere = await foundNetwork();
  const answers = async (member: typeof network.officer, id: string) => [
    await outcome(saveHead(member, id, head({ title: "x" }))),
    await outcome(continueDocument(member, id)),
  ];
  for (const member of [network.leadPartner, network.otherOfficer, network.observer, elsewhere.officer])
    expect(await answers(member, network.draft.id)).toEqual(["not-found", "not-found"]);
  expect(await answers(network.leadPartner, network.published.id)).toEqual(["forbidden", "forbidden"]);
});

test("a document that continues another has its kind, partner and language, is numbered, and links back", async () => {
  const { officer, draft } = await foundNetwork();
  await saveHead(officer, draft.id, head({ title: "Plan [draft]", language: "lt" }));
  const second = await continueDocument(officer, draft.id);
  const third = await continueDocument(officer, second.id);
  expect(await documentToWrite(officer, second.id)).toMatchObject({
    title: "Plan [draft] (2)",
    language: "lt",
    text: `[Plan \\[draft\\]](/documents/${draft.id})\n`,
  });
  expect(await documentToWrite(officer, third.id)).toMatchObject({ title: "Plan [draft] (3)" });
  expect(await outcome(readDocument(officer, third.id))).toBe("done");
});

test("names to mention are those of people with a role here now, in any spelling, and of nobody else", async () => {
  const network = await foundNetwork();
  const { officer, formerOfficer } = network;
  const stranger = await foundPerson();
  await database().write((transaction) =>
    transaction.person.update({
      where: { id: officer.personId },
      data: { name: "Žydrė Ąžuolienė" },
    }),
  );
  expect(await namesToMention(network.leadPartner, "zydre azuol")).toEqual([
    { id: officer.personId, name: "Žydrė Ąžuolienė", aside: expect.any(String) as string },
  ]);
  const all = await namesToMention(network.leadPartner, "");
  expect(all).toHaveLength(8);
  for (const { id } of [formerOfficer, stranger])
    expect((await namesToMention(network.leadPartner, "")).map((one) => one.id)).not.toContain(id);
});

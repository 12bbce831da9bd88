// The rows follow what is written together: few saves of much writing, and whoever acts on a text acts on what stands in it.
import { expect, onTestFinished, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import type { Announcement } from "~/domain/activity/activity";
import { noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { duplicateDocument, translateDocument } from "~/domain/documents/duplicating.server";
import { liveDocuments } from "~/domain/documents/live-documents.server";
import { moveDocument, renameDocument } from "~/domain/documents/managing.server";
import { catchUpWithTexts } from "~/domain/documents/projection.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { enrol, foundNetwork, type FoundedNetwork } from "../support/found-network";
import { textClient, textHouse, type TextClient, type TextHouse } from "../support/text-house";

async function clientOf(
  house: TextHouse,
  network: FoundedNetwork,
  member: Member,
  document = network.draft.id,
): Promise<TextClient> {
  const client = await textClient(house, await network.person(member), { network: network.slug, document });
  await client.join();
  return client;
}

async function rowsOf(id: string) {
  const { saves, ...row } = await database().read.document.findUniqueOrThrow({
    where: { id },
    select: {
      text: true,
      revision: true,
      publishedText: true,
      publishedRevision: true,
      saves: { select: { revision: true, text: true, savedById: true }, orderBy: { revision: "asc" } },
    },
  });
  const told = await database().read.activity.findMany({
    where: { documentId: id, kind: "document-saved" },
    select: { personId: true },
    orderBy: { position: "asc" },
  });
  return { ...row, saves, told: told.map(({ personId }) => personId) };
}

/** Writes, and lets the rows follow. */
async function writes(client: TextClient, words: string): Promise<void> {
  expect(await client.type(words)).toMatchObject({ ok: true });
  await liveDocuments().flush();
}

/** What open screens hear of the document. */
function heardOf(id: string): Announcement[] {
  const heard: Announcement[] = [];
  const hear = (announcement: Announcement) => {
    if (announcement.id === id) heard.push(announcement);
  };
  happenings().on("announced", hear);
  onTestFinished(() => void happenings().off("announced", hear));
  return heard;
}

test("much writing is one save and one row for each who writes, and open screens hear of every revision", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  const andrei = await clientOf(house, network, colleague);
  const heard = heardOf(draft.id);
  for (const word of ["three ", "two ", "one "]) await writes(ona, word);
  expect(await rowsOf(draft.id)).toMatchObject({
    revision: 4,
    saves: [{ revision: 1 }, { revision: 4, text: ona.markdown(), savedById: officer.personId }],
    told: [officer.personId],
  });
  expect(heard).toEqual(Array(3).fill({ kind: "document-saved", id: draft.id }));
  for (const client of [andrei, ona, andrei]) await writes(client, "more ");
  await ona.until(() => ona.markdown() === andrei.markdown());
  expect(await rowsOf(draft.id)).toMatchObject({
    revision: 7,
    text: ona.markdown(),
    saves: [{ revision: 1 }, { revision: 7, text: ona.markdown(), savedById: colleague.personId }],
    told: [officer.personId, colleague.personId],
  });
  expect(heard).toHaveLength(6);
  onTestFinished(() => shiftClock(0));
  shiftClock(10 * 60_000);
  await writes(ona, "later ");
  await writes(ona, "still ");
  expect(await rowsOf(draft.id)).toMatchObject({
    saves: [{ revision: 1 }, { revision: 7 }, { revision: 9 }],
    told: [officer.personId, colleague.personId, officer.personId],
  });
});

test("what a form saved, a renaming kept or a publication froze, writing does not write over", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, draft } = network;
  const ona = await clientOf(house, network, officer);
  await writes(ona, "one ");
  const { text } = await rowsOf(draft.id);
  const form = { title: "The draft", language: "en" as const, text: `By a form. ${text}` };
  await saveDocument(officer, draft.id, { ...form, revision: 2 });
  await writes(ona, "two ");
  await renameDocument(officer, draft.id, { title: "Renamed", was: "The draft" });
  await writes(ona, "three ");
  await publishDocument(officer, draft.id, { revision: 6 });
  await writes(ona, "four ");
  await writes(ona, "five ");
  const { saves, revision } = await rowsOf(draft.id);
  expect(saves.map((save) => save.revision)).toEqual([1, 2, 3, 4, 5, 6, 8]);
  expect(revision).toBe(8);
});

test("a form opened before somebody wrote is in conflict with what they wrote, however few saves there are", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  await writes(ona, "one ");
  const opened = await documentToWrite(colleague, draft.id);
  await writes(ona, "two ");
  const form = { title: opened.title, language: "en" as const, revision: opened.revision };
  await expect(
    saveDocument(colleague, draft.id, { ...form, text: `${opened.text}\nMine` }),
  ).rejects.toMatchObject({
    refusal: { kind: "conflict", current: { revision: 3, text: ona.markdown() } },
  });
});

test("publishing takes what its person has just written, and never what they have not read of others", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  const andrei = await clientOf(house, network, colleague);
  await ona.type("Mine. ");
  await publishDocument(officer, draft.id, { revision: 1 });
  expect(await rowsOf(draft.id)).toMatchObject({ publishedText: ona.markdown(), publishedRevision: 2 });
  await andrei.type("Theirs. ");
  await expect(publishDocument(officer, draft.id, { revision: 2 })).rejects.toMatchObject({
    refusal: { kind: "conflict", current: { revision: 3, text: andrei.markdown() } },
  });
  await ona.type("Mine again. ");
  await expect(publishDocument(officer, draft.id, { revision: 2 }), "theirs is unread").rejects.toMatchObject(
    {
      refusal: { kind: "conflict" },
    },
  );
  await publishDocument(officer, draft.id, { revision: 4 });
  expect((await rowsOf(draft.id)).publishedText).toContain("Theirs. ");
  await andrei.type("Unread. ");
  const opening = { visibility: "network" as const, revision: 4 };
  await expect(openWorkingText(officer, draft.id, opening)).rejects.toMatchObject({
    refusal: { kind: "conflict" },
  });
});

test("copies, translations, renamings and moves take what was written a moment before", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft, partners } = network;
  const ona = await clientOf(house, network, officer);
  const copyOf = async ({ id }: { id: string }) => (await rowsOf(id)).text;
  const order = { partnershipId: partners.own };
  await ona.type("One. ");
  const copy = await duplicateDocument(colleague, draft.id, { ...order, text: "working" });
  expect(await copyOf(copy)).toBe(ona.markdown());
  await ona.type("Two. ");
  const translation = await translateDocument(colleague, draft.id, { ...order, language: "lt" });
  expect(await copyOf(translation)).toBe(ona.markdown());
  await ona.type("Three. ");
  await renameDocument(colleague, draft.id, { title: "Renamed", was: "The draft" });
  expect((await rowsOf(draft.id)).saves.at(-1)).toMatchObject({ text: ona.markdown() });
  await enrol(network, { id: officer.personId }, "project-officer", partners.other);
  const both = await memberOf(await network.person(officer), network.slug);
  await ona.type("Four. ");
  await moveDocument(both, draft.id, { partnershipId: partners.other });
  expect(await copyOf(draft)).toBe(ona.markdown());
});

test("whoever has just written reads their own words, and signs them", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, adHocExpert, partners } = network;
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind: "visit-note", title: "A visit", language: "en", text: "Seen" },
    facts: { ...noFacts("visit-note"), experts: [adHocExpert.personId] } as DocumentFacts,
  });
  const ona = await clientOf(house, network, officer, id);
  await ona.type("Heard. ");
  expect((await readDocument(officer, id, "working")).rendered.html).toContain("Heard. Seen");
  await ona.type("Agreed. ");
  const [unread, own] = [
    signVisit(colleague, id, { side: "city", revision: 2 }),
    signVisit(officer, id, { side: "city", revision: 2 }),
  ];
  await expect(unread).rejects.toMatchObject({ refusal: { kind: "conflict" } });
  await own;
  expect((await rowsOf(id)).revision).toBe(3);
});

test("a text that was not followed when the house ended is brought up before it is acted on", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, draft } = network;
  const ona = await clientOf(house, network, officer);
  await writes(ona, "Followed. ");
  await database().write(async (transaction) => {
    await transaction.document.update({ where: { id: draft.id }, data: { text: "Text of The draft" } });
    await transaction.followedText.update({ where: { documentId: draft.id }, data: { number: 1 } });
  });
  await house.restart();
  let asked = 0;
  await catchUpWithTexts(() => ++asked > 0);
  const copy = await duplicateDocument(officer, draft.id, {
    partnershipId: network.partners.own,
    text: "working",
  });
  expect((await rowsOf(copy.id)).text).toBe("Followed. Text of The draft\n");
});

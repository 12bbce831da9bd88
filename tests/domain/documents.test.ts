// Documents: who may begin, save, publish, withdraw and read one, and what two saves at once do.
import { expect, test } from "vitest";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { listDocuments } from "~/domain/documents/listing.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { memberOf } from "~/domain/access/members.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const save = (text: string, revision: number) => ({
  title: "A title",
  language: "en" as const,
  text,
  revision,
});

test("who reads a draft and who a published text follows the city first and the role second", async () => {
  const network = await foundNetwork();
  const reads = async (member: Exclude<keyof FoundedNetwork, "slug">) => {
    const acting = network[member] as FoundedNetwork["officer"];
    return [
      await outcome(readDocument(acting, network.draft.id)),
      await outcome(readDocument(acting, network.published.id)),
      await outcome(readDocument(acting, network.published.id, "working")),
      (await listDocuments(acting, { kind: "good-practice" })).count,
    ];
  };
  expect(await reads("officer")).toEqual(["done", "done", "done", 2]);
  expect(await reads("colleague")).toEqual(["done", "done", "done", 2]);
  for (const reader of [
    "leadPartner",
    "otherOfficer",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
    "observer",
  ] as const) {
    expect([reader, ...(await reads(reader))]).toEqual([reader, "not-found", "done", "not-found", 1]);
  }
});

test("an ad-hoc expert and a local group member read nothing of another city", async () => {
  const network = await foundNetwork();
  const { id } = await createDocument(network.otherOfficer, {
    partnershipId: network.partners.other,
    kind: "good-practice",
    title: "Of another city",
    language: "en",
    text: "Words",
  });
  await publishDocument(network.otherOfficer, id, { revision: 1 });
  expect(await outcome(readDocument(network.leadPartner, id))).toBe("done");
  expect(await outcome(readDocument(network.adHocExpert, id))).toBe("not-found");
  expect(await outcome(readDocument(network.localGroupMember, id))).toBe("not-found");
});

test("a member of another network finds nothing here, whatever they guess", async () => {
  const here = await foundNetwork();
  const elsewhere = await foundNetwork();
  const { officer } = elsewhere;
  expect(await outcome(readDocument(officer, here.published.id))).toBe("not-found");
  expect(await outcome(documentToWrite(officer, here.published.id))).toBe("not-found");
  expect(await outcome(saveDocument(officer, here.published.id, save("Mine", 1)))).toBe("not-found");
  expect(await outcome(publishDocument(officer, here.draft.id, { revision: 1 }))).toBe("not-found");
  expect(await outcome(withdrawDocument(officer, here.published.id))).toBe("not-found");
  expect(await outcome(memberOf(await elsewhere.person(officer), here.slug))).toBe("not-found");
  const order = {
    partnershipId: here.partners.own,
    kind: "good-practice",
    title: "T",
    language: "en",
    text: "",
  } as const;
  expect(await outcome(createDocument(officer, order))).toBe("invalid");
});

test("a former member is a stranger", async () => {
  const network = await foundNetwork();
  expect(await outcome(memberOf(network.formerOfficer, network.slug))).toBe("not-found");
  expect(await outcome(memberOf(network.formerOfficer, "no-such-network"))).toBe("not-found");
});

test("a reader cannot begin, save, publish or withdraw", async () => {
  const network = await foundNetwork();
  const { leadPartner, otherOfficer, leadExpert, adHocExpert, localGroupMember, observer } = network;
  const order = {
    partnershipId: network.partners.own,
    kind: "good-practice",
    title: "T",
    language: "en",
    text: "",
  } as const;
  for (const reader of [leadPartner, leadExpert, adHocExpert, localGroupMember, observer]) {
    expect(await outcome(createDocument(reader, order))).toBe("forbidden");
  }
  expect(await outcome(createDocument(otherOfficer, order))).toBe("invalid");
  for (const reader of [leadPartner, otherOfficer, leadExpert, adHocExpert, localGroupMember, observer]) {
    expect(await outcome(documentToWrite(reader, network.published.id))).toBe("forbidden");
    expect(await outcome(saveDocument(reader, network.published.id, save("Mine", 1)))).toBe("forbidden");
    expect(await outcome(publishDocument(reader, network.published.id, { revision: 1 }))).toBe("forbidden");
    expect(await outcome(withdrawDocument(reader, network.published.id))).toBe("forbidden");
    expect(await outcome(saveDocument(reader, network.draft.id, save("Mine", 1)))).toBe("not-found");
  }
});

test("publishing keeps the published text while the draft goes on", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  await saveDocument(officer, published.id, save("Further thoughts", 1));
  expect((await readDocument(leadPartner, published.id)).rendered.html).toContain(
    "Text of The published one",
  );
  const working = await readDocument(officer, published.id, "working");
  expect(working.rendered.html).toContain("Further thoughts");
  expect(working.state).toBe("changed-since-published");
  await publishDocument(officer, published.id, { revision: 2 });
  expect((await readDocument(leadPartner, published.id)).rendered.html).toContain("Further thoughts");
});

test("withdrawing takes the text from its readers at once and leaves the draft", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  await withdrawDocument(officer, published.id);
  expect(await outcome(readDocument(leadPartner, published.id))).toBe("not-found");
  expect((await readDocument(officer, published.id)).state).toBe("draft");
});

test("an empty text cannot be published", async () => {
  const { officer, draft } = await foundNetwork();
  await saveDocument(officer, draft.id, save("  \n", 1));
  expect(await outcome(publishDocument(officer, draft.id, { revision: 2 }))).toBe("invalid");
});

test("of two saves from one revision the second is told and sees the first", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  const [first, second] = await Promise.allSettled([
    saveDocument(officer, draft.id, save("The officer's words", 1)),
    saveDocument(colleague, draft.id, save("The colleague's words", 1)),
  ]);
  expect(first.status).toBe("fulfilled");
  expect(second.status).toBe("rejected");
  const refusal = second.status === "rejected" ? refusalIn(second.reason) : undefined;
  expect(refusal).toMatchObject({
    kind: "conflict",
    current: { text: "The officer's words", revision: 2, savedBy: "Officer" },
  });
});

test("no saved text is ever gone, whoever saves over it", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  await saveDocument(officer, draft.id, save("First", 1));
  await saveDocument(colleague, draft.id, save("Second", 2));
  const saves = await database().read.documentSave.findMany({
    where: { documentId: draft.id },
    orderBy: { revision: "asc" },
  });
  expect(saves.map(({ text }) => text)).toEqual(["Text of The draft", "First", "Second"]);
});

test("the same text saved again, as by a repeated request, is no conflict and no new revision", async () => {
  const { officer, draft } = await foundNetwork();
  expect(await saveDocument(officer, draft.id, save("Once", 1))).toEqual({ revision: 2 });
  expect(await saveDocument(officer, draft.id, save("Once", 1))).toEqual({ revision: 2 });
});

test("a text saved meanwhile is not published by who has not seen it", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  await saveDocument(colleague, draft.id, save("Unseen", 1));
  expect(await outcome(publishDocument(officer, draft.id, { revision: 1 }))).toBe("conflict");
});

test("a form sent twice begins one document", async () => {
  const { officer, otherOfficer, partners } = await foundNetwork();
  const order = { kind: "good-practice", title: "Once", language: "en", text: "" } as const;
  const id = newId();
  await createDocument(officer, { ...order, partnershipId: partners.own }, id);
  await createDocument(officer, { ...order, partnershipId: partners.own }, id);
  expect(
    (await listDocuments(officer, { kind: "good-practice" })).rows.filter(({ title }) => title === "Once"),
  ).toHaveLength(1);
  expect(await outcome(createDocument(otherOfficer, { ...order, partnershipId: partners.other }, id))).toBe(
    "not-found",
  );
});

test("every change leaves one row of what happened, in its own transaction", async () => {
  const { officer, leadPartner, published, networkId } = await foundNetwork();
  const rows = () => database().read.activity.count({ where: { networkId, documentId: published.id } });
  const before = await rows();
  await saveDocument(officer, published.id, save("New words", 1));
  await publishDocument(officer, published.id, { revision: 2 });
  await withdrawDocument(officer, published.id);
  expect(await rows()).toBe(before + 3);
  await outcome(withdrawDocument(leadPartner, published.id));
  expect(await rows()).toBe(before + 3);
});

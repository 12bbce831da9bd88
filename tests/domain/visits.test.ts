// A visit note: the city replies, both sides sign one text, it is sealed, and from then on only dated additions come.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { addComment } from "~/domain/comments/comments.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { namePerson } from "~/domain/documents/naming.server";
import { publicState } from "~/domain/documents/public-documents.server";
import { listDocuments } from "~/domain/documents/listing.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readFeed } from "~/domain/networks/feed.server";
import { readVisit } from "~/domain/visits/reading.server";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { publicAdditions } from "~/domain/visits/public-additions.server";
import { addToVisit, replyToVisit } from "~/domain/visits/statements.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";
import { ask } from "../support/searches";

const again = async (network: FoundedNetwork, member: Member) =>
  memberOf(await network.person(member), network.slug);

/** A note of a visit to the own city, begun by its officer, with the ad-hoc expert stated as a visitor and named as a commenter. */
async function foundVisit() {
  const network = await foundNetwork();
  const { officer, adHocExpert, partners } = network;
  const facts = { ...noFacts("visit-note"), experts: [adHocExpert.personId] } as DocumentFacts;
  const order = { title: "The visit", language: "en" as const, text: "What we saw.", facts };
  const { id } = await createDocument(officer, { ...order, partnershipId: partners.own, kind: "visit-note" });
  await namePerson(officer, id, { personId: adHocExpert.personId, level: "commenter" });
  return { ...network, id, order, expert: await again(network, adHocExpert), network };
}

const say = (text: string) => ({ id: newId(), text });

test("both sides sign the same text, and it is sealed: it changes only by dated additions, comments and publishing go on", async () => {
  const { id, officer, colleague, expert, order, localGroupMember } = await foundVisit();
  await signVisit(expert, id, { side: "expert", revision: 1 });
  expect(await outcome(addToVisit(officer, id, say("Too early")))).toBe("invalid");
  expect(await readVisit(officer, id, "working")).toMatchObject({
    sealedAt: null,
    maySign: ["city"],
    signatures: [{ side: "expert", name: "Ad-hoc expert", isCurrent: true }],
  });
  await signVisit(officer, id, { side: "city", revision: 1 });
  await signVisit(officer, id, { side: "city", revision: 1 });
  const sealed = await readVisit(officer, id, "working");
  expect(sealed.sealedAt).not.toBeNull();
  expect(sealed).toMatchObject({ maySign: [], mayAdd: true });
  // Who wrote in it is told that it is signed; who only read it, that their role writes nothing here.
  expect(await outcome(documentToWrite(officer, id))).toBe("conflict");
  expect(await outcome(documentToWrite(expert, id))).toBe("forbidden");
  expect((await readDocument(officer, id)).mayWrite).toBe(false);
  expect(await outcome(saveDocument(officer, id, { ...order, text: "Otherwise", revision: 1 }))).toBe(
    "forbidden",
  );
  await addToVisit(officer, id, say("The lamp was mended."));
  await addToVisit(expert, id, say("I have seen it."));
  expect((await readVisit(colleague, id, "working")).additions.map(({ author }) => author.name)).toEqual([
    "Officer",
    "Ad-hoc expert",
  ]);
  expect(await outcome(addComment(expert, id, { ...say("Well done"), madeOn: "working" }))).toBe("done");
  await publishDocument(officer, id, { revision: 1 });
  const published = await readVisit(localGroupMember, id, "published");
  expect(published).toMatchObject({ mayAdd: false, maySign: [], mayReply: false });
  expect(published.additions).toHaveLength(2);
  expect(published.signatures).toHaveLength(2);
  expect(published.sealedAt).not.toBeNull();
});

test("a note that both sides have signed is signed, no draft: where it is read, listed, narrowed to and found", async () => {
  const { id, network, officer, expert, localGroupMember } = await foundVisit();
  const listed = async (member: Member, state?: "draft" | "signed" | "published") =>
    (await listDocuments(member, { kind: "visit-note", state })).rows.map((row) => [row.state, row.isSigned]);
  await signVisit(expert, id, { side: "expert", revision: 1 });
  expect(await readDocument(officer, id)).toMatchObject({ state: "draft", isSigned: false });
  expect(await listed(officer, "draft")).toEqual([["draft", false]]);
  expect(await listed(officer, "signed")).toEqual([]);
  await signVisit(officer, id, { side: "city", revision: 1 });
  expect(await readDocument(officer, id)).toMatchObject({ state: "signed", isSigned: true });
  expect(await listed(officer, "draft")).toEqual([]);
  for (const state of ["signed", undefined] as const)
    expect(await listed(officer, state)).toEqual([["signed", true]]);
  const [find] = (await ask(officer, "visit")).finds.filter(({ kind }) => kind === "visit-note");
  expect(find).toMatchObject({ text: "working", isSigned: true });

  await publishDocument(officer, id, { revision: 1 });
  for (const state of ["signed", "published"] as const)
    expect(await listed(localGroupMember, state)).toEqual([["published", true]]);
  expect(await readDocument(localGroupMember, id)).toMatchObject({ state: "published", isSigned: true });
  const reader = await again(network, localGroupMember);
  expect((await ask(reader, "visit")).finds.find(({ kind }) => kind === "visit-note")).toMatchObject({
    text: "published",
    isSigned: true,
  });
});

test("a later save takes the signature away, whoever saved; whoever signs a text names the one they read", async () => {
  const { id, officer, expert, order } = await foundVisit();
  await signVisit(expert, id, { side: "expert", revision: 1 });
  await saveDocument(officer, id, { ...order, text: "What we saw, and more.", revision: 1 });
  expect((await readVisit(officer, id, "working")).signatures).toMatchObject([
    { side: "expert", isCurrent: false },
  ]);
  expect(await outcome(signVisit(officer, id, { side: "city", revision: 1 }))).toBe("conflict");
  await signVisit(officer, id, { side: "city", revision: 2 });
  expect((await readVisit(officer, id, "working")).sealedAt).toBeNull();
  await signVisit(expert, id, { side: "expert", revision: 2 });
  expect((await readVisit(officer, id, "working")).sealedAt).not.toBeNull();
});

test("nobody signs who does not speak for the side, and nobody for both", async () => {
  const visit = await foundVisit();
  const { id, network, officer, expert, leadPartner, leadExpert, localGroupMember, observer, otherOfficer } =
    visit;
  await openWorkingText(officer, id, { visibility: "network" });
  for (const other of [leadPartner, leadExpert, otherOfficer, localGroupMember])
    for (const side of ["expert", "city"] as const)
      expect([other.name, side, await outcome(signVisit(other, id, { side, revision: 1 }))]).toEqual([
        other.name,
        side,
        "forbidden",
      ]);
  expect(await outcome(signVisit(observer, id, { side: "city", revision: 1 }))).toBe("not-found");
  expect(await outcome(signVisit(officer, id, { side: "expert", revision: 1 }))).toBe("forbidden");
  expect(await outcome(signVisit(expert, id, { side: "city", revision: 1 }))).toBe("forbidden");
  const elsewhere = await foundNetwork();
  expect(await outcome(signVisit(elsewhere.officer, id, { side: "city", revision: 1 }))).toBe("not-found");
  expect(await outcome(signVisit(officer, network.draft.id, { side: "city", revision: 1 }))).toBe(
    "not-found",
  );
  await enrol(network, { id: expert.personId }, "project-officer", network.partners.own);
  const both = await again(network, expert);
  expect((await readVisit(both, id, "working")).maySign).toEqual(["expert", "city"]);
  await signVisit(both, id, { side: "city", revision: 1 });
  expect((await readVisit(both, id, "working")).maySign).toEqual([]);
  expect((await readVisit(expert, id, "working")).maySign).toEqual([]);
  expect(await outcome(signVisit(both, id, { side: "expert", revision: 1 }))).toBe("invalid");
});

test("the expert who wrote the note signs it, and the city replies to it; the latest reply stands", async () => {
  const network = await foundNetwork();
  const { adHocExpert, officer, colleague, leadPartner, otherOfficer, partners } = network;
  const { id } = await createDocument(adHocExpert, {
    partnershipId: partners.own,
    kind: "visit-note",
    title: "Seen by an expert",
    language: "en",
    text: "Much.",
  });
  const expert = await again(network, adHocExpert);
  for (const act of [
    replyToVisit(officer, id, say("Ours")),
    readVisit(officer, id, "working"),
    signVisit(officer, id, { side: "city", revision: 1 }),
  ])
    expect(await outcome(act)).toBe("not-found");
  expect(await outcome(replyToVisit(expert, id, say("Theirs")))).toBe("forbidden");
  await openWorkingText(expert, id, { visibility: "draft" });
  const first = say("We see it **otherwise**.");
  await replyToVisit(officer, id, first);
  await replyToVisit(officer, id, first);
  expect(await outcome(replyToVisit(colleague, id, { ...first, text: "Stolen" }))).toBe("not-found");
  await replyToVisit(colleague, id, say("Now we agree."));
  const visit = await readVisit(expert, id, "working");
  expect(visit.reply).toMatchObject({ author: { name: "Colleague" } });
  expect(visit.earlierReplies.map(({ html }) => html.includes("<strong>otherwise</strong>"))).toEqual([true]);
  expect(visit.mayReply).toBe(false);
  await signVisit(expert, id, { side: "expert", revision: 1 });
  await signVisit(officer, id, { side: "city", revision: 1 });
  await replyToVisit(officer, id, say("And thank you."));
  await publishDocument(officer, id, { revision: 1 });
  for (const reader of [leadPartner, otherOfficer]) {
    const read = await readVisit(reader, id, "published");
    expect(read.reply?.html).toContain("And thank you.");
    expect(read.earlierReplies).toEqual([]);
    expect(await outcome(readVisit(reader, id, "working"))).toBe("not-found");
    expect(await outcome(replyToVisit(reader, id, say("Mine")))).toBe("not-found");
    expect(await outcome(addToVisit(reader, id, say("Mine")))).toBe("not-found");
  }
  const kinds = (await readFeed(colleague)).rows
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith("visit"));
  expect(kinds.sort()).toEqual([
    "visit-replied",
    "visit-replied",
    "visit-replied",
    "visit-sealed",
    "visit-signed",
  ]);
});

test("in a closed network nobody signs, replies or adds, and an empty text is not signed", async () => {
  const { id, network, officer, expert, networkId, order } = await foundVisit();
  await saveDocument(officer, id, { ...order, text: " ", revision: 1 });
  expect(await outcome(signVisit(officer, id, { side: "city", revision: 2 }))).toBe("invalid");
  await saveDocument(officer, id, { ...order, text: "Words", revision: 2 });
  await signVisit(expert, id, { side: "expert", revision: 3 });
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  for (const member of [await again(network, officer), await again(network, expert)]) {
    expect(await outcome(signVisit(member, id, { side: "city", revision: 3 }))).toBe("forbidden");
    expect(await outcome(signVisit(member, id, { side: "expert", revision: 3 }))).toBe("forbidden");
    expect(await outcome(replyToVisit(member, id, say("Late")))).toBe("forbidden");
    expect(await outcome(addToVisit(member, id, say("Late")))).toBe("forbidden");
    expect(await outcome(readVisit(member, id, "working"))).toBe("done");
  }
});

test("everybody reads what was added to a public note, by day and side and no name; each addition is a new edition", async () => {
  const { id, officer, expert, network } = await foundVisit();
  await signVisit(expert, id, { side: "expert", revision: 1 });
  await signVisit(officer, id, { side: "city", revision: 1 });
  await addToVisit(officer, id, say("The lamp was *mended*."));
  expect(await publicAdditions(id)).toEqual([]);
  await publishDocument(officer, id, { revision: 1 });
  expect(await publicAdditions(id)).toEqual([]);
  await publishDocument(officer, id, { revision: 1, visibility: "public" });
  const before = await publicState(id);
  await replyToVisit(officer, id, say("We agree."));
  expect((await publicState(id))?.edition).toBe(before?.edition);
  await addToVisit(expert, id, say("I have seen it."));
  expect((await publicState(id))?.edition).not.toBe(before?.edition);
  // A role that ended later was held when it was written.
  await database().write((transaction) =>
    transaction.membership.updateMany({ where: { personId: expert.personId }, data: { until: new Date() } }),
  );
  const additions = await publicAdditions(id);
  expect(additions).toMatchObject([{ sides: ["city"] }, { sides: ["expert"] }]);
  expect(additions[0]?.html).toContain("<em>mended</em>");
  expect(JSON.stringify(additions)).not.toMatch(/Officer|Ad-hoc|personId|author/u);
  expect(await publicAdditions(network.published.id)).toEqual([]);
  expect(await publicAdditions("nothing")).toEqual([]);
});

// What a city shares with its local group: who reads and remarks on a shared draft, and who does not, before, while and after.
import { expect, test } from "vitest";
import {
  mayCommentOn,
  readsPublishedText,
  readsWorkingText,
  sharedDocument,
} from "~/domain/access/document-texts";
import { namedLevels, type Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { visibleComments, visibleDocuments, visibleWorkingTexts } from "~/domain/access/visible-to.server";
import { happenings } from "~/domain/activity/activities.server";
import { narrowingKinds, type Audience } from "~/domain/activity/activity";
import { addComment, editComment } from "~/domain/comments/comments.server";
import { listComments } from "~/domain/comments/threads.server";
import { whoWaits } from "~/domain/comments/waiting.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { publishedVisibilities, workingVisibilities } from "~/domain/documents/document";
import { namePerson } from "~/domain/documents/naming.server";
import { readersOfDocument } from "~/domain/documents/readers.server";
import {
  readPublishing,
  readSharing,
  readWithdrawing,
  type Choice,
} from "~/domain/documents/sharing-choices.server";
import { latestHappenings } from "~/domain/networks/feed.server";
import type { Prisma } from "~/platform/generated/client";
import { roomsFor, roomsOf } from "~/realtime/rooms";
import { listDocuments } from "~/domain/documents/listing.server";
import { documentPartner, readDocument } from "~/domain/documents/reading.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { whatChanged } from "~/domain/documents/what-changed.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const remark = (
  member: Member,
  documentId: string,
  text: string,
  madeOn: "working" | "published" = "working",
) => addComment(member, documentId, { id: newId(), text, madeOn });

/** Everybody of the network whom a draft of the own city does not concern, shared with its local group or not. */
const others = ["leadPartner", "otherOfficer", "leadExpert", "adHocExpert", "observer"] as const;

/** A local group member of another city, and the same role, another network's. */
async function otherGroups(network: FoundedNetwork): Promise<Member[]> {
  const person = await foundPerson("Member of another group");
  await enrol(network, person, "local-group-member", network.partners.other);
  const elsewhere = await foundNetwork();
  return [await memberOf(person, network.slug), elsewhere.localGroupMember, elsewhere.officer];
}

test("a draft is not there for the local group until its city shares it, and not after it stopped", async () => {
  const { officer, localGroupMember, draft } = await foundNetwork();
  const isThere = async () => [
    await outcome(readDocument(localGroupMember, draft.id)),
    await outcome(documentPartner(localGroupMember, draft.id)),
    (await listDocuments(localGroupMember, { kind: "good-practice" })).rows.some(({ id }) => id === draft.id),
    await outcome(remark(localGroupMember, draft.id, "Heard")),
  ];
  expect(await isThere()).toEqual(["not-found", "not-found", false, "not-found"]);
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  expect(await isThere()).toEqual(["done", "done", true, "done"]);
  await openWorkingText(officer, draft.id, { visibility: "draft" });
  expect(await isThere()).toEqual(["not-found", "not-found", false, "not-found"]);
});

test("the local group reads the shared draft as it stands now, is told that it is shared, and cannot write it", async () => {
  const { officer, localGroupMember, draft } = await foundNetwork();
  await openWorkingText(officer, draft.id, { visibility: "local-group", revision: 1 });
  const order = { title: "A better title", language: "en" as const, text: "Better words", revision: 1 };
  await saveDocument(officer, draft.id, order);
  const read = await readDocument(localGroupMember, draft.id);
  expect(read).toMatchObject({
    text: "working",
    state: "draft",
    title: "A better title",
    isShared: true,
    mayWrite: false,
    mayComment: true,
  });
  expect(read.rendered.html).toContain("Better words");
  expect(read.because).toEqual([{ role: "local-group-member", city: "Alytus" }]);
  const [row] = (await listDocuments(localGroupMember, { kind: "good-practice" })).rows.filter(
    ({ id }) => id === draft.id,
  );
  expect(row).toMatchObject({ title: "A better title", state: "draft", visibility: "local-group" });
  expect(
    await outcome(saveDocument(localGroupMember, draft.id, { ...order, revision: 2, text: "Mine" })),
  ).toBe("forbidden");
});

test("a shared draft stays unknown to everybody else in the network, and to other cities' groups", async () => {
  const network = await foundNetwork();
  const { officer, localGroupMember, draft } = network;
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  await remark(localGroupMember, draft.id, "Between us");
  const outside = [...others.map((name) => network[name]), ...(await otherGroups(network))];
  for (const other of outside) {
    const { name } = other;
    expect([name, await outcome(readDocument(other, draft.id))]).toEqual([name, "not-found"]);
    expect([name, await outcome(readDocument(other, draft.id, "working"))]).toEqual([name, "not-found"]);
    expect([name, await outcome(documentPartner(other, draft.id))]).toEqual([name, "not-found"]);
    expect([name, await outcome(remark(other, draft.id, "x"))]).toEqual([name, "not-found"]);
    expect([name, await outcome(openWorkingText(other, draft.id, { visibility: "local-group" }))]).toEqual([
      name,
      "not-found",
    ]);
    expect([name, await outcome(openWorkingText(other, draft.id, { visibility: "draft" }))]).toEqual([
      name,
      "not-found",
    ]);
    expect([name, await listComments(other, draft.id)]).toEqual([name, []]);
    const seen = JSON.stringify([
      await listDocuments(other, { kind: "good-practice" }),
      await whatChanged(other, 50),
      await whoWaits(other),
    ]);
    expect([name, seen.includes(draft.id)]).toEqual([name, false]);
  }
});

test("only the city's own project officers decide what its local group sees", async () => {
  const network = await foundNetwork();
  const { officer, colleague, localGroupMember, published } = network;
  for (const name of [...others, "localGroupMember"] as const) {
    expect([
      name,
      await outcome(openWorkingText(network[name], published.id, { visibility: "local-group" })),
    ]).toEqual([name, "forbidden"]);
    expect([
      name,
      await outcome(openWorkingText(network[name], published.id, { visibility: "draft" })),
    ]).toEqual([name, "forbidden"]);
  }
  const former = memberOf(network.formerOfficer, network.slug);
  expect(
    await outcome(
      former.then((member) => openWorkingText(member, published.id, { visibility: "local-group" })),
    ),
  ).toBe("not-found");
  await openWorkingText(colleague, published.id, { visibility: "local-group" });
  expect((await readDocument(localGroupMember, published.id, "working")).text).toBe("working");
  await openWorkingText(officer, published.id, { visibility: "draft" });
  expect(await outcome(readDocument(localGroupMember, published.id, "working"))).toBe("not-found");
});

test("a published text shared as a draft, too, is read by the group in both forms, and in its published form alone afterwards", async () => {
  const { officer, leadPartner, localGroupMember, published } = await foundNetwork();
  const order = { title: "Unripe", language: "en" as const, text: "Unripe", revision: 1 };
  await saveDocument(officer, published.id, order);
  await openWorkingText(officer, published.id, { visibility: "local-group" });
  expect(await readDocument(localGroupMember, published.id)).toMatchObject({
    text: "published",
    state: "changed-since-published",
    hasOtherText: true,
  });
  expect((await readDocument(localGroupMember, published.id, "working")).title).toBe("Unripe");
  expect(await readDocument(leadPartner, published.id)).toMatchObject({
    state: "published",
    title: "The published one",
    hasOtherText: false,
    isShared: false,
  });
  expect(await outcome(readDocument(leadPartner, published.id, "working"))).toBe("not-found");
  await openWorkingText(officer, published.id, { visibility: "draft" });
  expect(await readDocument(localGroupMember, published.id)).toMatchObject({
    text: "published",
    state: "published",
    hasOtherText: false,
    isShared: false,
  });
});

test("remarks on the draft are read by the group while it is shared, earlier ones too, and by the city alone afterwards", async () => {
  const { officer, leadPartner, localGroupMember, published } = await foundNetwork();
  await remark(officer, published.id, "Said before");
  await openWorkingText(officer, published.id, { visibility: "local-group" });
  const { id } = await remark(localGroupMember, published.id, "Said by the group");
  expect(await listComments(localGroupMember, published.id)).toHaveLength(2);
  expect(await listComments(leadPartner, published.id)).toEqual([]);
  await openWorkingText(officer, published.id, { visibility: "draft" });
  expect(await listComments(localGroupMember, published.id)).toEqual([]);
  expect(await outcome(editComment(localGroupMember, published.id, { id, text: "Changed" }))).toBe(
    "not-found",
  );
  expect(await outcome(remark(localGroupMember, published.id, "Again"))).toBe("not-found");
  expect(await listComments(officer, published.id)).toHaveLength(2);
});

test("what a local group member asks on a shared draft waits for the city's officers", async () => {
  const { officer, colleague, localGroupMember, draft } = await foundNetwork();
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  await remark(localGroupMember, draft.id, "Who will pay?");
  for (const writer of [officer, colleague])
    expect(await whoWaits(writer)).toMatchObject([
      { documentId: draft.id, title: "The draft", isReply: false },
    ]);
  expect(await whoWaits(localGroupMember)).toEqual([]);
});

test("what happens to a shared draft is announced to the city and its group, and told in their feeds alone", async () => {
  const { officer, leadPartner, localGroupMember, draft, partners } = await foundNetwork();
  const heard: Array<[string, Audience["room"][]]> = [];
  happenings().on("announced", ({ kind }, audience) => heard.push([kind, audience.map(({ room }) => room)]));
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  await saveDocument(officer, draft.id, { title: "Saved", language: "en", text: "Saved", revision: 1 });
  await remark(localGroupMember, draft.id, "Good");
  const kindsFor = async (member: Member) =>
    (await whatChanged(member, 50))
      .filter(({ documentId }) => documentId === draft.id)
      .map(({ kind }) => kind);
  expect(await kindsFor(localGroupMember)).toEqual(["comment-added", "document-saved", "document-shared"]);
  await publishDocument(officer, draft.id, { revision: 2 });
  await withdrawDocument(officer, draft.id);
  await openWorkingText(officer, draft.id, { visibility: "draft" });
  await openWorkingText(officer, draft.id, { visibility: "draft" });
  await saveDocument(officer, draft.id, { title: "Again", language: "en", text: "Again", revision: 2 });
  expect(heard).toEqual([
    ["document-shared", ["working", "group"]],
    ["document-saved", ["working", "group"]],
    ["comment-added", ["working", "group"]],
    ["document-published", ["working", "group", "published"]],
    ["document-withdrawn", ["working", "group", "published"]],
    ["document-unshared", ["working", "group"]],
    ["document-saved", ["working"]],
  ]);
  expect(await kindsFor(localGroupMember)).toEqual([]);
  expect(await kindsFor(leadPartner)).toEqual([]);
  expect((await kindsFor(officer)).length).toBe(8);
  const rows = await database().read.activity.findMany({
    where: { documentId: draft.id, kind: { in: ["document-shared", "document-unshared"] } },
    select: { partnershipId: true, reach: true },
  });
  expect(rows).toEqual([
    { partnershipId: partners.own, reach: "group" },
    { partnershipId: partners.own, reach: "group" },
  ]);
});

test("sharing what was saved since the officer looked is a conflict; in a closed network nothing is shared any more", async () => {
  const { officer, localGroupMember, draft, published, slug, networkId, person } = await foundNetwork();
  await saveDocument(officer, draft.id, { title: "Saved", language: "en", text: "Saved", revision: 1 });
  expect(await outcome(openWorkingText(officer, draft.id, { visibility: "local-group", revision: 1 }))).toBe(
    "conflict",
  );
  await openWorkingText(officer, draft.id, { visibility: "local-group", revision: 2 });
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  const [closedOfficer, closedMember] = await Promise.all(
    [officer, localGroupMember].map(async (member) => memberOf(await person(member), slug)),
  );
  if (!closedOfficer || !closedMember) throw new Error("both still hold their roles");
  expect(await outcome(openWorkingText(closedOfficer, published.id, { visibility: "local-group" }))).toBe(
    "forbidden",
  );
  expect(await outcome(openWorkingText(closedOfficer, draft.id, { visibility: "draft" }))).toBe("forbidden");
  expect(await outcome(readDocument(closedMember, draft.id))).toBe("done");
  expect(await outcome(remark(closedMember, draft.id, "x"))).toBe("forbidden");
});

test("one document is judged as the lists of documents are, for every role and however far it is shared", async () => {
  const network = await foundNetwork();
  const { officer, colleague, localGroupMember, draft, published } = network;
  const members = [
    officer,
    colleague,
    localGroupMember,
    ...others.map((name) => network[name]),
    ...(await otherGroups(network)),
  ];
  const expectAgreement = async (how: string) => {
    for (const member of members) {
      const listed = (await listDocuments(member, { kind: "good-practice" })).rows.map(({ id }) => id);
      for (const { id } of [draft, published]) {
        const isRead = (await outcome(readDocument(member, id))) !== "not-found";
        expect([how, member.name, id, isRead]).toEqual([how, member.name, id, listed.includes(id)]);
      }
    }
  };
  await expectAgreement("a draft and a published text");
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  await expectAgreement("the draft shared with the group");
  await withdrawDocument(officer, published.id);
  await expectAgreement("nothing published");
});

test("one document is judged as the lists are: every visibility, named or not, every role, in the trash or not, its remarks and what happened", async () => {
  const network = await foundNetwork();
  const { officer, published, slug, networkId, partners } = network;
  const roles = [...others, "localGroupMember", "officer"] as const;
  const named = await Promise.all(
    namedLevels.map(async (level) => {
      const person = await foundPerson(`Named as ${level}`);
      await enrol(network, person, "ad-hoc-expert", partners.other);
      await namePerson(officer, published.id, { personId: person.id, level });
      return memberOf(person, slug);
    }),
  );
  const members = [...roles.map((name) => network[name]), ...named, ...(await otherGroups(network))];
  const { id } = published;
  const set = (data: Prisma.DocumentUpdateInput) =>
    database().write((transaction) => transaction.document.update({ where: { id }, data }));
  await remark(officer, id, "On the draft");
  await remark(officer, id, "On the published text", "published");
  for (const visibility of workingVisibilities)
    for (const publishedVisibility of [null, ...publishedVisibilities])
      for (const trashedAt of [null, new Date()]) {
        await set({ visibility, publishedVisibility, trashedAt });
        for (const member of members) {
          const how = [visibility, publishedVisibility, trashedAt !== null, member.name].join(" ");
          const document = await database().read.document.findUniqueOrThrow({
            where: { id },
            select: sharedDocument,
          });
          const isHere = member.network.id === networkId;
          const [reads, readsPublished] = isHere
            ? [readsWorkingText(member, document), readsPublishedText(member, document)]
            : [false, false];
          const seen = { where: { id, ...visibleDocuments(member) } };
          expect([how, await database().read.document.count(seen)]).toEqual([
            how,
            Number(reads || readsPublished),
          ]);
          const working = { where: { id, ...visibleWorkingTexts(member) } };
          expect([how, await database().read.document.count(working)]).toEqual([how, Number(reads)]);
          const said = await database().read.comment.findMany({
            where: { documentId: id, ...visibleComments(member) },
            select: { madeOn: true },
          });
          const wanted = [...(reads ? ["working"] : []), ...(reads || readsPublished ? ["published"] : [])];
          expect([how, said.map(({ madeOn }) => madeOn).sort()]).toEqual([how, wanted.sort()]);
          expect([how, (await listComments(member, id)).length]).toEqual([how, wanted.length]);
          const lets = isHere && mayCommentOn(member, "working", document);
          if (!lets) expect([how, await outcome(remark(member, id, "No"))]).not.toEqual([how, "done"]);
        }
      }
});

test("what happened to a text is told to who reads that text now, as named and by role, and to nobody else", async () => {
  const network = await foundNetwork();
  const { officer, draft, slug, partners } = network;
  const person = await foundPerson("Named as reader");
  await enrol(network, person, "ad-hoc-expert", partners.other);
  await namePerson(officer, draft.id, { personId: person.id, level: "reader" });
  const members = [
    ...[...others, "localGroupMember", "officer"].map((name) => network[name as "officer"]),
    await memberOf(person, slug),
    ...(await otherGroups(network)),
  ];
  for (const visibility of ["draft", "local-group", "network", "local-group", "draft"] as const) {
    await openWorkingText(officer, draft.id, { visibility });
    const { revision } = await database().read.document.findUniqueOrThrow({ where: { id: draft.id } });
    await saveDocument(officer, draft.id, { title: "T", language: "en", text: newId(), revision });
    for (const member of members) {
      const reads = (await outcome(readDocument(member, draft.id, "working"))) === "done";
      const told = (await latestHappenings(member, 50)).filter(({ documentId }) => documentId === draft.id);
      expect([visibility, member.name, told.length > 0]).toEqual([visibility, member.name, reads]);
      const last = told[0]?.kind;
      expect([visibility, member.name, last]).toEqual([
        visibility,
        member.name,
        reads ? "document-saved" : undefined,
      ]);
    }
  }
});

test("what is said beforehand is what then is: for each choice the count, who gains and who loses", async () => {
  const network = await foundNetwork();
  const { officer, published, leadExpert, partners, slug } = network;
  const person = await foundPerson("Named as reader");
  await enrol(network, person, "local-group-member", partners.other);
  await namePerson(officer, published.id, { personId: person.id, level: "reader" });
  await namePerson(officer, published.id, { personId: leadExpert.personId, level: "writer" });
  const { id } = published;
  const everybody = async () =>
    Promise.all([
      ...[...others, "localGroupMember", "officer", "colleague"].map(async (name) => {
        const member = network[name as "officer"];
        return memberOf(await network.person(member), slug);
      }),
      memberOf(person, slug),
    ]);
  const readersNow = async (text: "working" | "published") => {
    const names: string[] = [];
    for (const member of await everybody()) {
      const document = await database().read.document.findUniqueOrThrow({
        where: { id },
        select: sharedDocument,
      });
      const reads = text === "working" ? readsWorkingText : readsPublishedText;
      if (reads(member, document)) names.push(member.name);
    }
    return names.sort();
  };
  const namesOf = (people: Array<{ name: string }>) => people.map(({ name }) => name).sort();
  const check = async (
    text: "working" | "published",
    choose: () => Promise<Choice<string> | undefined>,
    act: () => Promise<void>,
  ) => {
    const before = await readersNow(text);
    // Publishing is no news for whoever reads the draft.
    const anyway = text === "published" ? await readersNow("working") : [];
    const said = await choose();
    await act();
    const after = await readersNow(text);
    expect(said?.count).toBe(after.length);
    // Whoever holds two roles, or a role and is named, is one person: what is said of roles adds up to the whole.
    expect((said?.roles ?? []).reduce((sum, { count }) => sum + count, said?.named ?? 0)).toBe(after.length);
    expect(namesOf(said?.gains ?? [])).toEqual(
      after.filter((name) => ![...before, ...anyway].includes(name)),
    );
    expect(namesOf(said?.loses ?? [])).toEqual(
      before.filter((name) => ![...after, ...anyway].includes(name)),
    );
  };
  for (const visibility of ["local-group", "network", "draft", "network", "local-group", "draft"] as const)
    await check(
      "working",
      async () => (await readSharing(officer, id)).choices.find((choice) => choice.visibility === visibility),
      () => openWorkingText(officer, id, { visibility }),
    );
  for (const visibility of ["public", "network", "public"] as const)
    await check(
      "published",
      async () =>
        (await readPublishing(officer, id)).choices.find((choice) => choice.visibility === visibility),
      () => publishDocument(officer, id, { revision: 1, visibility }),
    );
  await openWorkingText(officer, id, { visibility: "local-group" });
  const [before, { loses }] = [await readersNow("published"), await readWithdrawing(officer, id)];
  await withdrawDocument(officer, id);
  const keep = await readersNow("working");
  expect(namesOf(loses)).toEqual(before.filter((name) => !keep.includes(name)));
  const readers = (await readersOfDocument(officer, id)).texts[0];
  expect(readers?.count).toBe(keep.length);
  expect(readers?.named.map(({ name, level, by }) => [name, level, by])).toEqual([
    ["Named as reader", "reader", "Officer"],
    ["Lead expert", "writer", "Officer"],
  ]);
});

test("publishing is new to nobody who reads the draft already", async () => {
  const { officer, colleague, localGroupMember, draft, observer } = await foundNetwork();
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  const { choices } = await readPublishing(officer, draft.id);
  const gains = choices.find(({ visibility }) => visibility === "network")?.gains.map(({ name }) => name);
  for (const { name } of [officer, colleague, localGroupMember]) expect(gains).not.toContain(name);
  expect(gains).toContain(observer.name);
});

test("narrowing a published text from everybody to the network tells those who lose it, and cuts open pages", async () => {
  const network = await foundNetwork();
  const { officer, published, adHocExpert, observer, partners, slug } = network;
  const person = await foundPerson("Expert of another city");
  await enrol(network, person, "ad-hoc-expert", partners.other);
  const elsewhere = await memberOf(person, slug);
  const heard: Array<[string, string[]]> = [];
  happenings().on("announced", ({ kind }, audience) => heard.push([kind, audience.flatMap(roomsOf)]));
  await publishDocument(officer, published.id, { revision: 1, visibility: "public" });
  expect(await outcome(readDocument(elsewhere, published.id))).toBe("done");
  await publishDocument(officer, published.id, { revision: 1, visibility: "network" });
  expect(await outcome(readDocument(elsewhere, published.id))).toBe("not-found");
  expect(await outcome(readDocument(adHocExpert, published.id))).toBe("done");
  expect(heard.map(([kind]) => kind)).toEqual(["document-published", "document-narrowed"]);
  expect(narrowingKinds).toContain("document-narrowed");
  const listens = roomsFor(elsewhere, Object.values(partners));
  for (const [, rooms] of heard) expect(rooms.filter((room) => listens.includes(room))).toHaveLength(1);
  const precisely = (await latestHappenings(observer, 9)).map(({ kind, precisely: to }) => [kind, to]);
  expect(precisely).toEqual([
    ["document-narrowed", null],
    ["document-published", "public"],
    ["document-published", "network"],
  ]);
});

// Handing over: one step, one change; what was open is kept, and read only by those whom it concerns and as far as they may.
import { expect, test } from "vitest";
import { addComment } from "~/domain/comments/comments.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { handOver } from "~/domain/handovers/handovers.server";
import { listHandovers, readHandover, takenOverLately } from "~/domain/handovers/reading.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { readPersonInNetwork } from "~/domain/networks/roster.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";
import { outcome, wrongWith } from "../support/outcome";

const inAMonth = dayAfter(dayOf(new Date()), 30);

async function roleOf({ networkId }: FoundedNetwork, { personId }: { personId: string }): Promise<string> {
  const { id } = await database().read.membership.findFirstOrThrow({ where: { networkId, personId } });
  return id;
}

/** Beside the founded draft: a text changed since it was published, a remark on it without an answer, an invitation. */
async function leaveOpen({ officer, otherOfficer, published, partners, networkId }: FoundedNetwork) {
  await saveDocument(officer, published.id, { title: "Changed", language: "en", text: "More", revision: 1 });
  const commentId = newId();
  await addComment(otherOfficer, published.id, { id: commentId, text: "How?", madeOn: "published" });
  await database().write((transaction) =>
    transaction.invitation.create({
      data: {
        id: newId(),
        networkId,
        email: "resident@test.torg",
        role: "local-group-member",
        partnerships: [partners.own],
        language: "en",
        tokenHash: newId(),
        invitedById: officer.personId,
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    }),
  );
  return { commentId };
}

const order = async (network: FoundedNetwork, successor: Member, until: string | null = null) => ({
  membershipId: await roleOf(network, network.officer),
  successorId: successor.personId,
  until,
});

test("the lead partner hands an officer's work over to a colleague: texts, the end of the role, and what was open", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, colleague, draft, published, slug, networkId } = network;
  const { commentId } = await leaveOpen(network);
  const before = await database().read.activity.count({ where: { networkId } });
  const { id } = await handOver(leadPartner, await order(network, colleague));
  expect(await database().read.activity.count({ where: { networkId } })).toBe(before + 1);
  expect(await outcome(memberOf(await network.person(officer), slug))).toBe("not-found");
  const documents = await database().read.document.findMany({ where: { networkId } });
  expect(documents.every(({ responsibleId }) => responsibleId === colleague.personId)).toBe(true);
  expect(documents.every(({ createdById }) => createdById === officer.personId)).toBe(true);
  const handover = await readHandover(colleague, id);
  expect(handover).toMatchObject({
    from: { id: officer.personId },
    to: { id: colleague.personId },
    city: "Alytus",
  });
  expect(handover.things).toEqual([
    { kind: "draft", id: draft.id, title: "The draft", at: `documents/${draft.id}` },
    { kind: "unpublished-changes", id: published.id, title: "Changed", at: `documents/${published.id}` },
    {
      kind: "comment",
      id: commentId,
      title: "Changed",
      at: `documents/${published.id}?remark=${commentId}#comment-${commentId}`,
    },
    { kind: "invitation", id: handover.things[3]?.id, title: "resident@test.torg", at: "invitations" },
  ]);
  expect(await listHandovers(colleague, officer.personId)).toMatchObject([{ id }]);
});

test("its page says to each no more than they may read, and nothing to whom it does not concern", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, colleague, otherOfficer, leadExpert, observer, slug } = network;
  await leaveOpen(network);
  const { id } = await handOver(officer, await order(network, colleague, inAMonth));
  // Who leaves in a month still reads it.
  expect((await readHandover(await memberOf(await network.person(officer), slug), id)).things).toHaveLength(
    4,
  );
  const { things } = await readHandover(leadPartner, id);
  expect(things.map(({ kind, title }) => [kind, title])).toEqual([
    ["draft", null],
    ["unpublished-changes", "The published one"],
    ["comment", "The published one"],
    ["invitation", "resident@test.torg"],
  ]);
  expect(things[0]?.at).toBeNull();
  // Once the city opens the draft to the network, its title is no secret any more.
  await openWorkingText(colleague, network.draft.id, { visibility: "network" });
  expect((await readHandover(leadPartner, id)).things[0]).toMatchObject({ title: "The draft" });
  for (const other of [otherOfficer, leadExpert, observer, network.localGroupMember, network.adHocExpert]) {
    expect(await outcome(readHandover(other, id))).toBe("not-found");
    expect(await listHandovers(other, officer.personId)).toEqual([]);
  }
  const elsewhere = await foundNetwork();
  expect(await outcome(readHandover(elsewhere.leadPartner, id))).toBe("not-found");
});

test("a successor who lacks the role gets it; the leaver's own lasts to the day given", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, observer, partners, slug } = network;
  await handOver(leadPartner, await order(network, observer, inAMonth));
  const { roles } = await memberOf(await network.person(observer), slug);
  expect(roles).toContainEqual({ role: "project-officer", partnershipId: partners.own });
  const left = await readPersonInNetwork(leadPartner, officer.personId);
  expect(left.roles).toMatchObject([{ state: "current", lastDay: inAMonth }]);
});

test("a leaver hands over to a colleague alone; others hand over nothing", async () => {
  const network = await foundNetwork();
  const { officer, colleague, observer, otherOfficer, leadExpert } = network;
  expect(await wrongWith(handOver(officer, await order(network, observer)))).toEqual([
    "successorId: members:wrong.successorWithoutRole",
  ]);
  for (const other of [colleague, otherOfficer, leadExpert, network.localGroupMember])
    expect(await outcome(handOver(other, await order(network, colleague)))).toBe("forbidden");
  const closed: Member = { ...officer, network: { ...officer.network, state: "closed" } };
  expect(await outcome(handOver(closed, await order(network, colleague)))).toBe("forbidden");
  await handOver(officer, await order(network, colleague));
});

test("a successor is neither the leaver nor a stranger nor deactivated, and the role one that writes, held now", async () => {
  const network = await foundNetwork();
  const elsewhere = await foundNetwork();
  const { leadPartner, officer, colleague, adHocExpert } = network;
  const good = await order(network, colleague);
  const hand = (given: Partial<typeof good>) => wrongWith(handOver(leadPartner, { ...good, ...given }));
  expect(await hand({ successorId: officer.personId })).toEqual(["successorId: members:wrong.isLeaver"]);
  expect(await hand({ successorId: (await foundPerson()).id })).toBe("not-found");
  expect(await hand({ successorId: elsewhere.officer.personId })).toBe("not-found");
  expect(await hand({ membershipId: await roleOf(elsewhere, elsewhere.officer) })).toBe("not-found");
  expect(await hand({ membershipId: await roleOf(network, adHocExpert) })).toBe("not-found");
  expect(await hand({ until: dayAfter(inAMonth, -60) })).toEqual(["until: members:wrong.endIsOver"]);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: colleague.personId }, data: { deactivatedAt: new Date() } }),
  );
  expect(await hand({})).toEqual(["form: members:wrong.isDeactivated"]);
  // Nothing of all this has changed anything.
  expect(await database().read.handover.count({ where: { networkId: network.networkId } })).toBe(0);
});

test("only what the leaver looks after changes hands; a colleague's own texts stay with them", async () => {
  const network = await foundNetwork();
  const { leadPartner, colleague, otherOfficer, partners, networkId } = network;
  const write = (member: Member, partnershipId: string) =>
    createDocument(member, { partnershipId, kind: "good-practice", title: "Own", language: "en", text: "x" });
  const third = await foundPerson("Third");
  const theirs = await write(colleague, partners.own);
  const elsewhere = await write(otherOfficer, partners.other);
  await database().write((transaction) =>
    transaction.membership.create({
      data: {
        id: newId(),
        networkId,
        personId: third.id,
        role: "project-officer",
        partnershipId: partners.own,
        since: new Date(0),
      },
    }),
  );
  await handOver(leadPartner, {
    membershipId: await roleOf(network, network.officer),
    successorId: third.id,
    until: null,
  });
  const responsible = async (id: string) =>
    (await database().read.document.findUniqueOrThrow({ where: { id } })).responsibleId;
  expect(await responsible(theirs.id)).toBe(colleague.personId);
  expect(await responsible(elsewhere.id)).toBe(otherOfficer.personId);
  expect(await responsible(network.draft.id)).toBe(third.id);
});

test("for two weeks the successor's home names from whom they took over, since when, and where; nobody else's does", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, colleague, partners, slug, networkId } = network;
  expect(await takenOverLately(colleague)).toEqual([]);
  const { id } = await handOver(leadPartner, await order(network, colleague, inAMonth));
  const { at } = await database().read.handover.findUniqueOrThrow({ where: { id } });
  expect(await takenOverLately(colleague)).toMatchObject([
    { id, from: { name: "Officer" }, city: "Alytus", at },
  ]);
  for (const other of [leadPartner, officer, network.otherOfficer])
    expect(await takenOverLately(other)).toEqual([]);
  const elsewhere = await foundNetwork();
  await enrol(elsewhere, await network.person(colleague), "project-officer", elsewhere.partners.own);
  const there = await memberOf(await network.person(colleague), elsewhere.slug);
  expect(await takenOverLately(there)).toEqual([]);
  try {
    shiftClock(15 * 86_400_000);
    expect(await takenOverLately(colleague)).toEqual([]);
  } finally {
    shiftClock(0);
  }
  // Whoever has lost the role for that city since has taken over nothing.
  await enrol(network, await network.person(colleague), "observer", null);
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { networkId, personId: colleague.personId, partnershipId: partners.own },
      data: { until: new Date() },
    }),
  );
  expect(await takenOverLately(await memberOf(await network.person(colleague), slug))).toEqual([]);
});

// Local groups of a city: several of them, who sets them up, what ends with one of them.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import { readDocument } from "~/domain/documents/reading.server";
import { readersOfDocument } from "~/domain/documents/readers.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { whatChanged } from "~/domain/documents/what-changed.server";
import {
  endLocalGroup,
  foundLocalGroup,
  listLocalGroups,
  renameLocalGroup,
} from "~/domain/networks/local-groups.server";
import { membershipOverInWords } from "~/http/membership-over.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";
import { mailsTo } from "../../support/outbox";
import { outcome } from "../../support/outcome";

async function found(member: Member, partnershipId: string, name: string): Promise<string> {
  const { id } = await foundLocalGroup(member, { id: newId(), partnershipId, name });
  return id;
}

/** Somebody who belongs to this group of the own city. */
async function join(network: FoundedNetwork, localGroupId: string, name: string): Promise<Member> {
  const person = await foundPerson(name);
  await enrol(network, person, "local-group-member", network.partners.own);
  await database().write((transaction) =>
    transaction.membership.updateMany({ where: { personId: person.id }, data: { localGroupId } }),
  );
  return memberOf(person, network.slug);
}

const namesIn = async (member: Member, partnershipId: string) => {
  const city = (await listLocalGroups(member)).find((one) => one.partnershipId === partnershipId);
  return [
    ...(city?.groups ?? []).map(({ name, people }) => [name, people.map((person) => person.name)]),
    ["", (city?.people ?? []).map(({ name }) => name)],
  ];
};

test("a city has several groups, each with its members; who belongs to none in particular is listed beside them", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, observer, partners } = network;
  const young = await found(officer, partners.own, "Young people");
  await found(leadPartner, partners.own, "Firms of the centre");
  await join(network, young, "A young person");
  const expected = [
    ["Firms of the centre", []],
    ["Young people", ["A young person"]],
    ["", ["Local group member"]],
  ];
  for (const reader of [officer, observer]) expect(await namesIn(reader, partners.own)).toEqual(expected);
  expect((await listLocalGroups(officer))[0]).toMatchObject({ city: "Alytus", mayManage: true });
  expect((await listLocalGroups(observer)).every(({ mayManage }) => !mayManage)).toBe(true);
  const elsewhere = await foundNetwork();
  expect(JSON.stringify(await listLocalGroups(elsewhere.officer))).not.toContain("Young people");
});

test("every group of the city reads what the city shares, and the sharer is told who that is", async () => {
  const network = await foundNetwork();
  const { officer, draft, partners } = network;
  const reader = await join(network, await found(officer, partners.own, "Young people"), "A young person");
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  expect((await readDocument(reader, draft.id)).title).toBe("The draft");
  const [working] = (await readersOfDocument(officer, draft.id)).texts;
  const names = working?.groups
    .find(({ opening }) => opening === "local-group")
    ?.people.map(({ name }) => name);
  expect(names).toEqual(["A young person", "Local group member"]);
});

test("only the lead partner and the city's own officers manage its groups", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, partners } = network;
  const id = await found(officer, partners.own, "Young people");
  for (const name of ["leadExpert", "adHocExpert", "localGroupMember", "observer", "otherOfficer"] as const) {
    const member = network[name];
    const order = { id: newId(), partnershipId: partners.own, name: "Theirs" };
    const isOfficer = name === "otherOfficer";
    expect([name, await outcome(foundLocalGroup(member, order))]).toEqual([
      name,
      isOfficer ? "invalid" : "forbidden",
    ]);
    expect([name, await outcome(renameLocalGroup(member, { id, name: "Theirs" }))]).toEqual([
      name,
      "forbidden",
    ]);
    expect([name, await outcome(endLocalGroup(member, id))]).toEqual([name, "forbidden"]);
  }
  const elsewhere = await foundNetwork();
  for (const stranger of [elsewhere.officer, elsewhere.leadPartner]) {
    expect(await outcome(found(stranger, partners.own, "Theirs"))).toBe("invalid");
    expect(await outcome(renameLocalGroup(stranger, { id, name: "Theirs" }))).toBe("not-found");
    expect(await outcome(endLocalGroup(stranger, id))).toBe("not-found");
  }
  expect(await outcome(found(otherOfficer, partners.other, "Theirs"))).toBe("done");
  expect(await namesIn(officer, partners.own)).toEqual([
    ["Young people", []],
    ["", ["Local group member"]],
  ]);
});

test("a form sent twice founds one group, its id cannot be taken, and two groups of a city do not share a name", async () => {
  const { officer, leadPartner, partners } = await foundNetwork();
  const order = { id: newId(), partnershipId: partners.own, name: "Young people" };
  await foundLocalGroup(officer, order);
  await foundLocalGroup(officer, order);
  expect(await outcome(foundLocalGroup(leadPartner, { ...order, partnershipId: partners.other }))).toBe(
    "not-found",
  );
  expect(await outcome(found(officer, partners.own, "young PEOPLE"))).toBe("invalid");
  expect(await outcome(found(leadPartner, partners.other, "Young people"))).toBe("done");
  const firms = await found(officer, partners.own, "Firms");
  expect(await outcome(renameLocalGroup(officer, { id: firms, name: "Young people" }))).toBe("invalid");
  await renameLocalGroup(officer, { id: firms, name: "firms" });
  expect((await namesIn(officer, partners.own)).map(([name]) => name)).toEqual(["firms", "Young people", ""]);
});

test("ending a group ends the roles held in it and its invitations, cuts the sockets, and leaves everybody else", async () => {
  const network = await foundNetwork();
  const { officer, localGroupMember, draft, partners, networkId, slug } = network;
  const id = await found(officer, partners.own, "Young people");
  const leaving = await join(network, id, "A young person");
  const person = { id: leaving.personId, name: leaving.name, language: "en", timeZone: "Europe/Brussels" };
  const invitation = {
    id: newId(),
    networkId,
    email: "a@test.torg",
    role: "local-group-member",
    partnerships: [partners.own],
    localGroupId: id,
    language: "en",
    tokenHash: newId(),
    invitedById: officer.personId,
    expiresAt: new Date(Date.now() + 86_400_000),
  };
  await database().write((transaction) => transaction.invitation.create({ data: invitation }));
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  const cut: string[] = [];
  happenings().on("roles-changed", ({ personId }) => cut.push(personId));
  await endLocalGroup(officer, id);
  expect(cut).toEqual([leaving.personId]);
  expect(await outcome(memberOf(person, slug))).toBe("not-found");
  expect(await outcome(readDocument(localGroupMember, draft.id))).toBe("done");
  expect((await namesIn(officer, partners.own)).map(([name]) => name)).toEqual([""]);
  const kept = await database().read.invitation.findUniqueOrThrow({ where: { id: invitation.id } });
  expect(kept.revokedAt).toBeInstanceOf(Date);
  expect(await outcome(endLocalGroup(officer, id))).toBe("not-found");
  expect(await outcome(renameLocalGroup(officer, { id, name: "Again" }))).toBe("not-found");
  expect(await outcome(found(officer, partners.own, "Young people"))).toBe("done");
});

test("whoever loses a role with its group is told by mail and on the screen which, when and why; nobody else is", async () => {
  const network = await foundNetwork();
  const { officer, localGroupMember, partners, slug } = network;
  const id = await found(officer, partners.own, "Young people");
  const { personId } = await join(network, id, "A young person");
  const { email } = await database().read.person.findUniqueOrThrow({ where: { id: personId } });
  await endLocalGroup(officer, id);
  const [mail = "", ...more] = await mailsTo(`To: ${email}`, 1);
  expect(mail).toContain("Local group member, Alytus");
  expect(mail).toContain("with the local group “Young people”");
  expect(more).toEqual([]);
  const acting = { id: personId, name: "A young person", language: "en", timeZone: "Europe/Brussels" };
  const over = await membershipOverInWords(acting, slug, "en");
  expect(over?.text).toMatch(
    /^The local group “Young people” has ended\. Your role as Local group member, Alytus/,
  );
  const other = await network.person(localGroupMember);
  expect(await mailsTo(`To: ${other.email}`, 0)).toEqual([]);
});

test("what is done with groups is told by name to the whole network, once each", async () => {
  const { officer, observer, partners } = await foundNetwork();
  const id = await found(officer, partners.own, "Young people");
  await renameLocalGroup(officer, { id, name: "Youth" });
  await renameLocalGroup(officer, { id, name: "Youth" });
  await endLocalGroup(officer, id);
  const told = (await whatChanged(observer, 50))
    .filter(({ kind }) => kind.startsWith("local-group"))
    .map(({ kind, title, by }) => [kind, title, by?.name]);
  expect(told).toEqual([
    ["local-group-ended", "Youth", "Officer"],
    ["local-group-renamed", "Youth", "Officer"],
    ["local-group-founded", "Young people", "Officer"],
  ]);
});

test("in a closed network groups are listed and no longer changed", async () => {
  const { officer, partners, networkId, slug, person } = await foundNetwork();
  const id = await found(officer, partners.own, "Young people");
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  const closed = await memberOf(await person(officer), slug);
  expect(await outcome(found(closed, partners.own, "Another"))).toBe("forbidden");
  expect(await outcome(renameLocalGroup(closed, { id, name: "Another" }))).toBe("forbidden");
  expect(await outcome(endLocalGroup(closed, id))).toBe("forbidden");
  expect((await listLocalGroups(closed))[0]).toMatchObject({
    mayManage: false,
    groups: [{ name: "Young people" }],
  });
});

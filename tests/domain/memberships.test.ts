// Roles: who gives them to whom, for which cities and how long; what ending one does at once; the last lead partner.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import { readDocument } from "~/domain/documents/reading.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { GiveRole } from "~/domain/networks/membership-orders";
import { changeRoleEnd, endRole, giveRole, giveRoleAgain } from "~/domain/networks/memberships.server";
import { readGivingChoices, readPersonInNetwork, readRoster } from "~/domain/networks/roster.server";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import {
  enrol,
  foundNetwork,
  foundPerson,
  type FoundedNetwork,
  type FoundedPerson,
} from "../support/found-network";
import { mailsTo } from "../support/outbox";
import { outcome, wrongWith } from "../support/outcome";

const today = dayOf(new Date());
const inAMonth = dayAfter(today, 30);

const order = (given: Partial<GiveRole>): GiveRole => ({
  email: "",
  role: "project-officer",
  partnershipIds: [],
  since: null,
  until: null,
  ...given,
});

/** The id of the role that this member holds, as it stands in the database. */
async function roleOf({ networkId }: FoundedNetwork, { personId }: { personId: string }): Promise<string> {
  const { id } = await database().read.membership.findFirstOrThrow({
    where: { networkId, personId },
    orderBy: { since: "asc" },
  });
  return id;
}

/** Somebody who observes the network from now on. */
async function personOf(network: FoundedNetwork): Promise<FoundedPerson> {
  const person = await foundPerson();
  await enrol(network, person, "observer", null);
  return person;
}

const lastActivity = (networkId: string) =>
  database().read.activity.findFirstOrThrow({ where: { networkId }, orderBy: { position: "desc" } });

test("the lead partner gives a second role, for a second city; abilities add up and the person is told", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners, slug } = network;
  const heard: string[] = [];
  const hear = ({ personId }: { personId: string }) => heard.push(personId);
  happenings().on("roles-changed", hear);
  const given = order({ personId: officer.personId, partnershipIds: [partners.other] });
  await giveRole(leadPartner, given);
  happenings().off("roles-changed", hear);
  expect(heard).toEqual([officer.personId]);
  const person = await network.person(officer);
  const { roles } = await memberOf(person, slug);
  expect(roles.map(({ partnershipId }) => partnershipId).sort()).toEqual(
    [partners.own, partners.other].sort(),
  );
  expect(await lastActivity(network.networkId)).toMatchObject({
    kind: "role-given",
    personId: leadPartner.personId,
    subjectId: officer.personId,
    partnershipId: partners.other,
    reach: "network",
  });
  const [mail] = await mailsTo(person.email, 1);
  expect(mail).toContain("Project officer, Novska");
});

test("somebody of the network, also of earlier, gets a role by the exact address", async () => {
  const network = await foundNetwork();
  const { leadPartner, partners, slug } = network;
  const left = await personOf(network);
  await endRole(leadPartner, { membershipId: await roleOf(network, { personId: left.id }) });
  const give = (email: string) => giveRole(leadPartner, order({ email, partnershipIds: [partners.own] }));
  expect(await wrongWith(give(""))).toEqual(["email: required"]);
  await give(left.email);
  expect((await memberOf(left, slug)).roles).toEqual([
    { role: "project-officer", partnershipId: partners.own },
  ]);
});

test("nobody learns by giving a role whether an address of elsewhere has an account: it is invited like any other", async () => {
  const network = await foundNetwork();
  const { leadPartner, partners } = network;
  const [stranger, elsewhere, closed] = [await foundPerson(), await foundNetwork(), await personOf(network)];
  const { email: theirs } = await elsewhere.person(elsewhere.officer);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: closed.id }, data: { deactivatedAt: now() } }),
  );
  for (const email of [stranger.email, theirs, closed.email, "nobody@city.example"]) {
    const given = giveRole(leadPartner, order({ email, partnershipIds: [partners.own] }));
    expect(await wrongWith(given)).toEqual(["email: members:wrong.notHere"]);
  }
});

test("a stranger's id is not found: only people of the network are given roles by id", async () => {
  const { leadPartner, partners } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const give = (personId: string) =>
    outcome(giveRole(leadPartner, order({ personId, partnershipIds: [partners.own] })));
  expect(await give(elsewhere.officer.personId)).toBe("not-found");
  expect(await give(newId())).toBe("not-found");
});

test("an ad-hoc expert for two cities until a date is one order and one row of what happened", async () => {
  const network = await foundNetwork();
  const { leadPartner, partners, networkId, slug } = network;
  const expert = await personOf(network);
  const both = [partners.own, partners.other];
  const given = order({ email: expert.email, role: "ad-hoc-expert", partnershipIds: both });
  expect(await wrongWith(giveRole(leadPartner, given))).toEqual(["until: members:wrong.endNeeded"]);
  const before = (await lastActivity(networkId)).position;
  await giveRole(leadPartner, { ...given, until: inAMonth });
  expect((await lastActivity(networkId)).position).toBe(before + 1);
  const { roles, nextEnd } = await memberOf(expert, slug);
  expect(roles.map(({ role }) => role).sort()).toEqual(["ad-hoc-expert", "ad-hoc-expert", "observer"]);
  const { roles: shown } = await readPersonInNetwork(leadPartner, expert.id);
  expect(shown.flatMap(({ lastDay }) => lastDay ?? [])).toEqual([inAMonth, inAMonth]);
  // It holds until the end of that day in Brussels.
  expect(nextEnd && dayOf(new Date(nextEnd.getTime() - 1))).toBe(inAMonth);
  expect(nextEnd && dayOf(nextEnd)).toBe(dayAfter(inAMonth, 1));
});

test("roles of a city need current partners of this network, roles of the network none", async () => {
  const { leadPartner, officer, partners } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const { personId } = officer;
  const give = (given: Partial<GiveRole>) => wrongWith(giveRole(leadPartner, order({ personId, ...given })));
  expect(await give({ partnershipIds: [] })).toEqual(["cities: members:wrong.citiesNeeded"]);
  expect(await give({ role: "lead-expert", partnershipIds: [partners.own] })).toEqual([
    "cities: members:wrong.citiesNotNeeded",
  ]);
  expect(await give({ partnershipIds: [elsewhere.partners.own] })).toBe("not-found");
  await database().write((transaction) =>
    transaction.partnership.update({ where: { id: partners.other }, data: { until: dayAfter(today, -1) } }),
  );
  expect(await give({ partnershipIds: [partners.other] })).toEqual(["cities: members:wrong.cityLeft"]);
  expect((await readGivingChoices(leadPartner)).cities.map(({ id }) => id)).not.toContain(partners.other);
});

test("the same role twice in the same time is refused, one after the other is not", async () => {
  const network = await foundNetwork();
  const { leadPartner, partners, slug } = network;
  const person = await personOf(network);
  const give = (given: Partial<GiveRole>) =>
    wrongWith(
      giveRole(leadPartner, order({ email: person.email, partnershipIds: [partners.own], ...given })),
    );
  expect(await give({ until: inAMonth })).toBeUndefined();
  expect(await give({})).toEqual(["role: members:wrong.heldAlready"]);
  expect(await give({ since: dayAfter(inAMonth, -1), until: dayAfter(inAMonth, 5) })).toEqual([
    "role: members:wrong.heldAlready",
  ]);
  expect(await give({ since: dayAfter(inAMonth, 1) })).toBeUndefined();
  expect((await memberOf(person, slug)).roles).toHaveLength(2);
});

test("days are judged: an end that is over, one before the first day", async () => {
  const { leadPartner, officer, partners } = await foundNetwork();
  const give = (since: string | null, until: string | null) =>
    wrongWith(
      giveRole(
        leadPartner,
        order({ personId: officer.personId, partnershipIds: [partners.other], since, until }),
      ),
    );
  expect(await give(null, dayAfter(today, -1))).toEqual(["until: members:wrong.endIsOver"]);
  expect(await give(dayAfter(today, 5), dayAfter(today, 3))).toEqual(["until: members:wrong.endBeforeStart"]);
  expect(await give(dayAfter(today, 5), today)).toEqual(["until: members:wrong.endBeforeStart"]);
  expect(await give(dayAfter(today, -5), today)).toBeUndefined();
  expect(GiveRole.safeParse({ ...order({}), until: "2026-02-30" }).success).toBe(false);
});

test("nobody else gives, changes or ends roles; a city's officer only those of its local group", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners, slug } = network;
  const former = await personOf(network);
  await endRole(leadPartner, { membershipId: await roleOf(network, { personId: former.id }) });
  const email = former.email;
  const others: Member[] = [
    network.officer,
    network.otherOfficer,
    network.leadExpert,
    network.adHocExpert,
    network.localGroupMember,
    network.observer,
  ];
  const theirs = await roleOf(network, network.colleague);
  for (const member of others) {
    expect(await outcome(giveRole(member, order({ email, partnershipIds: [partners.own] })))).toBe(
      "forbidden",
    );
    expect(await outcome(giveRole(member, order({ email, role: "observer" })))).toBe("forbidden");
    expect(await outcome(endRole(member, { membershipId: theirs }))).toBe("forbidden");
    expect(await outcome(changeRoleEnd(member, { membershipId: theirs, until: inAMonth }))).toBe("forbidden");
  }
  const inGroup = order({ email, role: "local-group-member", partnershipIds: [partners.own] });
  expect(await outcome(giveRole(network.otherOfficer, inGroup))).toBe("forbidden");
  expect(await outcome(giveRole(network.leadExpert, inGroup))).toBe("forbidden");
  expect(await readGivingChoices(officer)).toMatchObject({
    roles: ["local-group-member"],
    cities: [{ id: partners.own }],
  });
  expect(await outcome(readGivingChoices(network.observer))).toBe("forbidden");
  await giveRole(officer, inGroup);
  expect((await memberOf(former, slug)).roles[0]?.role).toBe("local-group-member");
  const given = { networkId: network.networkId, personId: former.id, role: "local-group-member" };
  const { id: membershipId } = await database().read.membership.findFirstOrThrow({ where: given });
  await endRole(officer, { membershipId });
  expect(await outcome(memberOf(former, slug))).toBe("not-found");
  // In a network that is closed nobody's role is touched any more.
  const closed: Member = { ...leadPartner, network: { ...leadPartner.network, state: "closed" } };
  expect(await outcome(giveRole(closed, inGroup))).toBe("forbidden");
});

test("another network's role is not found under this one's address", async () => {
  const network = await foundNetwork();
  const elsewhere = await foundNetwork();
  const membershipId = await roleOf(elsewhere, elsewhere.officer);
  const { leadPartner } = network;
  expect(await outcome(endRole(leadPartner, { membershipId }))).toBe("not-found");
  expect(await outcome(changeRoleEnd(leadPartner, { membershipId, until: inAMonth }))).toBe("not-found");
  expect(await outcome(giveRoleAgain(leadPartner, { membershipId, until: null }))).toBe("not-found");
  expect(await outcome(readPersonInNetwork(leadPartner, elsewhere.officer.personId))).toBe("not-found");
});

test("an ended role ends all access at once, is told by mail in the person's language, and the work keeps its name", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, published, slug } = network;
  const person = await network.person(officer);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: person.id }, data: { language: "lt" } }),
  );
  await endRole(leadPartner, { membershipId: await roleOf(network, officer) });
  expect(await outcome(memberOf(person, slug))).toBe("not-found");
  const [mail] = await mailsTo(person.email, 1);
  expect(mail).toContain("baigėsi");
  expect(mail).toContain("Projekto");
  const { document } = await readDocument(leadPartner, published.id).then((document) => ({ document }));
  expect(JSON.stringify(document)).toContain("Officer");
  expect(await lastActivity(network.networkId)).toMatchObject({ kind: "role-ended", subjectId: person.id });
  // Ending it once more changes nothing and records nothing.
  const { position } = await lastActivity(network.networkId);
  await endRole(leadPartner, { membershipId: await roleOf(network, officer) });
  expect((await lastActivity(network.networkId)).position).toBe(position);
});

test("the last lead partner's role neither ends nor gets an end; with a second one it does", async () => {
  const network = await foundNetwork();
  const { leadPartner, networkId, leadExpert } = network;
  const membershipId = await roleOf(network, leadPartner);
  const last = ["until: members:wrong.lastLeadPartner"];
  expect(await wrongWith(endRole(leadPartner, { membershipId }))).toEqual(last);
  expect(await wrongWith(changeRoleEnd(leadPartner, { membershipId, until: inAMonth }))).toEqual(last);
  // One who has left, one whose account is closed and one who comes later are no lead partner then.
  const closed = await foundPerson();
  await enrol({ networkId }, closed, "lead-partner", null);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: closed.id }, data: { deactivatedAt: now() } }),
  );
  await enrol({ networkId }, await foundPerson(), "lead-partner", null, new Date(Date.now() - 1000));
  expect(await wrongWith(endRole(leadPartner, { membershipId }))).toEqual(last);
  await giveRole(leadPartner, order({ personId: leadExpert.personId, role: "lead-partner" }));
  expect(await wrongWith(changeRoleEnd(leadPartner, { membershipId, until: inAMonth }))).toBeUndefined();
  expect(await wrongWith(endRole(leadPartner, { membershipId }))).toBeUndefined();
});

test("the end of a role is moved and taken away; one that has ended is not moved but given again", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, slug } = network;
  const person = await network.person(officer);
  const membershipId = await roleOf(network, officer);
  const end = async () =>
    (await readPersonInNetwork(leadPartner, person.id)).roles.map((role) => role.lastDay);
  await changeRoleEnd(leadPartner, { membershipId, until: inAMonth });
  expect(await end()).toEqual([inAMonth]);
  await changeRoleEnd(leadPartner, { membershipId, until: null });
  expect(await end()).toEqual([null]);
  await endRole(leadPartner, { membershipId });
  expect(await wrongWith(changeRoleEnd(leadPartner, { membershipId, until: inAMonth }))).toEqual([
    "until: members:wrong.endedAlready",
  ]);
  // Taken back soon after, it goes on as if it had not ended.
  await giveRoleAgain(leadPartner, { membershipId, until: inAMonth });
  expect(await end()).toEqual([inAMonth]);
  expect((await memberOf(person, slug)).roles).toHaveLength(1);
  expect(await wrongWith(giveRoleAgain(leadPartner, { membershipId, until: null }))).toBeUndefined();
  expect(await end()).toEqual([inAMonth]);
});

test("a role that ended long ago begins anew when it is given again", async () => {
  const network = await foundNetwork();
  const { leadPartner, formerOfficer, slug } = network;
  const membershipId = await roleOf(network, { personId: formerOfficer.id });
  await giveRoleAgain(leadPartner, { membershipId, until: null });
  const { roles } = await readPersonInNetwork(leadPartner, formerOfficer.id);
  expect(roles.map(({ state }) => state)).toEqual(["current", "past"]);
  expect((await memberOf(formerOfficer, slug)).roles).toHaveLength(1);
});

test("the list of people says cities, languages and since when, and leaves out whoever left or is deactivated", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, observer, formerOfficer } = network;
  await database().write(async (transaction) => {
    await transaction.person.update({ where: { id: officer.personId }, data: { speaks: "en lt" } });
    await transaction.person.update({ where: { id: colleague.personId }, data: { deactivatedAt: now() } });
  });
  const { people, cities, mayGive } = await readRoster(observer);
  const ids = people.map(({ id }) => id);
  expect(ids).not.toContain(colleague.personId);
  expect(ids).not.toContain(formerOfficer.id);
  expect(people.find(({ id }) => id === officer.personId)).toMatchObject({
    speaks: ["en", "lt"],
    roles: [{ role: "project-officer", city: "Alytus", lastDay: null }],
  });
  expect(JSON.stringify(people)).not.toContain("@test.torg");
  expect(cities.map(({ city }) => city)).toContain("Alytus");
  expect(mayGive).toBe(false);
  expect((await readRoster(leadPartner)).mayGive).toBe(true);
  expect(await readPersonInNetwork(observer, colleague.personId)).toMatchObject({ isDeactivated: true });
});

test("a role that has not begun is taken back, and is said to be", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners, networkId } = network;
  const { personId } = officer;
  await giveRole(leadPartner, order({ personId, partnershipIds: [partners.other], since: inAMonth }));
  const coming = { networkId, personId, partnershipId: partners.other };
  const { id: membershipId } = await database().read.membership.findFirstOrThrow({ where: coming });
  expect(await endRole(leadPartner, { membershipId })).toMatchObject({ isTakenBack: true });
  const { roles } = await readPersonInNetwork(leadPartner, personId);
  expect(roles.map(({ partnershipId }) => partnershipId)).toEqual([partners.own]);
});

// Whoever loses one of several roles is told which, when and why, for as long as that is news.
import { afterEach, expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { endLocalGroup, foundLocalGroup } from "~/domain/networks/local-groups.server";
import { endRole, giveRole, giveRoleAgain } from "~/domain/networks/memberships.server";
import { endPartnership } from "~/domain/networks/partnering.server";
import { rolesOverLately } from "~/domain/networks/roles-over.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { mailsTo } from "../../support/outbox";

afterEach(() => shiftClock(0));

/** The observer's second role, in a local group of this name. */
async function alsoInGroup(network: FoundedNetwork, name: string) {
  const { officer, observer, partners, networkId } = network;
  const { id } = await foundLocalGroup(officer, { id: newId(), partnershipId: partners.own, name });
  const membershipId = newId();
  await database().write((transaction) =>
    transaction.membership.create({
      data: {
        ...{ id: membershipId, networkId, personId: observer.personId, role: "local-group-member" },
        ...{ partnershipId: partners.own, localGroupId: id, since: new Date(Date.now() - 86_400_000) },
      },
    }),
  );
  return { group: id, membershipId };
}

const told = async (network: FoundedNetwork) => {
  const { observer, slug } = network;
  const member = await memberOf(await network.person(observer), slug);
  return (await rolesOverLately(member)).map(({ role, why, text }) => ({ role, why, text }));
};

test("a role that ended with its local group is told with the reason to whoever has another role, and to nobody else", async () => {
  const network = await foundNetwork();
  const { group } = await alsoInGroup(network, "Markets");
  expect(await told(network)).toEqual([]);
  await endLocalGroup(network.officer, group);
  expect(await told(network)).toEqual([
    {
      role: "Local group member, Alytus",
      why: "The local group “Markets” has ended.",
      text: expect.stringMatching(
        /^The local group “Markets” has ended\. Your role as Local group member, Alytus in Network .* ended on .*\. Your work stays under your name\.$/,
      ) as unknown,
    },
  ]);
  expect(await rolesOverLately(network.localGroupMember)).toEqual([]);
  const elsewhere = await foundNetwork();
  await enrol(elsewhere, await network.person(network.observer), "observer", null);
  const there = await memberOf(await network.person(network.observer), elsewhere.slug);
  expect(await rolesOverLately(there)).toEqual([]);
});

test("of two local groups of one city the one that ended is named", async () => {
  const network = await foundNetwork();
  const { group } = await alsoInGroup(network, "Markets");
  await alsoInGroup(network, "Squares");
  await endLocalGroup(network.officer, group);
  expect((await told(network)).map(({ why }) => why)).toEqual(["The local group “Markets” has ended."]);
});

test("after two weeks it is no news any more", async () => {
  const network = await foundNetwork();
  const { group } = await alsoInGroup(network, "Markets");
  await endLocalGroup(network.officer, group);
  shiftClock(13 * 86_400_000);
  expect(await told(network)).toHaveLength(1);
  shiftClock(15 * 86_400_000);
  expect(await told(network)).toEqual([]);
});

test("a role that ended by itself is told without a reason, until it is given again", async () => {
  const network = await foundNetwork();
  const { membershipId } = await alsoInGroup(network, "Markets");
  await endRole(network.leadPartner, { membershipId });
  expect((await told(network)).map(({ role, why }) => [role, why])).toEqual([
    ["Local group member, Alytus", ""],
  ]);
  shiftClock(3_600_000);
  await giveRoleAgain(network.leadPartner, { membershipId, until: null });
  expect(await told(network)).toEqual([]);
});

test("a role that was taken back before it began was never lost", async () => {
  const network = await foundNetwork();
  const { leadPartner, observer, partners, networkId } = network;
  const tomorrow = dayAfter(dayOf(new Date()), 2);
  await giveRole(leadPartner, {
    ...{ personId: observer.personId, email: "", role: "project-officer", partnershipIds: [partners.own] },
    ...{ since: tomorrow, until: null },
  });
  const { id } = await database().read.membership.findFirstOrThrow({
    where: { networkId, personId: observer.personId, role: "project-officer" },
  });
  await endRole(leadPartner, { membershipId: id });
  shiftClock(4 * 86_400_000);
  expect(await told(network)).toEqual([]);
});

test("a role that ended because its city left says so", async () => {
  const network = await foundNetwork();
  await alsoInGroup(network, "Markets");
  await endPartnership(network.leadPartner, network.partners.own, { lastDay: "2022-01-31" });
  expect((await told(network)).map(({ why }) => why)).toEqual([
    "Municipality of Alytus is no longer a partner of the network.",
  ]);
  // All mails are out before the test's folder goes: five people held a role for that city.
  await mailsTo("because the partner leaves the network", 5);
});

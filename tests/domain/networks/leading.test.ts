// A network is never left without a lead partner: not by an end that comes later, and where it is, an administrator invites one.
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { listAllNetworks } from "~/domain/networks/administration.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { inviteLeadPartner } from "~/domain/networks/invitations.server";
import { GiveRole } from "~/domain/networks/membership-orders";
import { changeRoleEnd, endRole, giveRole } from "~/domain/networks/memberships.server";
import { refusalIn } from "~/domain/refusal";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";

const inAMonth = dayAfter(dayOf(new Date()), 30);
const inTwo = dayAfter(dayOf(new Date()), 60);

async function wrongWith(promise: Promise<unknown>): Promise<unknown> {
  const refusal = await promise.then(() => undefined, refusalIn);
  if (refusal?.kind !== "invalid") return refusal?.kind;
  return Object.entries(refusal.fields).map(([field, { key }]) => `${field}: ${key}`);
}

/** Another lead partner until that day, and the ids of both roles: the first one's, then theirs. */
async function secondLead({ leadPartner, networkId }: FoundedNetwork, until: string | null) {
  const second = await foundPerson("Second lead partner");
  const yesterday = new Date(Date.now() - 86_400_000);
  await enrol({ networkId }, second, "observer", null, yesterday);
  await giveRole(
    leadPartner,
    GiveRole.parse({ email: second.email, role: "lead-partner", partnershipIds: [], until: until ?? "" }),
  );
  const idOf = async (personId: string) => {
    const { id } = await database().read.membership.findFirstOrThrow({
      where: { networkId, personId, role: "lead-partner" },
    });
    return id;
  };
  return { first: await idOf(leadPartner.personId), second: await idOf(second.id), person: second };
}

test("whoever leads without an end does not leave to somebody whose role ends one day", async () => {
  const network = await foundNetwork();
  const { leadPartner, slug } = network;
  const roles = await secondLead(network, inAMonth);
  const leave = () => endRole(leadPartner, { membershipId: roles.first });
  expect(await wrongWith(leave())).toEqual(["until: members:wrong.lastLeadPartner"]);
  expect(await wrongWith(changeRoleEnd(leadPartner, { membershipId: roles.first, until: inTwo }))).toEqual([
    "until: members:wrong.lastLeadPartner",
  ]);
  await changeRoleEnd(leadPartner, { membershipId: roles.second, until: null });
  await leave();
  expect((await memberOf(roles.person, slug)).roles[0]?.role).toBe("lead-partner");
});

test("the only lead partner's own end is moved later, and not earlier", async () => {
  const network = await foundNetwork();
  const { leadPartner, networkId } = network;
  const { id: membershipId } = await database().write((transaction) =>
    transaction.membership
      .findFirstOrThrow({ where: { networkId, personId: leadPartner.personId } })
      .then(({ id }) =>
        transaction.membership.update({ where: { id }, data: { until: new Date(`${inAMonth}T23:00:00Z`) } }),
      ),
  );
  expect(await wrongWith(changeRoleEnd(leadPartner, { membershipId, until: inTwo }))).toBeUndefined();
  expect(await wrongWith(changeRoleEnd(leadPartner, { membershipId, until: inAMonth }))).toEqual([
    "until: members:wrong.lastLeadPartner",
  ]);
});

test("where nobody who can sign in leads a network any more, an administrator invites a lead partner", async () => {
  const network = await foundNetwork();
  const { leadPartner, networkId } = network;
  const person = await foundPerson("Administrator");
  const own: SignedIn = {
    sessionId: newId(),
    person: { ...person, colours: "system", colour: 0, hasShortcuts: true, isAdministrator: true },
  };
  const email = `${newId()}@test.torg`;
  const inviteOne = () => inviteLeadPartner(own, networkId, { email, name: "", language: "lt" });
  const shown = async () => (await listAllNetworks(own)).find(({ id }) => id === networkId);
  expect(await wrongWith(inviteOne())).toEqual(["form: hasLeadPartner"]);
  expect(await shown()).toMatchObject({ isLed: true });
  await database().write((transaction) =>
    transaction.person.update({ where: { id: leadPartner.personId }, data: { deactivatedAt: now() } }),
  );
  expect(await shown()).toMatchObject({ isLed: false });
  expect((await inviteOne()).email).toBe(email);
});

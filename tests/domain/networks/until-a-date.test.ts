// Roles that are held until a day: none is given, offered or prolonged past what its giver said.
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { handOver } from "~/domain/handovers/handovers.server";
import { acceptAs } from "~/domain/networks/accept-invitation.server";
import { previewInvitations } from "~/domain/networks/bulk-invitations.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import type { InviteMember } from "~/domain/networks/invitation-orders";
import { invite, resendInvitation } from "~/domain/networks/invitations.server";
import { GiveRole } from "~/domain/networks/membership-orders";
import { changeRoleEnd, giveRole } from "~/domain/networks/memberships.server";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import {
  enrol,
  foundNetwork,
  foundPerson,
  type FoundedNetwork,
  type FoundedPerson,
} from "../../support/found-network";
import { outcome } from "../../support/outcome";

const today = dayOf(new Date());
const inAMonth = dayAfter(today, 30);
const inAYear = dayAfter(today, 365);

async function wrongWith(promise: Promise<unknown>): Promise<unknown> {
  const refusal = await promise.then(() => undefined, refusalIn);
  if (refusal?.kind !== "invalid") return refusal?.kind;
  return Object.entries(refusal.fields).map(([field, { key }]) => `${field}: ${key}`);
}

async function roleOf({ networkId }: FoundedNetwork, personId: string): Promise<string> {
  const { id } = await database().read.membership.findFirstOrThrow({ where: { networkId, personId } });
  return id;
}

const offer = (fields: Partial<InviteMember>): InviteMember => ({
  email: `${newId()}@test.torg`,
  name: "",
  role: "ad-hoc-expert",
  partnershipIds: [],
  localGroupId: null,
  until: null,
  language: "en",
  ...fields,
});

const signedIn = (person: FoundedPerson): SignedIn => ({
  sessionId: newId(),
  person: { ...person, colours: "system", colour: 0, hasShortcuts: true, isAdministrator: false },
});

test("an ad-hoc expert is invited until a day, one by one and from a list", async () => {
  const { leadPartner, partners } = await foundNetwork();
  const partnershipIds = [partners.own];
  expect(await wrongWith(invite(leadPartner, offer({ partnershipIds })))).toEqual([
    "until: members:wrong.endNeeded",
  ]);
  const cells = { email: "expert@firm.example", role: "Ad-hoc expert", city: "Alytus" };
  const [without, until] = await previewInvitations(leadPartner, [
    { line: 2, cells },
    { line: 3, cells: { ...cells, until: inAMonth } },
  ]);
  expect(without).toMatchObject({ kind: "wrong", wrongs: [{ column: "until", reason: "refused" }] });
  expect(until).toMatchObject({ kind: "invite", until: inAMonth });
});

test("an invitation of before that has no last day where one is needed is not sent anew", async () => {
  const { leadPartner, partners } = await foundNetwork();
  const { id } = await invite(leadPartner, offer({ partnershipIds: [partners.own], until: inAMonth }));
  await database().write((transaction) =>
    transaction.invitation.update({ where: { id }, data: { roleUntil: null } }),
  );
  expect(await wrongWith(resendInvitation(leadPartner, id))).toEqual(["form: offerOver"]);
});

test("a leaver hands over and does not thereby stay longer than was said; who gives the role may say so", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, colleague } = network;
  const membershipId = await roleOf(network, officer.personId);
  await changeRoleEnd(leadPartner, { membershipId, until: inAMonth });
  const order = { membershipId, successorId: colleague.personId };
  expect(await wrongWith(handOver(officer, { ...order, until: inAYear }))).toEqual([
    "until: members:wrong.endIsLater",
  ]);
  const end = async () =>
    (await database().read.membership.findUniqueOrThrow({ where: { id: membershipId } })).until;
  expect((await end())?.toISOString().slice(0, 10)).toBe(inAMonth);
  expect(await outcome(handOver(officer, { ...order, until: inAMonth }))).toBe("done");
  expect(await outcome(handOver(leadPartner, { ...order, until: inAYear }))).toBe("done");
  expect((await end())?.toISOString().slice(0, 10)).toBe(inAYear);
});

test("whoever has the offered role from a later day accepts it from now on", async () => {
  const network = await foundNetwork();
  const { leadPartner, partners, slug } = network;
  const person = await foundPerson("Somebody");
  await enrol(network, person, "observer", null, new Date(Date.now() - 86_400_000));
  const { link } = await invite(
    leadPartner,
    offer({ email: person.email, role: "project-officer", partnershipIds: [partners.own] }),
  );
  const later = {
    email: person.email,
    role: "project-officer",
    partnershipIds: [partners.own],
    since: inAMonth,
  };
  await giveRole(leadPartner, GiveRole.parse(later));
  expect(await outcome(memberOf(person, slug))).toBe("not-found");
  const caller = { address: "203.0.113.77", userAgent: "Test browser" };
  await acceptAs(caller, signedIn(person), link.split("/").at(-1) ?? "");
  expect((await memberOf(person, slug)).roles).toHaveLength(1);
});

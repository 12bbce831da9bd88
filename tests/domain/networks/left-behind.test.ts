// Invitations stand by their sender's right: when it ends their links open nothing, until somebody who may sends them anew.
import { expect, test } from "vitest";
import { handOver } from "~/domain/handovers/handovers.server";
import { acceptAsNew, readOffer } from "~/domain/networks/accept-invitation.server";
import type { InviteMember } from "~/domain/networks/invitation-orders";
import {
  invite,
  listInvitations,
  resendInvitation,
  type MadeInvitation,
} from "~/domain/networks/invitations.server";
import { endRole, giveRoleAgain } from "~/domain/networks/memberships.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const caller = { address: "203.0.113.77", userAgent: "Test browser" };
const account = { name: "Somebody new", password: "a long enough password", language: "lt" as const };
const tokenOf = ({ link }: MadeInvitation) => link.split("/").at(-1) ?? "";
const standing = async (made: MadeInvitation) => (await readOffer(caller, null, tokenOf(made))).standing;

const toGroupOf = (partnershipId: string): InviteMember => ({
  email: `${newId()}@test.torg`,
  name: "",
  role: "local-group-member",
  partnershipIds: [partnershipId],
  localGroupId: null,
  until: null,
  language: "en",
});

async function roleOfOfficer({ networkId, officer }: FoundedNetwork): Promise<string> {
  const where = { networkId, personId: officer.personId };
  return (await database().read.membership.findFirstOrThrow({ where })).id;
}

const ofMember = async (network: FoundedNetwork, id: string) =>
  (await listInvitations(network.leadPartner)).find((one) => one.id === id);

test("when the sender's role ends the link opens nothing, which is told; with the role back it opens again", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners } = network;
  const made = await invite(officer, toGroupOf(partners.own));
  const others = await invite(leadPartner, toGroupOf(partners.own));
  const membershipId = await roleOfOfficer(network);
  expect(await endRole(leadPartner, { membershipId })).toMatchObject({ invitationsLeft: 1 });
  expect(await standing(made)).toBe("over");
  expect(await outcome(acceptAsNew(caller, tokenOf(made), account))).toBe("conflict");
  expect(await ofMember(network, made.id)).toMatchObject({ state: "open", isLeftBehind: true });
  // What somebody else sent stands.
  expect(await standing(others)).toBe("open");
  expect(await ofMember(network, others.id)).toMatchObject({ isLeftBehind: false });
  await giveRoleAgain(leadPartner, { membershipId, until: null });
  expect(await standing(made)).toBe("open");
});

test("whoever sends it anew is its sender from then on", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners } = network;
  const made = await invite(officer, toGroupOf(partners.own));
  await endRole(leadPartner, { membershipId: await roleOfOfficer(network) });
  const anew = await resendInvitation(leadPartner, made.id);
  expect(await standing(anew)).toBe("open");
  expect(await ofMember(network, made.id)).toMatchObject({
    isLeftBehind: false,
    invitedBy: leadPartner.name,
  });
  expect(await outcome(acceptAsNew(caller, tokenOf(anew), account))).toBe("done");
});

test("a sender who is deactivated invites nobody any more", async () => {
  const { officer, partners } = await foundNetwork();
  const made = await invite(officer, toGroupOf(partners.own));
  await database().write((transaction) =>
    transaction.person.update({ where: { id: officer.personId }, data: { deactivatedAt: new Date() } }),
  );
  expect(await standing(made)).toBe("over");
});

test("handing over takes the open invitations along to the successor", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, colleague, partners } = network;
  const made = await invite(officer, toGroupOf(partners.own));
  const membershipId = await roleOfOfficer(network);
  await handOver(leadPartner, { membershipId, successorId: colleague.personId, until: null });
  expect(await standing(made)).toBe("open");
  expect(await ofMember(network, made.id)).toMatchObject({ invitedBy: colleague.name, isLeftBehind: false });
});

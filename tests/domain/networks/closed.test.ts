// A network that is closed or archived: whoever wrote there still reads what they wrote with, and changes nothing.
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { readTemplate, saveTemplate } from "~/domain/documents/templates.server";
import { previewInvitations } from "~/domain/networks/bulk-invitations.server";
import { invitationChoices } from "~/domain/networks/invitation-choices.server";
import { InviteMember } from "~/domain/networks/invitation-orders";
import {
  invite,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from "~/domain/networks/invitations.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const states = ["closed", "archived"] as const;

test.each(states)(
  "in a network that is %s its lead partner reads the invitations and changes none",
  async (state) => {
    const network = await foundNetwork();
    const order = InviteMember.parse({
      email: `${newId()}@test.torg`,
      role: "local-group-member",
      [`partner-${network.partners.own}`]: "on",
      language: "en",
    });
    const { id } = await invite(network.leadPartner, order);
    const [leadPartner, officer, otherOfficer, observer] = await inState(network, state);
    expect(await listInvitations(leadPartner)).toMatchObject([{ id, state: "open" }]);
    expect(await listInvitations(officer)).toMatchObject([{ id }]);
    expect(await listInvitations(otherOfficer)).toEqual([]);
    expect(await outcome(listInvitations(observer))).toBe("forbidden");
    for (const change of [
      resendInvitation(leadPartner, id),
      revokeInvitation(leadPartner, id),
      invite(leadPartner, order),
      invitationChoices(leadPartner),
      previewInvitations(leadPartner, []),
    ])
      expect(await outcome(change)).toBe("forbidden");
  },
);

test.each(states)(
  "in a network that is %s the templates are read by whoever used them, and changed by nobody",
  async (state) => {
    const network = await foundNetwork();
    const [leadPartner, officer, , observer] = await inState(network, state);
    for (const member of [leadPartner, officer])
      expect(await readTemplate(member, "good-practice", "en")).toMatchObject({ mayEdit: false });
    expect(await outcome(readTemplate(observer, "good-practice", "en"))).toBe("forbidden");
    const order = { kind: "good-practice" as const, language: "en" as const, revision: 0, sections: [] };
    expect(await outcome(saveTemplate(leadPartner, order))).toBe("forbidden");
  },
);

/** The lead partner, two officers and the observer as they are judged then. */
async function inState(network: Awaited<ReturnType<typeof foundNetwork>>, state: (typeof states)[number]) {
  const where = { id: network.networkId };
  await database().write((transaction) => transaction.network.update({ where, data: { state } }));
  const judged = async (member: typeof network.officer) =>
    memberOf(await network.person(member), network.slug);
  return Promise.all([
    judged(network.leadPartner),
    judged(network.officer),
    judged(network.otherOfficer),
    judged(network.observer),
  ]);
}

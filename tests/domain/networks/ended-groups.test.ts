// A local group that has ended stays ended: no role in it is taken back, and the roles of its city are.
import { expect, test } from "vitest";
import { foundLocalGroup, endLocalGroup } from "~/domain/networks/local-groups.server";
import { giveRoleAgain } from "~/domain/networks/memberships.server";
import { memberOf } from "~/domain/access/members.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

test("a role that ended with its local group is not taken back into it", async () => {
  const network = await foundNetwork();
  const { officer, localGroupMember, partners, networkId, slug } = network;
  const { id } = await foundLocalGroup(officer, {
    id: newId(),
    partnershipId: partners.own,
    name: "Markets",
  });
  const { id: membershipId } = await database().write((transaction) =>
    transaction.membership
      .findFirstOrThrow({ where: { networkId, personId: localGroupMember.personId } })
      .then((held) => transaction.membership.update({ where: { id: held.id }, data: { localGroupId: id } })),
  );
  await endLocalGroup(officer, id);
  const again = giveRoleAgain(officer, { membershipId, until: null });
  expect(await again.then(() => undefined, refusalIn)).toEqual({
    kind: "invalid",
    fields: { form: { key: "members:wrong.groupEnded" } },
  });
  const person = await network.person(localGroupMember);
  expect(await outcome(memberOf(person, slug))).toBe("not-found");
});

// Handing over: in one step a leaving officer's texts of a city have a successor, who has the role, and what was open is kept.
import { now } from "~/platform/clock";
import { newId } from "~/platform/id";
import { mayGive } from "../access/giving";
import { demand, type Member } from "../access/member";
import { abilitiesOf } from "../access/role";
import { change, tellRolesChanged } from "../activity/activities.server";
import type { HandOver } from "../networks/membership-orders";
import {
  demandCurrent,
  endOf,
  insertMembership,
  isHeld,
  membershipOf,
  receiverOf,
  writeEnd,
  type HeldMembership,
} from "../networks/membership-rows.server";
import { mailAboutRole, queueRoleMail } from "../networks/role-mail.server";
import { invalid, notFound } from "../refusal";
import { lookedAfterBy, openThingsOf } from "./open-things.server";

/**
 * Hands over what the holder of a role looks after for its city: the successor looks after their texts, has the role from now on,
 * and theirs ends now or with the day given. All in one change, and what was open is kept to be read. May be done by whoever gives
 * that role, and by the leaver to somebody who holds it already. Refuses `forbidden` others, `not-found` what is no such role held
 * now, `invalid` a successor who is the leaver, deactivated, or would need a role that the member may not give, and a last day
 * after the one that whoever gives the role has set.
 */
export async function handOver(member: Member, order: HandOver): Promise<{ id: string }> {
  const id = newId();
  const at = now();
  const done = await change(async (transaction, record) => {
    const membership = await membershipOf(transaction, member, order.membershipId, true);
    if (!isHandedOver(membership, at)) throw notFound();
    const { personId: fromId, role, partnershipId } = membership;
    const isGiver = mayGive(member, role, partnershipId);
    if (!isGiver) demand(member, "write-document", partnershipId);
    const until = order.until === null ? at : endOf(role, order.until, membership.since);
    if (!isGiver && until && membership.until && until > membership.until)
      throw invalid("until", "members:wrong.endIsLater");
    if (order.successorId === fromId) throw invalid("successorId", "members:wrong.isLeaver");
    const toId = await receiverOf(transaction, member, { personId: order.successorId, email: "" });
    const given = { personId: toId, role, partnershipId, since: at, until: null };
    const hasRole = await isHeld(transaction, member, { ...given, until: new Date(at.getTime() + 1) });
    if (!hasRole) {
      if (!isGiver) throw invalid("successorId", "members:wrong.successorWithoutRole");
      await demandCurrent(transaction, member, [partnershipId]);
      await insertMembership(transaction, member, given);
    }
    const things = await openThingsOf(transaction, member, membership);
    const { count } = await transaction.document.updateMany({
      where: lookedAfterBy(member, fromId, partnershipId),
      data: { responsibleId: toId },
    });
    // They stand by their sender's right: the successor has it now.
    const invitations = things.flatMap(({ kind, id: open }) => (kind === "invitation" ? [open] : []));
    await transaction.invitation.updateMany({
      where: { id: { in: invitations } },
      data: { invitedById: toId },
    });
    await writeEnd(transaction, member, membership, until);
    const networkId = member.network.id;
    await transaction.handover.create({
      data: { id, networkId, fromId, toId, partnershipId, things: things.map((thing) => ({ ...thing })), at },
    });
    await record({
      kind: "handed-over",
      personId: member.personId,
      networkId,
      subjectId: fromId,
      partnershipId,
      before: { role, until: membership.until?.toISOString() ?? null },
      after: {
        handoverId: id,
        role,
        toId,
        isGivenRole: !hasRole,
        texts: count,
        until: until?.toISOString() ?? null,
      },
      audience: [{ room: "network", networkId }],
    });
    const told = { networkId, role, partnershipIds: [partnershipId] };
    const news = until && until <= at ? "ended" : "changed";
    await mailAboutRole(transaction, news, { ...told, personId: fromId, until });
    await queueRoleMail(transaction, toId, { ...told, news: "handed-over", handoverId: id, fromId });
    return [fromId, toId];
  });
  for (const personId of done) tellRolesChanged(personId);
  return { id };
}

/** Whether it is a role that writes for a city, held at that instant: only such a one has texts to hand over. */
function isHandedOver(
  membership: HeldMembership,
  at: Date,
): membership is HeldMembership & { partnershipId: string } {
  const { role, partnershipId, since, until } = membership;
  const isCurrent = since <= at && (until === null || until > at);
  return isCurrent && partnershipId !== null && abilitiesOf[role]["write-document"] === "city";
}

// An invitation stands by the right of whoever sent it: when that ends, its link opens nothing until somebody who may sends it anew.
import { now } from "~/platform/clock";
import type { Reader } from "~/platform/db.server";
import { abilitiesOf, isRole } from "../access/role";
import { mayOffer, partnershipIdsIn } from "./invitation";

interface Sent {
  id: string;
  invitedById: string;
  role: string;
  partnerships: unknown;
}

/**
 * Which of these invitations into one network its senders may offer now: by a role that they hold, or as administrators, who invite
 * lead partners. Answers their ids.
 */
export async function offeredStill(
  reader: Reader,
  networkId: string,
  invitations: readonly Sent[],
): Promise<Set<string>> {
  const at = now();
  const senders = await reader.person.findMany({
    where: {
      id: { in: [...new Set(invitations.map(({ invitedById }) => invitedById))] },
      deactivatedAt: null,
    },
    select: {
      id: true,
      isAdministrator: true,
      memberships: {
        where: { networkId, since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] },
        select: { role: true, partnershipId: true },
      },
    },
  });
  const byId = new Map(senders.map((sender) => [sender.id, sender]));
  const offered = invitations.filter(({ invitedById, role, partnerships }) => {
    const sender = byId.get(invitedById);
    if (!sender || !isRole(role)) return false;
    const held = sender.memberships.flatMap((one) => (isRole(one.role) ? [{ ...one, role: one.role }] : []));
    const judged = { roles: held, network: { state: "open" as const } };
    return (
      mayOffer(judged, role, partnershipIdsIn(partnerships)) ||
      (sender.isAdministrator && abilitiesOf[role]["manage-members"] !== undefined)
    );
  });
  return new Set(offered.map(({ id }) => id));
}

/** How many open invitations of this sender stand by no right of theirs any more. */
export async function countLeftBehind(
  reader: Reader,
  networkId: string,
  invitedById: string,
): Promise<number> {
  const open = await reader.invitation.findMany({
    where: { networkId, invitedById, acceptedAt: null, revokedAt: null, expiresAt: { gt: now() } },
    select: { id: true, invitedById: true, role: true, partnerships: true },
  });
  return open.length - (await offeredStill(reader, networkId, open)).size;
}

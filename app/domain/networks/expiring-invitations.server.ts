// How many invitations wait for an answer and will not wait much longer: only that, for those who could send them again.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { can, type Member } from "../access/member";

/** The open invitations of the network that expire within a week; 0 for whoever does not manage its members. */
export async function expiringInvitations(member: Member): Promise<number> {
  if (!can(member, "manage-members")) return 0;
  const at = now();
  return database().read.invitation.count({
    where: {
      networkId: member.network.id,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: at, lte: new Date(at.getTime() + 7 * 86_400_000) },
    },
  });
}

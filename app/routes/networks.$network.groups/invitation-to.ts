// The way to the form that invites somebody to a city's local group, filled in as far as it is known here.
import { localGroupRole } from "~/domain/access/role";

/** Without a group, the invitation is to the city's groups without distinction. */
export function invitationTo(network: string, partnershipId: string, groupId?: string): string {
  const known = new URLSearchParams({ role: localGroupRole, partner: partnershipId });
  if (groupId) known.set("group", groupId);
  return `/networks/${network}/invitations/new?${known.toString()}`;
}

// What an invitation is judged by: the network's partners and groups, who is a member, and what is open already.
import { now } from "~/platform/clock";
import type { Reader } from "~/platform/db.server";
import { rolesUntilADate, type Role } from "../access/role";
import type { FieldWrong } from "../refusal";
import { dayOf, endOfDay } from "./calendar-day";
import type { InviteMember } from "./invitation-orders";
import { partnershipIdsIn, partnersOf, rolesOfGroups } from "./invitation";

/** What is known of a network where somebody is to be invited into it. */
export interface Ground {
  /** Ids of the partnerships that have not ended. */
  partners: Set<string>;
  /** Local groups that have not ended, and whose they are. */
  groups: Map<string, string>;
  members: Array<{ email: string } & Offered>;
  invited: Array<{ email: string } & Offered>;
}

interface Offered {
  role: string;
  partnershipIds: string[];
  localGroupId: string | null;
}

/** Reads the ground for inviting these addresses; `exceptId` is an invitation that does not stand in its own way. */
export async function groundOf(
  reader: Reader,
  networkId: string,
  emails: string[],
  exceptId?: string,
): Promise<Ground> {
  const at = now();
  const partnerships = await reader.partnership.findMany({
    where: { networkId, OR: [{ until: null }, { until: { gte: dayOf(at) } }] },
    select: { id: true },
  });
  const groups = await reader.localGroup.findMany({
    where: { networkId, OR: [{ endedAt: null }, { endedAt: { gt: at } }] },
    select: { id: true, partnershipId: true },
  });
  const members = await reader.membership.findMany({
    where: { networkId, person: { email: { in: emails } }, OR: [{ until: null }, { until: { gt: at } }] },
    select: { role: true, partnershipId: true, localGroupId: true, person: { select: { email: true } } },
  });
  const invited = await reader.invitation.findMany({
    where: {
      networkId,
      email: { in: emails },
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: at },
      ...(exceptId === undefined ? {} : { id: { not: exceptId } }),
    },
    select: { email: true, role: true, partnerships: true, localGroupId: true },
  });
  return {
    partners: new Set(partnerships.map(({ id }) => id)),
    groups: new Map(groups.map(({ id, partnershipId }) => [id, partnershipId])),
    members: members.map(({ person, partnershipId, ...held }) => ({
      ...held,
      email: person.email,
      partnershipIds: partnershipId ? [partnershipId] : [],
    })),
    invited: invited.map(({ partnerships: ids, ...open }) => ({
      ...open,
      partnershipIds: partnershipIdsIn(ids),
    })),
  };
}

type Wanted = Omit<InviteMember, "language" | "name">;

/** The first thing in the way of this invitation, by its field; null where nothing is. */
export function wrongWith(ground: Ground, order: Wanted): { field: string; wrong: FieldWrong } | null {
  const wrong = (field: string, key: string) => ({ field, wrong: { key } });
  const partner = partnerWrong(ground, order.role, order.partnershipIds);
  if (partner) return wrong("partners", partner);
  const group = order.localGroupId;
  if (group !== null) {
    const isOfCity = ground.groups.get(group) === order.partnershipIds[0];
    if (!rolesOfGroups.includes(order.role) || !isOfCity) return wrong("localGroupId", "unknownChoice");
  }
  if (order.until === null && rolesUntilADate.includes(order.role))
    return wrong("until", "members:wrong.endNeeded");
  if (order.until !== null && endOfDay(order.until) <= now()) return wrong("until", "dayPassed");
  const { email, role } = order;
  const held = ground.members.filter((one) => one.email === email && one.role === role);
  const isHeld = (partnershipId?: string) =>
    held.some(
      (one) =>
        (partnershipId === undefined || one.partnershipIds.includes(partnershipId)) &&
        (one.localGroupId === null || one.localGroupId === group),
    );
  const partners = order.partnershipIds;
  if (partners.length > 0 ? partners.every((id) => isHeld(id)) : isHeld())
    return wrong("email", "alreadyMember");
  const isInvited = ground.invited.some(
    (open) =>
      open.email === email &&
      open.role === role &&
      open.localGroupId === group &&
      [...open.partnershipIds].sort().join() === [...partners].sort().join(),
  );
  return isInvited ? wrong("email", "alreadyInvited") : null;
}

function partnerWrong({ partners }: Ground, role: Role, ids: string[]): string | null {
  const many = partnersOf[role];
  if (many === "none") return ids.length > 0 ? "noPartner" : null;
  if (ids.length === 0) return "partnerNeeded";
  if (many === "one" && ids.length > 1) return "onePartner";
  return ids.every((id) => partners.has(id)) ? null : "unknownChoice";
}

// What an invitation is, who may make one, and how it stands.
import { can } from "../access/member";
import type { Ability, Role } from "../access/role";

/** Days for which a link works. */
export const invitationDays = 14;

/** For how many partners a role is offered: none where it is held for the network. */
export const partnersOf: Record<Role, "none" | "one" | "several"> = {
  "lead-partner": "none",
  "project-officer": "one",
  "lead-expert": "none",
  "ad-hoc-expert": "several",
  "local-group-member": "one",
  observer: "none",
};

/** Roles that may be offered within one local group of the city. */
export const rolesOfGroups: readonly Role[] = ["local-group-member"];

/** The abilities of which one is needed to offer a role. */
const offeredBy: Record<Role, readonly Ability[]> = {
  "lead-partner": ["manage-members"],
  "project-officer": ["manage-members"],
  "lead-expert": ["manage-members"],
  "ad-hoc-expert": ["manage-members"],
  "local-group-member": ["manage-members", "manage-local-groups"],
  observer: ["manage-members"],
};

type Judged = Parameters<typeof can>[0];

/** Whether the member may offer this role for all of these partners. */
export function mayOffer(member: Judged, role: Role, partnershipIds: readonly string[]): boolean {
  return offeredBy[role].some(
    (ability) => can(member, ability) && partnershipIds.every((id) => can(member, ability, id)),
  );
}

/** Whether the member may offer any role at all: then the screens of invitations are theirs. */
export function mayOfferAny(member: Judged): boolean {
  return Object.values(offeredBy).some((abilities) => abilities.some((ability) => can(member, ability)));
}

export type InvitationState = "open" | "accepted" | "expired" | "revoked";

export interface InvitationDates {
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
}

/** How an invitation stands at this instant. */
export function stateOf({ acceptedAt, revokedAt, expiresAt }: InvitationDates, at: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt > at ? "open" : "expired";
}

/** The partnerships of an invitation, as its row keeps them. */
export function partnershipIdsIn(json: unknown): string[] {
  return Array.isArray(json) ? json.filter((id) => typeof id === "string") : [];
}

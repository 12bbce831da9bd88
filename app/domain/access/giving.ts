// Who may give which role for which partner: asked by the use-cases that give and end roles, and by their screens.
import { can, reachOf, type Member } from "./member";
import { cityRoles, givenBy, roles, type Role } from "./role";

/** What judging needs of a member. */
type Giver = Parameters<typeof can>[0] & Pick<Member, "roles">;

/** What is wrong with an address that nobody of the network has: whoever has it is invited. */
export const notHere = "members:wrong.notHere";

/** Whether the member may give this role for this partner (null: for the network), and end it. */
export function mayGive(member: Giver, role: Role, partnershipId: string | null): boolean {
  return givenBy[role].some((ability) =>
    partnershipId === null ? reachOf(member, ability).everywhere : can(member, ability, partnershipId),
  );
}

/** The roles that the member may give to anybody at all, in the order of the table. */
export function rolesToGive(member: Giver, partnershipIds: readonly string[]): Role[] {
  return roles.filter((role) =>
    cityRoles.includes(role)
      ? partnershipIds.some((partnershipId) => mayGive(member, role, partnershipId))
      : mayGive(member, role, null),
  );
}

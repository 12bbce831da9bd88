// The roles of a network with the people who hold them now, for the page that says what each role may do.
import { demand, type Member } from "../access/member";
import { roles, type Role } from "../access/role";
import { listPeople } from "./networks.server";

export interface RoleView {
  role: Role;
  isOwn: boolean;
  holders: Array<{ id: string; name: string; colour: number; cities: string[] }>;
}

/** Every role, the member's own first, else in the order of the table; each with its holders by name. */
export async function rolesAndHolders(member: Member): Promise<RoleView[]> {
  demand(member, "see-network");
  const people = await listPeople(member);
  const views = roles.map((role): RoleView => {
    const isThis = (held: { role: Role }) => held.role === role;
    const holders = people
      .filter((person) => person.roles.some(isThis))
      .map(({ id, name, colour, roles: held }) => ({
        id,
        name,
        colour,
        cities: held.filter(isThis).flatMap(({ city }) => (city ? [city] : [])),
      }));
    return { role, isOwn: member.roles.some(isThis), holders };
  });
  return [...views.filter(({ isOwn }) => isOwn), ...views.filter(({ isOwn }) => !isOwn)];
}

// Which people stand under which city, after the filters: somebody with roles in two cities stands under both.
import type { Role } from "~/domain/access/role";
import type { Roster, RosterPerson } from "~/domain/networks/roster.server";

export interface Group {
  key: string;
  /** The city; null: roles of the whole network. */
  city: string | null;
  people: RosterPerson[];
}

/** Groups by city in the cities' order, those of the whole network first; each person with the roles of that group alone. */
export function grouped(
  roster: Roster,
  { city, role }: { city: string; role: string },
): { groups: Group[]; count: number; countByRole: Map<Role, number> } {
  const ofCity = roster.people.map((person) => ({
    ...person,
    roles: person.roles.filter(({ partnershipId }) => !city || partnershipId === city),
  }));
  const countByRole = new Map(
    roster.roles.map((each) => [
      each,
      ofCity.filter(({ roles }) => roles.some((held) => held.role === each)).length,
    ]),
  );
  const shown = ofCity
    .map((person) => ({ ...person, roles: person.roles.filter((held) => !role || held.role === role) }))
    .filter(({ roles }) => roles.length > 0);
  const places = [{ id: null, city: null }, ...roster.cities];
  const groups = places.map((place): Group => {
    const people = shown
      .map((person) => ({
        ...person,
        roles: person.roles.filter(({ partnershipId }) => partnershipId === place.id),
      }))
      .filter(({ roles }) => roles.length > 0);
    return { key: place.id ?? "network", city: place.city, people };
  });
  return { groups: groups.filter(({ people }) => people.length > 0), count: shown.length, countByRole };
}

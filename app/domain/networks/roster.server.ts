// Who works in a network: everybody with city, role, languages and since when; and one person with all their roles, past ones too.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { mayGive, rolesToGive } from "../access/giving";
import { heldFor } from "../access/held-for";
import { demand, type Member } from "../access/member";
import { abilitiesOf, isRole, type Role } from "../access/role";
import { notFound } from "../refusal";
import { holdersAt } from "./holders-now";
import { dayOf } from "./calendar-day";
import { lastDayOf } from "./membership-rows.server";
import { cityName, placesOf } from "./places.server";

export interface RosterRole {
  membershipId: string;
  role: Role;
  /** The partner under which it stands; null: it is held for the network. */
  partnershipId: string | null;
  city: string | null;
  since: Date;
  /** The last day, "YYYY-MM-DD"; null: without an end. */
  lastDay: string | null;
}

export interface RosterPerson {
  id: string;
  name: string;
  colour: number;
  /** Codes of languages. */
  speaks: string[];
  roles: RosterRole[];
}

export interface Roster {
  people: RosterPerson[];
  /** Partners of the network with somebody in them, by city; to filter by. */
  cities: Array<{ id: string; city: string }>;
  /** Roles that somebody holds. */
  roles: Role[];
  mayGive: boolean;
}

/** Everybody who holds a role in the network now, by name; deactivated people are left out. Mail addresses are not given away. */
export async function readRoster(member: Member): Promise<Roster> {
  demand(member, "see-network");
  const at = now();
  const memberships = await database().read.membership.findMany({
    where: holdersAt(member, at),
    select: membershipColumns,
    orderBy: [{ since: "asc" }, { id: "asc" }],
  });
  const places = await placesOf(member.network.id);
  const people = new Map<string, RosterPerson>();
  for (const { person, ...membership } of memberships) {
    const role = roleView(membership, places, member.language, dayOf(at));
    if (!role) continue;
    const { speaks, ...rest } = person;
    const view = people.get(person.id) ?? { ...rest, speaks: codesIn(speaks), roles: [] };
    view.roles.push(role);
    people.set(person.id, view);
  }
  const held = [...people.values()].flatMap(({ roles }) => roles);
  const cities = new Map(held.flatMap(({ partnershipId: id, city }) => (id && city ? [[id, city]] : [])));
  return {
    people: [...people.values()].sort((one, other) => one.name.localeCompare(other.name, member.language)),
    cities: [...cities]
      .map(([id, city]) => ({ id, city }))
      .sort((one, other) => one.city.localeCompare(other.city, member.language)),
    roles: rolesHeld(held),
    mayGive: mayGiveAny(member, [...places.keys()]),
  };
}

export interface PersonRole extends RosterRole {
  state: "coming" | "current" | "past";
  /** Whether the member may change its end and end it. */
  mayChange: boolean;
  /** Whether its work can be handed over: it is a role that writes for a city, held now. */
  canBeHandedOver: boolean;
}

export interface PersonInNetwork extends Omit<RosterPerson, "roles"> {
  isDeactivated: boolean;
  /** Current first, then coming, then past, the latest first. */
  roles: PersonRole[];
  mayGive: boolean;
}

/** One person with all the roles they hold, will hold and held in the network. Refuses `not-found` whoever never held one. */
export async function readPersonInNetwork(member: Member, personId: string): Promise<PersonInNetwork> {
  demand(member, "see-network");
  const at = now();
  const memberships = await database().read.membership.findMany({
    where: { networkId: member.network.id, personId },
    select: { ...membershipColumns, person: { select: { ...personColumns, deactivatedAt: true } } },
    orderBy: [{ since: "desc" }, { id: "asc" }],
  });
  const [first] = memberships;
  if (!first) throw notFound();
  const places = await placesOf(member.network.id);
  const roles = memberships.flatMap((membership): PersonRole[] => {
    const { since, until } = membership;
    const state = until && until <= at ? "past" : since > at ? "coming" : "current";
    const day = { past: until ? lastDayOf(until) : "", current: dayOf(at), coming: dayOf(since) }[state];
    const view = roleView(membership, places, member.language, day);
    // A role that was taken back before it began was never held.
    if (!view || (until && until <= since)) return [];
    const mayChange = state !== "past" && mayGive(member, view.role, view.partnershipId);
    const canBeHandedOver =
      state === "current" && abilitiesOf[view.role]["write-document"] === "city" && view.city !== null;
    return [{ ...view, state, mayChange, canBeHandedOver }];
  });
  const { deactivatedAt, speaks, ...person } = first.person;
  const rank = { current: 0, coming: 1, past: 2 };
  return {
    ...person,
    speaks: codesIn(speaks),
    isDeactivated: deactivatedAt !== null,
    roles: roles.sort((one, other) => rank[one.state] - rank[other.state]),
    mayGive: mayGiveAny(member, [...places.keys()]),
  };
}

export interface GivingChoices {
  roles: Role[];
  /** Current partners for whose cities the member may give roles. */
  cities: Array<{ id: string; city: string }>;
}

/** What the member may give: roles, and current partners to give them for. Refuses `forbidden` whoever may give none. */
export async function readGivingChoices(member: Member): Promise<GivingChoices> {
  const today = dayOf(now());
  const places = [...(await placesOf(member.network.id)).values()].filter(
    ({ since, until }) => since <= today && (until === null || until >= today),
  );
  const ids = places.map(({ partnershipId }) => partnershipId);
  const roles = rolesToGive(member, ids);
  if (roles.length === 0) demand(member, "manage-members");
  return {
    roles,
    cities: places
      .filter(({ partnershipId }) => roles.some((role) => mayGive(member, role, partnershipId)))
      .map((place) => ({ id: place.partnershipId, city: cityName(place, member.language) }))
      .sort((one, other) => one.city.localeCompare(other.city, member.language)),
  };
}

/** The codes in "lt en". */
export function codesIn(speaks: string): string[] {
  return speaks.split(" ").filter(Boolean);
}

const personColumns = { id: true, name: true, colour: true, speaks: true } as const;
const membershipColumns = {
  id: true,
  role: true,
  partnershipId: true,
  since: true,
  until: true,
  person: { select: personColumns },
} as const;

function roleView(
  {
    id,
    role,
    partnershipId: held,
    since,
    until,
  }: { id: string; role: string; partnershipId: string | null; since: Date; until: Date | null },
  places: Awaited<ReturnType<typeof placesOf>>,
  language: string,
  day: string,
): RosterRole | undefined {
  if (!isRole(role)) return undefined;
  const [under] = heldFor(places, role, held ? [held] : [], day);
  return {
    membershipId: id,
    role,
    partnershipId: under ?? null,
    city: under === undefined ? null : cityName(places.get(under), language),
    since,
    lastDay: until ? lastDayOf(until) : null,
  };
}

function rolesHeld(held: RosterRole[]): Role[] {
  const known = new Set(held.map(({ role }) => role));
  return (Object.keys(abilitiesOf) as Role[]).filter((role) => known.has(role));
}

function mayGiveAny(member: Member, partnershipIds: string[]): boolean {
  return rolesToGive(member, partnershipIds).length > 0;
}

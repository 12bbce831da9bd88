// What a network shows of itself to its members: its partners, its people, what happened lately.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { can, demand, type Member } from "../access/member";
import { isRole, type Role } from "../access/role";
import { holdersAt } from "./holders-now";
import { cityName, cityOfRole, placesOf } from "./places.server";

export interface PartnerView {
  id: string;
  city: string;
  country: string;
  institution: string;
  /** "lead-partner", "project-partner" or "good-practice-city". */
  role: string;
  since: string;
  until: string | null;
}

export interface NetworkView {
  name: string;
  type: string;
  programme: string;
  theme: string;
  startsOn: string | null;
  endsOn: string | null;
  isDemo: boolean;
  partners: PartnerView[];
}

/** The network and its partners, the lead partner first, then by city. */
export async function readNetwork(member: Member): Promise<NetworkView> {
  demand(member, "see-network");
  const network = await database().read.network.findUniqueOrThrow({
    where: { id: member.network.id },
    select: {
      name: true,
      type: true,
      programme: true,
      theme: true,
      startsOn: true,
      endsOn: true,
      isDemo: true,
    },
  });
  const places = [...(await placesOf(member.network.id)).values()];
  const partners = places.map(({ partnershipId, names, position: _, ...place }) => ({
    ...place,
    id: partnershipId,
    city: cityName({ names }, member.language),
  }));
  return { ...network, partners: byLeadThenCity(partners, member.language) };
}

export interface DescribedRole {
  role: Role;
  /** The partner it is held for, as it was given: it stays the same whatever its city is called, or is. */
  partnershipId: string | null;
  city: string | null;
}

/** The roles the member holds, each with the city under which it stands. */
export async function describeMember(member: Member): Promise<DescribedRole[]> {
  const places = await placesOf(member.network.id);
  return member.roles.map((held) => ({
    ...held,
    city: cityOfRole(places, held, member.language),
  }));
}

/** The ids of all partnerships of the member's network. */
export async function partnershipIdsOf(member: Member): Promise<string[]> {
  return [...(await placesOf(member.network.id)).keys()];
}

/** The partners for which the member may write, to choose from when beginning a document. */
export async function partnersToWriteFor(member: Member): Promise<PartnerView[]> {
  const { partners } = await readNetwork(member);
  return partners.filter(({ id }) => can(member, "write-document", id));
}

export interface PersonView {
  id: string;
  name: string;
  colour: number;
  roles: Array<{
    role: Role;
    partnershipId: string | null;
    city: string | null;
    since: Date;
    until: Date | null;
  }>;
}

/** Who holds a role in the network now and can sign in, by name. Mail addresses are not given away. */
export async function listPeople(member: Member): Promise<PersonView[]> {
  demand(member, "see-network");
  const at = now();
  const memberships = await database().read.membership.findMany({
    where: holdersAt(member, at),
    select: {
      role: true,
      partnershipId: true,
      since: true,
      until: true,
      person: { select: { id: true, name: true, colour: true } },
    },
  });
  const places = await placesOf(member.network.id);
  const people = new Map<string, PersonView>();
  for (const { role, partnershipId, since, until, person } of memberships) {
    if (!isRole(role)) continue;
    const view = people.get(person.id) ?? { ...person, roles: [] };
    const city = cityOfRole(places, { role, partnershipId }, member.language);
    view.roles.push({ role, partnershipId, city, since, until });
    people.set(person.id, view);
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, member.language));
}

function byLeadThenCity(partners: PartnerView[], language: string): PartnerView[] {
  const rank = ({ role }: PartnerView) => (role === "lead-partner" ? 0 : 1);
  return partners.sort(
    (one, other) => rank(one) - rank(other) || one.city.localeCompare(other.city, language),
  );
}

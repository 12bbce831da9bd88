// From a person and a network's address to the member they are there, if they are one now.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { notFound } from "../refusal";
import { namedLevels, type Member, type NamedLevel } from "./member";
import { isRole, roles, type Role } from "./role";

export interface PersonActing {
  id: string;
  name: string;
  language: string;
  timeZone: string;
}

/** A person's roles held now, network by network; asked of the database once per request. */
export type Memberships = ReadonlyArray<{
  role: string;
  partnershipId: string | null;
  until: Date | null;
  network: Member["network"];
}>;

type MembershipRow = Omit<Memberships[number], "network"> & Member["network"];

/** The roles that the person holds now in any network. */
export async function membershipsOf(personId: string): Promise<Memberships> {
  const at = now();
  // In SQL for the same reason as the session (domain/accounts/sessions.server.ts).
  const rows = await database().read.$queryRaw<MembershipRow[]>`
    SELECT m.role, m.partnershipId, m.until, n.id, n.slug, n.name, n.isDemo, n.state
    FROM Membership m JOIN Network n ON n.id = m.networkId
    WHERE m.personId = ${personId} AND m.since <= ${at} AND (m.until IS NULL OR m.until > ${at})`;
  return rows.map(({ role, partnershipId, until, ...network }) => ({ role, partnershipId, until, network }));
}

/** The member this person is in the network, judged now. Refuses with `not-found` a stranger, a former member and no network alike. */
export async function memberOf(
  person: PersonActing,
  slug: string,
  memberships: Promise<Memberships> = membershipsOf(person.id),
): Promise<Member> {
  const held = (await memberships).filter(({ network }) => network.slug === slug);
  const first = held[0];
  if (!first) throw notFound();
  const ends = held.flatMap(({ until }) => (until ? [until.getTime()] : []));
  return {
    personId: person.id,
    name: person.name,
    language: person.language,
    timeZone: person.timeZone,
    network: first.network,
    roles: held
      .flatMap(({ role, partnershipId }) => (isRole(role) ? [{ role, partnershipId }] : []))
      .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role)),
    named: await namedOn(person.id, first.network.id),
    nextEnd: ends.length > 0 ? new Date(Math.min(...ends)) : null,
  };
}

/** The members this person is, one in each network in which they hold a role now. */
export async function membersOf(
  person: PersonActing,
  memberships: Promise<Memberships> = membershipsOf(person.id),
): Promise<Member[]> {
  const slugs = new Set((await memberships).map(({ network }) => network.slug));
  return Promise.all([...slugs].map((slug) => memberOf(person, slug, memberships)));
}

/** The documents of the network on which the person is named. */
async function namedOn(personId: string, networkId: string): Promise<Member["named"]> {
  const rows = await database().read.$queryRaw<Array<{ documentId: string; level: string }>>`
    SELECT documentId, level FROM Naming WHERE personId = ${personId} AND networkId = ${networkId}`;
  return new Map(
    rows.flatMap(({ documentId, level }): Array<[string, NamedLevel]> => {
      const known = namedLevels.find((one) => one === level);
      return known ? [[documentId, known]] : [];
    }),
  );
}

/** The networks in which the person holds a role now, by name, each with the roles held there. */
export async function networksOf(
  personId: string,
  memberships: Promise<Memberships> = membershipsOf(personId),
): Promise<Array<{ slug: string; name: string; state: Member["network"]["state"]; roles: Role[] }>> {
  const held = await memberships;
  const bySlug = new Map(held.map(({ network }) => [network.slug, network]));
  return [...bySlug]
    .map(([slug, { name, state }]) => ({
      slug,
      name,
      state,
      roles: roles.filter((role) => held.some((one) => one.network.slug === slug && one.role === role)),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export interface EndedRole {
  /** Of the membership. */
  id: string;
  role: Role;
  partnershipId: string | null;
  network: { id: string; name: string };
  endedAt: Date;
  /** The local group with which it ended, by name. */
  endedGroup: string | null;
  /** The last day of the partner for which it was held, where it has one. */
  partnerUntil: string | null;
}

/** The role by which the person was last a member of the network, where they are none now; null for whoever never was one. */
export async function lastRoleIn(personId: string, slug: string): Promise<EndedRole | null> {
  const at = now();
  const memberships = await database().read.membership.findMany({
    where: { personId, network: { slug }, since: { lte: at } },
    select: endedColumns,
    orderBy: { until: "desc" },
  });
  if (memberships.some(({ until }) => until === null || until > at)) return null;
  return memberships.flatMap(endedRole)[0] ?? null;
}

/** The member's roles in the network that ended after this instant, the latest first; none that were taken back before they began. */
export async function rolesEndedAfter(
  { personId, network }: Pick<Member, "personId" | "network">,
  after: Date,
): Promise<EndedRole[]> {
  const memberships = await database().read.membership.findMany({
    where: { personId, networkId: network.id, until: { gt: after, lte: now() } },
    select: endedColumns,
    orderBy: { until: "desc" },
  });
  return memberships.flatMap(endedRole);
}

const endedColumns = {
  id: true,
  role: true,
  partnershipId: true,
  since: true,
  until: true,
  network: { select: { id: true, name: true } },
  localGroup: { select: { name: true, endedAt: true } },
  partnership: { select: { until: true } },
} as const;

interface EndedRow extends Pick<EndedRole, "id" | "partnershipId" | "network"> {
  role: string;
  since: Date;
  until: Date | null;
  localGroup: { name: string; endedAt: Date | null } | null;
  partnership: { until: string | null } | null;
}

/** The row as a role that ended; nothing for one that has no end, or was taken back before it began. */
function endedRole({ role, since, until, localGroup, partnership, ...held }: EndedRow): EndedRole[] {
  if (!isRole(role) || until === null || until <= since) return [];
  const endedGroup = localGroup?.endedAt?.getTime() === until.getTime() ? localGroup.name : null;
  return [{ ...held, role, endedAt: until, endedGroup, partnerUntil: partnership?.until ?? null }];
}

// The use-cases of local groups: found, rename, end, list. What they read is decided by their city, in documents/sharing.server.ts.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { can, demand, type Member } from "../access/member";
import { localGroupRole } from "../access/role";
import { change } from "../activity/activities.server";
import type { Audience } from "../activity/activity";
import { invalid, notFound } from "../refusal";
import { dayOf } from "./calendar-day";
import type { FoundLocalGroup, RenameLocalGroup } from "./local-group-orders";
import { cityName, placesOf } from "./places.server";
import { mailAboutEndedRoles, tellRolesEnded } from "./role-mail.server";

export interface PersonOfGroup {
  id: string;
  name: string;
  colour: number;
}

export interface LocalGroupView {
  id: string;
  name: string;
  since: Date;
  people: PersonOfGroup[];
}

export interface GroupsOfCity {
  partnershipId: string;
  city: string;
  country: string;
  mayManage: boolean;
  groups: LocalGroupView[];
  /** Local group members of the city who belong to none of its groups in particular. */
  people: PersonOfGroup[];
}

/** The local groups of each partner and who belongs to them now; the member's own cities first, then by city. */
export async function listLocalGroups(member: Member): Promise<GroupsOfCity[]> {
  demand(member, "see-network");
  const at = now();
  const ofNow = { since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] };
  const [places, groups, memberships] = await Promise.all([
    placesOf(member.network.id),
    database().read.localGroup.findMany({
      where: { networkId: member.network.id, endedAt: null },
      select: { id: true, name: true, createdAt: true, partnershipId: true },
    }),
    database().read.membership.findMany({
      where: {
        networkId: member.network.id,
        role: localGroupRole,
        ...ofNow,
        person: { deactivatedAt: null },
      },
      select: {
        partnershipId: true,
        localGroupId: true,
        person: { select: { id: true, name: true, colour: true } },
      },
    }),
  ]);
  const { language } = member;
  const known = new Set(groups.map(({ id }) => id));
  const peopleWhere = (belongs: (of: (typeof memberships)[number]) => boolean) => [
    ...new Map(memberships.filter(belongs).map(({ person }) => [person.id, person])).values(),
  ];
  const cities = [...places.values()].map((place): GroupsOfCity => ({
    partnershipId: place.partnershipId,
    city: cityName(place, language),
    country: place.country,
    mayManage: can(member, "manage-local-groups", place.partnershipId),
    groups: groups
      .filter(({ partnershipId }) => partnershipId === place.partnershipId)
      .map(({ id, name, createdAt }) => ({
        id,
        name,
        since: createdAt,
        people: byName(
          peopleWhere(({ localGroupId }) => localGroupId === id),
          language,
        ),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, language)),
    people: byName(
      peopleWhere(
        ({ partnershipId, localGroupId }) =>
          partnershipId === place.partnershipId && (localGroupId === null || !known.has(localGroupId)),
      ),
      language,
    ),
  }));
  const today = dayOf(at);
  const isShown = ({ partnershipId, groups: own, people }: GroupsOfCity) => {
    const until = places.get(partnershipId)?.until;
    return !until || until >= today || own.length + people.length > 0;
  };
  const isOwn = ({ partnershipId }: GroupsOfCity) =>
    member.roles.some((held) => held.partnershipId === partnershipId) ? 0 : 1;
  return cities
    .filter(isShown)
    .sort((one, other) => isOwn(one) - isOwn(other) || one.city.localeCompare(other.city, language));
}

/**
 * Sets up a local group of a partner. Refuses `forbidden` whoever manages none; `invalid` a partner whose groups are not theirs to
 * manage, and a name that another group of the city has.
 */
export async function foundLocalGroup(member: Member, order: FoundLocalGroup): Promise<{ id: string }> {
  demand(member, "manage-local-groups");
  const { id, partnershipId, name } = order;
  if (!can(member, "manage-local-groups", partnershipId)) throw invalid("partnershipId", "notYourCity");
  await change(async (transaction, record) => {
    const partner = await transaction.partnership.findFirst({
      where: { id: partnershipId, networkId: member.network.id },
      select: { id: true },
    });
    if (!partner) throw invalid("partnershipId", "notYourCity");
    const existing = await transaction.localGroup.findUnique({
      where: { id },
      select: { partnershipId: true },
    });
    if (existing) {
      if (existing.partnershipId === partnershipId) return;
      throw notFound();
    }
    await refuseTakenName(transaction, member, partnershipId, name);
    await transaction.localGroup.create({
      data: { id, networkId: member.network.id, partnershipId, name, createdAt: now() },
    });
    await record({
      kind: "local-group-founded",
      after: { title: name },
      ...happened(member, id, partnershipId),
    });
  });
  return { id };
}

/** Gives a group another name. Refuses `not-found` a group that is not there or has ended; `invalid` a taken name. */
export async function renameLocalGroup(member: Member, order: RenameLocalGroup): Promise<void> {
  await change(async (transaction, record) => {
    const { id, name } = order;
    const group = await managed(transaction, member, id);
    if (group.name === name) return;
    await refuseTakenName(transaction, member, group.partnershipId, name, id);
    await transaction.localGroup.update({ where: { id }, data: { name } });
    await record({
      kind: "local-group-renamed",
      before: { title: group.name },
      after: { title: name },
      ...happened(member, id, group.partnershipId),
    });
  });
}

/**
 * Ends a group: the roles held in it end with it, at once and on open pages, told by mail with the reason, and invitations to it count
 * no more. What its people said stays under their names. Refuses `not-found` a group that is not there or has ended.
 */
export async function endLocalGroup(member: Member, id: string): Promise<void> {
  const ended = await change(async (transaction, record) => {
    const { partnershipId, name } = await managed(transaction, member, id);
    const at = now();
    await transaction.localGroup.update({ where: { id }, data: { endedAt: at } });
    const inGroup = { localGroupId: id, networkId: member.network.id };
    const current = { ...inGroup, OR: [{ until: null }, { until: { gt: at } }] };
    const held = await transaction.membership.findMany({
      where: current,
      select: { personId: true, role: true, partnershipId: true },
    });
    await transaction.membership.updateMany({ where: current, data: { until: at } });
    await transaction.invitation.updateMany({
      where: { ...inGroup, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at },
    });
    await record({
      kind: "local-group-ended",
      after: { title: name, people: new Set(held.map(({ personId }) => personId)).size },
      ...happened(member, id, partnershipId),
    });
    const roles = { roles: held, until: at };
    await mailAboutEndedRoles(transaction, member.network.id, roles, { group: name });
    return roles;
  });
  tellRolesEnded(ended);
}

/** Loads the group once, inside the member's network, and refuses who does not manage it. */
async function managed(transaction: Transaction, member: Member, id: string) {
  const group = await transaction.localGroup.findFirst({
    where: { id, networkId: member.network.id, endedAt: null },
    select: { name: true, partnershipId: true },
  });
  if (!group) throw notFound();
  demand(member, "manage-local-groups", group.partnershipId);
  return group;
}

async function refuseTakenName(
  transaction: Transaction,
  member: Member,
  partnershipId: string,
  name: string,
  ownId = "",
) {
  const groups = await transaction.localGroup.findMany({
    where: { networkId: member.network.id, partnershipId, endedAt: null, id: { not: ownId } },
    select: { name: true },
  });
  const wanted = name.toLocaleLowerCase();
  if (groups.some((group) => group.name.toLocaleLowerCase() === wanted))
    throw invalid("name", "groupNameTaken");
}

function happened(member: Member, subjectId: string, partnershipId: string) {
  const audience: Audience[] = [{ room: "network", networkId: member.network.id }];
  return {
    personId: member.personId,
    networkId: member.network.id,
    subjectId,
    partnershipId,
    audience,
  };
}

function byName(people: PersonOfGroup[], language: string): PersonOfGroup[] {
  return people.sort((one, other) => one.name.localeCompare(other.name, language));
}

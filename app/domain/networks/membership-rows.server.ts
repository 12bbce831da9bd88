// Roles as rows: what the use-cases that give and end them look up, judge and write inside their transactions.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { mayGive, notHere } from "../access/giving";
import { can, type Member } from "../access/member";
import { abilitiesOf, givenBy, isRole, rolesUntilADate, rolesWith, type Role } from "../access/role";
import { forbidden, invalid, notFound } from "../refusal";
import { beginningOf, dayAfter, dayOf } from "./calendar-day";
import type { GiveRole } from "./membership-orders";

export interface HeldMembership {
  id: string;
  personId: string;
  role: Role;
  partnershipId: string | null;
  localGroupId: string | null;
  since: Date;
  until: Date | null;
}

type NewMembership = Omit<HeldMembership, "id" | "localGroupId">;

/** A role of the member's network which they may give and end. Refuses `not-found` one of elsewhere, `forbidden` who may not. */
export async function membershipOf(
  transaction: Transaction,
  member: Member,
  membershipId: string,
  isOwnEnough = false,
): Promise<HeldMembership> {
  const membership = await transaction.membership.findFirst({
    where: { id: membershipId, networkId: member.network.id },
    select: {
      id: true,
      personId: true,
      role: true,
      partnershipId: true,
      localGroupId: true,
      since: true,
      until: true,
    },
  });
  if (!membership || !isRole(membership.role)) throw notFound();
  const { role } = membership;
  const isOwn = isOwnEnough && membership.personId === member.personId;
  if (!isOwn) demandGiving(member, role, [membership.partnershipId]);
  return { ...membership, role };
}

/** The instant at which a role ends whose last day this is. Refuses a day that is over or before the role's first, and none where one is needed. */
export function endOf(role: Role, lastDay: string | null, since: Date): Date | null {
  if (lastDay === null) {
    if (rolesUntilADate.includes(role)) throw invalid("until", "members:wrong.endNeeded");
    return null;
  }
  const end = beginningOf(dayAfter(lastDay, 1));
  if (end <= now()) throw invalid("until", "members:wrong.endIsOver");
  if (end <= since) throw invalid("until", "members:wrong.endBeforeStart");
  return end;
}

/** The last day of a role that ends at this instant. */
export function lastDayOf(until: Date): string {
  return dayOf(new Date(until.getTime() - 1));
}

/** Whether the person holds this role in any part of that time. */
export async function isHeld(
  transaction: Transaction,
  member: Member,
  { personId, role, partnershipId, since, until }: NewMembership,
  localGroupId: string | null = null,
): Promise<boolean> {
  const count = await transaction.membership.count({
    where: {
      networkId: member.network.id,
      personId,
      role,
      ...(partnershipId ? { partnershipId, localGroupId } : {}),
      AND: [{ OR: [{ until: null }, { until: { gt: since } }] }, until ? { since: { lt: until } } : {}],
    },
  });
  return count > 0;
}

/** Writes a role that a person has from then on. */
export async function insertMembership(
  transaction: Transaction,
  member: Member,
  held: NewMembership,
  localGroupId: string | null = null,
): Promise<void> {
  await transaction.membership.create({
    data: { id: newId(), networkId: member.network.id, localGroupId, ...held },
  });
}

/** Ends a role in this transaction. Refuses where the network would be left without a lead partner, now or on a later day. */
export async function writeEnd(
  transaction: Transaction,
  member: Member,
  membership: HeldMembership,
  until: Date | null,
): Promise<void> {
  const { id, role, until: former } = membership;
  if (until && (!former || until < former) && abilitiesOf[role]["manage-members"]) {
    const others = await transaction.membership.findMany({
      where: { id: { not: id }, ...leading(member.network.id, until) },
      select: { since: true, until: true },
    });
    if (!reaches(others, until, former)) throw invalid("until", "members:wrong.lastLeadPartner");
  }
  await transaction.membership.update({ where: { id }, data: { until } });
}

/** The roles of those who lead a network (or any of several) and can sign in, held at this instant or later. */
export function leading(networkId: string | { in: string[] }, at: Date) {
  return {
    networkId,
    role: { in: rolesWith("manage-members") },
    OR: [{ until: null }, { until: { gt: at } }],
    person: { deactivatedAt: null },
  };
}

/** Whether the roles follow each other without a gap from one instant to another; null: for ever. */
function reaches(roles: Array<{ since: Date; until: Date | null }>, from: Date, to: Date | null): boolean {
  if (to && from >= to) return true;
  return roles.some(
    ({ since, until }) => since <= from && (until === null || (until > from && reaches(roles, until, to))),
  );
}

/** Refuses whoever may not give this role for each of these partners (null: for the network). */
export function demandGiving(member: Member, role: Role, partnershipIds: Array<string | null>): void {
  const isGiver = givenBy[role].some((ability) => can(member, ability));
  if (!isGiver || !partnershipIds.every((partnershipId) => mayGive(member, role, partnershipId)))
    throw forbidden();
}

/**
 * Whose role it becomes: somebody who is or was in this network, by id or by the exact address; not a deactivated person. Whether
 * an address of elsewhere has an account is told to nobody: all of them are invited.
 */
export async function receiverOf(
  transaction: Transaction,
  member: Member,
  { personId, email }: Pick<GiveRole, "personId" | "email">,
): Promise<string> {
  if (personId) {
    const known = await transaction.membership.findFirst({
      where: { personId, networkId: member.network.id },
      select: { person: { select: { deactivatedAt: true } } },
    });
    if (!known) throw notFound();
    if (known.person.deactivatedAt) throw invalid("form", "members:wrong.isDeactivated");
    return personId;
  }
  if (email === "") throw invalid("email", "required");
  const person = await transaction.person.findFirst({
    where: { email, deactivatedAt: null, memberships: { some: { networkId: member.network.id } } },
    select: { id: true },
  });
  if (!person) throw invalid("email", notHere, { email });
  return person.id;
}

/** Refuses partners that are not of the network (`not-found`) or not in it today. */
export async function demandCurrent(
  transaction: Transaction,
  member: Member,
  partnershipIds: string[],
): Promise<void> {
  const today = dayOf(now());
  const partnerships = await transaction.partnership.findMany({
    where: { id: { in: partnershipIds }, networkId: member.network.id },
    select: { since: true, until: true },
  });
  if (partnerships.length < new Set(partnershipIds).size) throw notFound();
  const isCurrent = partnerships.every(
    ({ since, until }) => since <= today && (until === null || until >= today),
  );
  if (!isCurrent) throw invalid("cities", "members:wrong.cityLeft");
}

/** Refuses a local group that has ended: what was held in it is not taken back. */
export async function demandStandingGroup(
  transaction: Transaction,
  member: Member,
  localGroupId: string | null,
): Promise<void> {
  if (localGroupId === null) return;
  const where = { id: localGroupId, networkId: member.network.id, endedAt: null };
  if ((await transaction.localGroup.count({ where })) === 0)
    throw invalid("form", "members:wrong.groupEnded");
}

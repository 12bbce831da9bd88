// The use-cases of roles: give, change the end, end, give again. What changes holds at once, on open pages and sockets too.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { cityRoles } from "../access/role";
import { change, tellRolesChanged, type NewActivity } from "../activity/activities.server";
import { invalid } from "../refusal";
import { beginningOf, dayOf } from "./calendar-day";
import type { ChangeRoleEnd, GiveRole, NameRole } from "./membership-orders";
import {
  demandCurrent,
  demandGiving,
  demandStandingGroup,
  endOf,
  insertMembership,
  isHeld,
  lastDayOf,
  membershipOf,
  receiverOf,
  writeEnd,
  type HeldMembership,
} from "./membership-rows.server";
import { countLeftBehind } from "./offered-still.server";
import { mailAboutRole } from "./role-mail.server";

/**
 * Gives a role to somebody who is or was in the network: one for each named city, in one change.
 * Refuses `forbidden` whoever may not give it; `invalid` an address of nobody here, cities that are missing, too many or no longer
 * partners, an end that is missing, over or before the beginning, and a role that the person holds in that time already.
 */
export async function giveRole(member: Member, order: GiveRole): Promise<{ personId: string }> {
  const { role, partnershipIds } = order;
  const places = cityRoles.includes(role) ? partnershipIds : [null];
  demandGiving(member, role, places);
  if (places.length === 0) throw invalid("cities", "members:wrong.citiesNeeded");
  if (!cityRoles.includes(role) && partnershipIds.length > 0)
    throw invalid("cities", "members:wrong.citiesNotNeeded");
  const at = now();
  const since = order.since === null || order.since === dayOf(at) ? at : beginningOf(order.since);
  const until = endOf(role, order.until, since);
  const personId = await change(async (transaction, record) => {
    const receiver = await receiverOf(transaction, member, order);
    await demandCurrent(transaction, member, partnershipIds);
    for (const partnershipId of places) {
      const held = { personId: receiver, role, partnershipId, since, until };
      if (await isHeld(transaction, member, held)) throw invalid("role", "members:wrong.heldAlready");
      await insertMembership(transaction, member, held);
    }
    const after = { role, partnershipIds, since: since.toISOString(), until: until?.toISOString() ?? null };
    const [partnershipId] = partnershipIds;
    await record({
      ...happened(member, "role-given", { personId: receiver, partnershipId: partnershipId ?? null }),
      after,
    });
    const networkId = member.network.id;
    await mailAboutRole(transaction, "given", {
      ...{ personId: receiver, networkId, role, partnershipIds, until },
    });
    return receiver;
  });
  tellRolesChanged(personId);
  return { personId };
}

export interface RoleEnded {
  /** The last day it had before, to take the end back. */
  lastDay: string | null;
  /** It had not begun: it was never held. */
  isTakenBack: boolean;
  /** How many open invitations of the person stand by no right of theirs any more: their links open nothing. */
  invitationsLeft: number;
}

/**
 * Ends a role now. Refuses `not-found` another network's, `forbidden` who
 * may not, `invalid` the last lead partner's.
 */
export async function endRole(member: Member, { membershipId }: NameRole): Promise<RoleEnded> {
  const ended: RoleEnded = { lastDay: null, isTakenBack: false, invitationsLeft: 0 };
  const held = await setEnd(member, membershipId, "role-ended", ({ since, until }) => {
    const at = now();
    ended.lastDay = until && lastDayOf(until);
    ended.isTakenBack = since >= at;
    return latest(at, since);
  });
  if (held) ended.invitationsLeft = await countLeftBehind(database().read, member.network.id, held.personId);
  return ended;
}

/** Sets the last day of a role, or takes its end away. Refuses as `endRole`; `invalid` a day before the role's first or today. */
export async function changeRoleEnd(member: Member, { membershipId, until }: ChangeRoleEnd): Promise<void> {
  await setEnd(member, membershipId, "role-end-changed", ({ role, since, until: before }) => {
    if (before && before <= now()) throw invalid("until", "members:wrong.endedAlready");
    return endOf(role, until, since);
  });
}

/** So many ms after a role was ended, taking that back continues it; later it begins anew. */
const takesBackFor = 10 * 60_000;

/**
 * Gives an ended role again, to its former end's day or `until`: a role ended just now goes on as if it had not been.
 * Refuses as giving it does.
 */
export async function giveRoleAgain(member: Member, { membershipId, until }: ChangeRoleEnd): Promise<void> {
  const at = now();
  const given = await change(async (transaction, record) => {
    const former = await membershipOf(transaction, member, membershipId);
    const { role, partnershipId, personId } = former;
    if (!former.until || former.until > at) return;
    const isTakenBack = at.getTime() - former.until.getTime() < takesBackFor;
    const held = { personId, role, partnershipId, since: at, until: endOf(role, until, at) };
    await receiverOf(transaction, member, { personId, email: "" });
    await demandCurrent(transaction, member, partnershipId ? [partnershipId] : []);
    await demandStandingGroup(transaction, member, former.localGroupId);
    if (await isHeld(transaction, member, held, former.localGroupId))
      throw invalid("form", "members:wrong.heldAlready");
    if (isTakenBack)
      await transaction.membership.update({ where: { id: membershipId }, data: { until: held.until } });
    else await insertMembership(transaction, member, held, former.localGroupId);
    const partnershipIds = partnershipId ? [partnershipId] : [];
    await record({
      ...happened(member, "role-given", { personId, partnershipId }),
      after: { role, partnershipIds, until: held.until?.toISOString() ?? null },
    });
    const networkId = member.network.id;
    await mailAboutRole(transaction, "given", {
      ...{ personId, networkId, role, partnershipIds, until: held.until },
    });
    return held;
  });
  if (given) tellRolesChanged(given.personId);
}

async function setEnd(
  member: Member,
  membershipId: string,
  kind: "role-ended" | "role-end-changed",
  choose: (membership: HeldMembership) => Date | null,
): Promise<HeldMembership | undefined> {
  const changed = await change(async (transaction, record) => {
    const membership = await membershipOf(transaction, member, membershipId);
    if (kind === "role-ended" && membership.until && membership.until <= now()) return;
    const until = choose(membership);
    if (until?.getTime() === membership.until?.getTime()) return;
    await writeEnd(transaction, member, membership, until);
    const { personId, role, partnershipId } = membership;
    await record({
      ...happened(member, kind, membership),
      before: { role, until: membership.until?.toISOString() ?? null },
      after: { role, until: until?.toISOString() ?? null },
    });
    await mailAboutRole(transaction, kind === "role-ended" ? "ended" : "changed", {
      ...{ personId, networkId: member.network.id, role, until },
      partnershipIds: partnershipId ? [partnershipId] : [],
    });
    return { ...membership, until };
  });
  if (changed) tellRolesChanged(changed.personId);
  return changed;
}

function happened(
  member: Member,
  kind: NewActivity["kind"],
  { personId, partnershipId }: { personId: string; partnershipId: string | null },
): NewActivity {
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    subjectId: personId,
    ...(partnershipId ? { partnershipId } : {}),
    audience: [{ room: "network", networkId: member.network.id }],
  };
}

const latest = (one: Date, other: Date) => (one > other ? one : other);

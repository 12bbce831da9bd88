// Beginning, changing, ending and replacing partnerships. What a partner's people may do for its city ends with it.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { cityRoles } from "../access/role";
import { change, type NewActivity } from "../activity/activities.server";
import type { ActivityKind } from "../activity/activity";
import { conflict, invalid, notFound } from "../refusal";
import { beginningOf, dayAfter, isInOrder } from "./calendar-day";
import { institutionAt, institutionIn } from "./cities.server";
import { isLeading } from "./network";
import type {
  AddPartnership,
  ChangePartnership,
  EndPartnership,
  ReplacePartnership,
} from "./partnership-orders";
import { cityName, forgetPlaces } from "./places.server";
import { mailAboutEndedRoles, tellRolesEnded, type EndedRoles } from "./role-mail.server";

/**
 * Adds a partner. `id` comes from the form, so that one sent twice adds one. Refuses `invalid` an institution that is a partner in
 * that time already, and a second lead partner beside another.
 */
export async function addPartnership(member: Member, order: AddPartnership): Promise<{ id: string }> {
  demand(member, "manage-network");
  const { id, role, since, until } = order;
  await changePartners(member, async (transaction, record) => {
    if (await isKnown(transaction, member, id)) return null;
    const next = { id, role, since, until, institutionId: await institutionAt(transaction, order) };
    await refuseTwice(transaction, member, next);
    const data = { ...next, networkId: member.network.id };
    await transaction.partnership.create({ data });
    const { city, institution } = await partnershipOf(transaction, member, id);
    await record(happened(member, "partnership-added", id, { title: city, institution, role, since, until }));
    return null;
  });
  return { id };
}

/**
 * Changes the institution's name, the role or the dates, as one corrects what was written. A last day that has passed ends the
 * roles held for the partner. Refuses as `addPartnership` does.
 */
export async function changePartnership(member: Member, id: string, order: ChangePartnership): Promise<void> {
  demand(member, "manage-network");
  await changePartners(member, async (transaction, record) => {
    const { city, cityId, institutionId, ...before } = await partnershipOf(transaction, member, id);
    const { institution, role, since, until } = order;
    const next = {
      role,
      since,
      until,
      institutionId:
        institution === before.institution
          ? institutionId
          : await institutionIn(transaction, cityId, institution),
    };
    await refuseTwice(transaction, member, { id, ...next });
    await transaction.partnership.update({ where: { id }, data: next });
    if (next.institutionId !== institutionId) await removeUnused(transaction, institutionId);
    await record({
      ...happened(member, "partnership-changed", id, { title: city, institution, role, since, until }),
      before: {
        institution: before.institution,
        role: before.role,
        since: before.since,
        until: before.until,
      },
    });
    return until === null || until === before.until
      ? null
      : endRoles(transaction, member, id, dayAfter(until, 1));
  });
}

/** Ends a partnership with this day as its last one. Refuses `invalid` a day before it began, `conflict` where it was replaced. */
export async function endPartnership(member: Member, id: string, { lastDay }: EndPartnership): Promise<void> {
  demand(member, "manage-network");
  await changePartners(member, async (transaction, record) => {
    const { city, since, until, replacedById } = await partnershipOf(transaction, member, id);
    if (replacedById) throw conflict();
    if (!isInOrder(since, lastDay)) throw invalid("lastDay", "endBeforeStart");
    await transaction.partnership.update({ where: { id }, data: { until: lastDay } });
    await record({
      ...happened(member, "partnership-ended", id, { title: city, until: lastDay }),
      before: { until },
    });
    return endRoles(transaction, member, id, dayAfter(lastDay, 1));
  });
}

/**
 * Ends a partnership and begins the one that comes in its place, in one step: the day before `from` is the old one's last, unless it
 * ended earlier. Refuses `conflict` where it was replaced already, `invalid` a day on which it had not begun.
 */
export async function replacePartnership(
  member: Member,
  id: string,
  order: ReplacePartnership,
): Promise<{ id: string }> {
  demand(member, "manage-network");
  const { role, from } = order;
  await changePartners(member, async (transaction, record) => {
    const old = await partnershipOf(transaction, member, id);
    if (old.replacedById === order.id) return null;
    if (old.replacedById) throw conflict();
    if (from <= old.since) throw invalid("from", "endBeforeStart");
    if (await isKnown(transaction, member, order.id)) throw conflict();
    const until = old.until !== null && old.until < from ? old.until : dayAfter(from, -1);
    const next = {
      id: order.id,
      role,
      since: from,
      until: null,
      institutionId: await institutionAt(transaction, order),
    };
    await transaction.partnership.update({ where: { id }, data: { until } });
    await refuseTwice(transaction, member, next);
    await transaction.partnership.create({ data: { ...next, networkId: member.network.id } });
    await transaction.partnership.update({ where: { id }, data: { replacedById: next.id } });
    const { city, institution } = await partnershipOf(transaction, member, next.id);
    await record({
      ...happened(member, "partnership-replaced", id, { title: city, by: next.id, institution, role, from }),
      before: { title: old.city, institution: old.institution, until: old.until },
    });
    return endRoles(transaction, member, id, dayAfter(until, 1));
  });
  return { id: order.id };
}

type Record = (activity: NewActivity) => Promise<void>;

/** Makes a change that may end people's roles: once it is committed they are told, and their open pages judged afresh. */
async function changePartners(
  member: Member,
  work: (transaction: Transaction, record: Record) => Promise<EndedRoles | null>,
): Promise<void> {
  const { id } = member.network;
  const ended = await change(async (transaction, record) => {
    const roles = await work(transaction, record);
    if (roles) await mailAboutEndedRoles(transaction, id, roles, "partner-left");
    return roles;
  });
  forgetPlaces(id);
  if (ended) tellRolesEnded(ended);
}

/** Ends the roles held for a partner's city when this day begins, or now where it has. Answers which. */
async function endRoles(
  transaction: Transaction,
  member: Member,
  partnershipId: string,
  day: string,
): Promise<EndedRoles> {
  const [beginning, at] = [beginningOf(day), now()];
  const until = beginning > at ? beginning : at;
  const held = {
    networkId: member.network.id,
    partnershipId,
    role: { in: [...cityRoles] },
    OR: [{ until: null }, { until: { gt: until } }],
  };
  const roles = await transaction.membership.findMany({
    where: held,
    select: { personId: true, role: true, partnershipId: true },
  });
  await transaction.membership.updateMany({ where: held, data: { until } });
  return { roles, until };
}

async function partnershipOf(transaction: Transaction, member: Member, id: string) {
  const partnership = await transaction.partnership.findFirst({
    where: { id, networkId: member.network.id },
    select: {
      role: true,
      since: true,
      until: true,
      replacedById: true,
      institutionId: true,
      institution: {
        select: {
          name: true,
          cityId: true,
          city: { select: { names: { select: { language: true, name: true, isOwn: true } } } },
        },
      },
    },
  });
  if (!partnership) throw notFound();
  const { institution, ...facts } = partnership;
  return {
    ...facts,
    institution: institution.name,
    cityId: institution.cityId,
    city: cityName(institution.city, ""),
  };
}

async function isKnown(transaction: Transaction, member: Member, id: string): Promise<boolean> {
  const known = await transaction.partnership.findUnique({ where: { id }, select: { networkId: true } });
  if (known && known.networkId !== member.network.id) throw notFound();
  return known !== null;
}

interface Dated {
  id: string;
  institutionId: string;
  role: string;
  since: string;
  until: string | null;
}

/** The same institution is no partner twice at a time, and there is one lead partner at a time. */
async function refuseTwice(transaction: Transaction, member: Member, next: Dated): Promise<void> {
  const others = await transaction.partnership.findMany({
    where: { networkId: member.network.id, id: { not: next.id } },
    select: { institutionId: true, role: true, since: true, until: true },
  });
  const besides = others.filter(
    ({ since, until }) => isInOrder(since, next.until) && isInOrder(next.since, until),
  );
  if (besides.some(({ institutionId }) => institutionId === next.institutionId))
    throw invalid("institution", "partnerTwice");
  if (isLeading(next) && besides.some(isLeading)) throw invalid("role", "leadTwice");
}

async function removeUnused(transaction: Transaction, institutionId: string): Promise<void> {
  if ((await transaction.partnership.count({ where: { institutionId } })) === 0)
    await transaction.institution.delete({ where: { id: institutionId } });
}

function happened(
  member: Member,
  kind: ActivityKind,
  partnershipId: string,
  after: { title: string } & { [name: string]: string | null },
): NewActivity {
  const networkId = member.network.id;
  return {
    kind,
    personId: member.personId,
    networkId,
    partnershipId,
    subjectId: partnershipId,
    after,
    audience: [{ room: "network", networkId }],
  };
}

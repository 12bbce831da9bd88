// What a network is, as its lead partner sets it: its facts, and what it was called before or elsewhere.
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { can, demand, type Member, type NetworkState } from "../access/member";
import { change } from "../activity/activities.server";
import { notFound } from "../refusal";
import { dayOf } from "./calendar-day";
import type { AddNetworkName, DescribeNetwork } from "./network-orders";
import { listPhases, type ListedPhase } from "./phases.server";

export interface NetworkSettings {
  name: string;
  type: string;
  programme: string;
  theme: string;
  startsOn: string | null;
  endsOn: string | null;
  /** The stated total of all partners, in cents. */
  budget: number | null;
  state: NetworkState;
  names: Array<{ id: string; name: string; language: string | null }>;
  phases: ListedPhase[];
  mayManage: boolean;
}

/** All that its lead partner may set; also where the network is closed, to be looked at. Refuses `forbidden` everybody else. */
export async function readSettings(member: Member): Promise<NetworkSettings> {
  demand(member, "close-network");
  const { earlierNames, ...network } = await database().read.network.findUniqueOrThrow({
    where: { id: member.network.id },
    select: {
      name: true,
      type: true,
      programme: true,
      theme: true,
      startsOn: true,
      endsOn: true,
      budget: true,
      earlierNames: { select: { id: true, name: true, language: true }, orderBy: { id: "asc" } },
    },
  });
  return {
    ...network,
    state: member.network.state,
    names: earlierNames.sort((one, other) => one.name.localeCompare(other.name, member.language)),
    phases: await listPhases(member),
    mayManage: can(member, "manage-network"),
  };
}

/**
 * Sets name, type, programme, theme, dates and the stated total. Its address stays. What is the same already changes nothing. The
 * first day, once it is known, is the lead partner's too, where that stood at the day of founding for want of a better one.
 */
export async function describeNetwork(member: Member, order: DescribeNetwork): Promise<void> {
  demand(member, "manage-network");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const {
      budget: hadBudget,
      createdAt,
      ...before
    } = await transaction.network.findUniqueOrThrow({
      where: { id: networkId },
      select: {
        name: true,
        type: true,
        programme: true,
        theme: true,
        startsOn: true,
        endsOn: true,
        budget: true,
        createdAt: true,
      },
    });
    const { budget, ...after } = order;
    const keys = Object.keys(after) as Array<keyof typeof after>;
    if (budget === hadBudget && keys.every((key) => before[key] === after[key])) return;
    await transaction.network.update({ where: { id: networkId }, data: order });
    const isFirst = before.startsOn === null && order.startsOn !== null;
    const founding = isFirst
      ? await leadFrom(transaction, networkId, dayOf(createdAt), order.startsOn)
      : null;
    // The whole network hears of this row: it says that the total changed, and not what it is.
    await record({
      kind: "network-described",
      personId: member.personId,
      networkId,
      subjectId: networkId,
      before: founding ? { ...before, leadPartnerSince: founding.was } : before,
      after: {
        ...after,
        title: order.name,
        hasNewBudget: budget !== hadBudget,
        ...(founding ? { leadPartnerSince: order.startsOn } : {}),
      },
      audience: [{ room: "network", networkId }],
    });
  });
}

/** Moves the first day of the lead partner that was there from the founding; null where nothing is to be moved. */
async function leadFrom(
  transaction: Transaction,
  networkId: string,
  founded: string,
  startsOn: string | null,
): Promise<{ was: string } | null> {
  if (startsOn === null || startsOn === founded) return null;
  const { count } = await transaction.partnership.updateMany({
    where: { networkId, role: "lead-partner", since: founded, until: null, replaces: null },
    data: { since: startsOn },
  });
  return count === 0 ? null : { was: founded };
}

/** Adds a name that the network had before, or has in another language. */
export async function addNetworkName(member: Member, order: AddNetworkName): Promise<void> {
  demand(member, "manage-network");
  const networkId = member.network.id;
  const [name, language] = [order.earlierName, order.nameLanguage || null];
  await change(async (transaction, record) => {
    const known = await transaction.networkName.findFirst({ where: { networkId, name, language } });
    if (known) return;
    const id = newId();
    await transaction.networkName.create({ data: { id, networkId, name, language } });
    await record({
      kind: "network-renamed",
      personId: member.personId,
      networkId,
      subjectId: id,
      after: { title: name, language },
      audience: [{ room: "network", networkId }],
    });
  });
}

/** Takes such a name away. Refuses `not-found` one of another network. */
export async function removeNetworkName(member: Member, id: string): Promise<void> {
  demand(member, "manage-network");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const known = await transaction.networkName.findFirst({ where: { id, networkId } });
    if (!known) throw notFound();
    await transaction.networkName.delete({ where: { id } });
    await record({
      kind: "network-renamed",
      personId: member.personId,
      networkId,
      subjectId: id,
      before: { name: known.name, language: known.language },
      after: { title: known.name, isRemoved: true },
      audience: [{ room: "network", networkId }],
    });
  });
}

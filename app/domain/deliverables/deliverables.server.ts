// What the partners of a network owe: added, changed, dropped and asked for again by whoever leads it, or begun with the template.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { mergedInto } from "../merging";
import type { NetworkType } from "../networks/network";
import type { Undoable } from "../networks/phases.server";
import { conflict, invalid, notFound } from "../refusal";
import { defaultDeliverables, defaultRows, type DefaultDeliverable } from "./default-deliverables";
import { definitionOf, type Definition } from "./definition";
import { deliverableLimit, type Anchor, type Ower } from "./deliverable";
import type { AddDeliverable, ChangeDeliverable } from "./deliverable-orders";
import { followsItself } from "./due-day";
import { isMirrored, movesOf } from "./moves.server";

/**
 * Adds a deliverable after the last one. Refuses `invalid` where there are too many, and where its phase, partner or predecessor is not of
 * this network.
 */
export async function addDeliverable(member: Member, { id, ...order }: AddDeliverable): Promise<void> {
  demand(member, "manage-deliverables");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    if (await transaction.deliverable.findFirst({ where: { id }, select: { id: true } })) return;
    const position = await nextPosition(transaction, networkId, 1);
    const data = await cleared(transaction, networkId, id, order);
    await transaction.deliverable.create({ data: { id, networkId, position, createdAt: now(), ...data } });
    await record({ ...about(member, id), kind: "deliverable-added", after: { title: order.title } });
  });
}

/**
 * Changes what it is, when it is due and who owes it; what was handed in stays. Answers by what it is undone, null where nothing changed.
 * Refuses as adding does, what comes after itself, and what somebody else has changed since the form found it.
 */
export async function changeDeliverable(
  member: Member,
  id: string,
  { found, ...order }: ChangeDeliverable,
): Promise<Undoable> {
  demand(member, "manage-deliverables");
  return change(async (transaction, record) => {
    const before = await known(transaction, member.network.id, id);
    const merged = mergedInto(order, found, definitionOf(before));
    const data = await cleared(transaction, member.network.id, id, merged);
    if (isSame(before, data)) return { undo: null };
    const undo = newId();
    const moved = await movesOf(member)(transaction, () =>
      transaction.deliverable.update({ where: { id }, data }),
    );
    await record({
      ...{ ...about(member, id), id: undo, kind: "deliverable-changed" },
      before: definitionOf(before),
      after: { ...data, ...moved },
    });
    return { undo };
  });
}

/**
 * Makes it what it was before this change. Refuses `not-found` a change of another deliverable, `conflict` where it is another by now, and
 * as changing does where what it named then is no more.
 */
export async function undoDeliverableChange(member: Member, id: string, activityId: string): Promise<void> {
  demand(member, "manage-deliverables");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const made = await transaction.activity.findFirst({
      where: { id: activityId, networkId, kind: "deliverable-changed", subjectId: id },
      select: { before: true, after: true },
    });
    const before = await known(transaction, networkId, id);
    if (!made) throw notFound();
    if (!isSame(before, made.after as unknown as Definition)) throw conflict();
    const data = await cleared(
      transaction,
      networkId,
      id,
      definitionOf(made.before as unknown as Definition),
    );
    const moved = await movesOf(member)(transaction, () =>
      transaction.deliverable.update({ where: { id }, data }),
    );
    await record({
      ...{ ...about(member, id), kind: "deliverable-changed", before: definitionOf(before) },
      after: { ...data, ...moved, undoes: activityId },
    });
  });
}

/** It is no longer asked for: it goes from every list, with all that was handed in kept. Whom it concerns is told. */
export async function dropDeliverable(member: Member, id: string): Promise<void> {
  await setDropped(member, id, true);
}

/** It is asked for again, as it stood. Refuses `invalid` where there are too many. */
export async function askAgain(member: Member, id: string): Promise<void> {
  await setDropped(member, id, false);
}

async function setDropped(member: Member, id: string, isDropped: boolean): Promise<void> {
  demand(member, "manage-deliverables");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const { title, droppedAt } = await known(transaction, networkId, id);
    if ((droppedAt !== null) === isDropped) return;
    if (!isDropped) await nextPosition(transaction, networkId, 1);
    const moved = await movesOf(member)(transaction, () =>
      transaction.deliverable.update({ where: { id }, data: { droppedAt: isDropped ? now() : null } }),
    );
    const [kind, other] = isDropped ? turns : ([turns[1], turns[0]] as const);
    const taken = await transaction.activity.findFirst({
      where: { networkId, kind: other, subjectId: id },
      select: { id: true, after: true },
      orderBy: { position: "desc" },
    });
    // As it stood before: whoever has not heard of the one need not hear of the other.
    const undoes = taken && isMirrored(taken.after, moved) ? { undoes: taken.id } : {};
    await record({ ...about(member, id), kind, after: { title, ...moved, ...undoes } });
  });
}

const turns = ["deliverable-dropped", "deliverable-asked-again"] as const;

/**
 * Begins with what networks of this type owe, in the words that `titleOf` gives; a phase that the network does not have leaves its
 * deliverables undated. Refuses `invalid` where something is asked for already.
 */
export async function beginWithTemplate(
  member: Member,
  titleOf: (key: DefaultDeliverable["key"]) => string,
): Promise<void> {
  demand(member, "manage-deliverables");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const { type, phases, deliverables } = await transaction.network.findUniqueOrThrow({
      where: { id: networkId },
      select: {
        type: true,
        phases: { select: { id: true }, orderBy: [{ position: "asc" }, { id: "asc" }] },
        deliverables: { where: { droppedAt: null }, select: { id: true }, take: 1 },
      },
    });
    if (deliverables.length > 0) throw invalid("form", "deliverables:wrong.begun");
    const network = { id: networkId, type: type as NetworkType, phaseIds: phases.map(({ id }) => id) };
    const first = await nextPosition(transaction, networkId, defaultDeliverables[network.type].length);
    const rows = defaultRows(network, { first, createdAt: now() }, titleOf);
    await transaction.deliverable.createMany({ data: rows });
    // Once for all of them: a dozen alike would hide whatever else happened.
    const after = { titles: rows.map(({ title }) => title) };
    await record({ ...about(member, networkId), kind: "deliverable-set-begun", after });
  });
}

/** How many phases the network lacks that the deliverables of its type hang on. Refuses whoever does not ask for deliverables. */
export async function phasesMissing(member: Member): Promise<number> {
  demand(member, "manage-deliverables");
  const { type, _count } = await database().read.network.findUniqueOrThrow({
    where: { id: member.network.id },
    select: { type: true, _count: { select: { phases: true } } },
  });
  const needed = Math.max(...defaultDeliverables[type as NetworkType].map(({ phase }) => phase));
  return Math.max(0, needed - _count.phases);
}

async function nextPosition(transaction: Transaction, networkId: string, more: number): Promise<number> {
  const rows = await transaction.deliverable.findMany({
    where: { networkId },
    select: { position: true, droppedAt: true },
  });
  if (rows.filter(({ droppedAt }) => droppedAt === null).length + more > deliverableLimit)
    throw invalid("form", "deliverables:wrong.tooMany", { limit: deliverableLimit });
  return Math.max(0, ...rows.map(({ position }) => position)) + 1;
}

/** What is written of the order: what its anchor does not need is left out, and what it names is of this network. */
async function cleared(transaction: Transaction, networkId: string, id: string, order: Definition) {
  const { anchor, owedBy, phaseId, afterId } = order;
  const partnershipId = owedBy === "partner" ? order.partnershipId : null;
  const [phase, partner, others] = await Promise.all([
    phaseId && transaction.phase.count({ where: { id: phaseId, networkId } }),
    partnershipId && transaction.partnership.count({ where: { id: partnershipId, networkId } }),
    transaction.deliverable.findMany({ where: { networkId }, select: { id: true, afterId: true } }),
  ]);
  if (phase === 0) throw invalid("phaseId", "malformed");
  if (partner === 0) throw invalid("partnershipId", "malformed");
  if (afterId !== null && !others.some((other) => other.id === afterId))
    throw invalid("afterId", "malformed");
  if (afterId === id || followsItself(others, id, afterId))
    throw invalid("afterId", "deliverables:wrong.circle");
  return {
    ...order,
    partnershipId,
    months: anchor === "day" ? 0 : order.months,
    fixedOn: anchor === "day" ? order.fixedOn : null,
  };
}

async function known(transaction: Transaction, networkId: string, id: string) {
  const deliverable = await transaction.deliverable.findFirst({
    where: { id, networkId },
  });
  if (!deliverable) throw notFound();
  const { anchor, owedBy, ...rest } = deliverable;
  return { ...rest, anchor: anchor as Anchor, owedBy: owedBy as Ower };
}

function isSame(one: Definition, other: Definition): boolean {
  const [these, those] = [definitionOf(one), definitionOf(other)];
  return (Object.keys(these) as Array<keyof Definition>).every((key) => these[key] === those[key]);
}

function about(member: Member, id: string) {
  const networkId = member.network.id;
  return {
    personId: member.personId,
    networkId,
    subjectId: id,
    audience: [{ room: "network" as const, networkId }],
  };
}

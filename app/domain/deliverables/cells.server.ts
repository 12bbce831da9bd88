// What is said of a partner's deliverable besides its steps: a due day of its own, not applicable, who sees to it, where it is drafted.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { can, type Member } from "../access/member";
import { rolesWith } from "../access/role";
import { visibleWorkingTexts } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import type { Undoable } from "../networks/phases.server";
import { conflict, invalid, notFound } from "../refusal";
import { movesOf } from "./moves.server";
import { aboutCell, cellOf, demandOn, type Cell, type CellKey } from "./one-cell.server";
import { beginByItself } from "./steps.server";

/** Gives it a due day of its own for this partner, or none again (null). Answers by what it is undone, null where nothing changed. */
export async function setDue(member: Member, key: CellKey, dueOn: string | null): Promise<Undoable> {
  await demandOn(member, "manage-deliverables", key);
  return change(async (transaction, record) => {
    const cell = await cellOf(transaction, member, key);
    if (cell.dueOn === dueOn) return { undo: null };
    const undo = newId();
    await record({ ...(await moveDue(transaction, member, key, cell, dueOn)), id: undo });
    return { undo };
  });
}

/** Gives it the day that it had before this change. Refuses `not-found` another's change, `conflict` where it has another day by now. */
export async function undoDue(member: Member, key: CellKey, activityId: string): Promise<void> {
  await demandOn(member, "manage-deliverables", key);
  await change(async (transaction, record) => {
    const { networkId, subjectId, partnershipId } = aboutCell(member, key);
    const made = await transaction.activity.findFirst({
      where: { id: activityId, networkId, subjectId, partnershipId, kind: "deliverable-due-set" },
      select: { before: true, after: true },
    });
    const cell = await cellOf(transaction, member, key);
    if (!made) throw notFound();
    const [was, became] = [made.before, made.after] as Array<{ dueOn: string | null }>;
    if (!was || cell.dueOn !== became?.dueOn) throw conflict();
    const { after, ...row } = await moveDue(transaction, member, key, cell, was.dueOn);
    await record({ ...row, after: { ...after, undoes: activityId } });
  });
}

async function moveDue(
  transaction: Transaction,
  member: Member,
  key: CellKey,
  { id, title, dueOn: before }: Cell,
  dueOn: string | null,
) {
  const moved = await movesOf(member)(transaction, () =>
    transaction.partnerDeliverable.update({ where: { id }, data: { dueOn } }),
  );
  return {
    ...aboutCell(member, key),
    kind: "deliverable-due-set" as const,
    before: { dueOn: before },
    after: { title, dueOn, ...moved },
  };
}

/** Says that it does not apply to this city, and why; null: it applies again. */
export async function setNotApplicable(member: Member, key: CellKey, reason: string | null): Promise<void> {
  await demandOn(member, "manage-deliverables", key);
  await change(async (transaction, record) => {
    const { id, title, notApplicable } = await cellOf(transaction, member, key);
    if (notApplicable === reason) return;
    await transaction.partnerDeliverable.update({ where: { id }, data: { notApplicable: reason } });
    await record({
      ...aboutCell(member, key),
      kind: reason === null ? "deliverable-applicable" : "deliverable-not-applicable",
      before: { reason: notApplicable },
      after: { title, ...(reason !== null && { reason }) },
    });
  });
}

/**
 * Gives it to one of the city's officers to see to, or to nobody in particular. Refuses `forbidden` whoever neither hands in for the city
 * nor leads the network, and `invalid` somebody who is not its officer.
 */
export async function give(member: Member, key: CellKey, personId: string | null): Promise<void> {
  await demandOfCity(member, key);
  await change(async (transaction, record) => {
    const { id, title, responsibleId } = await cellOf(transaction, member, key);
    if (responsibleId === personId) return;
    const officers = await officersOf(member, key.partnershipId);
    const name = officers.find((officer) => officer.id === personId)?.name;
    if (personId !== null && name === undefined) throw invalid("personId", "deliverables:wrong.notOfficer");
    await transaction.partnerDeliverable.update({ where: { id }, data: { responsibleId: personId } });
    await record({
      ...aboutCell(member, key),
      kind: "deliverable-given",
      before: { personId: responsibleId },
      after: { title, personId },
    });
  });
}

/** The officers of the city now, by name. */
export async function officersOf(
  member: Member,
  partnershipId: string,
): Promise<Array<{ id: string; name: string }>> {
  const memberships = await database().read.membership.findMany({
    where: {
      networkId: member.network.id,
      partnershipId,
      role: { in: rolesWith("hand-in-deliverables") },
      since: { lte: now() },
      OR: [{ until: null }, { until: { gt: now() } }],
      person: { deactivatedAt: null },
    },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: "asc" } },
  });
  return [...new Map(memberships.map(({ person }) => [person.id, person])).values()];
}

/**
 * Says in which of the city's documents it is drafted, or in none; with the first one it is begun. Refuses `forbidden` whoever does not
 * hand in for the city, and `invalid` a document that is not the city's, not theirs to read, or private.
 */
export async function linkDraft(member: Member, key: CellKey, documentId: string | null): Promise<void> {
  await demandOn(member, "hand-in-deliverables", key);
  await change(async (transaction, record) => {
    const cell = await cellOf(transaction, member, key);
    if (cell.documentId === documentId) return;
    const document = documentId
      ? await transaction.document.findFirst({
          where: {
            AND: [
              visibleWorkingTexts(member),
              { id: documentId, partnershipId: key.partnershipId, visibility: { not: "private" } },
            ],
          },
          select: { title: true },
        })
      : null;
    if (documentId && !document) throw invalid("documentId", "deliverables:wrong.notOffered");
    await transaction.partnerDeliverable.update({ where: { id: cell.id }, data: { documentId } });
    const about = aboutCell(member, key);
    await record({
      ...about,
      kind: "deliverable-linked",
      before: { documentId: cell.documentId },
      after: { title: cell.title, documentId },
    });
    if (documentId && (await beginByItself(transaction, member, cell)))
      await record({ ...about, kind: "deliverable-begun", after: { title: cell.title } });
  });
}

async function demandOfCity(member: Member, key: CellKey): Promise<void> {
  if (!can(member, "hand-in-deliverables", key.partnershipId))
    await demandOn(member, "manage-deliverables", key);
}

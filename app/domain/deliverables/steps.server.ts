// The steps of a partner's deliverable: who takes which is in deliverable.ts; here they are taken, and taken back with a trace.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import type { ActivityKind } from "../activity/activity";
import { dayOf } from "../networks/calendar-day";
import { conflict, invalid, notFound } from "../refusal";
import { stepRules, stepsFrom, type DeliverableState, type StepKind } from "./deliverable";
import { aboutCell, cellOf, demandOn, type Cell, type CellKey } from "./one-cell.server";

/** Steps that are told in words alone; handing in names something besides, see handing-in.server.ts. */
export type PlainStep = Exclude<StepKind, "hand-in">;

export interface StepTaken {
  id: string;
  /** The number of the last step that whoever takes this one saw. */
  seen: number;
  reason: string;
  until?: string | null;
}

/** What happened when a step was taken. */
export const stepHappened: Record<StepKind, ActivityKind> = {
  begin: "deliverable-begun",
  "hand-in": "deliverable-handed-in",
  advise: "deliverable-advised",
  "request-changes": "deliverable-sent-back",
  accept: "deliverable-accepted",
  submit: "deliverable-submitted",
  return: "deliverable-returned",
  approve: "deliverable-approved",
};

/**
 * Takes the next step, once however often its form is sent. Refuses `forbidden` whoever does not take such steps, `conflict` where
 * another step was taken meanwhile, and `invalid` a step that does not lead on from here, or a day until which there is no time.
 */
export async function takeStep(
  member: Member,
  key: CellKey,
  kind: PlainStep,
  taken: StepTaken,
): Promise<void> {
  await stepOnce(member, key, kind, taken, () => Promise.resolve({}));
}

/** What a step keeps of what was handed in. What happened does not say what it is called: more people hear of that than may read a draft. */
export interface HandedIn {
  documentId?: string;
  revision?: number | null;
  fileIds?: string[];
}

/** The same for every kind: `found` says what is handed in, within the transaction. */
export async function stepOnce(
  member: Member,
  key: CellKey,
  kind: StepKind,
  { id, seen, reason, until }: StepTaken,
  found: (transaction: Transaction) => Promise<HandedIn>,
): Promise<void> {
  await demandOn(member, stepRules[kind].by, key);
  await change(async (transaction, record) => {
    if (await transaction.deliverableStep.findUnique({ where: { id }, select: { id: true } })) return;
    const cell = await cellOf(transaction, member, key);
    const last = await lastNumber(transaction, cell.id);
    if (last !== seen) throw conflict();
    if (cell.notApplicable !== null || !stepsFrom(cell).includes(kind))
      throw invalid("form", "deliverables:wrong.notNow");
    const { until: untilRule } = stepRules[kind];
    if (untilRule && until && until < dayOf(now())) throw invalid("until", "deliverables:wrong.pastDay");
    const { fileIds = [], ...handedIn } = await found(transaction);
    const at = now();
    await transaction.deliverableStep.create({
      data: {
        ...{ id, ofId: cell.id, number: last + 1, kind, byId: member.personId, at, reason },
        ...{ until: until ?? null, ...handedIn },
        files: { create: fileIds.map((fileId) => ({ fileId })) },
      },
    });
    await standAnew(transaction, cell);
    await record({
      ...aboutCell(member, key),
      kind: stepHappened[kind],
      after: { title: cell.title, ...(reason && { reason }), ...(until && { until }) },
    });
  });
}

/**
 * Takes the last standing step back; it stays with who took it back and why. Refuses `forbidden` whoever does not take such steps,
 * `invalid` a step after which another was taken.
 */
export async function takeBackStep(
  member: Member,
  key: CellKey,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  demand(member, "see-deliverables", key.partnershipId, false);
  await change(async (transaction, record) => {
    const cell = await cellOf(transaction, member, key);
    const step = await transaction.deliverableStep.findFirst({
      where: { id, ofId: cell.id },
      select: { kind: true, number: true, takenBackAt: true },
    });
    if (!step) throw notFound();
    const kind = step.kind as StepKind;
    demand(member, stepRules[kind].by, key.partnershipId);
    if (step.takenBackAt !== null) return;
    const later = await transaction.deliverableStep.count({
      where: { ofId: cell.id, number: { gt: step.number }, takenBackAt: null },
    });
    if (later > 0) throw invalid("form", "deliverables:wrong.notLast");
    await transaction.deliverableStep.update({
      where: { id },
      data: { takenBackAt: now(), takenBackById: member.personId, takenBackReason: reason },
    });
    await standAnew(transaction, cell);
    await record({
      ...aboutCell(member, key),
      kind: "deliverable-step-taken-back",
      before: { state: cell.state },
      after: { title: cell.title, step: kind, ...(reason && { reason }) },
    });
  });
}

/** Of all that was taken, also what was taken back. */
async function lastNumber(transaction: Transaction, ofId: string): Promise<number> {
  const last = await transaction.deliverableStep.aggregate({ where: { ofId }, _max: { number: true } });
  return last._max.number ?? 0;
}

/** Where the standing steps lead, kept beside them. */
async function standAnew(transaction: Transaction, cell: Pick<Cell, "id">): Promise<void> {
  const steps = await transaction.deliverableStep.findMany({
    where: { ofId: cell.id, takenBackAt: null },
    orderBy: { number: "asc" },
    select: { kind: true, at: true, until: true },
  });
  await transaction.partnerDeliverable.update({ where: { id: cell.id }, data: whereStepsLead(steps) });
}

/** The state after these steps, since when, and what goes with it. A word waits for nobody anew; a new hand-in asks for a new word. */
export function whereStepsLead(steps: ReadonlyArray<{ kind: string; at: Date; until: string | null }>) {
  let state: DeliverableState = "not-started";
  let [since, until, hasWord] = [null as Date | null, null as string | null, false];
  for (const step of steps) {
    const kind = step.kind as StepKind;
    const { to } = stepRules[kind];
    hasWord = kind === "advise" || (hasWord && kind !== "hand-in");
    state = to ?? state;
    since = step.at;
    until = step.until;
  }
  return { state, since, until, hasWord };
}

/** Records that the city has begun, where it has not: the first linked document says so by itself. Within the linking's transaction. */
export async function beginByItself(transaction: Transaction, member: Member, cell: Cell): Promise<boolean> {
  if (cell.state !== "not-started") return false;
  const number = (await lastNumber(transaction, cell.id)) + 1;
  await transaction.deliverableStep.create({
    data: { id: newId(), ofId: cell.id, number, kind: "begin", byId: member.personId, at: now() },
  });
  await standAnew(transaction, cell);
  return true;
}

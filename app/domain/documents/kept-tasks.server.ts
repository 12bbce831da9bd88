// The tasks of a text, kept beside it at each save and publication, so that lists need not read texts. A task keeps its id as long as it
// can be recognised: calendars and reminders hang on that.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import type { TaskModel } from "~/platform/generated/models";
import { newId } from "~/platform/id";
import type { DocumentText } from "../access/document-texts";
import { boxesOfText } from "./boxes-of-text.server";
import type { DocumentKind } from "./document";
import { kindsWithTasks, mayHoldTasks, type Box } from "./tasks-in-text";

/** A box that names somebody and a day. */
export interface Agreed {
  place: number;
  words: string;
  assigneeId: string;
  day: string;
  isDone: boolean;
}

/** The boxes of a text of this kind that are tasks if those whom they name are people of the network. */
export function agreedIn(kind: DocumentKind, text: string): Agreed[] {
  if (!kindsWithTasks.includes(kind) || !mayHoldTasks(text)) return [];
  return boxesOfText(text).flatMap(asAgreed);
}

function asAgreed({ personId, day, ...box }: Box): Agreed[] {
  return personId === null || day === null ? [] : [{ ...box, assigneeId: personId, day }];
}

/** Keeps what this text of the document agrees on now; null where there is no such text any more. A translation repeats its original. */
export async function keepTasks(
  transaction: Transaction,
  { id: documentId, networkId }: { id: string; networkId: string },
  of: DocumentText,
  said: { text: string; kind: DocumentKind } | null,
): Promise<void> {
  const agreed = said ? agreedIn(said.kind, said.text) : [];
  const known = await transaction.task.findMany({ where: { documentId } });
  if (agreed.length + known.length === 0) return;
  const tasks = await ofTheNetwork(transaction, { documentId, networkId }, agreed);
  await (of === "working" ? keepWorking : keepPublished)(transaction, documentId, known, tasks);
}

async function ofTheNetwork(
  transaction: Transaction,
  { documentId, networkId }: { documentId: string; networkId: string },
  agreed: Agreed[],
): Promise<Agreed[]> {
  if (agreed.length === 0) return [];
  const { originalId } = await transaction.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { originalId: true },
  });
  if (originalId !== null) return [];
  const people = await transaction.person.findMany({
    where: { id: { in: agreed.map(({ assigneeId }) => assigneeId) }, memberships: { some: { networkId } } },
    select: { id: true },
  });
  const ids = new Set(people.map(({ id }) => id));
  return agreed.filter(({ assigneeId }) => ids.has(assigneeId));
}

type Row = TaskModel;

async function keepWorking(transaction: Transaction, documentId: string, known: Row[], agreed: Agreed[]) {
  const pairs = paired(known, agreed);
  for (const [row, { place, isDone, ...task }] of pairs.found) {
    // Only a box that somebody changed by writing says anew whether it is done.
    const byWriting =
      row.isBoxTicked === isDone ? {} : { isDone, isBoxTicked: isDone, tickedById: null, tickedAt: null };
    const data = { ...task, workingPlace: place, ...byWriting };
    if (!isAs(row, data)) await transaction.task.update({ where: { id: row.id }, data });
  }
  for (const { id, workingPlace, publishedPlace } of pairs.left) {
    if (workingPlace === null) continue;
    if (publishedPlace === null) await transaction.task.delete({ where: { id } });
    // It still stands in what others read.
    else await transaction.task.update({ where: { id }, data: { workingPlace: null } });
  }
  await create(
    transaction,
    documentId,
    pairs.fresh.map(({ place, ...task }) => ({ ...task, workingPlace: place })),
  );
}

/** Those whose readers are others keep what these read; so only a row of the draft alone is changed into what stands there now. */
function paired(known: Row[], agreed: Agreed[]) {
  const left = new Set(known);
  const found: Array<[Row, Agreed]> = [];
  let fresh = agreed;
  const pair = (isPair: (row: Row, task: Agreed) => boolean) => {
    fresh = fresh.filter((task) => {
      const row = [...left].find((one) => isPair(one, task));
      if (!row) return true;
      left.delete(row);
      found.push([row, task]);
      return false;
    });
  };
  // What is given to somebody else is another task: that it was done before says nothing of it.
  const isOfDraft = (row: Row, { assigneeId }: Agreed) =>
    row.workingPlace !== null && row.publishedPlace === null && row.assigneeId === assigneeId;
  pair((row, task) => saysTheSame(row, task) && row.workingPlace === task.place);
  pair(saysTheSame);
  pair((row, task) => isOfDraft(row, task) && row.words === task.words);
  pair((row, task) => isOfDraft(row, task) && row.workingPlace === task.place);
  return { found, fresh, left: [...left] };
}

function saysTheSame(row: Row, { words, assigneeId, day }: Agreed): boolean {
  return row.words === words && row.assigneeId === assigneeId && row.day === day;
}

function isAs(row: Row, data: Partial<Row>): boolean {
  return (Object.keys(data) as Array<keyof Row>).every((key) => row[key] === data[key]);
}

async function keepPublished(transaction: Transaction, documentId: string, known: Row[], agreed: Agreed[]) {
  const left = new Set(known);
  const fresh: Agreed[] = [];
  for (const task of agreed) {
    const row = [...left].find((one) => saysTheSame(one, task));
    if (!row) {
      fresh.push(task);
      continue;
    }
    left.delete(row);
    const former = known.find((one) => becomes(one, task));
    const done =
      former && !row.isDone ? { isDone: true, tickedById: former.tickedById, tickedAt: former.tickedAt } : {};
    if (row.publishedPlace !== task.place)
      await transaction.task.update({ where: { id: row.id }, data: { publishedPlace: task.place, ...done } });
  }
  for (const { id, workingPlace, publishedPlace } of left) {
    if (publishedPlace === null) continue;
    if (workingPlace === null) await transaction.task.delete({ where: { id } });
    else await transaction.task.update({ where: { id }, data: { publishedPlace: null } });
  }
  await create(
    transaction,
    documentId,
    fresh.map(({ place, ...task }) => ({ ...task, publishedPlace: place })),
  );
}

/** Ticked by whoever read it in the publication, and now said otherwise at its place: to the same person, until the same day. */
function becomes(row: Row, { place, assigneeId, day }: Agreed): boolean {
  const isOfPublication = row.workingPlace === null && row.publishedPlace === place;
  const isTicked = row.isDone && row.tickedById !== null;
  return isOfPublication && isTicked && row.assigneeId === assigneeId && row.day === day;
}

async function create(
  transaction: Transaction,
  documentId: string,
  tasks: Array<Omit<Agreed, "place"> & { workingPlace?: number; publishedPlace?: number }>,
): Promise<void> {
  if (tasks.length === 0) return;
  await transaction.task.createMany({
    data: tasks.map((task) => ({
      ...task,
      isBoxTicked: task.isDone,
      id: newId(),
      documentId,
      createdAt: now(),
    })),
  });
}

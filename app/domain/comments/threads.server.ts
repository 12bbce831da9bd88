// The threads on a document as a member may read them: narrowed, counted, and only then written out.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { readsPublishedText, readsWorkingText, type SharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { isForThem, mayAssign, mayResolve } from "../access/remarks";
import { dayOf } from "../networks/calendar-day";
import {
  isCommentKind,
  isCommentOutcome,
  readersIn,
  type CommentView,
  type PassageView,
  type PersonNamed,
  type Resolution,
  type ThreadView,
} from "./comment";
import { writeBriefly } from "./brief-passages";
import { placedBeside } from "./placed-threads.server";
import { remarkHtml } from "./remark-html.server";
import { choicesOf, citiesOfPeople, type ThreadChoices } from "./thread-choices.server";
import {
  isShown,
  isShownAs,
  threadFilters,
  type Narrowed,
  type ThreadFilter,
  type ThreadFilterName,
} from "./thread-filter";

export interface Threads {
  /** Those that the filter shows, oldest first, answers under what they answer. */
  threads: ThreadView[];
  /** How many there are under each name, whoever wrote them; mere traces only among all. */
  counts: Record<ThreadFilterName, number>;
  /** How many more there are than are written out. */
  more: number;
  /** Where the passages of those stand, to be marked before they are there: `readBriefly` reads it. */
  passagesOfMore: string;
  /** How many remarks stand in all of them. */
  remarks: number;
  choices: ThreadChoices;
  /** How many open ones there are in each section of the text, by the id of its heading. */
  sections: Record<string, number>;
}

/** The text that is shown beside the threads; `outline`: its headings in reading order. The caller has judged that the member reads it. */
export interface ThreadsBeside {
  text: "working" | "published";
  outline: ReadonlyArray<{ id: string; text: string }>;
  /** For an editor, which knows the letters of the text. */
  isForWriting?: boolean;
  /** So many threads are written out; of the others it is said how many there are, and where their passages stand. */
  first?: number;
}

/** All threads that the member may read, oldest first. */
export async function listComments(member: Member, documentId: string): Promise<ThreadView[]> {
  return (await listThreads(member, documentId, { show: "all" })).threads;
}

/**
 * The threads on a document that this filter shows; none to whoever may not read it. Beside a text, those about a passage of it come
 * first, in its order.
 */
export async function listThreads(
  member: Member,
  documentId: string,
  filter: ThreadFilter,
  beside?: ThreadsBeside,
): Promise<Threads> {
  const rows = await rowsOf(member, documentId);
  const placed = await placedBeside(documentId, rows, beside);
  const threads = threadsIn(rows).sort(
    (one, other) => placed.order(one.first.id) - placed.order(other.first.id),
  );
  const cities = await citiesOfPeople(member, threads.length === 0 ? [] : rows.map((row) => row.authorId));
  const narrowed = threads.map((thread): Narrowed => {
    const said = [thread.first, ...thread.answers];
    return {
      kind: thread.first.kind,
      isResolved: thread.first.resolvedAt !== null,
      isDeleted: thread.first.deletedAt !== null,
      isTrace: !stillStands(thread),
      assigneeId: thread.first.assigneeId,
      ids: said.map(({ id }) => id),
      authorIds: said.map(({ authorId }) => authorId),
      cities: cities.get(thread.first.authorId) ?? [],
      section: placed.sectionOf(thread.first.id),
    };
  });
  const { personId } = member;
  const shown = threads.filter((_, index) => {
    const thread = narrowed[index];
    if (!thread) return false;
    if (filter.remark !== undefined && thread.ids.includes(filter.remark)) return true;
    return isShown(thread, filter, personId);
  });
  const countOf = (name: ThreadFilterName) =>
    narrowed.filter((thread) => isShownAs(thread, name, personId) && (name === "all" || !thread.isTrace))
      .length;
  const first = shown.filter(
    ({ first: { id } }, index) => index < (beside?.first ?? Infinity) || id === filter.remark,
  );
  const written = new Set(first);
  const others = shown.filter((thread) => !written.has(thread));
  return {
    more: others.length,
    passagesOfMore: writeBriefly(
      others.flatMap((thread) =>
        stillStands(thread) ? placed.brieflyOf(thread.first.id, thread.first.resolvedAt !== null) : [],
      ),
    ),
    threads: await Promise.all(
      first.map((thread) => threadView(member, thread, placed.viewOf(thread.first.id))),
    ),
    counts: Object.fromEntries(threadFilters.map((name) => [name, countOf(name)])) as Threads["counts"],
    remarks: rows.filter(({ deletedAt }) => deletedAt === null).length,
    choices: await choicesOf(member, rows, cities),
    sections: countedBySection(narrowed),
  };
}

/** Whether there is a thread on the document that the member may read and nobody has resolved. */
export async function hasOpenThreads(member: Member, documentId: string): Promise<boolean> {
  const rows = await rowsOf(member, documentId);
  return rows.some(({ parentId, resolvedAt, deletedAt }) => !parentId && !resolvedAt && !deletedAt);
}

function countedBySection(threads: readonly Narrowed[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { section, isResolved, isDeleted } of threads)
    if (section !== null && !isResolved && !isDeleted) counts[section] = (counts[section] ?? 0) + 1;
  return counts;
}

/** A remark with those it names and what decides who reads it and what may be done with it. */
interface Row extends Omit<SharedDocument, "id"> {
  documentKind: string;
  sealedAt: Date | null;
  documentId: string;
  id: string;
  parentId: string | null;
  text: string;
  madeOn: string;
  readers: string;
  kind: string | null;
  authorId: string;
  name: string;
  colour: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  resolvedAt: Date | null;
  outcome: string | null;
  outcomeReason: string | null;
  resolvedBy: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  assigneeColour: number | null;
  dueOn: string | null;
}

interface Thread {
  first: Row;
  answers: Row[];
}

async function rowsOf(member: Member, documentId: string): Promise<Row[]> {
  // Asked with every reading, and in SQL for the same reason as the session (domain/accounts/sessions.server.ts).
  const rows = await database().read.$queryRaw<Row[]>`
    SELECT d.partnershipId, d.visibility, d.publishedVisibility, d.trashedAt, d.kind AS documentKind, d.sealedAt,
      c.documentId, c.id, c.parentId, c.text, c.madeOn, c.readers, c.kind, c.authorId, c.createdAt, c.editedAt, c.deletedAt,
      c.resolvedAt, c.outcome, c.outcomeReason, c.assigneeId, c.dueOn, a.name, a.colour,
      r.name AS resolvedBy, s.name AS assigneeName, s.colour AS assigneeColour
    FROM Document d
      JOIN Comment c ON c.documentId = d.id AND c.networkId = d.networkId
      JOIN Person a ON a.id = c.authorId
      LEFT JOIN Person r ON r.id = c.resolvedById
      LEFT JOIN Person s ON s.id = c.assigneeId
    WHERE d.id = ${documentId} AND d.networkId = ${member.network.id}
    ORDER BY c.createdAt, c.id`;
  const [first] = rows;
  if (!first) return [];
  // The same for all of them, and so judged once: access/remarks.ts says it of one.
  const document = documentOf(first);
  const readsWorking = readsWorkingText(member, document);
  if (!readsWorking && !readsPublishedText(member, document)) return [];
  return rows.filter(
    (row) => (readsWorking || row.madeOn === "published") && isForThem(member, row, document.partnershipId),
  );
}

function documentOf({ documentId, documentKind, ...row }: Row) {
  return { ...row, id: documentId, kind: documentKind };
}

/** Whether more than a trace is left of it: an answer alone is something said about its passage, and can be answered. */
function stillStands({ first, answers }: Thread): boolean {
  return [first, ...answers].some(({ deletedAt }) => deletedAt === null);
}

/** What answers a remark that the member does not read stands for itself: it is their own. */
function threadsIn(rows: readonly Row[]): Thread[] {
  const isAnswer = ({ parentId }: Row) => parentId !== null && ids.has(parentId);
  const ids = new Set(rows.map(({ id }) => id));
  const threads = rows.filter((row) => !isAnswer(row)).map((first): Thread => ({ first, answers: [] }));
  const byId = new Map(threads.map((thread) => [thread.first.id, thread]));
  for (const row of rows) if (isAnswer(row)) byId.get(row.parentId ?? "")?.answers.push(row);
  return threads;
}

async function threadView(member: Member, thread: Thread, passage: PassageView | null): Promise<ThreadView> {
  const { first, answers } = thread;
  const [said, ...others] = await Promise.all([first, ...answers].map((row) => commentView(member, row)));
  if (!said) throw new Error("a thread without its first remark");
  const { kind, assigneeId, assigneeName, assigneeColour, dueOn } = first;
  const isThread = first.parentId === null && first.deletedAt === null;
  const document = documentOf(first);
  const assignee: PersonNamed | null =
    assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? "", colour: assigneeColour ?? 0 };
  return {
    ...said,
    kind: isCommentKind(kind) ? kind : null,
    readers: readersIn(first.readers),
    passage: stillStands(thread) ? passage : null,
    resolved: resolutionOf(first),
    assignee,
    dueOn,
    isLate: dueOn !== null && first.resolvedAt === null && dueOn < dayOf(now()),
    mayResolve: isThread && mayResolve(member, first, document),
    mayAssign: isThread && first.resolvedAt === null && mayAssign(member, first, document),
    answers: others,
  };
}

function resolutionOf({ resolvedAt, resolvedBy, outcome, outcomeReason }: Row): Resolution | null {
  if (resolvedAt === null) return null;
  return {
    at: resolvedAt,
    by: resolvedBy ?? "",
    outcome: isCommentOutcome(outcome) ? outcome : "done",
    reason: outcomeReason ?? "",
  };
}

async function commentView(member: Member, row: Row): Promise<CommentView> {
  const { id, text, authorId, name, colour, createdAt, editedAt, deletedAt } = row;
  const isMine = authorId === member.personId;
  const isDeleted = deletedAt !== null;
  return {
    id,
    author: { id: authorId, name, colour },
    isMine,
    html: isDeleted ? "" : await remarkHtml(member, id, text),
    source: isMine && !isDeleted ? text : null,
    madeOn: row.madeOn === "working" ? "working" : "published",
    createdAt,
    editedAt,
    deletedAt,
  };
}

// What became of a member's own threads, and of those that they are to see to.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { visibleComments } from "../access/visible-to.server";
import { dayOf } from "../networks/calendar-day";
import {
  isCommentKind,
  isCommentOutcome,
  readersIn,
  type PassageView,
  type Resolution,
  type ThreadView,
} from "./comment";
import { ownPageSize, type OwnFilter } from "./own-remarks";
import { remarkHtml } from "./remark-html.server";

export interface OwnRemark extends Pick<
  ThreadView,
  "id" | "html" | "passage" | "madeOn" | "kind" | "readers" | "createdAt" | "dueOn" | "isLate"
> {
  /** The document, as the member may know it. */
  document: { id: string; title: string; language: string };
  by: { name: string; colour: number };
  isMine: boolean;
  /** Who is to see to it. */
  assignee: string | null;
  isAssignedToMe: boolean;
  resolved: Resolution | null;
  answers: number;
}

export interface OwnRemarks {
  rows: OwnRemark[];
  counts: { open: number; resolved: number };
  page: number;
  pages: number;
}

/**
 * Threads that the member began or is to see to, of those they may read: open ones by their day and then the latest, resolved ones the
 * latest first. A page that is not there shows the last one.
 */
export async function listOwnRemarks(member: Member, filter: OwnFilter): Promise<OwnRemarks> {
  demand(member, "see-network");
  const { read } = database();
  const { personId } = member;
  const own: Prisma.CommentWhereInput = {
    AND: [visibleComments(member), { OR: [{ authorId: personId }, { assigneeId: personId }] }],
    parentId: null,
    deletedAt: null,
  };
  const [open, resolved] = await Promise.all([
    read.comment.count({ where: { ...own, resolvedAt: null } }),
    read.comment.count({ where: { ...own, resolvedAt: { not: null } } }),
  ]);
  const isOpen = filter.show === "open";
  const pages = Math.max(1, Math.ceil((isOpen ? open : resolved) / ownPageSize));
  const page = Math.min(Math.max(1, filter.page), pages);
  const found = await read.comment.findMany({
    where: { ...own, resolvedAt: isOpen ? null : { not: null } },
    select: columns(member),
    orderBy: isOpen
      ? [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }, { id: "desc" }]
      : [{ resolvedAt: "desc" }, { id: "desc" }],
    take: ownPageSize,
    skip: (page - 1) * ownPageSize,
  });
  const passages = await read.passage.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: { id: true, quotation: true, picture: true },
  });
  const quoted = new Map(
    passages.map(({ id, quotation, picture }): [string, PassageView] => [
      id,
      { quotation, isPicture: picture !== null, stands: null },
    ]),
  );
  const rows = await Promise.all(found.map((row) => ownRemark(member, row, quoted.get(row.id) ?? null)));
  return { rows, counts: { open, resolved }, page, pages };
}

const named = { select: { id: true, name: true, colour: true } } as const;

const columns = (member: Member) =>
  ({
    id: true,
    text: true,
    madeOn: true,
    kind: true,
    readers: true,
    createdAt: true,
    dueOn: true,
    author: named,
    assignee: named,
    resolvedAt: true,
    resolvedBy: named,
    outcome: true,
    outcomeReason: true,
    document: {
      select: {
        ...sharedDocument,
        title: true,
        language: true,
        publishedTitle: true,
        publishedLanguage: true,
      },
    },
    _count: { select: { answers: { where: { AND: [visibleComments(member), { deletedAt: null }] } } } },
  }) satisfies Prisma.CommentSelect;

type Row = Prisma.CommentGetPayload<{ select: ReturnType<typeof columns> }>;

async function ownRemark(member: Member, row: Row, passage: PassageView | null): Promise<OwnRemark> {
  const { id, text, kind, readers, createdAt, dueOn, author, assignee, document, resolvedAt, _count } = row;
  const isOwnText = readsWorkingText(member, document);
  return {
    id,
    html: await remarkHtml(member, id, text),
    passage,
    madeOn: row.madeOn === "working" ? "working" : "published",
    kind: isCommentKind(kind) ? kind : null,
    readers: readersIn(readers),
    createdAt,
    dueOn,
    isLate: dueOn !== null && resolvedAt === null && dueOn < dayOf(now()),
    document: {
      id: document.id,
      title: (isOwnText ? document.title : document.publishedTitle) ?? "",
      language: (isOwnText ? null : document.publishedLanguage) ?? document.language,
    },
    by: { name: author.name, colour: author.colour },
    isMine: author.id === member.personId,
    assignee: assignee?.name ?? null,
    isAssignedToMe: assignee?.id === member.personId,
    resolved: resolvedAt && {
      at: resolvedAt,
      by: row.resolvedBy?.name ?? "",
      outcome: isCommentOutcome(row.outcome) ? row.outcome : "done",
      reason: row.outcomeReason ?? "",
    },
    answers: _count.answers,
  };
}

// One remark in the transaction that changes it: loaded once with its document, judged, and told of to those who may read it.
import type { Prisma } from "~/platform/generated/client";
import type { Transaction } from "~/platform/db.server";
import { sharedDocument, type DocumentText } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleComments, visibleDocuments } from "../access/visible-to.server";
import type { NewActivity } from "../activity/activities.server";
import type { ActivityKind, Audience, TextOpening } from "../activity/activity";
import { audienceOf } from "../documents/audience";
import { notFound } from "../refusal";
import { remarkReaders } from "./remark-readers.server";

/** What a query has to select of a document so that remarks on it can be judged and told of. */
export const commentedDocument = {
  ...sharedDocument,
  kind: true,
  sealedAt: true,
  named: { select: { personId: true } },
} as const;

export type CommentedDocument = Prisma.DocumentGetPayload<{ select: typeof commentedDocument }>;

const columns = {
  id: true,
  parentId: true,
  parent: { select: { authorId: true } },
  madeOn: true,
  readers: true,
  authorId: true,
  text: true,
  deletedAt: true,
  resolvedAt: true,
  outcome: true,
  outcomeReason: true,
  assigneeId: true,
  dueOn: true,
} as const;

export type CommentRow = Prisma.CommentGetPayload<{ select: typeof columns }>;

/** The document. Refuses `not-found` whoever reads neither of its texts. */
export async function documentToComment(
  transaction: Transaction,
  member: Member,
  documentId: string,
): Promise<CommentedDocument> {
  const document = await transaction.document.findFirst({
    where: { id: documentId, ...visibleDocuments(member) },
    select: commentedDocument,
  });
  if (!document) throw notFound();
  return document;
}

/** A remark on this document. Refuses `not-found` one that the member may not read. */
export async function commentOn(
  transaction: Transaction,
  member: Member,
  documentId: string,
  id: string,
): Promise<CommentRow> {
  const comment = await transaction.comment.findFirst({
    where: { id, documentId, ...visibleComments(member) },
    select: columns,
  });
  if (!comment) throw notFound();
  return comment;
}

/** A thread's first remark. Refuses `not-found` answers as well: nothing becomes of those. */
export async function threadOn(
  transaction: Transaction,
  member: Member,
  documentId: string,
  id: string,
): Promise<CommentRow> {
  const comment = await commentOn(transaction, member, documentId, id);
  if (comment.parentId) throw notFound();
  return comment;
}

/** The row of what happened to a remark, with those who hear of it: just who may read it. */
export async function happenedTo(
  transaction: Transaction,
  member: Member,
  kind: ActivityKind,
  document: CommentedDocument,
  comment: Pick<CommentRow, "id" | "madeOn" | "readers" | "authorId" | "parent">,
): Promise<NewActivity> {
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    documentId: document.id,
    subjectId: comment.id,
    audience: await hearers(transaction, member, document, comment),
  };
}

async function hearers(
  transaction: Transaction,
  member: Member,
  document: CommentedDocument,
  comment: Pick<CommentRow, "madeOn" | "readers" | "authorId" | "parent">,
): Promise<Audience[]> {
  const text: DocumentText = comment.madeOn === "working" ? "working" : "published";
  if (comment.readers === "all") return audienceOf(document, text);
  const openings = audienceOf({ ...document, named: [] }, text).map(({ room }) => room as TextOpening);
  // Rooms know roles alone: who is named, or wrote it and is no expert any more, is judged by name.
  const singly = [...document.named.map(({ personId }) => personId), comment.authorId, member.personId];
  const readers = await remarkReaders(transaction, member, comment, document, [
    ...singly,
    ...(comment.parent ? [comment.parent.authorId] : []),
  ]);
  return [
    {
      room: text === "working" ? "experts-working" : "experts-published",
      partnershipId: document.partnershipId,
      openings,
      personIds: readers.map(({ id }) => id),
    },
  ];
}

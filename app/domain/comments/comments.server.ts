// The use-cases of remarks on a document: add, answer, edit, delete with a trace, bring back, list.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import {
  mayCommentOn,
  readsPublishedText,
  readsWorkingText,
  sharedDocument,
  type SharedDocument,
} from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleComments, visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import type { ActivityKind } from "../activity/activity";
import { audienceOf } from "../documents/audience";
import { rendered } from "../documents/rendering.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import type { AddComment, EditComment } from "./comment-orders";

export interface CommentView {
  id: string;
  author: { name: string; colour: number };
  isMine: boolean;
  /** Empty when deleted: a trace of who and when is all that is shown. */
  html: string;
  /** What the author wrote, for them to edit; given to nobody else. */
  source: string | null;
  madeOn: "working" | "published";
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  answers: CommentView[];
}

/** A remark with its author and what decides who reads it. */
type CommentRow = Omit<SharedDocument, "id"> &
  Pick<CommentView, "id" | "createdAt" | "editedAt" | "deletedAt"> & {
    parentId: string | null;
    text: string;
    madeOn: string;
    authorId: string;
    name: string;
    colour: number;
  };

/** The remarks on a document that the member may read, oldest first, answers under what they answer. */
export async function listComments(member: Member, documentId: string): Promise<CommentView[]> {
  const networkId = member.network.id;
  // Asked with every reading, and in SQL for the same reason as the session (domain/accounts/sessions.server.ts).
  const rows = await database().read.$queryRaw<CommentRow[]>`
    SELECT d.partnershipId, d.visibility, d.publishedVisibility, d.trashedAt, c.id, c.parentId, c.text, c.madeOn, c.authorId,
      c.createdAt, c.editedAt, c.deletedAt, a.name, a.colour
    FROM Document d
      JOIN Comment c ON c.documentId = d.id AND c.networkId = d.networkId
      JOIN Person a ON a.id = c.authorId
    WHERE d.id = ${documentId} AND d.networkId = ${networkId}
    ORDER BY c.createdAt, c.id`;
  const document = rows[0] && { ...rows[0], id: documentId };
  const readsAll = document !== undefined && readsWorkingText(member, document);
  if (!document || !(readsAll || readsPublishedText(member, document))) return [];
  const comments = rows
    .filter(({ madeOn }) => readsAll || madeOn === "published")
    .map(
      ({
        name,
        colour,
        partnershipId: _,
        visibility: __,
        publishedVisibility: ___,
        trashedAt: ____,
        ...comment
      }) => ({
        ...comment,
        author: { name, colour },
      }),
    );
  const views = await Promise.all(
    comments.map(async ({ authorId, text, madeOn, parentId: _, ...comment }) => {
      const isMine = authorId === member.personId;
      const isDeleted = comment.deletedAt !== null;
      const view: CommentView = {
        ...comment,
        isMine,
        madeOn: madeOn === "working" ? "working" : "published",
        html: isDeleted
          ? ""
          : (
              await rendered(
                text,
                { topHeading: 4, idPrefix: `c-${comment.id}-`, lineBreaks: true },
                member.language,
              )
            ).html,
        source: isMine && !isDeleted ? text : null,
        answers: [],
      };
      return view;
    }),
  );
  const byId = new Map(views.map((view) => [view.id, view]));
  const threads: CommentView[] = [];
  comments.forEach(({ parentId }, index) => {
    const view = views[index];
    const parent = parentId ? byId.get(parentId) : undefined;
    if (view) (parent?.answers ?? threads).push(view);
  });
  return threads;
}

/** Adds a remark, or an answer to one. Refuses `forbidden` mere readers; `not-found` a text or a remark the member may not read. */
export async function addComment(
  member: Member,
  documentId: string,
  order: AddComment,
): Promise<{ id: string }> {
  await change(async (transaction, record) => {
    const document = await commentable(transaction, member, documentId);
    const isReadable =
      order.madeOn === "working" ? readsWorkingText(member, document) : readsPublishedText(member, document);
    if (!isReadable) throw notFound();
    if (!mayCommentOn(member, order.madeOn, document)) throw forbidden();
    const existing = await transaction.comment.findUnique({ where: { id: order.id } });
    if (existing) {
      if (existing.authorId === member.personId && existing.documentId === documentId) return;
      throw notFound();
    }
    const parent = order.parentId && (await parentOf(transaction, member, documentId, order.parentId));
    // An answer is read by whoever reads what it answers, whichever text its writer had open.
    const madeOn = parent ? parent.madeOn : order.madeOn;
    await transaction.comment.create({
      data: {
        id: order.id,
        networkId: member.network.id,
        documentId,
        parentId: parent ? parent.id : null,
        madeOn,
        authorId: member.personId,
        text: order.text,
        createdAt: now(),
      },
    });
    await record(happened(member, "comment-added", order.id, { documentId, document, madeOn }));
  });
  return { id: order.id };
}

/** Changes one's own remark, which then says that it was edited. Refuses `forbidden` another's; `conflict` a deleted one. */
export async function editComment(member: Member, documentId: string, order: EditComment): Promise<void> {
  await change(async (transaction, record) => {
    const comment = await ownComment(transaction, member, documentId, order.id);
    if (comment.deletedAt) throw conflict();
    if (comment.text === order.text) return;
    await transaction.comment.update({
      where: { id: order.id },
      data: { text: order.text, editedAt: now() },
    });
    await record({
      ...happened(member, "comment-edited", order.id, comment),
      before: { text: comment.text },
    });
  });
}

/** Deletes one's own remark. Its words are shown to nobody any more and kept, so that it can be brought back. */
export async function deleteComment(member: Member, documentId: string, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const comment = await ownComment(transaction, member, documentId, id);
    if (comment.deletedAt) return;
    await transaction.comment.update({ where: { id }, data: { deletedAt: now() } });
    await record(happened(member, "comment-deleted", id, comment));
  });
}

/** Brings back a remark that one deleted oneself. */
export async function restoreComment(member: Member, documentId: string, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const comment = await ownComment(transaction, member, documentId, id);
    if (!comment.deletedAt) return;
    await transaction.comment.update({ where: { id }, data: { deletedAt: null } });
    await record(happened(member, "comment-restored", id, comment));
  });
}

async function commentable(transaction: Transaction, member: Member, documentId: string) {
  const document = await transaction.document.findFirst({
    where: { id: documentId, ...visibleDocuments(member) },
    select: { ...sharedDocument, named: { select: { personId: true } } },
  });
  if (!document) throw notFound();
  if (!mayCommentOn(member, "working", document) && !mayCommentOn(member, "published", document))
    throw forbidden();
  return document;
}

async function parentOf(transaction: Transaction, member: Member, documentId: string, id: string) {
  const parent = await transaction.comment.findFirst({
    where: { id, documentId, ...visibleComments(member) },
    select: { id: true, parentId: true, madeOn: true },
  });
  if (!parent) throw notFound();
  if (parent.parentId) throw invalid("parentId", "answersAnAnswer");
  return parent;
}

async function ownComment(transaction: Transaction, member: Member, documentId: string, id: string) {
  const document = await commentable(transaction, member, documentId);
  const comment = await transaction.comment.findFirst({
    where: { id, documentId, ...visibleComments(member) },
    select: { text: true, authorId: true, deletedAt: true, madeOn: true },
  });
  if (!comment) throw notFound();
  if (comment.authorId !== member.personId) throw forbidden();
  return { ...comment, documentId, document };
}

function happened(
  member: Member,
  kind: ActivityKind,
  subjectId: string,
  where: { documentId: string; document: Parameters<typeof audienceOf>[0]; madeOn: string },
) {
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    documentId: where.documentId,
    subjectId,
    audience: audienceOf(where.document, where.madeOn === "working" ? "working" : "published"),
  };
}

// The use-cases of remarks on a document: add, answer, edit, delete with a trace, bring back.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { mayCommentOn, readsPublishedText, readsWorkingText } from "../access/document-texts";
import type { Member } from "../access/member";
import { readsExpertRemarks } from "../access/remarks";
import { change } from "../activity/activities.server";
import type { Passage } from "../documents/passage";
import { followPassage, keepPassage, pickPassage } from "../documents/passages.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import { readersIn } from "./comment";
import type { AddComment, EditComment } from "./comment-orders";
import { commentOn, documentToComment, happenedTo } from "./one-comment.server";

/**
 * Adds a remark, which begins a thread, or an answer to one. Refuses `forbidden` mere readers, and whoever begins one for experts
 * without being one; `not-found` a text or a remark the member may not read; `invalid` a passage that is not in the text any more, and
 * an answer to what was deleted before anybody answered it.
 */
export async function addComment(
  member: Member,
  documentId: string,
  order: AddComment,
): Promise<{ id: string }> {
  const { id, text, parentId } = order;
  const passage = order.passage && !parentId ? await passageFor(member, documentId, order) : undefined;
  if (passage) await followPassage(documentId, id, passage);
  await change(async (transaction, record) => {
    const document = await documentAddedTo(transaction, member, documentId, order);
    const existing = await transaction.comment.findUnique({ where: { id } });
    if (existing) {
      if (existing.authorId === member.personId && existing.documentId === documentId) return;
      throw notFound();
    }
    const parent = parentId ? await commentOn(transaction, member, documentId, parentId) : null;
    if (parent?.parentId) throw invalid("parentId", "answersAnAnswer");
    if (parent?.deletedAt && !(await isAnswered(transaction, parent.id)))
      throw invalid("text", "answersWhatIsDeleted");
    // An answer is read by whoever reads what it answers, whichever text its writer had open.
    const { madeOn, readers } = parent ?? {
      madeOn: order.madeOn,
      readers: readersIn(order.readers ?? "all"),
    };
    if (!parent && readers === "experts" && !readsExpertRemarks(member, document.partnershipId))
      throw forbidden();
    await transaction.comment.create({
      data: {
        id,
        networkId: member.network.id,
        documentId,
        parentId: parent?.id ?? null,
        madeOn,
        readers,
        kind: parent ? null : (order.kind ?? null),
        authorId: member.personId,
        text,
        createdAt: now(),
      },
    });
    if (passage) await keepPassage(transaction, documentId, id, passage);
    const added = { id, madeOn, readers, authorId: member.personId, parent };
    await record(await happenedTo(transaction, member, "comment-added", document, added));
  });
  return { id };
}

/** Whether anything is left that answers this remark: then its thread stands, though it was deleted itself. */
async function isAnswered(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.comment.count({ where: { parentId: id, deletedAt: null } })) > 0;
}

/** The passage that a new remark is about. Judged before anything is looked for. */
async function passageFor(
  member: Member,
  documentId: string,
  { id, madeOn, passage: picked }: AddComment,
): Promise<Passage | undefined> {
  const isNew = await change(async (transaction) => {
    await documentAddedTo(transaction, member, documentId, { madeOn });
    return (await transaction.comment.count({ where: { id } })) === 0;
  });
  if (!isNew || !picked) return undefined;
  const passage = await pickPassage(documentId, madeOn, picked);
  if (!passage) throw invalid("passage", "passageGone");
  return passage;
}

async function documentAddedTo(
  transaction: Transaction,
  member: Member,
  documentId: string,
  { madeOn }: Pick<AddComment, "madeOn">,
) {
  const document = await documentCommentedBy(transaction, member, documentId);
  const isReadable =
    madeOn === "working" ? readsWorkingText(member, document) : readsPublishedText(member, document);
  if (!isReadable) throw notFound();
  if (!mayCommentOn(member, madeOn, document)) throw forbidden();
  return document;
}

/** Changes one's own remark, which then says that it was edited. Refuses `forbidden` another's; `conflict` a deleted one. */
export async function editComment(member: Member, documentId: string, order: EditComment): Promise<void> {
  await change(async (transaction, record) => {
    const { document, comment } = await ownComment(transaction, member, documentId, order.id);
    if (comment.deletedAt) throw conflict();
    if (comment.text === order.text) return;
    await transaction.comment.update({
      where: { id: order.id },
      data: { text: order.text, editedAt: now() },
    });
    await record({
      ...(await happenedTo(transaction, member, "comment-edited", document, comment)),
      before: { text: comment.text },
    });
  });
}

/** Deletes one's own remark. Its words are shown to nobody any more and kept, so that it can be brought back. */
export async function deleteComment(member: Member, documentId: string, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const { document, comment } = await ownComment(transaction, member, documentId, id);
    if (comment.deletedAt) return;
    await transaction.comment.update({ where: { id }, data: { deletedAt: now() } });
    await record(await happenedTo(transaction, member, "comment-deleted", document, comment));
  });
}

/** Brings back a remark that one deleted oneself. */
export async function restoreComment(member: Member, documentId: string, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const { document, comment } = await ownComment(transaction, member, documentId, id);
    if (!comment.deletedAt) return;
    await transaction.comment.update({ where: { id }, data: { deletedAt: null } });
    await record(await happenedTo(transaction, member, "comment-restored", document, comment));
  });
}

async function documentCommentedBy(transaction: Transaction, member: Member, documentId: string) {
  const document = await documentToComment(transaction, member, documentId);
  if (!mayCommentOn(member, "working", document) && !mayCommentOn(member, "published", document))
    throw forbidden();
  return document;
}

async function ownComment(transaction: Transaction, member: Member, documentId: string, id: string) {
  const document = await documentCommentedBy(transaction, member, documentId);
  const comment = await commentOn(transaction, member, documentId, id);
  if (comment.authorId !== member.personId) throw forbidden();
  return { comment, document };
}

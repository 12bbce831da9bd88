// What is done with remarks from a document's page, also from the other screens that show them.
import {
  AddComment,
  AssignComment,
  EditComment,
  NameComment,
  ResolveComment,
} from "~/domain/comments/comment-orders";
import { assignComment, unassignComment } from "~/domain/comments/assigning.server";
import { addComment, deleteComment, editComment, restoreComment } from "~/domain/comments/comments.server";
import { reopenComment, resolveComment } from "~/domain/comments/resolving.server";
import type { Member } from "~/domain/access/member";
import { on, type Intents } from "~/http/form.server";

export function remarkIntents(member: Member, documentId: string): Intents {
  return {
    add: on(AddComment, (order) => addComment(member, documentId, order)),
    edit: on(EditComment, (order) => editComment(member, documentId, order)),
    delete: on(NameComment, (order) => deleteComment(member, documentId, order.id)),
    restore: on(NameComment, (order) => restoreComment(member, documentId, order.id)),
    resolve: on(ResolveComment, (order) => resolveComment(member, documentId, order)),
    reopen: on(NameComment, (order) => reopenComment(member, documentId, order.id)),
    assign: on(AssignComment, (order) => assignComment(member, documentId, order)),
    unassign: on(NameComment, (order) => unassignComment(member, documentId, order.id)),
  };
}

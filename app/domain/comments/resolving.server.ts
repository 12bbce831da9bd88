// What becomes of a thread: resolved with an outcome, and reopened.
import { now } from "~/platform/clock";
import type { Member } from "../access/member";
import { mayResolve } from "../access/remarks";
import { change } from "../activity/activities.server";
import { conflict, forbidden, invalid } from "../refusal";
import type { ResolveComment } from "./comment-orders";
import { documentToComment, happenedTo, threadOn } from "./one-comment.server";

/**
 * Resolves the thread of this first remark; it then waits for nobody. Refuses `not-found` what the member may not read, `forbidden`
 * whoever is neither its author nor its assignee, does not write the document and resolves no others'; `invalid` declining without
 * a reason; `conflict` a thread that is resolved already, otherwise or by somebody else, or that is deleted.
 */
export async function resolveComment(
  member: Member,
  documentId: string,
  order: ResolveComment,
): Promise<void> {
  const { id, outcome } = order;
  const reason = outcome === "declined" ? (order.reason ?? "").trim() : "";
  await change(async (transaction, record) => {
    const document = await documentToComment(transaction, member, documentId);
    const thread = await threadOn(transaction, member, documentId, id);
    if (!mayResolve(member, thread, document)) throw forbidden();
    if (outcome === "declined" && reason === "") throw invalid("reason", "required");
    if (thread.deletedAt) throw conflict();
    if (thread.resolvedAt) {
      if (thread.outcome === outcome && (thread.outcomeReason ?? "") === reason) return;
      throw conflict();
    }
    const outcomeReason = reason === "" ? null : reason;
    await transaction.comment.update({
      where: { id },
      data: { resolvedAt: now(), resolvedById: member.personId, outcome, outcomeReason },
    });
    await record({
      ...(await happenedTo(transaction, member, "comment-resolved", document, thread)),
      after: { outcome },
    });
  });
}

/** Opens a resolved thread again, as it was before; refuses as resolving does. An open one stays open. */
export async function reopenComment(member: Member, documentId: string, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await documentToComment(transaction, member, documentId);
    const thread = await threadOn(transaction, member, documentId, id);
    if (!mayResolve(member, thread, document)) throw forbidden();
    if (!thread.resolvedAt) return;
    await transaction.comment.update({
      where: { id },
      data: { resolvedAt: null, resolvedById: null, outcome: null, outcomeReason: null },
    });
    await record({
      ...(await happenedTo(transaction, member, "comment-reopened", document, thread)),
      before: { outcome: thread.outcome, reason: thread.outcomeReason },
    });
  });
}

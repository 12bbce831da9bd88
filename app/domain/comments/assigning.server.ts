// Asking somebody to see to a thread, until a day where there is one, and taking that back.
import { now } from "~/platform/clock";
import type { Member } from "../access/member";
import { mayAssign } from "../access/remarks";
import { change } from "../activity/activities.server";
import { dayOf } from "../networks/calendar-day";
import { conflict, forbidden, invalid } from "../refusal";
import type { AssignComment } from "./comment-orders";
import { documentToComment, happenedTo, threadOn } from "./one-comment.server";
import { remarkReaders } from "./remark-readers.server";

/**
 * Assigns the thread of this first remark, or assigns it otherwise. Refuses `not-found` what the member may not read, `forbidden`
 * whoever may not comment there; `invalid` an assignee who may not read it now, and a day that has passed, unless it stands there already;
 * `conflict` a deleted or resolved thread.
 */
export async function assignComment(member: Member, documentId: string, order: AssignComment): Promise<void> {
  const { id, assigneeId, dueOn = null } = order;
  await change(async (transaction, record) => {
    const document = await documentToComment(transaction, member, documentId);
    const thread = await threadOn(transaction, member, documentId, id);
    if (!mayAssign(member, thread, document)) throw forbidden();
    if (thread.deletedAt || thread.resolvedAt) throw conflict();
    if ((await remarkReaders(transaction, member, thread, document, [assigneeId])).length === 0)
      throw invalid("assigneeId", "threads:wrong.assigneeReadsItNot");
    if (dueOn !== null && dueOn !== thread.dueOn && dueOn < dayOf(now())) throw invalid("dueOn", "dayPassed");
    const before = { assigneeId: thread.assigneeId, dueOn: thread.dueOn };
    if (before.assigneeId === assigneeId && before.dueOn === dueOn) return;
    await transaction.comment.update({ where: { id }, data: { assigneeId, dueOn } });
    await record({
      ...(await happenedTo(transaction, member, "comment-assigned", document, thread)),
      before,
      after: { assigneeId, dueOn },
    });
  });
}

/** Takes back that anybody is to see to it. Refuses as assigning does; where nobody is, nothing happens. */
export async function unassignComment(member: Member, documentId: string, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await documentToComment(transaction, member, documentId);
    const thread = await threadOn(transaction, member, documentId, id);
    const isTheirs = thread.assigneeId === member.personId && member.network.state === "open";
    if (!isTheirs && !mayAssign(member, thread, document)) throw forbidden();
    if (!thread.assigneeId) return;
    await transaction.comment.update({ where: { id }, data: { assigneeId: null, dueOn: null } });
    await record({
      ...(await happenedTo(transaction, member, "comment-unassigned", document, thread)),
      before: { assigneeId: thread.assigneeId, dueOn: thread.dueOn },
      after: { assigneeId: null, dueOn: null },
    });
  });
}

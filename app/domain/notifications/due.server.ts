// Reminds whoever is to see to a thread on the day until which they were asked to. It is no happening: the day comes by itself.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { dayOf } from "../networks/calendar-day";
import { readable } from "./judging.server";
import { mailBy } from "./mail-times.server";
import { addresseeOf } from "./mail-choice.server";
import { tellPeople } from "./telling.server";

const ofNoDeliverable = { deliverableId: null, partnershipId: null };

/** Makes one notice for each open thread whose day has come, once for each assignee and day. */
export async function remindOfDue(): Promise<void> {
  const at = now();
  const { read } = database();
  const due = await read.comment.findMany({
    where: { assigneeId: { not: null }, resolvedAt: null, deletedAt: null, dueOn: { lte: dayOf(at) } },
    select: { id: true, networkId: true, documentId: true, assigneeId: true, dueOn: true },
  });
  for (const { id, networkId, documentId, assigneeId, dueOn } of due) {
    const personId = assigneeId ?? "";
    const activityId = `due ${id} ${dueOn}`;
    const known = { personId_activityId: { personId, activityId } };
    if (await read.notice.findUnique({ where: known, select: { id: true } })) continue;
    const person = await addresseeOf(personId);
    const notice = {
      id: newId(),
      kind: "due" as const,
      networkId,
      documentId,
      commentId: id,
      ...ofNoDeliverable,
    };
    if (!person || !(await readable(person, [notice])).has(notice.id)) continue;
    await database().write((transaction) =>
      transaction.notice.create({
        data: { ...notice, personId, activityId, at, mailBy: mailBy("due", at, person.times) },
      }),
    );
    tellPeople([personId]);
  }
}

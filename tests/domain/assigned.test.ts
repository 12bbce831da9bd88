// What one was asked to see to stands among what is due, as long as it is open and one may read it.
import { expect, onTestFinished, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { assignedTo } from "~/domain/comments/assigned.server";
import { assignComment, unassignComment } from "~/domain/comments/assigning.server";
import { addComment, deleteComment, restoreComment } from "~/domain/comments/comments.server";
import { reopenComment, resolveComment } from "~/domain/comments/resolving.server";
import { whoWaits } from "~/domain/comments/waiting.server";
import { withdrawDocument } from "~/domain/documents/publishing.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { documentsThatWait } from "~/domain/notifications/waiting-documents.server";
import { now, shiftClock } from "~/platform/clock";
import { newId } from "~/platform/id";
import { foundNetwork } from "../support/found-network";
import { remark } from "../support/notices";

const assigned = async (member: Member) => (await assignedTo(member)).map(({ words }) => words);

test("what one was asked to see to is due on its day, the earliest first, without a day last", async () => {
  const { leadExpert, otherOfficer, officer, published } = await foundNetwork();
  onTestFinished(() => shiftClock(0));
  const yesterday = dayOf(now());
  const today = dayAfter(yesterday, 1);
  const days: Array<[string, string | undefined]> = [
    ["Sometime", undefined],
    ["In a week", dayAfter(today, 7)],
    ["Yesterday", yesterday],
  ];
  for (const [text, dueOn] of days) {
    const id = await remark(leadExpert, published.id, text);
    await assignComment(leadExpert, published.id, { id, assigneeId: otherOfficer.personId, dueOn });
  }
  shiftClock(86_400_000);
  expect(await assignedTo(otherOfficer)).toMatchObject([
    { words: "Yesterday", days: -1, title: "The published one", madeOn: "published" },
    { words: "In a week", days: 7 },
    { words: "Sometime", day: null, days: null },
  ]);
  expect(await assignedTo(otherOfficer, 1)).toHaveLength(1);
  expect(await documentsThatWait(otherOfficer)).toEqual([published.id]);
  expect(await assigned(leadExpert)).toEqual([]);
  expect(await assigned(officer)).toEqual([]);
});

test("what is resolved, deleted, taken back or closed to them is due no more", async () => {
  const { leadExpert, otherOfficer, officer, published } = await foundNetwork();
  const order = { id: newId(), text: "See to it", madeOn: "published" as const };
  const { id } = await addComment(leadExpert, published.id, order);
  const assign = () => assignComment(leadExpert, published.id, { id, assigneeId: otherOfficer.personId });
  await assign();
  expect(await assigned(otherOfficer)).toEqual(["See to it"]);
  await resolveComment(otherOfficer, published.id, { id, outcome: "done" });
  expect(await assigned(otherOfficer)).toEqual([]);
  await reopenComment(otherOfficer, published.id, id);
  await deleteComment(leadExpert, published.id, id);
  expect(await assigned(otherOfficer)).toEqual([]);
  await restoreComment(leadExpert, published.id, id);
  await unassignComment(leadExpert, published.id, id);
  expect(await assigned(otherOfficer)).toEqual([]);
  await assign();
  const closed = { ...otherOfficer, network: { ...otherOfficer.network, state: "closed" as const } };
  expect(await assigned(closed)).toEqual([]);
  await withdrawDocument(officer, published.id);
  expect(await assigned(otherOfficer)).toEqual([]);
  expect(await documentsThatWait(otherOfficer)).toEqual([]);
});

test("what one was asked to see to is due, and is not said to wait besides", async () => {
  const { leadExpert, officer, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, "On a text of their own");
  expect(await whoWaits(officer)).toHaveLength(1);
  await assignComment(leadExpert, published.id, { id, assigneeId: officer.personId });
  expect(await whoWaits(officer)).toEqual([]);
  expect(await assigned(officer)).toEqual(["On a text of their own"]);
});

// Notices of threads: what becomes of one's own, what one is asked to see to and when it is due, and remarks for experts alone.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { assignComment } from "~/domain/comments/assigning.server";
import { addComment } from "~/domain/comments/comments.server";
import { reopenComment, resolveComment } from "~/domain/comments/resolving.server";
import { runMailRound } from "~/domain/notifications/mail-queue.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { mentionOf, noticesFor, remark, unreadFor } from "../../support/notices";

const kinds = async (member: Member) => (await noticesFor(member)).map(({ kind }) => kind);

test("whoever began a thread hears that it is resolved; whoever resolves it does not", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, "A question");
  await resolveComment(officer, published.id, { id, outcome: "done", reason: "" });
  expect(await kinds(leadExpert)).toEqual(["resolved"]);
  expect(await kinds(officer)).toEqual(["remark"]);
});

test("a notice of a resolved thread tells with what it ended, and why it was declined as long as it is", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const ends = ["done", "answered", "declined"] as const;
  const ids: string[] = [];
  for (const outcome of ends) {
    const id = await remark(leadExpert, published.id, "A question");
    await resolveComment(officer, published.id, { id, outcome, reason: "There is no money for it." });
    ids.push(id);
  }
  const told = async () => (await noticesFor(leadExpert)).map(({ sentence, reason }) => [sentence, reason]);
  const others = [
    ["resolvedAnswered", ""],
    ["resolvedDone", ""],
  ];
  expect(await told()).toEqual([["resolvedDeclined", "There is no money for it."], ...others]);
  await reopenComment(officer, published.id, ids[2] ?? "");
  expect(await told()).not.toContainEqual(["resolvedDeclined", "There is no money for it."]);
});

test("whoever is asked to see to a thread hears of it, and once more when its day has come, unless it is resolved", async () => {
  const { officer, leadExpert, colleague, published } = await foundNetwork();
  for (const isResolved of [false, true]) {
    const id = await remark(leadExpert, published.id, "A question");
    await assignComment(officer, published.id, { id, assigneeId: colleague.personId, dueOn: "2035-04-03" });
    if (isResolved) await resolveComment(officer, published.id, { id, outcome: "done", reason: "" });
  }
  expect(await kinds(colleague)).toEqual(["assigned", "assigned"]);
  shiftClock(Date.parse("2035-04-03T09:00:00Z") - Date.now());
  await runMailRound();
  await runMailRound();
  shiftClock(0);
  expect(await database().read.notice.count({ where: { personId: colleague.personId, kind: "due" } })).toBe(
    1,
  );
});

test("of a remark for experts alone nobody else hears, though they are mentioned, look after the text or watch it", async () => {
  const { officer, leadExpert, adHocExpert, published } = await foundNetwork();
  const text = `${mentionOf(officer)} ${mentionOf(adHocExpert)}`;
  await addComment(leadExpert, published.id, { id: newId(), text, madeOn: "published", readers: "experts" });
  expect(await unreadFor(officer)).toBe(0);
  expect(await kinds(adHocExpert)).toEqual(["mention"]);
  expect(await database().read.notice.count({ where: { personId: officer.personId } })).toBe(0);
});

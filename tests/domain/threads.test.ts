// Threads: what becomes of a remark: resolved, reopened, assigned; by whom, and by whom not.
import { afterEach, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { AssignComment } from "~/domain/comments/comment-orders";
import { addComment, deleteComment } from "~/domain/comments/comments.server";
import { assignComment, unassignComment } from "~/domain/comments/assigning.server";
import { listOwnRemarks } from "~/domain/comments/mine.server";
import { namesInRemark, peopleToAssign } from "~/domain/comments/people-offered.server";
import { reopenComment, resolveComment } from "~/domain/comments/resolving.server";
import { listComments, listThreads } from "~/domain/comments/threads.server";
import { whoWaits } from "~/domain/comments/waiting.server";
import { namePerson } from "~/domain/documents/naming.server";
import { readFeed } from "~/domain/networks/feed.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { closeNetwork } from "~/domain/networks/network-state.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../support/found-network";
import { outcome, wrongWith } from "../support/outcome";

const begin = (
  member: Member,
  documentId: string,
  more: Partial<Parameters<typeof addComment>[2]> = {},
): Promise<{ id: string }> =>
  addComment(member, documentId, { id: newId(), text: "A remark", madeOn: "published", ...more });

const clockAt = (instant: string) => shiftClock(Date.parse(instant) - Date.now());
afterEach(() => shiftClock(0));

const roles = [
  "officer",
  "colleague",
  "otherOfficer",
  "leadPartner",
  "leadExpert",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;

test("a thread of which only a trace is left is shown, and counted as open no more", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const [alone, answered] = await Promise.all([1, 2].map(() => begin(officer, published.id)));
  if (!alone || !answered) throw new Error("nothing was said");
  await begin(leadExpert, published.id, { parentId: answered.id });
  await deleteComment(officer, published.id, alone.id);
  await deleteComment(officer, published.id, answered.id);
  const { threads, counts } = await listThreads(officer, published.id, { show: "open" });
  expect(threads).toHaveLength(2);
  expect(counts).toMatchObject({ open: 1, mine: 1, resolved: 0, all: 2 });
});

test("a thread has the kind its writer chose, and one made without has none; an answer never has", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const { id } = await begin(leadExpert, published.id, { kind: "must-fix" });
  await begin(officer, published.id, { parentId: id, kind: "praise" });
  await begin(leadExpert, published.id);
  const threads = await listComments(officer, published.id);
  expect(threads.map(({ kind }) => kind)).toEqual(["must-fix", null]);
  const kinds = await database().read.comment.findMany({
    where: { parentId: id },
    select: { kind: true, readers: true },
  });
  expect(kinds).toEqual([{ kind: null, readers: "all" }]);
});

test("its author, whoever writes the document, lead partner and lead expert resolve a thread; nobody else", async () => {
  const network = await foundNetwork();
  const { published } = network;
  const may: string[] = [];
  for (const role of roles) {
    const { id } = await begin(network.otherOfficer, published.id, { kind: "question" });
    const said = await outcome(resolveComment(network[role], published.id, { id, outcome: "answered" }));
    if (said === "done") may.push(role);
    else expect([role, said]).toEqual([role, "forbidden"]);
    const [thread] = (await listComments(network.observer, published.id)).slice(-1);
    expect([role, thread?.resolved?.outcome]).toEqual([role, said === "done" ? "answered" : undefined]);
  }
  expect(may).toEqual(["officer", "colleague", "otherOfficer", "leadPartner", "leadExpert"]);
});

test("whoever it is assigned to resolves it, too, and reopens it", async () => {
  const { officer, adHocExpert, published } = await foundNetwork();
  const { id } = await begin(officer, published.id);
  const order = { id, outcome: "done" as const };
  expect(await outcome(resolveComment(adHocExpert, published.id, order))).toBe("forbidden");
  await assignComment(officer, published.id, { id, assigneeId: adHocExpert.personId });
  expect(await outcome(resolveComment(adHocExpert, published.id, order))).toBe("done");
  expect(await outcome(reopenComment(adHocExpert, published.id, id))).toBe("done");
  expect((await listComments(officer, published.id))[0]?.resolved).toBeNull();
});

test("declining needs a reason, which the thread then says; reopening forgets it", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const { id } = await begin(leadExpert, published.id);
  expect(await outcome(resolveComment(officer, published.id, { id, outcome: "declined", reason: " " }))).toBe(
    "invalid",
  );
  await resolveComment(officer, published.id, { id, outcome: "declined", reason: "The law forbids it" });
  expect((await listComments(leadExpert, published.id))[0]?.resolved).toMatchObject({
    by: officer.name,
    outcome: "declined",
    reason: "The law forbids it",
  });
  await reopenComment(leadExpert, published.id, id);
  const row = await database().read.comment.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ resolvedAt: null, resolvedById: null, outcome: null, outcomeReason: null });
});

test("resolving twice alike happens once; otherwise it is a conflict, as it is on a deleted thread", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const { id } = await begin(leadExpert, published.id);
  await resolveComment(officer, published.id, { id, outcome: "done" });
  await resolveComment(officer, published.id, { id, outcome: "done" });
  const rows = await database().read.activity.findMany({
    where: { subjectId: id, kind: "comment-resolved" },
  });
  expect(rows).toHaveLength(1);
  expect(await outcome(resolveComment(officer, published.id, { id, outcome: "answered" }))).toBe("conflict");
  const other = await begin(leadExpert, published.id);
  await deleteComment(leadExpert, published.id, other.id);
  expect(await outcome(resolveComment(officer, published.id, { id: other.id, outcome: "done" }))).toBe(
    "conflict",
  );
  expect(
    await outcome(assignComment(officer, published.id, { id: other.id, assigneeId: officer.personId })),
  ).toBe("conflict");
});

test("an answer is neither resolved nor assigned", async () => {
  const { officer, published } = await foundNetwork();
  const { id: parentId } = await begin(officer, published.id);
  const { id } = await begin(officer, published.id, { parentId });
  expect(await outcome(resolveComment(officer, published.id, { id, outcome: "done" }))).toBe("not-found");
  expect(await outcome(reopenComment(officer, published.id, id))).toBe("not-found");
  expect(await outcome(assignComment(officer, published.id, { id, assigneeId: officer.personId }))).toBe(
    "not-found",
  );
  expect(await outcome(unassignComment(officer, published.id, id))).toBe("not-found");
});

test("who may comment there assigns, to people who may read the remark, with or without a day", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, observer, otherOfficer, published, draft } = network;
  const elsewhere = await foundNetwork();
  const { id } = await begin(officer, published.id);
  for (const role of roles) {
    const order = { id, assigneeId: network[role].personId, dueOn: "2030-03-01" };
    expect([role, await outcome(assignComment(leadPartner, published.id, order))]).toEqual([role, "done"]);
  }
  expect((await listComments(officer, published.id))[0]).toMatchObject({
    assignee: { name: observer.name },
    dueOn: "2030-03-01",
    isLate: false,
  });
  const mine = { id, assigneeId: officer.personId };
  expect(await outcome(assignComment(observer, published.id, mine))).toBe("forbidden");
  expect(await outcome(assignComment(elsewhere.officer, published.id, mine))).toBe("not-found");
  const stranger = { id, assigneeId: elsewhere.officer.personId };
  expect(await outcome(assignComment(officer, published.id, stranger))).toBe("invalid");
  const onDraft = await begin(officer, draft.id, { madeOn: "working" });
  const notTheirs = { id: onDraft.id, assigneeId: otherOfficer.personId };
  expect(await outcome(assignComment(officer, draft.id, notTheirs))).toBe("invalid");
  await namePerson(officer, draft.id, { personId: otherOfficer.personId, level: "reader" });
  expect(await outcome(assignComment(officer, draft.id, notTheirs))).toBe("done");
});

test("an assignment is taken back by who may assign, and by whom it is for", async () => {
  const { officer, observer, otherOfficer, localGroupMember, published } = await foundNetwork();
  const { id } = await begin(officer, published.id);
  const order = { id, assigneeId: observer.personId };
  await assignComment(officer, published.id, order);
  expect(await outcome(unassignComment(observer, published.id, id))).toBe("done");
  expect(await outcome(unassignComment(observer, published.id, id))).toBe("forbidden");
  await assignComment(officer, published.id, order);
  expect(await outcome(unassignComment(otherOfficer, published.id, id))).toBe("done");
  expect(await outcome(unassignComment(localGroupMember, published.id, id))).toBe("done");
  const kinds = await database().read.activity.findMany({
    where: { subjectId: id, kind: { in: ["comment-assigned", "comment-unassigned"] } },
    orderBy: { position: "asc" },
    select: { kind: true },
  });
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "comment-assigned",
    "comment-unassigned",
    "comment-assigned",
    "comment-unassigned",
  ]);
});

test("a day that is none is refused beside its field; a day that has passed without a resolution is late", async () => {
  expect(AssignComment.safeParse({ id: newId(), assigneeId: newId(), dueOn: "2030-02-30" }).success).toBe(
    false,
  );
  expect(AssignComment.parse({ id: newId(), assigneeId: newId(), dueOn: "" }).dueOn).toBeUndefined();
  const { officer, published } = await foundNetwork();
  const { id } = await begin(officer, published.id);
  await assignComment(officer, published.id, { id, assigneeId: officer.personId, dueOn: dayOf(now()) });
  expect((await listComments(officer, published.id))[0]?.isLate).toBe(false);
  clockAt(`${dayAfter(dayOf(now()), 1)}T12:00:00Z`);
  expect((await listComments(officer, published.id))[0]?.isLate).toBe(true);
  await resolveComment(officer, published.id, { id, outcome: "done" });
  expect((await listComments(officer, published.id))[0]?.isLate).toBe(false);
});

test("nobody is asked for what was due before today in Brussels; a day that stands there may go to somebody else with it", async () => {
  const { officer, otherOfficer, published } = await foundNetwork();
  const { id } = await begin(officer, published.id);
  const assign = (dueOn: string, { personId: assigneeId } = officer) =>
    wrongWith(assignComment(officer, published.id, { id, assigneeId, dueOn }));
  const wrong = ["dueOn: dayPassed"];
  // Half past midnight there is still the day before in Greenwich.
  clockAt("2031-07-01T22:30:00Z");
  expect(await assign("2031-07-01")).toEqual(wrong);
  expect(await assign("2031-07-02")).toBeUndefined();
  clockAt("2031-07-02T21:30:00Z");
  expect(await assign("2031-07-02", otherOfficer)).toBeUndefined();
  clockAt("2031-07-04T12:00:00Z");
  expect(await assign("2031-07-02")).toBeUndefined();
  expect((await listComments(officer, published.id))[0]).toMatchObject({
    assignee: { id: officer.personId },
    dueOn: "2031-07-02",
    isLate: true,
  });
  expect(await assign("2031-07-03")).toEqual(wrong);
});

test("in a closed network nothing becomes of a thread any more", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published } = network;
  const { id } = await begin(officer, published.id);
  await closeNetwork(leadPartner);
  const closed = await memberOf(await network.person(officer), network.slug);
  expect(await outcome(resolveComment(closed, published.id, { id, outcome: "done" }))).toBe("forbidden");
  expect(await outcome(assignComment(closed, published.id, { id, assigneeId: closed.personId }))).toBe(
    "forbidden",
  );
  expect((await listComments(closed, published.id))[0]).toMatchObject({
    mayResolve: false,
    mayAssign: false,
  });
});

test("a resolved thread waits for nobody; reopened it waits again", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const { id } = await begin(leadExpert, published.id, { kind: "question" });
  expect(await whoWaits(officer)).toHaveLength(1);
  await resolveComment(leadExpert, published.id, { id, outcome: "answered" });
  expect(await whoWaits(officer)).toEqual([]);
  await reopenComment(leadExpert, published.id, id);
  expect(await whoWaits(officer)).toHaveLength(1);
  const { id: own } = await begin(officer, published.id);
  await begin(leadExpert, published.id, { parentId: own });
  expect(await whoWaits(officer)).toHaveLength(2);
  await resolveComment(officer, published.id, { id: own, outcome: "done" });
  expect(await whoWaits(officer)).toHaveLength(1);
});

test("threads are narrowed by what is open, one's own, must-fix, resolved, by person and by city, and counted", async () => {
  const { officer, leadExpert, otherOfficer, published, partners } = await foundNetwork();
  const fix = await begin(leadExpert, published.id, { kind: "must-fix", text: "Mend this" });
  const asked = await begin(otherOfficer, published.id, { kind: "question", text: "Why" });
  const over = await begin(leadExpert, published.id, { kind: "must-fix", text: "Over" });
  await begin(officer, published.id, { parentId: asked.id, text: "Because" });
  await resolveComment(officer, published.id, { id: over.id, outcome: "done" });
  const shown = async (filter: Parameters<typeof listThreads>[2]) =>
    (await listThreads(officer, published.id, filter)).threads.map(({ id }) => id);
  expect(await shown({ show: "open" })).toEqual([fix.id, asked.id]);
  expect(await shown({ show: "mine" })).toEqual([asked.id]);
  expect(await shown({ show: "must-fix" })).toEqual([fix.id]);
  expect(await shown({ show: "resolved" })).toEqual([over.id]);
  expect(await shown({ show: "all", personId: leadExpert.personId })).toEqual([fix.id, over.id]);
  expect(await shown({ show: "all", city: partners.other })).toEqual([asked.id]);
  expect(await shown({ show: "open", remark: over.id })).toEqual([fix.id, asked.id, over.id]);
  const { counts, remarks, choices } = await listThreads(officer, published.id, { show: "open" });
  expect(counts).toEqual({ open: 2, mine: 1, "must-fix": 1, resolved: 1, all: 3 });
  expect(remarks).toBe(4);
  expect(choices.people.map(({ name }) => name)).toEqual(["Lead expert", "Officer", "Other officer"]);
  expect(choices.cities.map(({ id }) => id)).toEqual([partners.other]);
});

test("my remarks are what I began and what I am to see to, with what became of each; nobody else's", async () => {
  const { officer, leadExpert, otherOfficer, published } = await foundNetwork();
  const asked = await begin(leadExpert, published.id, { kind: "question", text: "Which year" });
  await begin(officer, published.id, { parentId: asked.id, text: "This one" });
  await begin(otherOfficer, published.id, { text: "Nothing of theirs" });
  const forThem = await begin(officer, published.id, { text: "See to it" });
  await assignComment(officer, published.id, {
    id: forThem.id,
    assigneeId: leadExpert.personId,
    dueOn: "2030-01-01",
  });
  const open = await listOwnRemarks(leadExpert, { show: "open", page: 1 });
  expect(
    open.rows.map(({ id, isMine, isAssignedToMe, answers }) => [id, isMine, isAssignedToMe, answers]),
  ).toEqual([
    [forThem.id, false, true, 0],
    [asked.id, true, false, 1],
  ]);
  await resolveComment(officer, published.id, { id: asked.id, outcome: "answered" });
  const resolved = await listOwnRemarks(leadExpert, { show: "resolved", page: 1 });
  expect(resolved.rows.map(({ id, resolved }) => [id, resolved?.outcome])).toEqual([[asked.id, "answered"]]);
  expect(resolved.counts).toEqual({ open: 1, resolved: 1 });
  expect((await listOwnRemarks(otherOfficer, { show: "open", page: 9 })).rows).toHaveLength(1);
});

test("people are offered for a mention or an assignment as far as they may read the remark", async () => {
  const network = await foundNetwork();
  const { officer, observer, draft, published } = network;
  const names = (found: Array<{ name: string }>) => found.map(({ name }) => name).sort();
  const onDraft = { madeOn: "working", readers: "all" } as const;
  expect(names(await namesInRemark(officer, draft.id, onDraft, ""))).toEqual(["Colleague", "Officer"]);
  const onPublished = { madeOn: "published", readers: "all" } as const;
  expect(names(await namesInRemark(officer, published.id, onPublished, "lead"))).toEqual([
    "Lead expert",
    "Lead partner",
  ]);
  expect(await outcome(namesInRemark(observer, published.id, onPublished, ""))).toBe("forbidden");
  expect(await outcome(namesInRemark(network.otherOfficer, draft.id, onDraft, ""))).toBe("not-found");
  const { id } = await begin(officer, draft.id, { madeOn: "working" });
  expect(names(await peopleToAssign(officer, draft.id, id))).toEqual(["Colleague", "Officer"]);
  expect(await outcome(peopleToAssign(network.leadExpert, draft.id, id))).toBe("not-found");
});

test("a mention in a remark bears the name the person has now and leads to them", async () => {
  const { slug, officer, leadExpert, published } = await foundNetwork();
  await begin(officer, published.id, { text: `[@Somebody](/people/${leadExpert.personId}) knows` });
  const [thread] = await listComments(officer, published.id);
  expect(thread?.html).toContain(`href="/networks/${slug}/people/${leadExpert.personId}"`);
  expect(thread?.html).toContain("@Lead expert");
});

test("the feed tells with what outcome a thread was resolved", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const { id } = await begin(leadExpert, published.id);
  await resolveComment(officer, published.id, { id, outcome: "declined", reason: "Not here" });
  const { rows } = await readFeed(leadExpert, { topic: "comments" });
  expect(rows.map(({ kind, precisely }) => [kind, precisely])).toEqual([
    ["comment-resolved", "declined"],
    ["comment-added", null],
  ]);
});

// Notices: who hears of what, once, for the strongest reason, and never of what they may not read, then or later.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { happenings } from "~/domain/activity/activities.server";
import { assignComment } from "~/domain/comments/assigning.server";
import { deleteComment, editComment, restoreComment } from "~/domain/comments/comments.server";
import { namePerson, unnamePerson } from "~/domain/documents/naming.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { restoreDocument, trashDocument } from "~/domain/documents/trash.server";
import { endRole } from "~/domain/networks/memberships.server";
import { setAttention } from "~/domain/notifications/attention.server";
import { followHappenings, makeNotices } from "~/domain/notifications/making.server";
import {
  finishNotice,
  openNotice,
  readAllNotices,
  readAtRemark,
  readNotice,
  reopenNotice,
  snoozeNotice,
  unreadNotice,
  wakeSnoozed,
} from "~/domain/notifications/notices.server";
import { chooseWays } from "~/domain/notifications/ways.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { mentionOf, noticesFor, remark, unreadFor } from "../../support/notices";
import { outcome } from "../../support/outcome";
import { signedInPerson } from "../../support/signed-in";

const kinds = async (member: Member) => (await noticesFor(member)).map(({ kind }) => kind);

test("whoever is mentioned, answered or looks after the text hears of a remark, each once for the strongest reason", async () => {
  const { officer, leadExpert, otherOfficer, colleague, published } = await foundNetwork();
  const question = await remark(leadExpert, published.id, `A question, ${mentionOf(otherOfficer)}`);
  expect(await noticesFor(otherOfficer)).toMatchObject([
    { kind: "mention", sentence: "mention", by: { name: "Lead expert" }, title: "The published one" },
  ]);
  expect(await kinds(officer)).toEqual(["remark"]);
  // They look after the text and are mentioned in an answer to what they said: of that they hear once.
  await remark(officer, published.id, "Two thousand.", { parentId: question });
  await remark(leadExpert, published.id, `Thank you, ${mentionOf(officer)}`, { parentId: question });
  expect(await kinds(officer)).toEqual(["mention", "remark"]);
  expect(await kinds(leadExpert)).toEqual(["reply"]);
  expect(await kinds(colleague)).toEqual([]);
});

test("nobody hears of what they did themselves", async () => {
  const { officer, published } = await foundNetwork();
  await remark(officer, published.id, `A note to ${mentionOf(officer)}`);
  expect(await kinds(officer)).toEqual([]);
});

test("a name that its readers see as code, or as an ordinary link, mentions nobody", async () => {
  const { leadExpert, otherOfficer, published } = await foundNetwork();
  const name = mentionOf(otherOfficer);
  const id = await remark(
    leadExpert,
    published.id,
    `Write it as \`${name}\`, or so:\n\n\`\`\`\n${name}\n\`\`\``,
  );
  await remark(leadExpert, published.id, `\\${name} and ![x](/people/${otherOfficer.personId})`);
  expect(await kinds(otherOfficer)).toEqual([]);
  // Taken out of the code it is a mention, as if it came only now.
  await editComment(leadExpert, published.id, { id, text: `Not \`${name}\` but ${name}` });
  expect(await kinds(otherOfficer)).toEqual(["mention"]);
});

test("what one is asked to see to says until when, as that stands now", async () => {
  const { leadExpert, otherOfficer, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, "Which year?");
  const assign = (dueOn?: string) =>
    assignComment(leadExpert, published.id, { id, assigneeId: otherOfficer.personId, dueOn });
  await assign("2030-01-31");
  expect(await noticesFor(otherOfficer)).toMatchObject([{ sentence: "assignedUntil", dueOn: "2030-01-31" }]);
  await assign();
  expect(await noticesFor(otherOfficer)).toMatchObject([
    { sentence: "assigned", dueOn: null },
    { sentence: "assigned" },
  ]);
});

test("a mention reaches only those who may read the remark", async () => {
  const { officer, colleague, leadExpert, formerOfficer, published } = await foundNetwork();
  const former = { ...colleague, personId: formerOfficer.id, name: formerOfficer.name };
  const text = [colleague, leadExpert, former].map(mentionOf).join(" ");
  await remark(officer, published.id, text, { madeOn: "working" });
  expect(await kinds(colleague)).toEqual(["mention"]);
  expect(await kinds(leadExpert)).toEqual([]);
  expect(
    await database().read.notice.count({
      where: { personId: { in: [leadExpert.personId, former.personId] } },
    }),
  ).toBe(0);
});

test("an edited remark tells those who are mentioned only now, and the others nothing more", async () => {
  const { officer, leadExpert, otherOfficer, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, `See, ${mentionOf(officer)}`);
  expect(await kinds(officer)).toEqual(["mention"]);
  const text = `See, ${mentionOf(officer)} and ${mentionOf(otherOfficer)}`;
  await editComment(leadExpert, published.id, { id, text });
  expect(await kinds(officer)).toEqual(["mention"]);
  expect(await kinds(otherOfficer)).toEqual(["mention"]);
});

test("what was edited before anybody looked tells of its mentions once", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, "See");
  await editComment(leadExpert, published.id, { id, text: `See, ${mentionOf(officer)}` });
  expect(await kinds(officer)).toEqual(["mention"]);
});

test("being named on a text and given or losing a role is heard of", async () => {
  const { officer, leadPartner, otherOfficer, networkId, draft } = await foundNetwork();
  await namePerson(officer, draft.id, { personId: otherOfficer.personId, level: "reader" });
  await namePerson(officer, draft.id, { personId: otherOfficer.personId, level: "writer" });
  expect(await kinds(otherOfficer)).toEqual(["shared"]);
  const { id: membershipId } = await database().read.membership.findFirstOrThrow({
    where: { networkId, personId: otherOfficer.personId },
  });
  await endRole(leadPartner, { membershipId });
  // Of their own role they hear though they are no member any more; of the text nothing.
  expect(await noticesFor(otherOfficer)).toMatchObject([
    { kind: "role", sentence: "roleEnded", role: "project-officer", title: "", to: "/networks" },
  ]);
});

test("what is published is heard of by those who asked for it, and by those who watch its place", async () => {
  const { officer, leadPartner, leadExpert, otherOfficer, partners, draft, networkId } = await foundNetwork();
  await makeNotices(networkId);
  await chooseWays(await signedInPerson(leadPartner.personId), { way: { published: "never" } });
  await setAttention(leadExpert, { place: "city", placeId: partners.own, wish: "watch" });
  await publishDocument(officer, draft.id, { revision: 1 });
  expect(await kinds(leadPartner)).toEqual(["published"]);
  expect(await noticesFor(leadExpert)).toMatchObject([{ kind: "watched", sentence: "watchedPublished" }]);
  expect(await kinds(otherOfficer)).toEqual([]);
});

test("whoever watches a place hears of remarks there; the nearest wish counts; muting keeps away all but what is said to oneself", async () => {
  const { officer, leadExpert, otherOfficer, partners, networkId, published } = await foundNetwork();
  await makeNotices(networkId);
  await setAttention(otherOfficer, { place: "network", placeId: networkId, wish: "watch" });
  await setAttention(officer, { place: "document", placeId: published.id, wish: "mute" });
  await remark(leadExpert, published.id, "First");
  expect(await kinds(otherOfficer)).toEqual(["watched"]);
  expect(await kinds(officer)).toEqual([]);
  await setAttention(otherOfficer, { place: "city", placeId: partners.own, wish: "mute" });
  await remark(leadExpert, published.id, `Second, ${mentionOf(officer)}`);
  expect(await kinds(otherOfficer)).toEqual(["watched"]);
  expect(await kinds(officer)).toEqual(["mention"]);
  await setAttention(otherOfficer, { place: "city", placeId: partners.own, wish: "usual" });
  await remark(leadExpert, published.id, "Third");
  expect(await kinds(otherOfficer)).toEqual(["watched", "watched"]);
});

test("nobody watches what they may not know of", async () => {
  const { leadPartner, networkId, draft } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const wish = "watch" as const;
  const refused = [
    { place: "document" as const, placeId: draft.id, wish },
    { place: "document" as const, placeId: elsewhere.published.id, wish },
    { place: "city" as const, placeId: elsewhere.partners.own, wish },
    { place: "network" as const, placeId: elsewhere.networkId, wish },
  ];
  for (const order of refused) expect(await outcome(setAttention(leadPartner, order))).toBe("not-found");
  expect(await database().read.attention.count({ where: { personId: leadPartner.personId } })).toBe(0);
  expect(await outcome(setAttention(leadPartner, { place: "network", placeId: networkId, wish }))).toBe(
    "done",
  );
});

test("a remark that is deleted is told of no more, and again once it is brought back", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, "Words");
  expect(await unreadFor(officer)).toBe(1);
  await deleteComment(leadExpert, published.id, id);
  expect([await unreadFor(officer), await kinds(officer)]).toEqual([0, []]);
  await restoreComment(leadExpert, published.id, id);
  expect(await unreadFor(officer)).toBe(1);
});

test("a text withdrawn, narrowed or in the trash is told of no more to whom it is closed", async () => {
  const { officer, leadExpert, otherOfficer, published } = await foundNetwork();
  await namePerson(officer, published.id, { personId: leadExpert.personId, level: "commenter" });
  await remark(officer, published.id, mentionOf(otherOfficer));
  await remark(officer, published.id, mentionOf(leadExpert), { madeOn: "working" });
  expect(await kinds(leadExpert)).toEqual(["mention", "shared"]);
  expect(await unreadFor(otherOfficer)).toBe(1);
  await unnamePerson(officer, published.id, { personId: leadExpert.personId });
  // The published text they still read, the working one no more.
  expect(await kinds(leadExpert)).toEqual(["shared"]);
  await withdrawDocument(officer, published.id);
  expect([await kinds(leadExpert), await unreadFor(otherOfficer)]).toEqual([[], 0]);
  await publishDocument(officer, published.id, { revision: 1 });
  expect(await unreadFor(otherOfficer)).toBe(1);
  await trashDocument(officer, published.id);
  expect(await unreadFor(otherOfficer)).toBe(0);
  await restoreDocument(officer, published.id);
  expect(await unreadFor(otherOfficer)).toBe(1);
});

test("a notice says what its person may read of the text: not the working title to whom only the published text is open", async () => {
  const { officer, otherOfficer, published } = await foundNetwork();
  await remark(officer, published.id, `**Look**, ${mentionOf(otherOfficer)}`);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: published.id }, data: { title: "A secret plan" } }),
  );
  expect(await noticesFor(otherOfficer)).toMatchObject([
    { title: "The published one", words: "Look, @Other officer", documentId: published.id },
  ]);
});

test("a role that has ended takes its notices along, and brings them back with it", async () => {
  const { officer, leadExpert, networkId, published } = await foundNetwork();
  await remark(officer, published.id, mentionOf(leadExpert));
  expect(await unreadFor(leadExpert)).toBe(1);
  const ended = (until: Date | null) =>
    database().write((transaction) =>
      transaction.membership.updateMany({
        where: { networkId, personId: leadExpert.personId },
        data: { until },
      }),
    );
  await ended(new Date(now().getTime() - 1_000));
  expect([await unreadFor(leadExpert), await kinds(leadExpert)]).toEqual([0, []]);
  const [row] = await database().read.notice.findMany({ where: { personId: leadExpert.personId } });
  expect(await outcome(openNotice(await signedInPerson(leadExpert.personId), { id: row?.id ?? "" }))).toBe(
    "not-found",
  );
  await ended(null);
  expect(await unreadFor(leadExpert)).toBe(1);
});

test("opening reads and leads to the very remark; read, unread, done and back are one's own alone", async () => {
  const { officer, leadExpert, colleague, slug, published } = await foundNetwork();
  const commentId = await remark(leadExpert, published.id, "Words");
  const [notice] = await noticesFor(officer);
  const id = notice?.id ?? "";
  const own = await signedInPerson(officer.personId);
  const other = await signedInPerson(colleague.personId);
  for (const order of [openNotice, readNotice, unreadNotice, finishNotice, reopenNotice])
    expect(await outcome(order(other, { id }))).toBe("not-found");
  expect(await outcome(snoozeNotice(other, { id, until: "later" }))).toBe("not-found");
  expect(await unreadFor(officer)).toBe(1);
  expect(await openNotice(own, { id })).toBe(
    `/networks/${slug}/documents/${published.id}?remark=${commentId}#comment-${commentId}`,
  );
  expect(await unreadFor(officer)).toBe(0);
  await unreadNotice(own, { id });
  expect(await unreadFor(officer)).toBe(1);
  await finishNotice(own, { id });
  expect([await kinds(officer), (await noticesFor(officer, "done")).length]).toEqual([[], 1]);
  await reopenNotice(own, { id });
  expect([await kinds(officer), await unreadFor(officer)]).toEqual([["remark"], 0]);
});

test("whoever comes to a remark by its address has read of it; nobody else has by that", async () => {
  const { officer, leadExpert, otherOfficer, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, `${mentionOf(officer)} ${mentionOf(otherOfficer)}`);
  await makeNotices(officer.network.id);
  await readAtRemark(await signedInPerson(officer.personId), id);
  expect([await unreadFor(officer), await unreadFor(otherOfficer)]).toEqual([0, 1]);
});

test("all that stood there is read at once, and what came meanwhile is not", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  await remark(leadExpert, published.id, "Before");
  await makeNotices(officer.network.id);
  const until = now();
  shiftClock(1_000);
  await remark(leadExpert, published.id, "After");
  await makeNotices(officer.network.id);
  await readAllNotices(await signedInPerson(officer.personId), until);
  shiftClock(0);
  expect(await unreadFor(officer)).toBe(1);
});

test("what is put off is away until then, comes back unread, and is told to open windows", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  await remark(leadExpert, published.id, "Words");
  const [notice] = await noticesFor(officer);
  const own = await signedInPerson(officer.personId);
  await snoozeNotice(own, { id: notice?.id ?? "", until: "next-week" });
  expect([
    await unreadFor(officer),
    await kinds(officer),
    (await noticesFor(officer, "snoozed")).length,
  ]).toEqual([0, [], 1]);
  const told: string[] = [];
  const hear = ({ kind, id }: { kind: string; id: string }) => void told.push(`${kind} ${id}`);
  happenings().on("announced", hear);
  shiftClock(8 * 86_400_000);
  await wakeSnoozed();
  happenings().off("announced", hear);
  expect(told).toEqual([`notices-changed ${officer.personId}`]);
  expect([await unreadFor(officer), await kinds(officer)]).toEqual([1, ["remark"]]);
  shiftClock(0);
});

test("what had happened when the process ended is told of when it starts again, and nothing twice", async () => {
  const { officer, leadExpert, published, networkId } = await foundNetwork();
  await remark(leadExpert, published.id, "Before the end");
  const count = () => database().read.notice.count({ where: { personId: officer.personId } });
  expect(await count()).toBe(0);
  await followHappenings().stop();
  expect(await count()).toBe(1);
  await makeNotices(networkId);
  await Promise.all([makeNotices(networkId), makeNotices(networkId)]);
  expect(await count()).toBe(1);
});

test("while the process runs a notice is made with what happens, and its person's windows are told", async () => {
  const { officer, leadExpert, published } = await foundNetwork();
  const following = followHappenings();
  const told = new Promise<string>((resolve) =>
    happenings().on("announced", function hear({ kind, id }) {
      if (kind !== "notices-changed") return;
      happenings().off("announced", hear);
      resolve(id);
    }),
  );
  await remark(leadExpert, published.id, "Words");
  expect(await told).toBe(officer.personId);
  expect(await unreadFor(officer)).toBe(1);
  await following.stop();
});

test("many rows of which nobody hears do not lie behind the mark for ever", async () => {
  const { officer, networkId, draft } = await foundNetwork();
  const head = await database().read.chainHead.findUniqueOrThrow({ where: { chain: networkId } });
  await database().write(async (transaction) => {
    await transaction.activity.createMany({
      data: Array.from({ length: 600 }, (_, at) => ({
        id: newId(),
        chain: networkId,
        position: head.position + at + 1,
        networkId,
        personId: officer.personId,
        documentId: draft.id,
        kind: "document-saved",
        reach: "working",
        subjectId: draft.id,
      })),
    });
    await transaction.chainHead.update({
      where: { chain: networkId },
      data: { position: head.position + 600 },
    });
  });
  await makeNotices(networkId);
  const mark = await database().read.noticeMark.findUniqueOrThrow({ where: { chain: networkId } });
  expect(mark.position).toBe(head.position + 600);
});

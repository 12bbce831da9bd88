// Remarks for experts and the lead partner alone: begun, read, counted, found, told of and heard of by them and by nobody else.
import { expect, onTestFinished, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import type { Audience } from "~/domain/activity/activity";
import { takeNetworkAlong } from "~/domain/activity/take-along.server";
import { assignComment } from "~/domain/comments/assigning.server";
import { addComment, deleteComment, editComment, restoreComment } from "~/domain/comments/comments.server";
import { listOwnRemarks } from "~/domain/comments/mine.server";
import { namesInRemark, peopleToAssign } from "~/domain/comments/people-offered.server";
import { reopenComment, resolveComment } from "~/domain/comments/resolving.server";
import { listComments, listThreads } from "~/domain/comments/threads.server";
import { whoWaits } from "~/domain/comments/waiting.server";
import { listDocuments } from "~/domain/documents/listing.server";
import { namePerson } from "~/domain/documents/naming.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readFeed } from "~/domain/networks/feed.server";
import { searchCaughtUp } from "~/domain/search/search.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { roomsFor, roomsOf } from "~/realtime/rooms";
import { enrol, foundNetwork, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";
import { ask } from "../support/searches";

const experts = ["leadPartner", "leadExpert", "adHocExpert"] as const;
const others = ["officer", "colleague", "otherOfficer", "localGroupMember", "observer"] as const;

const forExperts = (
  member: Member,
  documentId: string,
  more: Partial<Parameters<typeof addComment>[2]> = {},
): Promise<{ id: string }> =>
  addComment(member, documentId, {
    id: newId(),
    text: "Quokkas among experts",
    madeOn: "published",
    readers: "experts",
    ...more,
  });

/** Another expert, for a city that the text is not of. */
async function expertOfAnotherCity(network: FoundedNetwork): Promise<Member> {
  await enrol(network, await network.person(network.observer), "ad-hoc-expert", network.partners.other);
  return memberOf(await network.person(network.observer), network.slug);
}

test("experts for the city and the lead partner begin them; nobody else, not even the city itself", async () => {
  const network = await foundNetwork();
  const { published } = network;
  for (const role of experts)
    expect([role, await outcome(forExperts(network[role], published.id))]).toEqual([role, "done"]);
  for (const role of others)
    expect([role, await outcome(forExperts(network[role], published.id))]).toEqual([role, "forbidden"]);
  const elsewhere = await expertOfAnotherCity(network);
  expect(await outcome(forExperts(elsewhere, published.id))).toBe("forbidden");
  expect(await outcome(forExperts(network.leadExpert, network.draft.id, { madeOn: "working" }))).toBe(
    "not-found",
  );
});

test("only they read them, have them counted, find them and are told of them; what answers one stays among them", async () => {
  const network = await foundNetwork();
  const { published, leadExpert, leadPartner, adHocExpert } = network;
  const { id } = await forExperts(leadExpert, published.id, { kind: "must-fix" });
  // Whoever answers says nothing of readers, and cannot open the thread to others either.
  const answer = { id: newId(), text: "Quokkas answered", madeOn: "published" as const, parentId: id };
  await addComment(leadPartner, published.id, { ...answer, readers: "all" });
  await editComment(leadExpert, published.id, { id, text: "Quokkas said otherwise" });
  await assignComment(adHocExpert, published.id, { id, assigneeId: leadPartner.personId });
  await searchCaughtUp();
  const seenBy = async (member: Member) => {
    const { threads, counts, remarks, choices } = await listThreads(member, published.id, { show: "all" });
    const list = await listDocuments(member);
    const feed = await readFeed(member, { topic: "comments" });
    return {
      threads: threads.map((thread) => [thread.id, thread.answers.length]),
      all: counts.all,
      mustFix: counts["must-fix"],
      remarks,
      people: choices.people.length,
      inList: list.rows.find((row) => row.id === published.id)?.comments,
      finds: (await ask(member, "quokkas")).count,
      told: feed.count,
    };
  };
  for (const role of experts)
    expect([role, await seenBy(network[role])]).toEqual([
      role,
      { threads: [[id, 1]], all: 1, mustFix: 1, remarks: 2, people: 2, inList: 2, finds: 2, told: 4 },
    ]);
  const nothing = { threads: [], all: 0, mustFix: 0, remarks: 0, people: 0, inList: 0, finds: 0, told: 0 };
  for (const role of others) expect([role, await seenBy(network[role])]).toEqual([role, nothing]);
  expect(await seenBy(await expertOfAnotherCity(network))).toEqual(nothing);
});

test("for everybody else they do not exist: answering, resolving, reopening, assigning, asking for people", async () => {
  const network = await foundNetwork();
  const { published, leadExpert } = network;
  const { id } = await forExperts(leadExpert, published.id);
  for (const role of others) {
    const member = network[role];
    const at = published.id;
    const tries = [
      () => addComment(member, at, { id: newId(), text: "x", madeOn: "published", parentId: id }),
      () => editComment(member, at, { id, text: "x" }),
      () => deleteComment(member, at, id),
      () => restoreComment(member, at, id),
      () => resolveComment(member, at, { id, outcome: "done" }),
      () => reopenComment(member, at, id),
      () => assignComment(member, at, { id, assigneeId: member.personId }),
      () => peopleToAssign(member, at, id),
    ];
    for (const attempt of tries) {
      const said = await outcome(attempt());
      // Mere readers are refused before anything is looked up.
      expect([role, said]).toEqual([role, role === "observer" && said === "forbidden" ? said : "not-found"]);
    }
    const asked = namesInRemark(member, at, { madeOn: "published", readers: "experts" }, "");
    expect([role, await outcome(asked)]).toEqual([role, "forbidden"]);
  }
  expect((await listComments(leadExpert, published.id))[0]).toMatchObject({ resolved: null, assignee: null });
});

test("nobody is named in one, or asked to see to one, who may not read it", async () => {
  const network = await foundNetwork();
  const { published, leadExpert, officer, adHocExpert } = network;
  const { id } = await forExperts(leadExpert, published.id);
  const names = async (found: Promise<Array<{ name: string }>>) =>
    (await found).map(({ name }) => name).sort();
  const all = ["Ad-hoc expert", "Lead expert", "Lead partner"];
  expect(await names(peopleToAssign(leadExpert, published.id, id))).toEqual(all);
  const order = { madeOn: "published", readers: "experts" } as const;
  expect(await names(namesInRemark(leadExpert, published.id, order, ""))).toEqual(all);
  const to = (member: Member) => ({ id, assigneeId: member.personId });
  expect(await outcome(assignComment(leadExpert, published.id, to(officer)))).toBe("invalid");
  expect(await outcome(assignComment(leadExpert, published.id, to(adHocExpert)))).toBe("done");
});

test("whoever is named on a draft reads those on it by role alone: a named expert does, a named officer does not", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, leadPartner, otherOfficer, draft } = network;
  for (const member of [leadExpert, leadPartner, otherOfficer])
    await namePerson(officer, draft.id, { personId: member.personId, level: "commenter" });
  const again = async (member: Member) => memberOf(await network.person(member), network.slug);
  await forExperts(await again(leadExpert), draft.id, { madeOn: "working" });
  expect(await listComments(await again(leadPartner), draft.id)).toHaveLength(1);
  for (const member of [officer, await again(otherOfficer)])
    expect(await listComments(member, draft.id)).toEqual([]);
});

test("when its writer is no expert any more they read their own words there, and no answer", async () => {
  const network = await foundNetwork();
  const { published, adHocExpert, leadExpert, partners } = network;
  const person = await network.person(adHocExpert);
  const { id } = await forExperts(adHocExpert, published.id);
  await addComment(leadExpert, published.id, {
    id: newId(),
    text: "Later",
    madeOn: "published",
    parentId: id,
  });
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { personId: person.id },
      data: { role: "project-officer", partnershipId: partners.own },
    }),
  );
  const officer = await memberOf(person, network.slug);
  const [thread, ...rest] = await listComments(officer, published.id);
  expect([thread?.id, thread?.answers, rest]).toEqual([id, [], []]);
  expect((await listOwnRemarks(officer, { show: "open", page: 1 })).rows).toMatchObject([{ id, answers: 0 }]);
  expect(await whoWaits(officer)).toEqual([]);
  expect(await outcome(resolveComment(officer, published.id, { id, outcome: "done" }))).toBe("done");
});

test("they wait for nobody in the city; for the expert who is answered they do", async () => {
  const { published, officer, leadExpert, leadPartner } = await foundNetwork();
  const { id } = await forExperts(leadExpert, published.id);
  expect(await whoWaits(officer)).toEqual([]);
  expect(await whoWaits(leadExpert)).toEqual([]);
  await addComment(leadPartner, published.id, {
    id: newId(),
    text: "Answered",
    madeOn: "published",
    parentId: id,
  });
  expect((await whoWaits(leadExpert)).map(({ commentId }) => commentId)).toEqual([id]);
  expect(await whoWaits(officer)).toEqual([]);
});

test("nobody else even hears that something happened, on whichever text and however open it is", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, leadPartner, adHocExpert, published, draft, partners } = network;
  const everybody = [...experts, ...others].map((role) => network[role]);
  const partnershipIds = Object.values(partners);
  const heard: Audience[][] = [];
  const hear = (_: unknown, audience: Audience[]) => heard.push(audience);
  const hearersOf = (audiences: Audience[]) =>
    everybody
      .filter((member) => {
        const rooms = [...roomsFor(member, partnershipIds), `person:${member.personId}`];
        return audiences.flatMap(roomsOf).some((room) => rooms.includes(room));
      })
      .map(({ name }) => name);
  const last = () => hearersOf(heard.at(-1) ?? []);
  happenings().on("announced", hear);
  onTestFinished(() => void happenings().off("announced", hear));
  const all = ["Lead partner", "Lead expert", "Ad-hoc expert"];
  const { id } = await forExperts(leadExpert, published.id);
  expect(last()).toEqual(all);
  for (const happen of [
    () => editComment(leadExpert, published.id, { id, text: "Otherwise" }),
    () => assignComment(leadExpert, published.id, { id, assigneeId: adHocExpert.personId }),
    () => resolveComment(adHocExpert, published.id, { id, outcome: "done" }),
    () => reopenComment(leadPartner, published.id, id),
    () => deleteComment(leadExpert, published.id, id),
    () => restoreComment(leadExpert, published.id, id),
  ]) {
    await happen();
    expect(last()).toEqual(all);
  }
  // On a draft that only its city and a named expert read, the other experts hear nothing.
  await namePerson(officer, draft.id, { personId: leadExpert.personId, level: "commenter" });
  const named = await memberOf(await network.person(leadExpert), network.slug);
  await forExperts(named, draft.id, { madeOn: "working" });
  expect(last()).toEqual(["Lead expert"]);
  await openWorkingText(officer, draft.id, { visibility: "network" });
  await forExperts(named, draft.id, { madeOn: "working" });
  expect(last()).toEqual(all);
  for (const audiences of heard.filter((one) => one.some(({ room }) => room.startsWith("experts"))))
    expect(audiences).toHaveLength(1);
});

test("the record taken along gives of them a place and a seal to whoever reads no such remark", async () => {
  const network = await foundNetwork();
  const { leadPartner, adHocExpert, published, draft, officer } = network;
  await forExperts(adHocExpert, published.id);
  await namePerson(officer, draft.id, { personId: adHocExpert.personId, level: "commenter" });
  const named = await memberOf(await network.person(adHocExpert), network.slug);
  await forExperts(named, draft.id, { madeOn: "working" });
  const taken = [];
  for await (const rows of await takeNetworkAlong(leadPartner)) taken.push(...rows);
  const remarks = taken.filter(({ kind }) => kind === "comment-added");
  expect(remarks.map(({ reach }) => reach)).toEqual(["experts-published"]);
  expect(taken.filter(({ withheld }) => withheld === "row").length).toBeGreaterThan(0);
});

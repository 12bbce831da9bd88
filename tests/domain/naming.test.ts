// Naming people on a document: who may, whom, what it opens and for how long, and who hears of it.
import { expect, test } from "vitest";
import { readsWorkingText, sharedDocument } from "~/domain/access/document-texts";
import type { Member, NamedLevel } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import { addComment } from "~/domain/comments/comments.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { namePerson, unnamePerson } from "~/domain/documents/naming.server";
import { readDocument } from "~/domain/documents/reading.server";
import { readSharing } from "~/domain/documents/sharing-choices.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readFeed } from "~/domain/networks/feed.server";
import { endRole } from "~/domain/networks/memberships.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

/** The member as they are now: what they are named on is asked for afresh at each request. */
const again = async (network: FoundedNetwork, member: Member) =>
  memberOf(await network.person(member), network.slug);

const name = (by: Member, id: string, person: Member, level: NamedLevel) =>
  namePerson(by, id, { personId: person.personId, level });

const remark = (member: Member, id: string) =>
  addComment(member, id, { id: newId(), text: "Heard", madeOn: "working" });

const save = (member: Member, id: string, revision = 1) =>
  saveDocument(member, id, { title: "Saved", language: "en", text: `Saved by ${member.name}`, revision });

/** The fields about which an order was refused. */
const wrongs = async (promise: Promise<unknown>) =>
  promise.then(
    () => ({}),
    (thrown: unknown) => {
      const refusal = refusalIn(thrown);
      return refusal?.kind === "invalid" ? refusal.fields : refusal;
    },
  );

const ofCity = (network: FoundedNetwork, kind: "action-plan" | "visit-note", by: Member) =>
  createDocument(by, {
    partnershipId: network.partners.own,
    kind,
    title: "T",
    language: "en",
    text: "Words",
  });

test("a reader reads, a commenter also comments, a writer also writes, and each level can be changed and taken back", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, draft } = network;
  const may = async () => {
    const person = await again(network, otherOfficer);
    const { revision } = await database().read.document.findUniqueOrThrow({ where: { id: draft.id } });
    return [
      await outcome(readDocument(person, draft.id, "working")),
      await outcome(remark(person, draft.id)),
      await outcome(save(person, draft.id, revision)),
      await outcome(publishDocument(person, draft.id, { revision })),
      await outcome(namePerson(person, draft.id, { personId: network.observer.personId, level: "reader" })),
      await outcome(openWorkingText(person, draft.id, { visibility: "network" })),
    ];
  };
  const nothing = Array.from({ length: 6 }, () => "not-found");
  const notDeciding = ["forbidden", "forbidden", "forbidden"];
  expect(await may()).toEqual(nothing);
  await name(officer, draft.id, otherOfficer, "reader");
  expect(await may()).toEqual(["done", "forbidden", "forbidden", ...notDeciding]);
  await name(officer, draft.id, otherOfficer, "commenter");
  expect(await may()).toEqual(["done", "done", "forbidden", ...notDeciding]);
  await name(officer, draft.id, otherOfficer, "writer");
  expect(await may()).toEqual(["done", "done", "done", ...notDeciding]);
  await name(officer, draft.id, otherOfficer, "reader");
  expect(await may()).toEqual(["done", "forbidden", "forbidden", ...notDeciding]);
  await unnamePerson(officer, draft.id, { personId: otherOfficer.personId });
  expect(await may()).toEqual(nothing);
});

test("only who decides about a text names people on it; whoever does not read it does not know of it", async () => {
  const network = await foundNetwork();
  const { draft, published, observer, partners } = network;
  const elsewhere = await foundNetwork();
  const others = ["leadPartner", "otherOfficer", "leadExpert", "adHocExpert", "localGroupMember"] as const;
  for (const by of [...others.map((one) => network[one]), elsewhere.officer, elsewhere.leadPartner]) {
    const isHere = by.network.id === network.networkId;
    for (const { id } of [draft, published]) {
      const wanted = isHere && id === published.id ? "forbidden" : "not-found";
      expect([by.name, await outcome(name(by, id, observer, "reader"))]).toEqual([by.name, wanted]);
      expect([by.name, await outcome(unnamePerson(by, id, observer))]).toEqual([by.name, wanted]);
      expect([by.name, await outcome(readSharing(by, id))]).toEqual([by.name, wanted]);
    }
  }
  const stranger = await foundPerson();
  expect(await outcome(memberOf(stranger, network.slug))).toBe("not-found");
  await enrol(network, stranger, "project-officer", partners.own);
  await name(await memberOf(stranger, network.slug), draft.id, observer, "reader");
});

test("nobody is named who holds no role here now: strangers, ended members, people of another network, deactivated ones", async () => {
  const { officer, draft, formerOfficer, observer } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const stranger = await foundPerson();
  await database().write((transaction) =>
    transaction.person.update({ where: { id: observer.personId }, data: { deactivatedAt: new Date() } }),
  );
  for (const personId of [
    stranger.id,
    formerOfficer.id,
    elsewhere.officer.personId,
    observer.personId,
    "nobody",
  ])
    expect(await wrongs(namePerson(officer, draft.id, { personId, level: "reader" }))).toEqual({
      personId: { key: "sharing:wrong.notAMember" },
    });
  expect(await database().read.naming.count({ where: { documentId: draft.id } })).toBe(0);
});

test("the lead partner never writes in another city's plan, whatever else they are, and may comment when named", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, leadExpert, draft, partners, slug } = network;
  const plan = await ofCity(network, "action-plan", officer);
  const refused = { level: { key: "sharing:wrong.neverWritesPlans" } };
  expect(await wrongs(name(officer, plan.id, leadPartner, "writer"))).toEqual(refused);
  await name(officer, plan.id, leadPartner, "commenter");
  expect(await outcome(remark(await again(network, leadPartner), plan.id))).toBe("done");
  expect(await outcome(save(await again(network, leadPartner), plan.id))).toBe("forbidden");
  await name(officer, draft.id, leadPartner, "writer");
  expect(await outcome(save(await again(network, leadPartner), draft.id))).toBe("done");
  await enrol(network, { id: leadPartner.personId }, "project-officer", partners.lead);
  expect(await wrongs(name(officer, plan.id, leadPartner, "writer"))).toEqual(refused);
  await enrol(network, { id: leadPartner.personId }, "project-officer", partners.own);
  expect(await outcome(save(await again(network, leadPartner), plan.id))).toBe("done");
  // Whoever becomes lead partner after they were named writes in the plan no more.
  await name(officer, plan.id, leadExpert, "writer");
  expect(await outcome(save(await again(network, leadExpert), plan.id, 2))).toBe("done");
  await enrol(network, { id: leadExpert.personId }, "lead-partner", partners.lead);
  const both = await memberOf(await network.person(leadExpert), slug);
  expect(await outcome(save(both, plan.id, 3))).toBe("forbidden");
  expect(await outcome(remark(both, plan.id))).toBe("done");
});

test("in a closed network nobody is named any more, and those named read on and write no more", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, observer, draft, networkId } = network;
  await name(officer, draft.id, otherOfficer, "writer");
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  const closed = await again(network, officer);
  expect(await outcome(name(closed, draft.id, observer, "reader"))).toBe("forbidden");
  expect(await outcome(unnamePerson(closed, draft.id, otherOfficer))).toBe("forbidden");
  const writer = await again(network, otherOfficer);
  expect(await outcome(readDocument(writer, draft.id, "working"))).toBe("done");
  expect(await outcome(save(writer, draft.id))).toBe("forbidden");
  expect(await outcome(remark(writer, draft.id))).toBe("forbidden");
});

test("an expert's private note is shared by them alone; nobody takes it from them; they leave it once the city has it", async () => {
  const network = await foundNetwork();
  const { officer, adHocExpert, leadExpert } = network;
  const { id } = await ofCity(network, "visit-note", adHocExpert);
  const expert = await again(network, adHocExpert);
  expect(await outcome(readDocument(officer, id))).toBe("not-found");
  await name(expert, id, leadExpert, "writer");
  expect(
    await outcome(namePerson(await again(network, leadExpert), id, { ...officer, level: "reader" })),
  ).toBe("forbidden");
  expect(await wrongs(unnamePerson(expert, id, expert))).toEqual({
    form: { key: "sharing:wrong.ownPrivate" },
  });
  expect(await wrongs(name(expert, id, expert, "reader"))).toEqual({
    form: { key: "sharing:wrong.ownPrivate" },
  });
  await openWorkingText(expert, id, { visibility: "draft" });
  expect(await wrongs(unnamePerson(officer, id, expert))).toEqual({ form: { key: "sharing:wrong.beganIt" } });
  expect(await wrongs(name(officer, id, expert, "reader"))).toEqual({
    form: { key: "sharing:wrong.beganIt" },
  });
  await unnamePerson(officer, id, leadExpert);
  await unnamePerson(expert, id, expert);
  expect(await outcome(readDocument(await again(network, adHocExpert), id))).toBe("not-found");
  expect(await outcome(readDocument(officer, id))).toBe("done");
});

test("whoever leaves the network reads nothing any more; that they were named stays in the record", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, otherOfficer, draft, networkId, slug } = network;
  await name(officer, draft.id, otherOfficer, "writer");
  const { id: membershipId } = await database().read.membership.findFirstOrThrow({
    where: { networkId, personId: otherOfficer.personId },
  });
  await endRole(leadPartner, { membershipId });
  expect(await outcome(again(network, otherOfficer))).toBe("not-found");
  expect(await database().read.naming.count({ where: { documentId: draft.id } })).toBe(1);
  const sharing = await readSharing(officer, draft.id);
  expect(sharing.named).toEqual([]);
  expect(sharing.gone).toMatchObject([{ id: otherOfficer.personId, level: "writer" }]);
  expect(sharing.choices.find(({ isCurrent }) => isCurrent)).toMatchObject({ count: 2, named: 0 });
  await enrol(network, { id: otherOfficer.personId }, "observer", null);
  const back = await memberOf(await network.person(otherOfficer), slug);
  const document = await database().read.document.findUniqueOrThrow({
    where: { id: draft.id },
    select: sharedDocument,
  });
  expect(readsWorkingText(back, document)).toBe(true);
});

test("it is recorded once, told to the person on the spot, and listed for those who may know of the text", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, otherOfficer, draft } = network;
  const heard: unknown[] = [];
  const judged: string[] = [];
  happenings().on("announced", (announcement, audience) => heard.push([announcement, audience]));
  happenings().on("roles-changed", ({ personId }) => judged.push(personId));
  await name(officer, draft.id, otherOfficer, "reader");
  await name(officer, draft.id, otherOfficer, "reader");
  await name(officer, draft.id, otherOfficer, "commenter");
  const { partnershipId } = await readDocument(officer, draft.id);
  const audience = (personIds: string[]) => [
    { room: "named", partnershipId, personIds },
    { room: "working", partnershipId },
  ];
  const { personId } = otherOfficer;
  expect(heard).toEqual([
    [{ kind: "document-named", id: draft.id }, audience([personId])],
    [{ kind: "document-named", id: draft.id }, audience([personId])],
  ]);
  expect(judged).toEqual([personId, personId]);
  const told = async (member: Member) =>
    (await readFeed(await again(network, member))).rows
      .filter(({ kind }) => kind.endsWith("named"))
      .map(({ kind, person, precisely, title }) => [kind, person, precisely, title]);
  const rows = [
    ["document-named", "Other officer", "commenter", "The draft"],
    ["document-named", "Other officer", "reader", "The draft"],
  ];
  expect(await told(colleague)).toEqual(rows);
  expect(await told(otherOfficer)).toEqual(rows);
  expect(await told(leadPartner)).toEqual([]);
  await unnamePerson(officer, draft.id, { personId });
  await unnamePerson(officer, draft.id, { personId });
  expect(judged).toHaveLength(3);
  expect(await told(otherOfficer)).toEqual([]);
  expect((await told(colleague))[0]).toEqual(["document-unnamed", "Other officer", null, "The draft"]);
});

// Private reflections: their words are their writer's alone until shared, whatever somebody else asks for, exports, hears or logs.
import { expect, test, vi } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { happenings } from "~/domain/activity/activities.server";
import { takeChainAlong, takeEverything, takeNetworkAlong } from "~/domain/activity/take-along.server";
import { listComments } from "~/domain/comments/threads.server";
import { createDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { namePerson, unnamePerson } from "~/domain/documents/naming.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readFeed } from "~/domain/networks/feed.server";
import {
  keepReflection,
  leftReflections,
  shareReflection,
  unshareReflection,
} from "~/domain/visits/reflections.server";
import { readVisit } from "~/domain/visits/reading.server";
import { database } from "~/platform/db.server";
import { foundNetwork, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const secret = "I doubt that they mean it";

async function foundOpenVisit() {
  const network = await foundNetwork();
  const { officer, partners } = network;
  const order = {
    partnershipId: partners.own,
    kind: "visit-note" as const,
    title: "T",
    language: "en" as const,
  };
  const { id } = await createDocument(officer, { ...order, text: "What we saw." });
  await openWorkingText(officer, id, { visibility: "network" });
  await publishDocument(officer, id, { revision: 1 });
  return { ...network, id, network };
}

const keep = (member: Member, id: string, text: string, revision = 0) =>
  keepReflection(member, id, { text, revision });

/** Everything that somebody is given about the note and the network. */
async function givenTo(member: Member, id: string): Promise<string> {
  const texts = (["working", "published"] as const).map((text) =>
    readVisit(member, id, text).catch(() => null),
  );
  return JSON.stringify([
    await Promise.all(texts),
    await readDocument(member, id),
    await documentToWrite(member, id).catch(() => null),
    await listComments(member, id),
    await readFeed(member),
  ]);
}

async function rowsOf(pages: AsyncGenerator<unknown[]>): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

const others = [
  "leadPartner",
  "officer",
  "colleague",
  "otherOfficer",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;

test("a reflection is read by its writer alone: no page, feed, export, announcement or log line of others has its words", async () => {
  const { id, network, leadExpert, leadPartner, networkId } = await foundOpenVisit();
  const said: string[] = [];
  happenings().on("announced", (...told) => said.push(JSON.stringify(told)));
  const written = vi.spyOn(process.stdout, "write");
  await keep(leadExpert, id, secret);
  await keep(leadExpert, id, `${secret}, still`, 1);
  expect((await readVisit(leadExpert, id, "working")).own).toMatchObject({
    text: `${secret}, still`,
    revision: 2,
  });
  for (const name of others) {
    const given = await givenTo(network[name], id);
    expect([name, given.includes(secret), given.includes("reflection-")]).toEqual([name, false, false]);
  }
  const administrator = { person: { isAdministrator: true } };
  const exported = JSON.stringify([
    await rowsOf(await takeNetworkAlong(leadPartner)),
    await rowsOf((await takeChainAlong(administrator, networkId)).rows),
    await rowsOf(await takeEverything(networkId, database().read)),
    await database().read.activity.findMany({ where: { networkId } }),
  ]);
  expect(exported).not.toContain(secret);
  expect(said.join()).not.toContain(secret);
  expect(said).toHaveLength(2);
  expect(said.every((one) => one.includes(`"room":"person","personId":"${leadExpert.personId}"`))).toBe(true);
  expect(JSON.stringify(written.mock.calls)).not.toContain(secret);
  written.mockRestore();
  const rows = await database().read.activity.findMany({ where: { kind: "reflection-kept" } });
  expect(rows).toMatchObject([
    { reach: "person", documentId: null, before: null, after: null },
    { reach: "person", documentId: null, before: null, after: null },
  ]);
});

test("shared, it is read by all who read the working text and by nobody else; taken back, by its writer alone again", async () => {
  const { id, network, leadExpert, officer, leadPartner, observer, localGroupMember } =
    await foundOpenVisit();
  expect(await outcome(shareReflection(leadExpert, id))).toBe("not-found");
  await keep(leadExpert, id, secret);
  await shareReflection(leadExpert, id);
  for (const reader of [officer, leadPartner, localGroupMember])
    expect((await readVisit(reader, id, "working")).shared).toMatchObject([
      { author: { name: "Lead expert" } },
    ]);
  expect(await givenTo(observer, id)).not.toContain(secret);
  const kinds = (await readFeed(leadPartner)).rows.map(({ kind }) => kind);
  expect(kinds).toContain("reflection-shared");
  await keep(leadExpert, id, `${secret}, I said`, 1);
  expect(await givenTo(officer, id)).toContain("I said");
  await unshareReflection(leadExpert, id);
  for (const name of others)
    expect([name, (await givenTo(network[name], id)).includes(secret)]).toEqual([name, false]);
});

test("who writes no visit notes keeps none; who does not read the note does not know of it; in a closed network it is only read", async () => {
  const { id, network, leadPartner, observer, localGroupMember, leadExpert, officer, draft, networkId } =
    await foundOpenVisit();
  const elsewhere = await foundNetwork();
  for (const other of [leadPartner, localGroupMember]) {
    expect([other.name, await outcome(keep(other, id, "Mine"))]).toEqual([other.name, "forbidden"]);
    expect((await readVisit(other, id, "working")).mayReflect).toBe(false);
  }
  for (const other of [observer, elsewhere.leadExpert, elsewhere.officer])
    expect([other.name, await outcome(keep(other, id, "Mine"))]).toEqual([other.name, "not-found"]);
  expect(await outcome(keep(officer, draft.id, "Mine"))).toBe("not-found");
  await keep(leadExpert, id, secret);
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  const closed = await now(network, leadExpert);
  expect(await outcome(keep(closed, id, "More", 1))).toBe("forbidden");
  expect(await outcome(shareReflection(closed, id))).toBe("forbidden");
  expect((await readVisit(closed, id, "working")).own?.text).toBe(secret);
});

test("whoever is no longer named on the note takes their reflection back as long as they are a member, also in a closed network", async () => {
  const network = await foundNetwork();
  const { officer, colleague, adHocExpert, leadPartner, partners, networkId } = network;
  const order = { kind: "visit-note", title: "T", language: "en", text: "What we saw." } as const;
  const { id } = await createDocument(officer, { ...order, partnershipId: partners.own });
  await namePerson(officer, id, { personId: adHocExpert.personId, level: "commenter" });
  const expert = await now(network, adHocExpert);
  await keep(expert, id, secret);
  await shareReflection(expert, id);
  expect(await leftReflections(expert)).toEqual([]);
  await unnamePerson(officer, id, { personId: adHocExpert.personId });
  const left = await now(network, adHocExpert);
  expect(await outcome(readVisit(left, id, "working"))).toBe("not-found");
  expect(await outcome(keep(left, id, "More", 1))).toBe("not-found");
  expect(await leftReflections(left)).toMatchObject([{ documentId: id, text: secret }]);
  expect(await givenTo(officer, id)).toContain(secret);
  for (const other of [leadPartner, colleague, (await foundNetwork()).leadExpert]) {
    expect(await leftReflections(other)).toEqual([]);
    expect(await outcome(unshareReflection(other, id))).toBe("not-found");
  }
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  await unshareReflection(await now(network, adHocExpert), id);
  await unshareReflection(await now(network, adHocExpert), id);
  expect(await givenTo(officer, id)).not.toContain(secret);
  expect(await leftReflections(left)).toEqual([]);
  expect(
    await database().read.activity.count({ where: { documentId: id, kind: "reflection-unshared" } }),
  ).toBe(1);
});

test("two windows lose nothing: keeping on top of a newer text is a conflict that carries it", async () => {
  const { id, leadExpert } = await foundOpenVisit();
  expect(await keep(leadExpert, id, "From the first window")).toEqual({ revision: 1 });
  await expect(keep(leadExpert, id, "From the second window")).rejects.toMatchObject({
    refusal: { kind: "conflict", current: { text: "From the first window", revision: 1 } },
  });
  expect(await keep(leadExpert, id, "From the second window", 1)).toEqual({ revision: 2 });
  expect(await keep(leadExpert, id, "From the second window", 1)).toEqual({ revision: 2 });
});

const now = async (network: FoundedNetwork, member: Member) =>
  memberOf(await network.person(member), network.slug);

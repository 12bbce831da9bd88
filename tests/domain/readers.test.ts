// "Who can see this, and why": what the page says of a document is what reading it answers, for everybody.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { readDocument } from "~/domain/documents/reading.server";
import { readersOfDocument, type ReadersOfText } from "~/domain/documents/readers.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { listPeople } from "~/domain/networks/networks.server";
import { database } from "~/platform/db.server";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const everybody = [
  "leadPartner",
  "officer",
  "colleague",
  "otherOfficer",
  "leadExpert",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;

const readersOf = async (member: Member, id: string, text: "working" | "published") =>
  (await readersOfDocument(member, id)).texts.find((one) => one.text === text);

const namesIn = (text: ReadersOfText | undefined) =>
  [...new Set((text?.groups ?? []).flatMap(({ people }) => people.map(({ name }) => name)))].sort();

/** The names of those whom reading lets in. */
async function namesLetIn(network: FoundedNetwork, id: string, wanted?: "working"): Promise<string[]> {
  const names: string[] = [];
  for (const who of everybody)
    if ((await outcome(readDocument(network[who], id, wanted))) === "done") names.push(network[who].name);
  return names.sort();
}

test("who is listed is exactly who reads it: a draft, a shared draft, a published text", async () => {
  const network = await foundNetwork();
  const { officer, draft, published } = network;
  const first = await readersOf(officer, draft.id, "working");
  expect(first).toMatchObject({ opening: "own-city", count: 2 });
  expect(namesIn(first)).toEqual(["Colleague", "Officer"]);
  expect(namesIn(first)).toEqual(await namesLetIn(network, draft.id, "working"));

  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  const shared = await readersOf(officer, draft.id, "working");
  expect(shared).toMatchObject({ opening: "local-group", count: 3 });
  expect(namesIn(shared)).toEqual(["Colleague", "Local group member", "Officer"]);
  expect(namesIn(shared)).toEqual(await namesLetIn(network, draft.id, "working"));

  const text = await readersOf(officer, published.id, "published");
  expect(text).toMatchObject({ opening: "network", count: 8 });
  expect(namesIn(text)).toEqual(await namesLetIn(network, published.id));
});

test("each role is given with its reason", async () => {
  const { officer, draft, published } = await foundNetwork();
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  const reasons = (text: ReadersOfText | undefined) =>
    text?.groups.map(({ role, reach, opening }) => [role, opening, reach]);
  expect(reasons(await readersOf(officer, draft.id, "working"))).toEqual([
    ["project-officer", "own-city", "city"],
    ["local-group-member", "local-group", "city"],
  ]);
  expect(reasons(await readersOf(officer, published.id, "published"))).toEqual([
    ["lead-partner", "network", "network"],
    ["project-officer", "network", "network"],
    ["lead-expert", "network", "network"],
    ["ad-hoc-expert", "network", "city"],
    ["local-group-member", "network", "city"],
    ["observer", "network", "network"],
  ]);
});

test("ended roles, roles of other cities and of other networks are not listed", async () => {
  const network = await foundNetwork();
  const { officer, published, partners } = network;
  for (const role of ["ad-hoc-expert", "local-group-member"] as const)
    await enrol(network, await foundPerson(`Another city's ${role}`), role, partners.other);
  await enrol(
    network,
    await foundPerson("Gone expert"),
    "ad-hoc-expert",
    partners.own,
    new Date(Date.now() - 1),
  );
  await foundNetwork();
  const names = namesIn(await readersOf(officer, published.id, "published"));
  expect(names).toHaveLength(8);
  for (const name of ["Former officer", "Gone expert", "Another city's ad-hoc-expert"])
    expect(names).not.toContain(name);
});

test("nobody is told about the readers of a text that they do not read, and whoever reads none is told nothing", async () => {
  const { officer, leadPartner, localGroupMember, published, draft } = await foundNetwork();
  await openWorkingText(officer, published.id, { visibility: "local-group" });
  const textsFor = async (member: Member) =>
    (await readersOfDocument(member, published.id)).texts.map(({ text }) => text);
  expect(await textsFor(officer)).toEqual(["working", "published"]);
  expect(await textsFor(localGroupMember)).toEqual(["working", "published"]);
  expect(await textsFor(leadPartner)).toEqual(["published"]);
  const elsewhere = await foundNetwork();
  for (const other of [leadPartner, localGroupMember, elsewhere.officer])
    expect(await outcome(readersOfDocument(other, draft.id))).toBe("not-found");
});

test("one is told by which of one's roles one reads it, and counted once with two of them", async () => {
  const network = await foundNetwork();
  const { officer, published, partners, slug, person } = network;
  const both = await person(network.adHocExpert);
  await enrol(network, both, "observer", null);
  await enrol(network, both, "ad-hoc-expert", partners.other);
  const text = await readersOf(await memberOf(both, slug), published.id, "published");
  expect(text?.because).toEqual([
    { role: "ad-hoc-expert", city: "Alytus" },
    { role: "observer", city: null },
  ]);
  expect(text?.count).toBe(8);
  expect((await readDocument(officer, published.id)).because).toEqual([
    { role: "project-officer", city: "Alytus" },
  ]);
});

test("in a closed network the same people are listed as read it", async () => {
  const network = await foundNetwork();
  const { published, networkId, slug, observer, person } = network;
  await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state: "closed" } }),
  );
  const member = await memberOf(await person(observer), slug);
  expect(namesIn(await readersOf(member, published.id, "published"))).toEqual(
    await namesLetIn(network, published.id),
  );
});

test("whoever is deactivated reads nothing, and is neither listed nor counted", async () => {
  const { officer, published, leadExpert } = await foundNetwork();
  const counted = async () => (await readersOf(officer, published.id, "published"))?.count ?? 0;
  const before = await counted();
  expect(namesIn(await readersOf(officer, published.id, "published"))).toContain("Lead expert");
  await database().write((transaction) =>
    transaction.person.update({
      where: { id: leadExpert.personId },
      data: { deactivatedAt: new Date() },
    }),
  );
  expect(await counted()).toBe(before - 1);
  expect((await listPeople(officer)).map(({ id }) => id)).not.toContain(leadExpert.personId);
  expect(namesIn(await readersOf(officer, published.id, "published"))).not.toContain("Lead expert");
});

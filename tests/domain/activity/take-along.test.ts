// The record to take along: whole for its places and seals, and no more of the rest than its receiver may know.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { takeChainAlong, takeNetworkAlong, type TakenRow } from "~/domain/activity/take-along.server";
import { memberOf } from "~/domain/access/members.server";
import { addComment, editComment } from "~/domain/comments/comments.server";
import { withdrawDocument } from "~/domain/documents/publishing.server";
import { purgeTrash, restoreDocument, trashDocument } from "~/domain/documents/trash.server";
import { insertPerson } from "~/domain/accounts/people.server";
import { change } from "~/domain/activity/activities.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const administrator = { person: { isAdministrator: true } };
const somebody = { person: { isAdministrator: false } };

async function all(pages: AsyncGenerator<TakenRow[]>): Promise<TakenRow[]> {
  const rows: TakenRow[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

const takenBy = async (member: Member) => all(await takeNetworkAlong(member));

/** What docs/operations.md tells a receiver to do, written down once more without any of our code. */
function verifies(rows: TakenRow[]): boolean[] {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
  };
  return rows.map((row, index) => {
    const { chain, position, id, networkId, personId, kind, reach, subjectId, partnershipId, documentId } =
      row;
    const list = [
      chain,
      position,
      id,
      networkId,
      personId,
      kind,
      reach,
      subjectId,
      partnershipId,
      documentId,
    ];
    const words = [...list, row.before, row.after, row.at, rows[index - 1]?.hash ?? ""].map(sorted);
    return createHash("sha256").update(JSON.stringify(words)).digest("hex") === row.hash;
  });
}

async function editedRemark({ otherOfficer, published }: FoundedNetwork) {
  const id = newId();
  await addComment(otherOfficer, published.id, { id, text: "Said in anger", madeOn: "published" });
  await editComment(otherOfficer, published.id, { id, text: "Said calmly" });
}

test("only the lead partner takes the network's record along; an administrator any", async () => {
  const network = await foundNetwork();
  expect(await outcome(takeNetworkAlong(network.leadPartner))).toBe("done");
  for (const name of [
    "officer",
    "colleague",
    "otherOfficer",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
    "observer",
  ] as const)
    expect([name, await outcome(takeNetworkAlong(network[name]))]).toEqual([name, "forbidden"]);
  expect(await outcome(takeChainAlong(administrator, network.networkId))).toBe("done");
  expect(await outcome(takeChainAlong(somebody, network.networkId))).toBe("not-found");
  expect(await outcome(takeChainAlong(somebody, "house"))).toBe("not-found");
  expect(await outcome(takeChainAlong(administrator, "no such chain"))).toBe("not-found");
});

test("also of a closed network the record can be taken along", async () => {
  const { leadPartner } = await foundNetwork();
  const closed = { ...leadPartner, network: { ...leadPartner.network, state: "closed" as const } };
  expect(await takenBy(closed)).toHaveLength(3);
});

test("the lead partner gets every place and seal, and of others' drafts nothing else", async () => {
  const network = await foundNetwork();
  await editedRemark(network);
  const rows = await takenBy(network.leadPartner);
  expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  expect(rows.map(({ withheld }) => withheld)).toEqual(["row", "row", "", "", "content"]);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["chain", "hash", "position", "withheld"]);
  expect(JSON.stringify(rows)).not.toMatch(/The draft|anger/);
  expect(rows[2]).toMatchObject({ kind: "document-published", person: "Officer" });
  expect(verifies(rows)).toEqual([false, false, true, true, false]);
});

test("an administrator gets who did what and when, and not what was in a city's own texts or in a remark", async () => {
  const network = await foundNetwork();
  await editedRemark(network);
  const { slug, rows: pages } = await takeChainAlong(administrator, network.networkId);
  const rows = await all(pages);
  expect(slug).toBe(network.slug);
  expect(rows.map(({ withheld }) => withheld)).toEqual(["content", "content", "", "", "content"]);
  expect(rows[0]).toMatchObject({
    kind: "document-created",
    person: "Officer",
    documentId: network.draft.id,
  });
  expect(JSON.stringify(rows)).not.toMatch(/The draft|anger/);
});

test("a happening of a person alone is taken along by administrators without its content", async () => {
  await foundNetwork();
  await change(async (transaction, record) => {
    const { id } = await insertPerson(transaction, {
      name: "Somebody",
      email: `${newId()}@test.torg`,
      passwordHash: "x",
    });
    await record({
      kind: "profile-changed",
      personId: id,
      subjectId: id,
      before: { name: "Hidden" },
      audience: [],
    });
  });
  const rows = await all((await takeChainAlong(administrator, "house")).rows);
  expect(rows.at(-1)).toMatchObject({ kind: "profile-changed", withheld: "content", person: "Somebody" });
  expect(JSON.stringify(rows)).not.toContain("Hidden");
});

test("a record longer than a page comes whole, and what is written meanwhile is left for the next time", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  const happen = () =>
    change((_, record) =>
      record({
        ...{
          kind: "profile-changed",
          personId: null,
          networkId,
          subjectId: newId(),
          after: { title: "=1+1" },
        },
        audience: [{ room: "network", networkId }],
      }),
    );
  for (let count = 0; count < 1_100; count += 1) await happen();
  const pages = await takeNetworkAlong(leadPartner);
  await happen();
  const rows = await all(pages);
  expect(rows.map(({ position }) => position)).toEqual(
    Array.from({ length: 1_103 }, (_, index) => index + 1),
  );
  expect(verifies(rows).slice(2).every(Boolean)).toBe(true);
});

test("what a text in the trash was called is taken along by nobody who may not bring it back; once emptied, by nobody", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, draft, published, slug } = network;
  const person = await network.person(leadPartner);
  await trashDocument(officer, published.id);
  expect(JSON.stringify(await takenBy(leadPartner))).not.toContain("The published one");
  await enrol(network, person, "project-officer", network.partners.own);
  const both = await memberOf(person, slug);
  expect(JSON.stringify(await takenBy(both))).toContain("The published one");
  await restoreDocument(officer, published.id);
  expect(JSON.stringify(await takenBy(leadPartner))).toContain("The published one");
  await trashDocument(officer, draft.id);
  await database().write((transaction) =>
    transaction.document.update({
      where: { id: draft.id },
      data: { trashedAt: new Date(Date.now() - 31 * 86_400_000) },
    }),
  );
  // By the clock: whether it has been swept yet or not.
  expect(JSON.stringify(await takenBy(both))).not.toContain("The draft");
  await purgeTrash();
  const rows = await takenBy(both);
  expect(JSON.stringify(rows)).not.toContain("The draft");
  expect(rows.filter(({ kind }) => kind === "document-created")[0]).toMatchObject({ withheld: "content" });
});

test("an administrator does not take along what a text was called that is withdrawn or in the trash", async () => {
  const network = await foundNetwork();
  const { officer, published } = network;
  const taken = async () =>
    JSON.stringify(await all((await takeChainAlong(administrator, network.networkId)).rows));
  expect(await taken()).toContain("The published one");
  await trashDocument(officer, published.id);
  expect(await taken()).not.toContain("The published one");
  await restoreDocument(officer, published.id);
  expect(await taken()).toContain("The published one");
  await withdrawDocument(officer, published.id);
  expect(await taken()).not.toContain("The published one");
});

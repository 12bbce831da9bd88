// Versions: which of the saves they are, who wrote each, who may read them, and what naming one does.
import { expect, onTestFinished, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { readFeed } from "~/domain/networks/feed.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { quiet, versionsOf, type Save } from "~/domain/documents/version";
import { NameVersion } from "~/domain/documents/version-orders";
import { listVersions, nameVersion, readVersion } from "~/domain/documents/versions.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const minute = 60_000;

/** Saves as "who at which minute", in the order of their revisions. */
function saves(...said: Array<[who: string, minute: number]>): Save[] {
  return said.map(([savedById, at], index) => ({
    revision: index + 1,
    savedById,
    savedAt: new Date(at * minute),
  }));
}

const found = (all: Save[], at: number, ...marked: number[]) =>
  versionsOf(all, new Set(marked), new Date(at * minute)).map(({ revision, after, savedBy, isGoingOn }) => [
    revision,
    after,
    [...savedBy].sort().join(),
    isGoingOn,
  ]);

test("an author's saves up to half an hour of quiet are one version", () => {
  const all = saves(["a", 0], ["a", 20], ["a", 49], ["a", 79], ["a", 90]);
  expect(found(all, 200)).toEqual([
    [5, 3, "a", false],
    [3, 0, "a", false],
  ]);
  expect(found(all, 100)[0]).toEqual([5, 3, "a", true]);
  expect(quiet).toBe(30 * minute);
});

test("each author's sitting ends by itself, also while the other goes on, and says who else wrote meanwhile", () => {
  const all = saves(["a", 0], ["b", 5], ["a", 10], ["b", 20], ["b", 45], ["b", 60], ["a", 70]);
  // A's first sitting ended at minute 10, B's at minute 60, A's second at 70.
  expect(found(all, 200)).toEqual([
    [7, 6, "a", false],
    [6, 3, "b", false],
    [3, 0, "a,b", false],
  ]);
});

test("what is published, signed or named is a version though its sitting goes on, and no save stands in two or in none", () => {
  const all = saves(["a", 0], ["a", 1], ["a", 2], ["a", 3]);
  expect(found(all, 4, 2)).toEqual([
    [4, 2, "a", true],
    [2, 0, "a", false],
  ]);
  expect(found(all, 4, 2, 4)[0]).toEqual([4, 2, "a", false]);
  expect(found([], 4)).toEqual([]);
});

const write = (text: string, revision: number) => ({
  title: "A title",
  language: "en" as const,
  text,
  revision,
});

async function written(network: FoundedNetwork) {
  const { officer, colleague, partners } = network;
  const { id } = await createDocument(officer, {
    partnershipId: partners.own,
    kind: "note",
    title: "A note",
    language: "en",
    text: "",
  });
  const begun = await database().read.document.findUniqueOrThrow({ where: { id } });
  const first = await saveDocument(officer, id, write("Monday **alone**.", begun.revision));
  shiftClock(40 * minute);
  onTestFinished(() => shiftClock(0));
  const second = await saveDocument(colleague, id, write("Monday alone. Tuesday together.", first.revision));
  return { id, first: first.revision, second: second.revision };
}

test("whoever reads the draft reads its versions, the latest first, each as it stood; nobody else knows of them", async () => {
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { id, first, second } = await written(network);
  const { versions, document } = await listVersions(officer, id);
  expect(document.title).toBe("A title");
  expect(versions.map(({ revision, isNow, isGoingOn }) => [revision, isNow, isGoingOn])).toEqual([
    [second, true, true],
    [first, false, false],
  ]);
  expect(versions.map(({ authors }) => authors.map(({ id: person }) => person))).toEqual([
    [colleague.personId],
    [officer.personId],
  ]);
  const old = await readVersion(colleague, id, String(first));
  expect(old.rendered.html).toContain("<strong>alone</strong>");
  expect(old.rendered.html).not.toContain("Tuesday");
  expect([old.earlier, old.later, old.isUnchanged]).toEqual([null, second, true]);
  const others = [
    "leadPartner",
    "otherOfficer",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
    "observer",
  ] as const;
  for (const other of others) {
    expect(await outcome(listVersions(network[other], id))).toBe("not-found");
    expect(await outcome(readVersion(network[other], id, String(first)))).toBe("not-found");
  }
  const elsewhere = await foundNetwork();
  expect(await outcome(listVersions(elsewhere.officer, id))).toBe("not-found");
  for (const address of ["0", "999", "-1", "1e3", "one", "", `${first}.0`])
    expect(await outcome(readVersion(officer, id, address))).toBe("not-found");
});

test("a published text's readers are not led to what was never published", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner } = network;
  const { id, second } = await written(network);
  await publishDocument(officer, id, { revision: second, visibility: "network" });
  expect(await outcome(listVersions(leadPartner, id))).toBe("not-found");
  const order = { name: "Mine", note: "" };
  expect(await outcome(nameVersion(leadPartner, id, String(second), order))).toBe("not-found");
  const [now] = (await listVersions(officer, id)).versions;
  expect(now?.published).toMatchObject({ visibility: "network", isWithdrawn: false });
});

test("a version is named once and for good by whoever writes the text, and its hash tells what it said", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner } = network;
  const { id, first, second } = await written(network);
  const order = NameVersion.parse({ name: " Sent to the council ", note: "By letter." });
  await nameVersion(officer, id, String(first), order);
  const read = await readVersion(colleague, id, String(first));
  expect(read.version.named).toMatchObject({ name: "Sent to the council", note: "By letter." });
  expect(read.version.named?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(read.isUnchanged).toBe(true);
  expect(await outcome(nameVersion(colleague, id, String(first), order))).toBe("invalid");
  expect(await outcome(nameVersion(leadPartner, id, String(second), order))).toBe("not-found");
  expect(await outcome(nameVersion(officer, id, "999", order))).toBe("conflict");
  expect(await outcome(nameVersion(officer, id, "first", order))).toBe("not-found");
  const [happened] = (await readFeed(officer)).rows;
  expect([happened?.kind, happened?.title, happened?.changes]).toEqual([
    "version-named",
    "A title",
    [{ field: "name", was: null, became: "Sent to the council" }],
  ]);
  expect((await readFeed(leadPartner)).rows.filter(({ kind }) => kind === "version-named")).toEqual([]);
  // Whoever changes what was named, beside Torg, is found out.
  await database().write((transaction) =>
    transaction.documentSave.update({
      where: { documentId_revision: { documentId: id, revision: first } },
      data: { text: "Monday in company." },
    }),
  );
  expect((await readVersion(officer, id, String(first))).isUnchanged).toBe(false);
});

test("a name is words, and neither it nor the note is endless", () => {
  expect(NameVersion.safeParse({ name: "   " }).success).toBe(false);
  expect(NameVersion.safeParse({ name: "x".repeat(101) }).success).toBe(false);
  expect(NameVersion.safeParse({ name: "x", note: "x".repeat(1_001) }).success).toBe(false);
});

test("in a closed network versions are read and none is named", async () => {
  const network = await foundNetwork();
  const { officer, slug } = network;
  const { id, first } = await written(network);
  await database().write((transaction) =>
    transaction.network.update({ where: { slug }, data: { state: "closed" } }),
  );
  const member = await memberOf(await network.person(officer), slug);
  expect((await listVersions(member, id)).mayName).toBe(false);
  expect(await outcome(nameVersion(member, id, String(first), { name: "Late", note: "" }))).toBe("forbidden");
});

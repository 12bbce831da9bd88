// Comparing versions and publications: who may, which two, by whom what was changed, and what changed since somebody read it.
import { expect, onTestFinished, test } from "vitest";
import { deactivatePerson } from "~/domain/accounts/deactivation.server";
import { listVersions, nameVersion } from "~/domain/documents/versions.server";
import { compareVersions, type State } from "~/domain/documents/comparing.server";
import { comparePublications } from "~/domain/documents/comparing-publications.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { readAgain, visit } from "~/domain/documents/read-mark";
import { writeReadMarks } from "~/domain/documents/read-marks.server";
import { noteRead, sinceRead } from "~/domain/documents/since-read.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { foundAdministrator } from "../../support/administrator";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const hour = 60 * 60_000;

/** Moves the clock on until the test is over. */
function later(milliseconds: number): void {
  shiftClock(now().getTime() - Date.now() + milliseconds);
  onTestFinished(() => shiftClock(0));
}

/** The title is all that is stated. */
const state: State = (_facts, _names, { title }) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: title }] }],
});

const order = (text: string, revision: number, title = "A plan") => ({
  title,
  language: "en" as const,
  text,
  revision,
});

/** Three sittings: the officer's, the colleague's, the officer's again. */
async function written(network: FoundedNetwork) {
  const { officer, colleague, partners } = network;
  const { id } = await createDocument(officer, {
    partnershipId: partners.own,
    kind: "note",
    title: "A plan",
    language: "en",
    text: "",
  });
  const begun = await database().read.document.findUniqueOrThrow({ where: { id } });
  const first = await saveDocument(
    officer,
    id,
    order("# Roof\n\nOf tin.\n\n# Money\n\nNone.", begun.revision),
  );
  later(hour);
  const second = await saveDocument(
    colleague,
    id,
    order("# Roof\n\nOf glass.\n\n# Money\n\nNone.", first.revision),
  );
  later(hour);
  const third = await saveDocument(
    officer,
    id,
    order("# Roof\n\nOf glass.\n\n# Money\n\nMuch.", second.revision, "A better plan"),
  );
  return { id, first: first.revision, second: second.revision, third: third.revision };
}

const between = (from: number | string | null, to: number | string | null) => ({
  from: from === null ? null : String(from),
  to: to === null ? null : String(to),
});

test("any two versions are compared, with who changed which section, from which city, and the title", async () => {
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { id, first, second, third } = await written(network);
  const compared = await compareVersions(colleague, id, between(first, third), state);
  expect([compared.from, compared.to, compared.isNow]).toEqual([first, third, true]);
  expect(compared.text?.sections.map(({ title, added, removed }) => [title, added, removed])).toEqual([
    ["Roof", 1, 1],
    ["Money", 1, 1],
  ]);
  expect(compared.sectionAuthors).toEqual([[colleague.personId], [officer.personId]]);
  const ids = compared.authors.map((author) => author.id);
  expect(new Set(ids)).toEqual(new Set([officer.personId, colleague.personId]));
  for (const { cities } of compared.authors) expect(cities).toHaveLength(1);
  expect(compared.facts?.parts.map(({ html }) => html).join()).toContain("better");

  const turned = await compareVersions(officer, id, between(third, first), state);
  expect([turned.from, turned.to]).toEqual([first, third]);
  const last = await compareVersions(officer, id, between(null, null), state);
  expect([last.from, last.to]).toEqual([second, third]);
  expect((await compareVersions(officer, id, between(second, "now"), state)).to).toBe(third);
  const one = await compareVersions(officer, id, between(first, first), state);
  expect([one.text?.changes, one.facts, one.authors]).toEqual([0, null, []]);
});

test("only who reads the working text compares versions, and only those that there are", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner } = network;
  const { id, first, third } = await written(network);
  const others = ["leadPartner", "otherOfficer", "leadExpert", "adHocExpert", "observer"] as const;
  for (const other of others)
    expect(await outcome(compareVersions(network[other], id, between(first, third), state))).toBe(
      "not-found",
    );
  await publishDocument(officer, id, { revision: third, visibility: "public" });
  expect(await outcome(compareVersions(leadPartner, id, between(first, third), state))).toBe("not-found");
  const elsewhere = await foundNetwork();
  expect(await outcome(compareVersions(elsewhere.officer, id, between(null, null), state))).toBe("not-found");
  for (const address of ["0", "999", "-1", "x", "", "1e1"])
    expect([address, await outcome(compareVersions(officer, id, between(address, null), state))]).toEqual([
      address,
      "not-found",
    ]);
});

test("a long text is compared beside the event loop, with the same result", async () => {
  const network = await foundNetwork();
  const { officer } = network;
  const { id, third } = await written(network);
  const long = Array.from({ length: 600 }, (_, at) => `Paragraph number ${at} of the plan.`);
  const { revision } = await saveDocument(officer, id, order(long.join("\n\n"), third));
  await nameVersion(officer, id, String(revision), { name: "Long", note: "" });
  await saveDocument(officer, id, order(long.toSpliced(300, 1, "This is another.").join("\n\n"), revision));
  const { text, was } = await compareVersions(officer, id, between(null, null), state);
  expect(was.named?.name).toBe("Long");
  expect(text?.parts.map(({ folded }) => folded)).toEqual([299, 0, 298]);
});

test("publications are compared by whoever reads them, and nothing of a draft or of what was taken back", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, adHocExpert, localGroupMember } = network;
  const { id, third } = await written(network);
  expect(await outcome(comparePublications(leadPartner, id, between(null, null), state))).toBe("not-found");
  expect(await outcome(comparePublications(officer, id, between(null, null), state))).toBe("not-found");
  await publishDocument(officer, id, { revision: third, visibility: "network" });
  const draft = await saveDocument(officer, id, order("Never shown.", third, "Never called so"));
  const next = await saveDocument(officer, id, order("# Roof\n\nOf slate.", draft.revision, "Slate"));
  await publishDocument(officer, id, { revision: next.revision, visibility: "public" });
  const seen = await comparePublications(leadPartner, id, between(1, 2), state);
  expect([seen.compared.from, seen.compared.to, seen.document.title]).toEqual([1, 2, "Slate"]);
  expect(JSON.stringify(seen)).not.toMatch(/Never/);
  expect(JSON.stringify(seen.compared.text)).toContain("slate");
  // The group reads what is for everybody alone: the first publication was not.
  const group = await comparePublications(localGroupMember, id, between(null, null), state);
  expect(group.publications.map(({ number }) => number)).toContain(2);
  expect(await outcome(comparePublications(adHocExpert, id, between(1, 3), state))).toBe("not-found");
  await withdrawDocument(officer, id);
  expect(await outcome(comparePublications(leadPartner, id, between(1, 2), state))).toBe("not-found");
});

test("a visit keeps what was read before it; whoever comes back has read what they saw last", () => {
  const at = (minutes: number) => new Date(minutes * 60_000);
  const first = readAgain(null, 1, at(0));
  expect(first).toEqual({ revision: 1, readAt: at(0), former: null });
  const changed = readAgain(first, 2, at(60));
  expect(changed.former).toEqual({ revision: 1, readAt: at(0) });
  // Reloading, and what comes meanwhile, is the same visit.
  expect(readAgain(changed, 2, at(61)).former).toEqual(changed.former);
  expect(readAgain(changed, 3, at(62)).former).toEqual(changed.former);
  // Another visit: nothing new, or new against what was seen last.
  expect(readAgain(changed, 2, at(60 + visit / 60_000)).former).toBeNull();
  expect(readAgain(changed, 3, at(120)).former).toEqual({ revision: 2, readAt: at(60) });
});

test("a reader hears what others changed since they read it, until they have read that", async () => {
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { id, second, third } = await written(network);
  const open = (who: typeof officer, revision: number) =>
    sinceRead(who, { id, text: "working", revision, isSeen: true });
  expect(await open(colleague, third)).toBeNull();
  later(hour);
  const next = await saveDocument(officer, id, order("# Roof\n\nOf slate.", third));
  expect(await open(colleague, next.revision)).toMatchObject({ from: third, to: null });
  await writeReadMarks();
  // Again in the same visit, now out of the database; and the writer is not told of their own words.
  expect(await open(colleague, next.revision)).toMatchObject({ from: third });
  expect(await open(officer, second)).toBeNull();
  expect(await open(officer, next.revision)).toBeNull();
  later(hour);
  expect(await open(colleague, next.revision)).toBeNull();
});

test("what is fetched beforehand is not read; what the reader’s screen says it shows is, if it is what stands there", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner } = network;
  const { id, third } = await written(network);
  const marks = async () => {
    await writeReadMarks();
    return database().read.readText.findMany({ where: { documentId: id } });
  };
  await sinceRead(colleague, { id, text: "working", revision: third, isSeen: false });
  expect(await marks()).toEqual([]);
  await noteRead(colleague, id, { text: "working", at: new Date(0) });
  expect(await marks()).toEqual([]);
  await noteRead(colleague, id, {});
  expect((await marks()).map(({ personId, of, revision }) => [personId, of, revision])).toEqual([
    [colleague.personId, "working", third],
  ]);
  expect(await outcome(noteRead(leadPartner, id, {}))).toBe("not-found");
  expect(await outcome(noteRead(officer, id, { text: "published" }))).toBe("not-found");
  expect(
    await database().read.activity.count({ where: { documentId: id, kind: { contains: "read" } } }),
  ).toBe(0);
});

test("readers of what is published hear of publications alone", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner } = network;
  const { id, third } = await written(network);
  await publishDocument(officer, id, { revision: third, visibility: "network" });
  const open = (revision: number) =>
    sinceRead(leadPartner, { id, text: "published", revision, isSeen: true });
  expect(await open(third)).toBeNull();
  later(hour);
  const next = await saveDocument(officer, id, order("Another.", third));
  expect(await open(third)).toBeNull();
  await publishDocument(officer, id, { revision: next.revision, visibility: "network" });
  expect(await open(next.revision)).toMatchObject({ from: 1, to: 2 });
});

test("marks go with the account, and with a text that is gone", async () => {
  const network = await foundNetwork();
  const { colleague } = network;
  const { id } = await written(network);
  await noteRead(colleague, id, {});
  await writeReadMarks();
  expect(await database().read.readText.count({ where: { personId: colleague.personId } })).toBe(1);
  await deactivatePerson(await foundAdministrator(), colleague.personId);
  expect(await database().read.readText.count({ where: { personId: colleague.personId } })).toBe(0);
  // One that was still to be written does not come after it.
  await noteRead(colleague, id, {});
  await writeReadMarks();
  expect(await database().read.readText.count({ where: { personId: colleague.personId } })).toBe(0);
});

test("a list of versions does not walk over the texts", async () => {
  const plan = await database().read.$queryRaw<Array<{ detail: string }>>`
    EXPLAIN QUERY PLAN SELECT revision, savedAt, savedById, title, language FROM DocumentSave
    WHERE documentId = 'x' ORDER BY revision ASC`;
  expect(plan.map(({ detail }) => detail).join()).toContain("COVERING INDEX DocumentSave_versions_idx");
  const network = await foundNetwork();
  const { id } = await written(network);
  expect((await listVersions(network.officer, id)).versions).toHaveLength(3);
});

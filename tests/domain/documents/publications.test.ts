// Publications: what readers were given before stays readable for those to whom it was given, until it is taken back.
import { expect, test } from "vitest";
import { saveDocument } from "~/domain/documents/documents.server";
import {
  listPublications,
  readPublication,
  withdrawPublication,
} from "~/domain/documents/publications.server";
import { publicDocument } from "~/domain/documents/public-documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { readDocument } from "~/domain/documents/reading.server";
import { listVersions, nameVersion, readVersion } from "~/domain/documents/versions.server";
import { readFeed } from "~/domain/networks/feed.server";
import { database } from "~/platform/db.server";
import type { Member } from "~/domain/access/member";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";
import { memberOf } from "~/domain/access/members.server";
import { outcome } from "../../support/outcome";

type Visibility = "network" | "public";

/** Saves and publishes these texts of the founded network's published document, one after the other. */
async function publishAnew(
  { officer, published: { id } }: FoundedNetwork,
  ...said: Array<[string, Visibility]>
) {
  for (const [text, visibility] of said) {
    const { revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
    const saved = await saveDocument(officer, id, { title: `On ${text}`, language: "en", text, revision });
    await publishDocument(officer, id, { revision: saved.revision, visibility });
  }
}

const numbers = async (member: Member, id: string) =>
  (await listPublications(member, id)).publications.map(({ number, isPresent }) => [number, isPresent]);

/** Of another city's local group: reads only what is public. */
async function outsider(network: FoundedNetwork): Promise<Member> {
  const person = await foundPerson("A neighbour");
  await enrol(network, person, "local-group-member", network.partners.other);
  return memberOf(person, network.slug);
}

test("readers find what they were given before, as it was, and hear that the draft has moved on", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published } = network;
  const { id } = published;
  await publishAnew(network, ["Tuesday", "network"], ["Wednesday", "network"]);
  expect(await numbers(leadPartner, id)).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  const second = await readPublication(leadPartner, id, "2");
  expect(second.rendered.html).toContain("Tuesday");
  expect([second.publication.title, second.present.number, second.mayWithdraw]).toEqual([
    "On Tuesday",
    3,
    false,
  ]);
  const reading = await readDocument(leadPartner, id);
  expect([reading.earlierPublications, reading.isDraftFurther]).toEqual([2, false]);
  const { revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  await saveDocument(officer, id, { title: "On Thursday", language: "en", text: "Thursday", revision });
  const later = await readDocument(leadPartner, id);
  expect([later.isDraftFurther, later.title, later.rendered.html.includes("Thursday")]).toEqual([
    true,
    "On Wednesday",
    false,
  ]);
  for (const address of ["0", "4", "-1", "two", "2.0", ""])
    expect(await outcome(readPublication(leadPartner, id, address))).toBe("not-found");
});

test("nobody finds publications of a text they do not read, nor of one that was withdrawn, also when it is published again", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published, draft } = network;
  const { id } = published;
  await publishAnew(network, ["Tuesday", "network"]);
  const elsewhere = await foundNetwork();
  expect(await outcome(listPublications(elsewhere.leadPartner, id))).toBe("not-found");
  expect(await outcome(listPublications(officer, draft.id))).toBe("not-found");
  const neighbour = await outsider(network);
  expect(await outcome(listPublications(neighbour, id))).toBe("not-found");
  expect(await outcome(readPublication(neighbour, id, "1"))).toBe("not-found");
  await withdrawDocument(officer, id);
  expect(await outcome(listPublications(leadPartner, id))).toBe("not-found");
  expect(await outcome(readPublication(officer, id, "1"))).toBe("not-found");
  await publishAnew(network, ["Friday", "network"]);
  expect(await numbers(leadPartner, id)).toEqual([[3, true]]);
  expect(await outcome(readPublication(leadPartner, id, "1"))).toBe("not-found");
});

test("who reads only what is public finds the public ones alone, and what was narrowed never again", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published } = network;
  const { id } = published;
  const neighbour = await outsider(network);
  await publishAnew(network, ["Tuesday", "public"], ["Wednesday", "network"], ["Thursday", "public"]);
  // Publishing Wednesday's for the network took Tuesday's from everybody.
  expect(await numbers(neighbour, id)).toEqual([[4, true]]);
  expect((await readDocument(neighbour, id)).earlierPublications).toBe(0);
  await publishAnew(network, ["Friday", "public"]);
  expect(await numbers(neighbour, id)).toEqual([
    [5, true],
    [4, false],
  ]);
  expect((await readDocument(neighbour, id)).earlierPublications).toBe(1);
  expect((await numbers(leadPartner, id)).length).toBe(5);
  expect((await publicDocument(id, 4))?.rendered.html).toContain("Thursday");
  expect([await publicDocument(id, 2), await publicDocument(id, 3), await publicDocument(id, 5)]).toEqual([
    null,
    null,
    null,
  ]);
  expect((await publicDocument(id))?.earlier.map(({ number }) => number)).toEqual([4]);
  await publishDocument(officer, id, { revision: await revisionOf(id), visibility: "network" });
  expect(await outcome(listPublications(neighbour, id))).toBe("not-found");
  await publishDocument(officer, id, { revision: await revisionOf(id), visibility: "public" });
  expect(await numbers(neighbour, id)).toEqual([[5, true]]);
});

async function revisionOf(id: string): Promise<number> {
  return (await database().read.document.findUniqueOrThrow({ where: { id } })).revision;
}

test("an earlier publication is taken back by whoever decides about the text, at once and for good", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published } = network;
  const { id } = published;
  await publishAnew(network, ["Tuesday", "public"], ["Wednesday", "public"]);
  expect(await outcome(withdrawPublication(leadPartner, id, "2"))).toBe("forbidden");
  expect(await outcome(withdrawPublication(await outsider(network), id, "2"))).toBe("forbidden");
  expect(await outcome(withdrawPublication((await foundNetwork()).officer, id, "2"))).toBe("not-found");
  expect(await outcome(withdrawPublication(officer, id, "3"))).toBe("invalid");
  expect(await outcome(withdrawPublication(officer, id, "9"))).toBe("not-found");
  await withdrawPublication(officer, id, "2");
  expect(await outcome(readPublication(leadPartner, id, "2"))).toBe("not-found");
  expect(await outcome(withdrawPublication(officer, id, "2"))).toBe("not-found");
  expect(await publicDocument(id, 2)).toBe(null);
  expect(await numbers(leadPartner, id)).toEqual([
    [3, true],
    [1, false],
  ]);
  const [happened] = (await readFeed(leadPartner)).rows;
  expect([happened?.kind, happened?.title]).toEqual(["publication-withdrawn", "On Wednesday"]);
  // What it said stays among the versions.
  expect((await listVersions(officer, id)).versions.some(({ title }) => title === "On Tuesday")).toBe(true);
});

test("publishing locks and seals the version, under a name if one is given", async () => {
  const network = await foundNetwork();
  const { officer, published } = network;
  const { id } = published;
  await publishAnew(network, ["Tuesday", "network"]);
  const revision = await revisionOf(id);
  const sealed = (await readVersion(officer, id, String(revision))).version;
  expect([sealed.named?.name, sealed.published?.number]).toEqual(["", 2]);
  expect(sealed.named?.hash).toMatch(/^[0-9a-f]{64}$/);
  await nameVersion(officer, id, String(revision), { name: "For the council", note: "" });
  const named = await readVersion(officer, id, String(revision));
  expect([named.version.named?.name, named.version.named?.hash, named.isUnchanged]).toEqual([
    "For the council",
    sealed.named?.hash,
    true,
  ]);
  const saved = await saveDocument(officer, id, { title: "On Friday", language: "en", text: "F", revision });
  await publishDocument(officer, id, { revision: saved.revision, name: "For the ministry" });
  const last = await readVersion(officer, id, String(saved.revision));
  expect(last.version.named?.name).toBe("For the ministry");
  expect(await outcome(nameVersion(officer, id, String(saved.revision), { name: "X", note: "" }))).toBe(
    "invalid",
  );
});

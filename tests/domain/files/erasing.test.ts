// Erasing a file for good: gone from every text at once, by whoever writes the document; that it was there, and why it went, stays.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { compareVersions } from "~/domain/documents/comparing.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { duplicateDocument } from "~/domain/documents/duplicating.server";
import { archiveDocument } from "~/domain/documents/managing.server";
import { publicDocument, publicState } from "~/domain/documents/public-documents.server";
import { listPublications, readPublication } from "~/domain/documents/publications.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { readDocument } from "~/domain/documents/reading.server";
import { listVersions, readVersion } from "~/domain/documents/versions.server";
import { keepFile, removeFile, restoreFile } from "~/domain/files/describing.server";
import { eraseFile, readErasing } from "~/domain/files/erasing.server";
import { EraseFile } from "~/domain/files/file-orders";
import { sweepFiles } from "~/domain/files/files-upkeep.server";
import { filesOfHouse } from "~/domain/files/house-files.server";
import { closeJudging } from "~/domain/files/judging.server";
import { listFiles } from "~/domain/files/listing.server";
import { replaceFile } from "~/domain/files/replacing.server";
import { serveFile } from "~/domain/files/serving.server";
import { readFeed } from "~/domain/networks/feed.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { fileAddress } from "~/text/file-addresses";
import { attach, offered, served } from "../../support/attached";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { drawing } from "../../support/made-pictures";
import { outcome } from "../../support/outcome";

afterAll(closeJudging);

const reason = "Consent was taken back";
const erased = "This picture was erased.";
const asked = (member: Member | null) => ({ memberIn: () => Promise.resolve(member) });

async function write({ officer }: FoundedNetwork, id: string, text: string): Promise<number> {
  const { title, language, revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  return (await saveDocument(officer, id, { title, language: language as "en", text, revision })).revision;
}

let made = 0;

/** A picture like no other, in the text of the published document, of a version, and of a publication for everybody. */
async function pictureForEverybody(network: FoundedNetwork) {
  const { officer, published } = network;
  made += 1;
  const bytes = await drawing(1_000 + made, 600);
  const file = await attach(officer, published.id, "Ona.png", bytes, { isKept: true });
  const text = `Before.\n\n![A woman at a stall](${fileAddress(file.id, file.picture)} "In May")`;
  const revision = await write(network, published.id, text);
  await publishDocument(officer, published.id, { revision, visibility: "public" });
  return { ...file, bytes, revision };
}

async function hashesOf(fileId: string): Promise<string[]> {
  const contents = await database().read.fileContent.findMany({ where: { fileId } });
  return contents.map(({ hash }) => hash);
}

const isStored = (hash: string) => existsSync(join(settings().dataFolder, "files", hash.slice(0, 2), hash));

test("a picture goes from the text, its versions, its publications and the public page; each place says so", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, observer, published, networkId } = network;
  const { id, revision } = await pictureForEverybody(network);
  const hashes = await hashesOf(id);
  expect([hashes.length, hashes.every(isStored)]).toEqual([3, true]);
  const edition = (await publicState(published.id))?.edition;
  expect((await publicDocument(published.id))?.rendered.html).toContain(`/files/${id}`);

  expect(await readErasing(colleague, published.id, id)).toMatchObject({
    file: { id, name: "Ona.png", size: { height: 600 } },
    ...{ isInText: true, isInVersions: true, publications: 1, isPublic: true, others: [] },
  });
  await eraseFile(colleague, published.id, id, { reason });

  expect(hashes.some(isStored)).toBe(false);
  expect((await publicState(published.id))?.edition).not.toBe(edition);
  const [present] = (await listPublications(leadPartner, published.id)).publications;
  const places = await Promise.all([
    readDocument(officer, published.id, "working"),
    readDocument(observer, published.id),
    readVersion(officer, published.id, String(revision)),
    readPublication(leadPartner, published.id, String(present?.number)),
    publicDocument(published.id),
  ]);
  for (const place of places) {
    expect(place?.rendered.html).toContain(`<p class="erased-picture">${erased}</p>`);
    expect(place?.rendered.html).not.toContain("<img");
    // What the text itself says stays its words.
    expect(place?.rendered.html).toContain("<figcaption>In May</figcaption>");
  }
  await write(network, published.id, "After.");
  const { versions } = await listVersions(officer, published.id);
  const between = { from: String(revision), to: String(versions[0]?.revision) };
  const compared = await compareVersions(officer, published.id, between, () => ({}));
  const html = compared.text?.parts.map((part) => part.html).join("");
  expect(html).toContain(erased);
  expect(html).not.toContain("<img");

  for (const member of [officer, observer, null])
    expect(await serveFile(asked(member), id, 480)).toMatchObject({
      ...{ isErased: true, isPublic: true, size: { width: 480 } },
    });
  await withdrawDocument(officer, published.id);
  expect(await outcome(serveFile(asked(null), id))).toBe("not-found");
  expect(await serveFile(asked(officer), id)).toMatchObject({ isErased: true, isPublic: false });

  const { files, removed, erased: told } = await listFiles(officer, published.id);
  expect([files, removed]).toEqual([[], []]);
  expect(told).toMatchObject([{ id, isPicture: true, addedBy: "Officer", reason, isInText: false }]);
  const row = await database().read.attachedFile.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ name: "", altText: "", bytes: 0, erasedById: colleague.personId });
  const house = await filesOfHouse({ person: { isAdministrator: true } } as Parameters<
    typeof filesOfHouse
  >[0]);
  expect(house.damaged.filter(({ hash }) => hashes.includes(hash))).toEqual([]);
  expect(house.networks.map((one) => one.id)).not.toContain(networkId);
  const happened = (await readFeed(colleague)).rows.find(({ kind }) => kind === "file-erased");
  expect(happened).toBeDefined();
  expect(JSON.stringify(happened)).not.toContain("Ona.png");
});

test("bytes that another file has stay that one's, and the member is told of those they may read", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, partners, published } = network;
  const first = await pictureForEverybody(network);
  const second = await attach(officer, published.id, "same.png", first.bytes);
  const order = { title: "A copy", partnershipId: partners.other, text: "published" as const };
  const copy = await duplicateDocument(otherOfficer, published.id, order);
  const hashes = await hashesOf(first.id);
  // The other city's draft is not this officer's to know of.
  expect((await readErasing(officer, published.id, first.id)).others.map(({ id }) => id)).toEqual([
    second.id,
  ]);
  await eraseFile(officer, published.id, first.id, { reason });
  expect(hashes.every(isStored)).toBe(true);
  await eraseFile(officer, published.id, second.id, { reason });
  expect(hashes.every(isStored)).toBe(true);
  const [copied] = (await listFiles(otherOfficer, copy.id)).files;
  expect((await served(otherOfficer, copied?.id ?? "")).isPicture).toBe(true);
  await eraseFile(otherOfficer, copy.id, copied?.id ?? "", { reason });
  expect(hashes.some(isStored)).toBe(false);
});

test("a copy made afterwards says in that place that the picture was erased", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, partners, published } = network;
  const { id } = await pictureForEverybody(network);
  await eraseFile(officer, published.id, id, { reason });
  const order = { title: "A copy", partnershipId: partners.other, text: "published" as const };
  const copy = await duplicateDocument(otherOfficer, published.id, order);
  expect((await readDocument(otherOfficer, copy.id)).rendered.html).toContain(erased);
  expect((await listFiles(otherOfficer, copy.id)).files).toEqual([]);
});

test("only whoever writes the document erases; for good, with a reason, and no file of another document", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, otherOfficer, leadExpert, observer, draft, published } = network;
  const { id } = await attach(officer, published.id, "a.txt", "a");
  const hidden = await attach(officer, draft.id, "b.txt", "b");
  const both = async (member: Member, documentId: string, fileId: string) => [
    await outcome(readErasing(member, documentId, fileId)),
    await outcome(eraseFile(member, documentId, fileId, { reason })),
  ];
  for (const member of [leadPartner, otherOfficer, leadExpert, observer]) {
    expect(await both(member, published.id, id)).toEqual(["not-found", "not-found"]);
    expect(await both(member, draft.id, hidden.id)).toEqual(["not-found", "not-found"]);
  }
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { visibility: "network" } }),
  );
  expect(await both(leadExpert, draft.id, hidden.id)).toEqual(["forbidden", "forbidden"]);
  expect(await both(officer, draft.id, id)).toEqual(["not-found", "not-found"]);
  const closed = { ...officer, network: { ...officer.network, state: "closed" as const } };
  expect(await both(closed, published.id, id)).toEqual(["forbidden", "forbidden"]);
  expect(EraseFile.safeParse({ reason: " \n " }).success).toBe(false);
  expect(EraseFile.safeParse({ reason: "a".repeat(301) }).success).toBe(false);

  await eraseFile(officer, published.id, id, { reason });
  expect(await both(officer, published.id, id)).toEqual(["not-found", "not-found"]);
  const memberNow = () => Promise.resolve(officer);
  const later = [
    keepFile(officer, published.id, id),
    removeFile(officer, published.id, id),
    restoreFile(officer, published.id, id),
    replaceFile(officer, published.id, { ...offered("c.txt", "c"), memberNow, replaces: id }),
  ];
  expect(await Promise.all(later.map(outcome))).toEqual(Array(4).fill("not-found"));
});

test("what is sealed or archived can be erased as well, what was taken out or is damaged too, and that is told for good", async () => {
  const { officer, draft, published } = await foundNetwork();
  const sealed = await attach(officer, published.id, "a.txt", "sealed");
  const out = await attach(officer, draft.id, "b.txt", "taken out");
  const missing = await attach(officer, draft.id, "c.txt", "missing");
  await database().write((transaction) =>
    transaction.document.update({ where: { id: published.id }, data: { sealedAt: now() } }),
  );
  expect(await listFiles(officer, published.id)).toMatchObject({ mayWrite: false, mayErase: true });
  await eraseFile(officer, published.id, sealed.id, { reason });
  await removeFile(officer, draft.id, out.id);
  await archiveDocument(officer, draft.id, true);
  await eraseFile(officer, draft.id, out.id, { reason });
  const [hash = ""] = await hashesOf(missing.id);
  rmSync(join(settings().dataFolder, "files", hash.slice(0, 2), hash));
  await eraseFile(officer, draft.id, missing.id, { reason });
  shiftClock(now().getTime() - Date.now() + 40 * 86_400_000);
  onTestFinished(() => shiftClock(0));
  await sweepFiles();
  const told = (await listFiles(officer, draft.id)).erased.map(({ id }) => id);
  expect(told.sort()).toEqual([out.id, missing.id].sort());
});

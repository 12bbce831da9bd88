// The gallery: what is said of files, replacing, taking out and back, and what is swept or found damaged.
import { rmSync, utimesSync, writeFileSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { readFeed } from "~/domain/networks/feed.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { purgeTrash, trashDocument } from "~/domain/documents/trash.server";
import { lookAt } from "~/domain/files/contents.server";
import { describeFile, keepFile, removeFile, restoreFile } from "~/domain/files/describing.server";
import { checkContents, sweepContents, sweepFiles } from "~/domain/files/files-upkeep.server";
import { filesOfHouse } from "~/domain/files/house-files.server";
import { closeJudging } from "~/domain/files/judging.server";
import { listFiles } from "~/domain/files/listing.server";
import { replaceFile } from "~/domain/files/replacing.server";
import { serveFile } from "~/domain/files/serving.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { fileAddress } from "~/text/file-addresses";
import { attach, offered } from "../../support/attached";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { drawing, photograph } from "../../support/made-pictures";
import { outcome } from "../../support/outcome";

afterAll(closeJudging);

const day = 86_400_000;

/** Days later, until the test is over. */
function daysLater(days: number): void {
  shiftClock(now().getTime() - Date.now() + days * day);
  onTestFinished(() => shiftClock(0));
}

async function write(network: FoundedNetwork, id: string, text: string): Promise<number> {
  const { title, language, revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  const order = { title, language: language as "en", text, revision };
  return (await saveDocument(network.officer, id, order)).revision;
}

const textOf = async (id: string) =>
  (await database().read.document.findUniqueOrThrow({ where: { id } })).text;

test("what is said of a picture is kept, told to the city, and asked for where it is missing", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, draft } = network;
  const file = await attach(officer, draft.id, "a.png", await drawing(300, 200));
  const inText = await attach(officer, draft.id, "b.png", await drawing(200, 300));
  await write(network, draft.id, `![Said in the text](${fileAddress(inText.id, inText.picture)})`);
  const { files } = await listFiles(colleague, draft.id);
  expect(files.map(({ name, lacksAltText }) => [name, lacksAltText])).toEqual([
    ["b.png", false],
    ["a.png", true],
  ]);
  const said = { altText: "The square", caption: "In May", licence: "CC BY 4.0", consent: "given" as const };
  await describeFile(colleague, draft.id, { id: file.id, ...said });
  await describeFile(colleague, draft.id, { id: file.id, ...said });
  const described = (await listFiles(colleague, draft.id)).files.find(({ id }) => id === file.id);
  expect(described).toMatchObject({ ...said, lacksAltText: false, by: "Officer", isInText: false });
  const told = (await readFeed(colleague)).rows.map(({ kind }) => kind);
  expect(told.filter((kind) => kind.startsWith("file-"))).toEqual([
    "file-described",
    "file-added",
    "file-added",
  ]);
  expect((await readFeed(leadPartner)).rows.some(({ kind }) => kind.startsWith("file-"))).toBe(false);
});

test("only whoever writes the document describes, keeps, removes and brings back; nobody a file under another document", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, otherOfficer, observer, draft, published } = network;
  const { id } = await attach(officer, draft.id, "a.txt", "a");
  const said = { id, altText: "", caption: "", licence: "", consent: "unknown" as const };
  const doings = (member: Member, documentId: string) => [
    describeFile(member, documentId, said),
    keepFile(member, documentId, id),
    removeFile(member, documentId, id),
    restoreFile(member, documentId, id),
  ];
  for (const member of [leadPartner, otherOfficer, observer])
    expect(
      await Promise.all([...doings(member, draft.id), listFiles(member, draft.id)].map(outcome)),
    ).toEqual(Array(5).fill("not-found"));
  const elsewhere = await Promise.all(doings(officer, published.id).map(outcome));
  expect(elsewhere).toEqual(Array(4).fill("not-found"));
  const order = { ...offered("b.txt", "b"), memberNow: () => Promise.resolve(officer), replaces: id };
  expect(await outcome(replaceFile(officer, published.id, order))).toBe("not-found");
  expect(await outcome(replaceFile(leadPartner, draft.id, order))).toBe("not-found");
});

test("a new picture takes the place of the old one in the text; what is published keeps the old one", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published } = network;
  const old = await attach(officer, published.id, "a.png", await drawing(300, 200));
  await describeFile(officer, published.id, {
    id: old.id,
    altText: "Said",
    caption: "C",
    licence: "L",
    consent: "given",
  });
  const picture = `![Said](${fileAddress(old.id, old.picture)})`;
  const revision = await write(
    network,
    published.id,
    `Before.\n\n${picture}\n\n[the file](${fileAddress(old.id)})`,
  );
  await publishDocument(officer, published.id, { revision });
  const bytes = await drawing(400, 100, "#123456");
  const order = { ...offered("new.png", bytes), memberNow: () => Promise.resolve(officer), replaces: old.id };
  const { file, isInPlace } = await replaceFile(officer, published.id, order);
  expect(isInPlace).toBe(true);
  expect(await textOf(published.id)).toBe(
    `Before.\n\n![Said](/files/${file.id}/400x100)\n\n[the file](/files/${file.id})`,
  );
  const { files, removed } = await listFiles(officer, published.id);
  expect(files).toMatchObject([
    { id: file.id, altText: "Said", caption: "C", licence: "L", consent: "unknown" },
  ]);
  expect(removed).toMatchObject([{ id: old.id, replacedBy: "new.png", isPublished: true, goesOn: null }]);
  const asLead = { memberIn: () => Promise.resolve(leadPartner) };
  expect(await outcome(serveFile(asLead, old.id))).toBe("done");
  expect(await outcome(serveFile(asLead, file.id))).toBe("not-found");
});

test("what was taken out comes back, under a name of its own where that was given away", async () => {
  const { officer, draft } = await foundNetwork();
  const first = await attach(officer, draft.id, "a.txt", "a");
  await removeFile(officer, draft.id, first.id);
  expect((await attach(officer, draft.id, "a.txt", "b")).name).toBe("a.txt");
  await restoreFile(officer, draft.id, first.id);
  const { files, removed } = await listFiles(officer, draft.id);
  expect([files.map(({ name }) => name).sort(), removed]).toEqual([["a (2).txt", "a.txt"], []]);
});

test("after thirty days goes what no text, no save and nobody keeps; its content a day later, where nothing else has it", async () => {
  const network = await foundNetwork();
  const { officer, draft } = network;
  const add = (name: string, content: string, isKept = false) =>
    attach(officer, draft.id, name, content, { isKept });
  const never = await add("never.txt", "named nowhere");
  const same = await add("same.txt", "named nowhere", true);
  const alone = await add("alone.txt", "alone");
  const kept = await add("kept.txt", "k", true);
  const once = await add("once.txt", "once named");
  const out = await add("out.txt", "taken out", true);
  const present = await add("now.txt", "named now");
  const hashes = await Promise.all([never.id, alone.id, out.id].map(hashOf));
  await write(network, draft.id, `[once](${fileAddress(once.id)})`);
  daysLater(1);
  await write(network, draft.id, `[now](${fileAddress(present.id)})`);
  const goesOn = (await listFiles(officer, draft.id)).files
    .filter((file) => file.goesOn)
    .map(({ name }) => name);
  expect(goesOn.sort()).toEqual(["alone.txt", "never.txt"]);
  await sweepFiles();
  expect((await listFiles(officer, draft.id)).files).toHaveLength(7);
  daysLater(2);
  await removeFile(officer, draft.id, out.id);
  daysLater(28);
  await sweepFiles();
  const left = async () =>
    (await database().read.attachedFile.findMany({ where: { documentId: draft.id } })).map(({ id }) => id);
  expect((await left()).sort()).toEqual([same.id, kept.id, once.id, out.id, present.id].sort());
  daysLater(3);
  await sweepFiles();
  expect(await left()).not.toContain(out.id);
  expect(await left()).not.toContain(never.id);
  // A backup that has copied the rows already still finds the content.
  await sweepContents();
  await sweepContents();
  expect(hashes.map((hash) => existsSync(pathOf(hash)))).toEqual([true, true, true]);
  daysLater(1.1);
  await sweepContents();
  // The same content is named by another row, which stays.
  expect(hashes.map((hash) => existsSync(pathOf(hash)))).toEqual([true, false, false]);
});

test("with a document that is emptied for good its files go, too", async () => {
  const network = await foundNetwork();
  const file = await attach(network.officer, network.draft.id, "a.txt", `only here ${network.networkId}`, {
    isKept: true,
  });
  const { hash } = await database().read.fileContent.findFirstOrThrow({ where: { fileId: file.id } });
  await trashDocument(network.officer, network.draft.id);
  daysLater(31);
  await purgeTrash();
  expect(await database().read.attachedFile.count({ where: { id: file.id } })).toBe(0);
  await sweepContents();
  daysLater(1.1);
  await sweepContents();
  expect(existsSync(pathOf(hash))).toBe(false);
});

test("what is missing or altered on the disk is told to its readers and the administrator, until it is put back", async () => {
  const { officer, draft, networkId } = await foundNetwork();
  const { id } = await attach(officer, draft.id, "a.txt", `whole ${networkId}`);
  const { hash } = await database().read.fileContent.findFirstOrThrow({ where: { fileId: id } });
  const administrator = { person: { isAdministrator: true } } as Parameters<typeof filesOfHouse>[0];
  const damaged = async () => (await filesOfHouse(administrator)).damaged.map((one) => one.hash);
  // The same content once more: it lies on the disk once, and is told once.
  await attach(officer, draft.id, "b.txt", `whole ${networkId}`);
  expect(await lookAt(hash)).toBe("whole");
  writeFileSync(pathOf(hash), `other ${networkId}`);
  utimesSync(pathOf(hash), new Date(), new Date(Date.now() + 5_000));
  expect(await lookAt(hash)).toBe("altered");
  expect(await damaged()).toEqual([hash]);
  expect((await listFiles(officer, draft.id)).files[0]?.isDamaged).toBe(true);
  rmSync(pathOf(hash));
  expect(await lookAt(hash)).toBe("missing");
  writeFileSync(pathOf(hash), `whole ${networkId}`);
  await checkContents();
  expect(await damaged()).toEqual([]);
  expect(readFileSync(pathOf(hash), "utf8")).toBe(`whole ${networkId}`);
  const own = { person: { isAdministrator: false } } as Parameters<typeof filesOfHouse>[0];
  expect(await outcome(filesOfHouse(own))).toBe("not-found");
});

test("the administrator sees how much room each network's files take", async () => {
  const { officer, draft, networkId } = await foundNetwork();
  await attach(officer, draft.id, "a.jpg", await photograph(600, 400));
  const { networks, quota } = await filesOfHouse({ person: { isAdministrator: true } } as Parameters<
    typeof filesOfHouse
  >[0]);
  const { _sum } = await database().read.attachedFile.aggregate({
    where: { networkId },
    _sum: { bytes: true },
  });
  expect(networks.find(({ id }) => id === networkId)).toMatchObject({ files: 1, bytes: _sum.bytes });
  expect(quota).toBe(2_000_000_000);
});

async function hashOf(fileId: string): Promise<string> {
  return (await database().read.fileContent.findFirstOrThrow({ where: { fileId } })).hash;
}

function pathOf(hash: string): string {
  return join(settings().dataFolder, "files", hash.slice(0, 2), hash);
}

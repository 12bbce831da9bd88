// How the index keeps up: with every change, after a crash, with what no happening tells of, and while it is built anew.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { addComment, deleteComment, editComment, restoreComment } from "~/domain/comments/comments.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { purgeTrash, trashDocument } from "~/domain/documents/trash.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { openIndexToRead } from "~/domain/search/index-file.server";
import { currentIndex } from "~/domain/search/index-place.server";
import { rebuildIndex } from "~/domain/search/rebuild.server";
import { closeSearch, search, searchCaughtUp } from "~/domain/search/search.server";
import { keepReflection, shareReflection, unshareReflection } from "~/domain/visits/reflections.server";
import { addToVisit, replyToVisit } from "~/domain/visits/statements.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { ask } from "../../support/searches";
import { world } from "../../support/world";

async function write({ officer, partners }: FoundedNetwork, title: string, text: string) {
  return createDocument(officer, { partnershipId: partners.own, kind: "note", title, text, language: "en" });
}

const countOf = async ({ officer }: FoundedNetwork, question: string) => (await ask(officer, question)).count;

test("an edit is found without anybody waiting for it, and the old words are not", async () => {
  const network = await foundNetwork();
  const { id } = await write(network, "Fjord", "Kestrel");
  expect(await countOf(network, "kestrel")).toBe(1);
  await saveDocument(network.officer, id, { title: "Fjord", language: "en", text: "Merlin", revision: 1 });
  const asked = () => search([network.officer], { question: "merlin", page: 1, size: 5 }, "en");
  while ((await asked()).count === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await countOf(network, "kestrel")).toBe(0);
});

test("remarks are found as they are written, changed, taken back and brought back", async () => {
  const network = await foundNetwork();
  const { officer, published } = network;
  const id = newId();
  await addComment(officer, published.id, { id, text: "Nightingale", madeOn: "published" });
  expect(await countOf(network, "nightingale")).toBe(1);
  await editComment(officer, published.id, { id, text: "Blackbird" });
  expect([await countOf(network, "nightingale"), await countOf(network, "blackbird")]).toEqual([0, 1]);
  await deleteComment(officer, published.id, id);
  expect(await countOf(network, "blackbird")).toBe(0);
  await restoreComment(officer, published.id, id);
  expect(await countOf(network, "blackbird")).toBe(1);
});

test("what happened while nobody followed, told or not, is found after the next start", async () => {
  const network = await foundNetwork();
  const { id } = await write(network, "Before", "Lapwing");
  expect(await countOf(network, "lapwing")).toBe(1);
  await closeSearch();
  await write(network, "Meanwhile", "Curlew");
  await database().write((transaction) =>
    transaction.document.update({
      where: { id },
      data: { text: "Plover", updatedAt: new Date(), title: "Put back" },
    }),
  );
  expect([await countOf(network, "curlew"), await countOf(network, "plover")]).toEqual([1, 1]);
  expect(await countOf(network, "lapwing")).toBe(0);
});

test("an index that is missing, or broken, is built anew by itself", async () => {
  const network = await foundNetwork();
  await write(network, "Lost and found", "Goshawk");
  expect(await countOf(network, "goshawk")).toBe(1);
  await closeSearch();
  const folder = join((await world()).folder, "search");
  rmSync(folder, { recursive: true });
  expect(await countOf(network, "goshawk")).toBe(1);
  await closeSearch();
  for (const name of readdirSync(folder).filter((each) => each !== "current"))
    writeFileSync(join(folder, name), "This is no database at all. ".repeat(400));
  expect(await countOf(network, "goshawk")).toBe(1);
});

test("it is built anew while people search in it and write, and takes its place as a whole", async () => {
  const network = await foundNetwork();
  const { folder } = await world();
  for (let index = 0; index < 60; index += 1)
    await write(network, `Number ${index}`, `Heron ${"and more words ".repeat(200)}`);
  expect(await countOf(network, "heron")).toBe(60);
  const before = readdirSync(join(folder, "search"));
  const progress: number[] = [];
  const counts: number[] = [];
  let isDone = false;
  const searching = (async () => {
    while (!isDone)
      counts.push((await search([network.officer], { question: "heron", page: 1, size: 1 }, "en")).count);
  })();
  const writing = write(network, "Written meanwhile", "Stork");
  const total = await rebuildIndex({ dataFolder: folder, onProgress: (done) => progress.push(done) });
  isDone = true;
  await Promise.all([searching, writing]);
  expect(total).toBeGreaterThan(60);
  expect(progress.at(-1)).toBe(Math.max(...progress));
  expect(new Set(counts)).toEqual(new Set([60]));
  expect([await countOf(network, "heron"), await countOf(network, "stork")]).toEqual([60, 1]);
  const after = readdirSync(join(folder, "search"));
  expect(after.some((name) => name.endsWith(".db") && !before.includes(name))).toBe(true);
  expect(after.filter((name) => name.endsWith(".db"))).toHaveLength(1);
});

test("a folder without a database has nothing to build from", async () => {
  const folder = join((await world()).folder, "elsewhere");
  mkdirSync(folder);
  await expect(rebuildIndex({ dataFolder: folder, onProgress: () => undefined })).rejects.toThrow(
    /no database/,
  );
  expect(existsSync(join(folder, "search"))).toBe(false);
});

test("of a text that is emptied out of the trash no remark stays in the index", async () => {
  const network = await foundNetwork();
  const { officer, published } = network;
  await addComment(officer, published.id, { id: newId(), text: "Ptarmigan", madeOn: "published" });
  expect(await countOf(network, "ptarmigan")).toBe(1);
  await trashDocument(officer, published.id);
  await database().write((transaction) =>
    transaction.document.update({
      where: { id: published.id },
      data: { trashedAt: new Date(Date.now() - 31 * 86_400_000) },
    }),
  );
  await purgeTrash();
  expect(await countOf(network, "ptarmigan")).toBe(0);
  const index = openIndexToRead(currentIndex((await world()).folder) ?? "");
  expect(index.values("SELECT rowid FROM bodies WHERE bodies MATCH 'ptarmigan'")).toEqual([]);
  index.close();
});

test("replies, additions and reflections are found within two seconds, as they are kept, changed, shared and withdrawn", async () => {
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, partners } = network;
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind: "visit-note", title: "A visit", text: "Seen.", language: "en" },
  });
  await publishDocument(officer, id, { revision: 1 });
  const soon = async (by: Member, question: string, count: number) => {
    while ((await search([by], { question, page: 1, size: 5 }, "en")).count !== count)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await replyToVisit(officer, id, { id: newId(), text: "Sandpiper" });
  await soon(leadPartner, "sandpiper", 1);
  await replyToVisit(officer, id, { id: newId(), text: "Dotterel" });
  await soon(leadPartner, "dotterel", 1);
  await soon(leadPartner, "sandpiper", 0);
  await soon(officer, "sandpiper", 1);
  await keepReflection(officer, id, { text: "Whimbrel", revision: 0 });
  await soon(officer, "whimbrel", 1);
  await keepReflection(officer, id, { text: "Turnstone", revision: 1 });
  await soon(officer, "turnstone", 1);
  await soon(officer, "whimbrel", 0);
  await soon(colleague, "turnstone", 0);
  await shareReflection(officer, id);
  await soon(colleague, "turnstone", 1);
  await unshareReflection(officer, id);
  await soon(colleague, "turnstone", 0);
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { sealedAt: new Date() } }),
  );
  await addToVisit(officer, id, { id: newId(), text: "Redshank" });
  await soon(leadPartner, "redshank", 1);
  await withdrawDocument(officer, id);
  await soon(leadPartner, "redshank", 0);
  await soon(leadPartner, "dotterel", 0);
  await soon(officer, "redshank", 1);
  await rebuildIndex({ dataFolder: (await world()).folder, onProgress: () => undefined });
  await soon(officer, "redshank turnstone", 0);
  for (const word of ["redshank", "dotterel", "sandpiper", "turnstone"])
    expect([word, await countOf(network, word)]).toEqual([word, 1]);
  await database().write((transaction) =>
    transaction.document.update({
      where: { id },
      data: { sealedAt: null, trashedAt: new Date(Date.now() - 31 * 86_400_000) },
    }),
  );
  await purgeTrash();
  await searchCaughtUp();
  const index = openIndexToRead(currentIndex((await world()).folder) ?? "");
  for (const word of ["redshank", "dotterel", "turnstone"])
    expect(index.values(`SELECT rowid FROM bodies WHERE bodies MATCH '${word}'`)).toEqual([]);
  index.close();
});

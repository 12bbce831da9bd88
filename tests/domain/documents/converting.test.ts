// Texts in Markdown become texts that are written together: losing nothing, once, and whenever the process is killed meanwhile.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { constants, platform, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { convert } from "~/domain/documents/conversion";
import { saveDocument } from "~/domain/documents/documents.server";
import { liveDocuments } from "~/domain/documents/live-documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { bringTextsUp, convertTexts } from "~/domain/documents/texts-at-start.server";
import { purgeTrash, trashDocument } from "~/domain/documents/trash.server";
import { isWrittenTogether } from "~/domain/documents/together.server";
import { database } from "~/platform/db.server";
import { toMarkdown } from "~/text/document-to-markdown";
import { readMarkdown, toDocument } from "~/text/markdown-to-document";
import { isSameToReaders } from "~/text/same-to-readers";
import { fromShared } from "~/text/shared-document";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { textHouse } from "../../support/text-house";
import { world } from "../../support/world";
import { examples } from "../../text/markdown-examples";

/** The Markdown that stands in the log, with how many frames there are. */
async function standing(id: string, states = liveDocuments().states) {
  const { parts, head } = await states.read(id);
  const shared = new Y.Doc({ gc: false });
  for (const part of parts) Y.applyUpdate(shared, part);
  return { markdown: toMarkdown(fromShared(shared).document), head };
}

async function rowOf(id: string) {
  return database().read.document.findUniqueOrThrow({
    where: { id },
    select: {
      text: true,
      revision: true,
      publishedText: true,
      updatedAt: true,
      former: { select: { of: true, text: true, outcome: true, losses: true }, orderBy: { of: "desc" } },
      saves: { select: { revision: true } },
    },
  });
}

async function write({ officer, draft }: FoundedNetwork, text: string): Promise<void> {
  await saveDocument(officer, draft.id, { title: "The draft", language: "en", text, revision: 1 });
}

/** What a document shows otherwise: tasks and other items in one list stand apart, and images go. */
const otherwise = [
  "tasks",
  "tasks among others",
  "images",
  "pictures of nothing",
  "a space that holds a place",
];

test.each(Object.entries(examples))("of %s the document says what the Markdown said", (name, text) => {
  const { markdown, losses, update } = convert({ text, isForWriting: true });
  const shared = new Y.Doc({ gc: false });
  Y.applyUpdate(shared, update ?? new Uint8Array());
  expect(toMarkdown(fromShared(shared).document)).toBe(markdown);
  expect(toMarkdown(toDocument(markdown))).toBe(markdown);
  expect(losses > 0, "shows otherwise").toBe(otherwise.includes(name));
  expect(isSameToReaders(text, markdown)).toBe(losses === 0 || readMarkdown(text).losses.length > 0);
});

test("readers are shown the same whatever the signs, and something else where a word, a mark or a link is another", () => {
  const text = "# A\n\nsome *words **and** a* [link](/b)\nhere\n\n- [x] task\n\n```\ncode  x\n```\n";
  const others = {
    same: "A\n=\n\nsome _words __and__ a_ [link](/b) here\n* [X] task\n~~~\ncode  x\n~~~",
    word: text.replace("here", "there"),
    mark: text.replace("**and**", "and"),
    link: text.replace("/b", "/c"),
    task: text.replace("[x]", "[ ]"),
    blanksInCode: text.replace("code  x", "code x"),
    joined: text.replace("some *", "some*"),
    list: text.replace("- [x]", "1. [x]"),
  };
  const same = Object.entries(others).filter(([, other]) => isSameToReaders(text, other));
  expect(same.map(([name]) => name)).toEqual(["same"]);
});

test("at the start every text becomes one that is written together, is shown as before, and what was typed is kept", async () => {
  const [, network] = await Promise.all([textHouse(), foundNetwork()]);
  const typed = "# Heading\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
  const said = toMarkdown(toDocument(typed));
  await write(network, typed);
  await publishDocument(network.officer, network.draft.id, { revision: 2 });
  const before = await rowOf(network.draft.id);
  const counts = await bringTextsUp().done;
  expect(counts).toMatchObject({ working: 2, published: 2, brought: 4, withLosses: 0, failed: 0 });
  const after = await rowOf(network.draft.id);
  expect(after).toEqual({
    ...before,
    text: said,
    publishedText: said,
    former: [
      { of: "working", text: typed, outcome: "brought", losses: 0 },
      { of: "published", text: typed, outcome: "brought", losses: 0 },
    ],
  });
  expect(await standing(network.draft.id)).toEqual({ markdown: said, head: 1 });
  expect(await convertTexts(), "a second time").toMatchObject({ working: 0, published: 0, failed: 0 });
  expect(await rowOf(network.draft.id)).toEqual(after);
  expect((await standing(network.draft.id)).head).toBe(1);
  // A form that was opened before has it in the other signs: nothing was written.
  const form = { title: "The draft", language: "en" as const, text: typed, revision: 2 };
  expect(await saveDocument(network.officer, network.draft.id, form)).toEqual({ revision: 2 });
  expect((await standing(network.draft.id)).head).toBe(1);
});

test("what a document would show otherwise stays in the rows as it was typed until somebody writes", async () => {
  const [, network] = await Promise.all([textHouse(), foundNetwork()]);
  const typed = "[![A square](https://alytus.example/a.jpg)](/networks)\n\nWords\n";
  await write(network, typed);
  await publishDocument(network.officer, network.draft.id, { revision: 2 });
  expect(await convertTexts()).toMatchObject({ withLosses: 2, failed: 0 });
  const row = await rowOf(network.draft.id);
  expect(row).toMatchObject({ text: typed, publishedText: typed });
  expect(row.former).toMatchObject([
    { text: typed, outcome: "kept", losses: 1 },
    { text: typed, outcome: "kept", losses: 1 },
  ]);
  // Another title writes no text.
  const form = { language: "en" as const, revision: 2 };
  await saveDocument(network.officer, network.draft.id, { ...form, title: "Another", text: typed });
  expect((await rowOf(network.draft.id)).text).toBe(typed);
  const written = `${typed}\nMore\n`;
  const another = { ...form, title: "Another", revision: 3 };
  await saveDocument(network.officer, network.draft.id, { ...another, text: written });
  expect((await rowOf(network.draft.id)).text).toBe(toMarkdown(toDocument(written)));
});

test("what was typed goes with the trash, and what is in it is converted as well", async () => {
  const [, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, draft } = network;
  await trashDocument(officer, draft.id);
  await convertTexts();
  expect(await isWrittenTogether(draft.id)).toBe(true);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { trashedAt: new Date(0) } }),
  );
  await purgeTrash();
  expect(await database().read.formerMarkdown.count({ where: { documentId: draft.id } })).toBe(0);
  expect(await database().read.followedText.count({ where: { documentId: draft.id } })).toBe(0);
  expect(await isWrittenTogether(draft.id)).toBe(false);
  expect(await convertTexts()).toMatchObject({ working: 0, failed: 0 });
});

/** Converts in a process of its own. */
async function converting(
  texts: string,
  dieAfter: number,
): Promise<{ printed: string; signal: string | null }> {
  const { folder } = await world();
  const child = spawn(
    process.execPath,
    [
      ...["--import", "tsx", resolve("tests/domain/documents/converting-process.ts")],
      ...[join(folder, "torg.db"), texts, String(dieAfter)],
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  return { printed, signal };
}

test("killed anywhere in it, the conversion is gone on with at the next start: nothing is missing or doubled", async () => {
  const network = await foundNetwork();
  const folder = mkdtempSync(join(tmpdir(), "torg-converting-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const texts = join(folder, "texts.sqlite");
  const typed = "* one\n* two\n";
  await write(network, typed);
  // After keeping, after the log, after keeping again, after the row …
  const deaths: number[] = [];
  for (const dieAfter of [1, 2, 1, 2, 3, 2, 4]) {
    const { signal } = await converting(texts, dieAfter);
    if (signal === "SIGKILL") deaths.push(dieAfter);
  }
  expect(deaths.length).toBeGreaterThanOrEqual(4);
  const { printed } = await converting(texts, 0);
  expect(JSON.parse(printed)).toMatchObject({ failed: 0 });
  expect(JSON.parse((await converting(texts, 0)).printed)).toMatchObject({
    working: 0,
    published: 0,
    steps: 0,
  });
  const house = await textHouse(texts);
  expect(house.file).toBe(texts);
  expect(await standing(network.draft.id)).toEqual({ markdown: "- one\n- two\n", head: 1 });
  expect(await standing(network.published.id)).toEqual({ markdown: "Text of The published one\n", head: 1 });
  expect(await rowOf(network.draft.id)).toMatchObject({
    text: "- one\n- two\n",
    revision: 2,
    former: [{ of: "working", text: typed, outcome: "brought" }],
  });
  expect((await rowOf(network.published.id)).former).toMatchObject([
    { of: "working", text: "Text of The published one", outcome: "brought" },
    { of: "published", text: "Text of The published one", outcome: "brought" },
  ]);
}, 120_000);

test.runIf(platform() === "linux")(
  "whoever works in the house goes before the texts that are converted",
  async () => {
    const [, network] = await Promise.all([textHouse(), foundNetwork()]);
    await write(network, "A text in Markdown.");
    await convertTexts();
    const priorities = readdirSync("/proc/self/task").map((thread) => {
      const [, fields = ""] = readFileSync(`/proc/self/task/${thread}/stat`, "utf8").split(") ");
      return Number(fields.split(" ")[16]);
    });
    expect(priorities).toContain(constants.priority.PRIORITY_BELOW_NORMAL);
    expect(priorities).toContain(constants.priority.PRIORITY_NORMAL);
  },
);

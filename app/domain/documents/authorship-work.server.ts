// Finding out who wrote what, beside the event loop: a long history is put together by a worker, not by whoever serves people.
import { join } from "node:path";
import { createBackground, type Background } from "~/platform/background.server";
import { database } from "~/platform/db.server";
import { forget, madeAlready, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import type { Hand, KnownWords, SavedText } from "./authors-of-saves";
import type { TracedLetters } from "./authorship";
import type { AuthoredSection } from "./authorship-shares";
import type { AuthorshipJob, AuthorshipResult } from "./authorship-worker";
import { liveDocumentsIfOpen } from "./live-documents.server";
import { isWrittenTogether } from "./together.server";

function beside(): Background<AuthorshipJob, AuthorshipResult> {
  return once("authorship", () =>
    createBackground<AuthorshipJob, AuthorshipResult>({
      workerFile: join(root(), "build/workers/authorship.js"),
      timeLimit: 30_000,
      memoryLimit: 512,
    }),
  );
}

/** Ends the worker thread, if one is awake. */
export async function closeAuthorship(): Promise<void> {
  const background = madeAlready<Background<AuthorshipJob, AuthorshipResult>>("authorship");
  forget("authorship");
  await background?.close();
}

interface Asked {
  id: string;
  text: string;
  language: string;
}

/** The text as it stands, with whose its words are. `text` is what the rows have, for one that was never written together. */
export async function sectionsWithHands({
  id,
  text,
  language,
}: Asked): Promise<{ hands: Hand[]; sections: AuthoredSection[] }> {
  const job = { ...(await jobFor(id)), markdown: text, language };
  const result = await answered({ ...job, wanted: "sections" });
  if (!("sections" in result)) throw new Error("The worker answered something else.");
  return result;
}

/** Whose each letter of the shared text is, by its Yjs id; of one that was never written together nothing. */
export async function lettersWithHands(id: string): Promise<TracedLetters> {
  const job = { ...(await jobFor(id)), markdown: "", language: "" };
  const result = await answered({ ...job, wanted: "traced" });
  if (!("traced" in result)) throw new Error("The worker answered something else.");
  return result.traced;
}

/** Whose each letter of a version is (undefined: nobody knows): of its text nodes, in their order. */
export async function handsOfVersion(
  { id, text, language }: Asked,
  version: { revision: number; savedAt: Date },
): Promise<Array<Hand | undefined>> {
  const until = version.savedAt.getTime();
  const job = { ...(await jobFor(id, version.revision)), markdown: text, language, until };
  const result = await answered({ ...job, wanted: "letters" });
  if (!("of" in result)) throw new Error("The worker answered something else.");
  return Array.from(result.of, (hand) => result.hands[hand]);
}

/** How far back a text is followed that was made of one that was made of one. */
const furthest = 4;

async function jobFor(id: string, revision?: number, depth = 0) {
  const [file, saves, before] = await Promise.all([
    fileOf(id),
    savesUpTo(id, revision),
    depth < furthest ? beginningOf(id, depth) : undefined,
  ]);
  return { file, document: id, saves, before };
}

/** Whose the words were of the text that this one was made of, as it stood then; nothing where it was begun anew, or that one is gone. */
async function beginningOf(id: string, depth: number): Promise<KnownWords | undefined> {
  const { read } = database();
  const made = await read.document.findUnique({
    where: { id },
    select: { adaptedFromId: true, originalId: true, createdAt: true, networkId: true },
  });
  const source = made?.adaptedFromId ?? made?.originalId;
  if (!made || !source) return undefined;
  const save = await read.documentSave.findFirst({
    where: {
      documentId: source,
      savedAt: { lte: made.createdAt },
      document: { networkId: made.networkId, purgedAt: null },
    },
    select: { revision: true, text: true, language: true },
    orderBy: { revision: "desc" },
  });
  if (!save) return undefined;
  const result = await answered({
    ...(await jobFor(source, save.revision, depth + 1)),
    ...{ markdown: save.text, language: save.language },
    ...{ until: made.createdAt.getTime(), wanted: "words" },
  });
  return "known" in result ? result.known : undefined;
}

async function answered(job: AuthorshipJob): Promise<AuthorshipResult> {
  const result = await beside().run(job);
  if ("wrong" in result) throw new Error(`Who wrote the text could not be found out: ${result.wrong}`);
  return result;
}

async function fileOf(id: string): Promise<string | null> {
  return (await isWrittenTogether(id)) ? (liveDocumentsIfOpen()?.file ?? null) : null;
}

/** The saves of the time before the text was written together: what came after that the log knows better. */
async function savesUpTo(documentId: string, revision?: number): Promise<SavedText[]> {
  const former = await database().read.formerMarkdown.findUnique({
    where: { documentId_of: { documentId, of: "working" } },
    select: { revision: true },
  });
  const last = Math.min(former?.revision ?? Number.MAX_SAFE_INTEGER, revision ?? Number.MAX_SAFE_INTEGER);
  const saves = await database().read.documentSave.findMany({
    where: { documentId, ...(last < Number.MAX_SAFE_INTEGER && { revision: { lte: last } }) },
    select: { text: true, savedById: true, savedAt: true },
    orderBy: { revision: "asc" },
  });
  return saves.map(({ text, savedById, savedAt }) => ({ text, person: savedById, at: savedAt.getTime() }));
}

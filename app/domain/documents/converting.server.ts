// One text in Markdown becomes one that is written together: once, losing nothing, however often the process is killed meanwhile.
import { join } from "node:path";
import { createBackground, type Background } from "~/platform/background.server";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { forget, madeAlready, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import { convert, type Conversion, type ConversionJob } from "./conversion";
import { stateLimit } from "./live-document";
import { liveDocuments } from "./live-documents.server";
import { keepFollowed } from "./projection.server";
import { textTurn } from "./text-turn";
import { textsTogether } from "./together.server";

/** What became of the row's Markdown. See `FormerMarkdown` in the schema. */
export type Outcome = "unchanged" | "brought" | "kept" | "too-large";

export interface Converted {
  outcome: Outcome;
  /** How much the document cannot hold, or shows otherwise. */
  losses: number;
}

/** UTF-16 units that are converted at once where somebody waits; longer texts, and all that nobody waits for, beside the event loop. */
const short = 10_000;

/**
 * Makes the working text one that is written together, if it is Markdown alone. First the Markdown is kept as it was typed, then the
 * document is in the log, then the row's Markdown is brought to what the editor writes, where every reader is shown the same by it:
 * killed between any two of these it is gone on with. Answers nothing where nothing was left to do. Takes the text's turn itself.
 */
export function convertWorkingText(id: string, isAwaited: boolean): Promise<Converted | undefined> {
  return inTurn(textTurn(id), async () => {
    const known = await textsTogether();
    const isTogether = known.has(id);
    const former = await keepFormer(id, isTogether);
    if (!former || (isTogether && former.outcome !== null)) return undefined;
    const { text } = former;
    // Known to be: only the start of another house tries it again.
    if (former.outcome === "too-large" && isAwaited) return { outcome: "too-large", losses: 0 };
    const conversion = await converted({ text, isForWriting: !isTogether }, isAwaited);
    if (!conversion) return finish(id, text, { markdown: text, losses: 0 }, "too-large");
    const { update } = conversion;
    if (update && update.length > stateLimit) return finish(id, text, conversion, "too-large");
    let number: number | undefined;
    if (update) {
      // It goes into the log by itself: nobody has the document open before it is in there.
      number = await liveDocuments().log.append({ document: id, bytes: update, sender: null, claims: [] });
      known.add(id);
    }
    return finish(id, text, conversion, outcomeOf(text, conversion), number);
  });
}

/** Keeps the Markdown as it was typed. Nothing for a text that is gone. */
async function keepFormer(
  documentId: string,
  isTogether: boolean,
): Promise<{ text: string; outcome: string | null } | undefined> {
  return database().write(async (transaction) => {
    const document = await transaction.document.findUnique({
      where: { id: documentId },
      select: {
        text: true,
        revision: true,
        purgedAt: true,
        former: { where: { of: "working" }, select: { text: true, outcome: true } },
      },
    });
    if (!document || document.purgedAt) return undefined;
    const { text, revision, former } = document;
    const [kept] = former;
    if (kept && isTogether) return kept;
    // Once it was written together, what is typed first stays the first, even where the log was lost.
    if (kept && kept.outcome !== null && kept.outcome !== "too-large") return { text, outcome: null };
    if (kept && kept.outcome === "too-large" && kept.text === text) return kept;
    const place = { documentId, of: "working" };
    const asTyped = { text, revision, keptAt: now(), outcome: null };
    await transaction.formerMarkdown.upsert({
      where: { documentId_of: place },
      update: asTyped,
      create: { ...place, ...asTyped },
    });
    return { text, outcome: null };
  });
}

async function finish(
  id: string,
  text: string,
  { markdown, losses }: Pick<Conversion, "markdown" | "losses">,
  outcome: Outcome,
  number?: number,
): Promise<Converted> {
  await database().write(async (transaction) => {
    const done = await transaction.formerMarkdown.updateMany({
      where: { documentId: id, of: "working" },
      data: { outcome, losses },
    });
    // It was emptied meanwhile.
    if (done.count === 0) return;
    if (outcome === "brought")
      await transaction.document.updateMany({ where: { id, text }, data: { text: markdown } });
    if (number !== undefined) await keepFollowed(transaction, id, number);
  });
  return { outcome, losses };
}

/**
 * Brings the published text, as it was when it is first looked at, to the Markdown that the editor writes, where every reader is shown the
 * same by it. Answers nothing where that was done, or where none is published.
 */
export async function convertPublishedText(documentId: string): Promise<Converted | undefined> {
  const document = await database().read.document.findUnique({
    where: { id: documentId },
    select: { publishedText: true, publishedRevision: true },
  });
  const { publishedText: text = null, publishedRevision: revision = null } = document ?? {};
  if (text === null || revision === null) return undefined;
  const conversion = (await converted({ text, isForWriting: false }, false)) ?? { markdown: text, losses: 0 };
  const { markdown, losses } = conversion;
  const outcome = outcomeOf(text, conversion);
  return database().write(async (transaction) => {
    const standing = { id: documentId, publishedText: text, publishedRevision: revision };
    // Published anew, or taken back, meanwhile: it is looked at again.
    const isThere = await transaction.document.count({ where: standing });
    const isDone = await transaction.formerMarkdown.count({ where: { documentId, of: "published" } });
    if (isThere === 0 || isDone > 0) return undefined;
    await transaction.formerMarkdown.create({
      data: { documentId, of: "published", text, revision, keptAt: now(), outcome, losses },
    });
    if (outcome === "brought")
      await transaction.document.updateMany({ where: standing, data: { publishedText: markdown } });
    return { outcome, losses };
  });
}

function outcomeOf(text: string, { markdown, losses }: Pick<Conversion, "markdown" | "losses">): Outcome {
  if (markdown === text) return "unchanged";
  return losses === 0 ? "brought" : "kept";
}

/** Nothing for a text of which the document has no room in the memory that is given to it. */
async function converted(job: ConversionJob, isAwaited: boolean): Promise<Conversion | undefined> {
  if (isAwaited && job.text.length <= short) return convert(job);
  return beside()
    .run(job)
    .catch((failure: unknown) => {
      if (isOutOfMemory(failure)) return undefined;
      throw failure;
    });
}

function isOutOfMemory(failure: unknown): boolean {
  const { cause } = (failure ?? {}) as { cause?: { code?: unknown } };
  return cause?.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function beside(): Background<ConversionJob, Conversion> {
  return once("conversion", () =>
    createBackground<ConversionJob, Conversion>({
      workerFile: join(root(), "build/workers/conversion.js"),
      timeLimit: 30_000,
      memoryLimit: 512,
    }),
  );
}

/** Ends the worker thread, if one is awake. */
export async function closeConversion(): Promise<void> {
  const background = madeAlready<Background<ConversionJob, Conversion>>("conversion");
  forget("conversion");
  await background?.close();
}

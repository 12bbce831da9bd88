// Looks after the files while the process runs: sweeps what nothing names any more, and reads what is kept against its hashes, in turn.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { fileStore } from "~/platform/files.server";
import { inTurn } from "~/platform/in-turn";
import { log } from "~/platform/log.server";
import { once } from "~/platform/once";
import { contentsTurn, lookAgainAt, removeUnnamed } from "./contents.server";
import { unnamedDays } from "./file";

const hourly = 3_600_000;
const day = 24 * hourly;
/** Rows looked at in one sweep, and contents read again. */
const atOnce = 200;
/** A content is read again after so many days. */
const checkDays = 7;

/** Sweeps and looks soon after the start, and hourly until stopped. Never fails: what could not be done is tried again. */
export function keepFiles(): { stop(): void } {
  const work = () => void upkeep();
  const first = setTimeout(work, 60_000).unref();
  const timer = setInterval(work, hourly).unref();
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}

async function upkeep(): Promise<void> {
  try {
    await sweepFiles();
    await sweepContents();
    await checkContents();
  } catch (error) {
    log().error({ error }, "the files could not be looked after");
  }
}

/**
 * Forgets the files that have been in their document for thirty days (where they were taken out of the gallery: out of it), without anybody having put
 * them there to stay, and that no text of the network names: no working or published one, and no save. What was handed in stays. Answers how many.
 */
export async function sweepFiles(): Promise<number> {
  const over = new Date(now().getTime() - unnamedDays * day);
  const unnamed = await database().read.attachedFile.findMany({
    where: {
      OR: [{ removedAt: { lte: over } }, { removedAt: null, isKept: false, uploadedAt: { lte: over } }],
      publications: { none: {} },
      handedIn: { none: {} },
      // That something was erased is told for as long as its document is there.
      erasedAt: null,
      ...(lastLooked().id && { id: { gt: lastLooked().id } }),
    },
    select: { id: true, networkId: true },
    orderBy: { id: "asc" },
    take: atOnce,
  });
  lastLooked().id = unnamed.length < atOnce ? "" : (unnamed.at(-1)?.id ?? "");
  let swept = 0;
  for (const { id, networkId } of unnamed) {
    if (await isNamed(id, networkId)) continue;
    // A text may name it meanwhile: asked again where nobody else writes.
    swept += await database().write(async (transaction) => {
      const { count } = (await isNamedIn(transaction, id, networkId))
        ? { count: 0 }
        : await transaction.attachedFile.deleteMany({ where: { id } });
      return count;
    });
  }
  return swept;
}

/** Removes from the disk what no row has named for a day: a backup copies the rows first and their files after them. */
export async function sweepContents(): Promise<number> {
  const at = now().getTime();
  const since = unnamedSince();
  const stored = new Set<string>();
  let removed = 0;
  for await (const hash of fileStore().list()) {
    stored.add(hash);
    if (await database().read.fileContent.findFirst({ where: { hash }, select: { hash: true } })) {
      since.delete(hash);
      continue;
    }
    const first = since.get(hash);
    if (first === undefined) since.set(hash, at);
    else if (at - first >= day) removed += await inTurn(contentsTurn, () => removeUnnamed([hash]));
  }
  for (const hash of since.keys()) if (!stored.has(hash)) since.delete(hash);
  return removed;
}

/** Reads again what was read longest ago, and what was missing or altered: what is put back is found whole. */
export async function checkContents(): Promise<void> {
  const contents = await database().read.fileContent.findMany({
    where: {
      OR: [{ damagedAt: { not: null } }, { checkedAt: { lte: new Date(now().getTime() - checkDays * day) } }],
    },
    select: { hash: true },
    orderBy: { checkedAt: "asc" },
    take: atOnce,
  });
  for (const hash of new Set(contents.map((content) => content.hash))) await lookAgainAt(hash);
}

type Reading = Pick<ReturnType<typeof database>["read"], "document" | "documentSave" | "formerMarkdown">;

function isNamed(id: string, networkId: string): Promise<boolean> {
  return isNamedIn(database().read, id, networkId);
}

async function isNamedIn(rows: Reading, id: string, networkId: string): Promise<boolean> {
  const said = { contains: `/files/${id}` };
  const document = await rows.document.findFirst({
    where: { networkId, OR: [{ text: said }, { publishedText: said }] },
    select: { id: true },
  });
  if (document) return true;
  const save = await rows.documentSave.findFirst({
    where: { text: said, document: { networkId } },
    select: { revision: true },
  });
  return save !== null;
}

/** When a content was first found that no row names; forgotten with the process, which only makes it stay longer. */
function unnamedSince(): Map<string, number> {
  return once("contents-unnamed-since", () => new Map<string, number>());
}

/** Where the next sweep goes on. */
function lastLooked(): { id: string } {
  return once("files-last-looked", () => ({ id: "" }));
}

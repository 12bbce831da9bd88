// What lies on the disk, held against what the rows say of it: missing or altered is told, not hidden; what no row names is removed.
import { createHash } from "node:crypto";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { fileStore } from "~/platform/files.server";
import { log } from "~/platform/log.server";
import { once } from "~/platform/once";

/** Put, named and removed one after the other: what a row is about to name is not removed meanwhile. */
export const contentsTurn = "file-contents";

export type ContentState = "whole" | "missing" | "altered";

/**
 * Whether the content is there and is what was put there. Its bytes are read when it is asked for first, and again when the disk says that it
 * changed since. Notes in the rows what it finds, and logs what is not as it was.
 */
export async function lookAt(hash: string): Promise<ContentState> {
  const found = await fileStore().find(hash);
  const print = found && `${found.bytes} ${found.modifiedAt.getTime()}`;
  if (print !== null && looked().get(hash) === print) return "whole";
  const state = found === null ? "missing" : (await hashOf(hash)) === hash ? "whole" : "altered";
  if (state === "whole" && print !== null) looked().set(hash, print);
  else looked().delete(hash);
  await note(hash, state);
  return state;
}

/** Reads it again whatever is remembered of it. */
export async function lookAgainAt(hash: string): Promise<ContentState> {
  looked().delete(hash);
  return lookAt(hash);
}

/** Removes those of these contents that no row names. Only in the contents' turn. */
export async function removeUnnamed(hashes: readonly string[]): Promise<number> {
  let removed = 0;
  for (const hash of new Set(hashes)) {
    if (await database().read.fileContent.findFirst({ where: { hash }, select: { hash: true } })) continue;
    await fileStore().remove(hash);
    looked().delete(hash);
    removed += 1;
  }
  return removed;
}

async function hashOf(hash: string): Promise<string | null> {
  const sum = createHash("sha256");
  try {
    for await (const chunk of fileStore().open(hash)) sum.update(chunk as Buffer);
    return sum.digest("hex");
  } catch {
    return null;
  }
}

async function note(hash: string, state: ContentState): Promise<void> {
  const rows = await database().read.fileContent.findMany({
    where: { hash },
    select: { fileId: true, damagedAt: true },
  });
  const at = now();
  const isNews = rows.some(({ damagedAt }) => (damagedAt !== null) !== (state !== "whole"));
  if (isNews && state !== "whole")
    log().error({ hash, files: rows.map(({ fileId }) => fileId) }, `the content of a file is ${state}`);
  await database().write(async (transaction) => {
    await transaction.fileContent.updateMany({ where: { hash }, data: { checkedAt: at } });
    if (!isNews) return;
    await transaction.fileContent.updateMany({
      where: { hash, damagedAt: state === "whole" ? { not: null } : null },
      data: { damagedAt: state === "whole" ? null : at },
    });
  });
}

/** By hash, what the disk said of a content when it was read and found whole. */
function looked(): Map<string, string> {
  return once("contents-looked-at", () => new Map<string, string>());
}

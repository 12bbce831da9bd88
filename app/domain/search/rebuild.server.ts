// Builds the index anew beside the one in use, which is asked and follows on meanwhile; then the new one takes its place.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openSqliteFile } from "~/platform/sqlite-file.server";
import { openIndex } from "./index-file.server";
import { finishedIndex, newIndex, takeIndex } from "./index-place.server";
import { compareAll, follow, indexPending, settle } from "./indexing.server";

export interface Rebuilding {
  dataFolder: string;
  /** Told now and then how many of how many things have been read. */
  onProgress(done: number, total: number): void;
  /** Stops at the next step when it says so; nothing has changed then. */
  isStopped?(): boolean;
}

/**
 * Reads everything and answers how many things are in the new index. What happens while it reads is in it, too. A running server takes
 * it at once. Refuses a data folder without a database.
 */
export async function rebuildIndex({ dataFolder, onProgress, isStopped }: Rebuilding): Promise<number> {
  const databaseFile = join(dataFolder, "torg.db");
  if (!existsSync(databaseFile))
    throw new Error(`There is no database ${databaseFile}. Set TORG_DATA to the data folder.`);
  const building = newIndex(dataFolder);
  const database = openSqliteFile(databaseFile, { isReadOnly: true });
  const index = openIndex(building);
  const files = { database, index };
  let total = 0;
  try {
    compareAll(files);
    for (;;) {
      const left = indexPending(files, 250);
      if (isStopped?.()) return 0;
      total = Math.max(total, left);
      onProgress(Math.max(0, total - left), total);
      if (left === 0) break;
      // In a server's own process others have their turn; what happened meanwhile is read first.
      await new Promise((resolve) => setImmediate(resolve));
      follow(files);
    }
    settle(files);
    total = index.values<number>("SELECT count(*) FROM entry")[0] ?? 0;
  } finally {
    database.close();
    index.close();
  }
  takeIndex(dataFolder, finishedIndex(building));
  return total;
}

/** The worker thread that keeps the index true. Bundled into `build/workers/search-index.js`. */
import { parentPort } from "node:worker_threads";
import { openSqliteFile } from "~/platform/sqlite-file.server";
import { openIndex } from "./index-file.server";
import { compareAll, follow, indexPending, settle, type IndexFiles } from "./indexing.server";

/** Look at everything, or only at what has happened; and put words together where that makes an index whole. */
export interface IndexJob {
  databaseFile: string;
  indexFile: string;
  look: "everywhere" | "at-what-happened";
  isWholeAfter: boolean;
}

/** How many things still wait to be read. */
export interface IndexResult {
  left: number;
}

/** Milliseconds of work between two answers, so that what happened meanwhile comes first. */
const patience = 150;

let opened: ({ name: string } & IndexFiles) | undefined;

parentPort?.on("message", (job: IndexJob) => {
  const files = open(job);
  if (job.look === "everywhere") compareAll(files);
  else follow(files);
  const left = indexPending(files, patience);
  if (left === 0 && job.isWholeAfter) settle(files);
  parentPort?.postMessage({ left } satisfies IndexResult);
});

function open({ databaseFile, indexFile }: IndexJob): IndexFiles {
  const name = `${databaseFile} ${indexFile}`;
  if (opened?.name !== name) {
    opened?.database.close();
    opened?.index.close();
    const database = openSqliteFile(databaseFile, { isReadOnly: true });
    opened = { name, database, index: openIndex(indexFile) };
  }
  return opened;
}

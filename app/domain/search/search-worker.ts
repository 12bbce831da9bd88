/** The worker thread in which people's searches run. Bundled into `build/workers/search.js`. */
import { parentPort } from "node:worker_threads";
import { openSqliteFile, type SqliteFile } from "~/platform/sqlite-file.server";
import { openIndexToRead } from "./index-file.server";
import { Searching, type SearchJob, type TitlesJob } from "./searching.server";

let opened: { name: string; files: SqliteFile[]; searching: Searching } | undefined;

parentPort?.on("message", (job: SearchJob | TitlesJob) => {
  const searching = open(job);
  parentPort?.postMessage("order" in job ? searching.answer(job) : searching.titles(job));
});

/** The files of this job; those of the one before are closed where they are others. */
function open({ databaseFile, indexFile }: SearchJob | TitlesJob): Searching {
  const name = `${databaseFile} ${indexFile}`;
  if (opened?.name !== name) {
    for (const file of opened?.files ?? []) file.close();
    const database = openSqliteFile(databaseFile, { isReadOnly: true });
    const index = openIndexToRead(indexFile);
    opened = { name, files: [database, index], searching: new Searching(database, index) };
  }
  return opened.searching;
}

// Writes the log of updates, away from the main thread, which must never wait for the disk. Bundled into `build/workers/update-log.js`.
import { parentPort } from "node:worker_threads";
import type { LogJob, LogResult } from "./update-log";
import { openLogFile, wrongIn, type LogFile } from "./update-log-file.server";

let opened: LogFile | undefined;

parentPort?.on("message", (job: LogJob | "close") => {
  if (job === "close") {
    drop();
    parentPort?.close();
  } else parentPort?.postMessage(write(job));
});

function write(job: LogJob): LogResult {
  try {
    // A file moved away or replaced would still be written, and be lost with this process.
    if (opened && !opened.isInPlace()) drop();
    opened ??= openLogFile(job.file, { isNew: job.isNew });
    return { numbers: opened.write(job) };
  } catch (error) {
    // What failed for a lock is tried again as it is; after anything else a fresh connection looks at the disk anew.
    if (!String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY")) drop();
    return wrongIn(error);
  }
}

function drop(): void {
  try {
    opened?.close();
  } catch {
    // A connection that cannot be closed is left alone; the next one is another.
  }
  opened = undefined;
}

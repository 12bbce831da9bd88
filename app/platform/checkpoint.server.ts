// Keeps the write-ahead log short: once it has grown, a worker folds it into the database file.
import { join } from "node:path";
import { createBackground } from "./background.server";
import { log } from "./log.server";
import { root } from "./root.server";

/** Bytes of log from which folding is worth a worker. */
const worthIt = 8 * 1024 * 1024;
/** Milliseconds between two foldings: the log restarts only with the next write, so its size alone does not tell. */
const pause = 10_000;

export interface CheckpointJob {
  file: string;
}

/** What the worker answers: what is wrong, or null. */
export type CheckpointResult = string | null;

export interface Checkpointing {
  /** Tells how long the log is, in bytes. */
  onLogGrowth(bytes: number): void;
  close(): Promise<void>;
}

/** The folding of one database's log. A folding that fails is logged and tried again later: nothing is lost by waiting. */
export function checkpointing(file: string): Checkpointing {
  const background = createBackground<CheckpointJob, CheckpointResult>({
    workerFile: join(root(), "build/workers/checkpoint.js"),
    timeLimit: 120_000,
  });
  let last = 0;
  return {
    onLogGrowth: (bytes) => {
      if (bytes < worthIt || Date.now() - last < pause) return;
      last = Date.now();
      background.run({ file }).then(
        (wrong) => wrong && log().warn({ wrong }, "the write-ahead log could not be folded"),
        (error: unknown) => log().warn({ error }, "the write-ahead log could not be folded"),
      );
    },
    close: () => background.close(),
  };
}

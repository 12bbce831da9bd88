// Has what came in judged by a process beside the server, one file after the other, so that nobody waits for another's pictures.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createBackground, type Background, type BackgroundFailure } from "~/platform/background.server";
import { fileStore } from "~/platform/files.server";
import { log } from "~/platform/log.server";
import { forget, madeAlready, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import { pictureWidths } from "~/text/file-addresses";
import { invalid } from "../refusal";
import type { JudgingJob, Judgement } from "./judging";

/** Milliseconds; the largest picture that is decoded takes some four seconds on a slow machine. */
const timeLimit = 20_000;

/**
 * Tells what the file at this path is, and encodes a picture anew. `take` is given that, with everything where it may be taken from; what
 * is left there afterwards is removed, whatever happened. Refuses `invalid` a picture that is not one, is too large, or takes too long,
 * and everything while too much is waiting.
 */
export async function withJudgement<Value>(
  path: string,
  take: (judgement: Exclude<Judgement, { is: "refused" }>) => Promise<Value>,
): Promise<Value> {
  const targets = [0, ...pictureWidths].map(() => fileStore().incoming());
  try {
    const judgement = await judging().run({ path, targets }).catch(refusalOf);
    if (judgement.is === "refused") throw invalid("file", `files:wrong.${judgement.why}`);
    return await take(judgement);
  } finally {
    await Promise.all(targets.map((target) => rm(target, { force: true })));
  }
}

/** Ends the process, if one is awake. */
export async function closeJudging(): Promise<void> {
  await madeAlready<Background<JudgingJob, Judgement>>("judging")?.close();
  forget("judging");
}

function judging(): Background<JudgingJob, Judgement> {
  return once("judging", () =>
    createBackground<JudgingJob, Judgement>({
      workerFile: join(root(), "build/workers/judging.js"),
      in: "process",
      timeLimit,
      longestQueue: 100,
    }),
  );
}

function refusalOf(failure: unknown): never {
  if (!(failure instanceof Error && "kind" in failure)) throw failure;
  const { kind } = failure as BackgroundFailure;
  log().warn({ error: failure }, "a file could not be judged");
  throw invalid("file", kind === "busy" || kind === "closed" ? "files:wrong.busy" : "files:wrong.unreadable");
}

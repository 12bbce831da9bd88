// Finding passages in a text, beside the event loop.
import { join } from "node:path";
import { createBackground, type Background } from "~/platform/background.server";
import { forget, madeAlready, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import type { PassageJob, PassageResult } from "./passage-worker";

/** Answers a question about a text's passages. Rejects when its log cannot be read. */
export async function askedOfPassages(job: PassageJob): Promise<Exclude<PassageResult, { wrong: string }>> {
  const result = await beside().run(job);
  if ("wrong" in result) throw new Error(`The passages of a text cannot be found: ${result.wrong}`);
  return result;
}

function beside(): Background<PassageJob, PassageResult> {
  return once("passages", () =>
    createBackground<PassageJob, PassageResult>({
      workerFile: join(root(), "build/workers/passage.js"),
      timeLimit: 30_000,
      // Whoever reads a text with remarks does not wait for a thread to start.
      quiet: 600_000,
      memoryLimit: 512,
    }),
  );
}

/** Ends the worker thread, if one is awake. */
export async function closePassages(): Promise<void> {
  const background = madeAlready<Background<PassageJob, PassageResult>>("passages");
  forget("passages");
  await background?.close();
}

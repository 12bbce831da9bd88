// One round of load from a process of its own: how many whole pages came per second.
import { join } from "node:path";
import { run } from "../../scripts/steps.mjs";

export interface LoadOrder {
  address: string;
  seconds: number;
  /** What every answer must contain. */
  lastWords: string;
  cookie?: string;
}

export interface LoadResult {
  answers: number;
  perSecond: number;
  /** ms from asking to the end of the answer. */
  p50: number;
  p99: number;
}

interface Counted extends LoadResult {
  others: number;
  withoutLastWords: number;
  errors: number;
}

/** Ten connections ask for so many seconds. Refuses a round in which a single answer was no 200 or lacked the last words. */
export async function load({ address, seconds, lastWords, cookie = "" }: LoadOrder): Promise<LoadResult> {
  const script = join(import.meta.dirname, "load.mjs");
  const printed = await run(process.execPath, [script, address, String(seconds), lastWords, cookie]);
  const { answers, perSecond, p50, p99, ...wrong } = JSON.parse(printed) as Counted;
  const { others, withoutLastWords, errors } = wrong;
  if (answers === 0 || others > 0 || withoutLastWords > 0 || errors > 0)
    throw new Error(
      `of the answers of ${address} ${answers} were 200, ${others} were not, ${withoutLastWords} not whole, ${errors} failed`,
    );
  return { answers, perSecond, p50, p99 };
}

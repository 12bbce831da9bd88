// The mails that a test's use-cases sent, read from the files they were written to.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { world } from "./world";

/** The mails that hold these words, as an address, in the order they were written; waits until there are so many. */
export async function mailsTo(words: string, atLeast: number): Promise<string[]> {
  const { outbox } = await world();
  const read = () => {
    try {
      return readdirSync(outbox)
        .filter((name) => name.endsWith(".eml"))
        .sort()
        .map((name) => readFileSync(join(outbox, name), "utf8"))
        .filter((mail) => mail.includes(words));
    } catch {
      return [];
    }
  };
  await expect.poll(() => read().length).toBeGreaterThanOrEqual(atLeast);
  return read();
}

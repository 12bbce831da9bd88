// The mails that a test's use-cases sent, read from the files they were written to.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runMailRound } from "~/domain/notifications/mail-queue.server";
import { world } from "./world";

/** The mails that hold these words, as an address, in the order they were written; those of the queue are sent, the others waited for. */
export async function mailsTo(words: string, atLeast: number): Promise<string[]> {
  const { outbox } = await world();
  await runMailRound();
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

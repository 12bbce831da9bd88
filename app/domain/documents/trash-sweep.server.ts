// Empties the trash of what has been in it for thirty days: when the process starts, and once an hour while it runs.
import { log } from "~/platform/log.server";
import { purgeTrash } from "./trash.server";

const hourly = 3_600_000;

/** Sweeps once, and then hourly until stopped. Never fails: what could not be emptied is tried again. */
export async function keepTrashEmpty(): Promise<{ stop(): void }> {
  await sweep();
  const timer = setInterval(() => void sweep(), hourly).unref();
  return { stop: () => clearInterval(timer) };
}

async function sweep(): Promise<void> {
  try {
    await purgeTrash();
  } catch (error) {
    log().error({ error }, "the trash could not be emptied");
  }
}

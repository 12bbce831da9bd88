// Empties the trash of what has been in it for thirty days: when the process starts, and once a day while it runs.
import { log } from "~/platform/log.server";
import { purgeTrash } from "./trash.server";

const daily = 86_400_000;

/** Sweeps once, and then daily until stopped. Never fails: what could not be emptied today is tried again tomorrow. */
export async function keepTrashEmpty(): Promise<{ stop(): void }> {
  await sweep();
  const timer = setInterval(() => void sweep(), daily).unref();
  return { stop: () => clearInterval(timer) };
}

async function sweep(): Promise<void> {
  try {
    await purgeTrash();
  } catch (error) {
    log().error({ error }, "the trash could not be emptied");
  }
}

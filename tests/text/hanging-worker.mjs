/** A worker for tests that never answers, and never lets go of its thread. */
import { parentPort } from "node:worker_threads";

parentPort?.on("message", () => {
  for (;;);
});

/** The worker thread's side of comparing: two texts in, what changed out. Bundled into `build/workers/compare.js`. */
import { parentPort } from "node:worker_threads";
import { compareTexts, type CompareJob } from "./comparison";

parentPort?.on("message", (job: CompareJob) => parentPort?.postMessage(compareTexts(job)));

/** The worker thread that converts texts in Markdown. Bundled into `build/workers/conversion.js`. */
import { constants, platform, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { convert, type ConversionJob } from "./conversion";

// Thousands of texts may be waiting when a house is first opened with it: whoever reads, writes or searches meanwhile goes first. Linux
// knows priorities of threads; elsewhere it would be the whole process that steps back. Not the lowest: some wait for a text of theirs.
if (platform() === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on("message", (job: ConversionJob) => parentPort?.postMessage(convert(job)));

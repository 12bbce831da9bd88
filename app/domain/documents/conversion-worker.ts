/** The worker thread that converts texts in Markdown. Bundled into `build/workers/conversion.js`. */
import { parentPort } from "node:worker_threads";
import { convert, type ConversionJob } from "./conversion";

parentPort?.on("message", (job: ConversionJob) => parentPort?.postMessage(convert(job)));

/** The worker thread's side of rendering: one text in, one rendering out. Bundled into `build/workers/render.js`. */
import { parentPort } from "node:worker_threads";
import { renderMarkdown } from "~/text/render";
import type { RenderJob } from "~/text/rendering.server";

parentPort?.on("message", ({ text, options }: RenderJob) => {
  parentPort?.postMessage(renderMarkdown(text, options));
});

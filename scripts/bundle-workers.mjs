/** Bundles the worker threads, which plain Node runs in production, in development and in tests alike. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** From the worker's source to the file that the server starts. */
const workers = {
  "app/text/render-worker.ts": "build/workers/render.js",
  "app/text/comparison/compare-worker.ts": "build/workers/compare.js",
  "app/platform/checkpoint-worker.ts": "build/workers/checkpoint.js",
  "app/platform/update-log-worker.ts": "build/workers/update-log.js",
  "app/domain/documents/document-state-worker.ts": "build/workers/document-state.js",
  "app/domain/documents/conversion-worker.ts": "build/workers/conversion.js",
  "app/domain/documents/authorship-worker.ts": "build/workers/authorship.js",
  "app/domain/documents/passage-worker.ts": "build/workers/passage.js",
  "app/domain/files/judging-process.ts": "build/workers/judging.js",
  "app/domain/search/search-worker.ts": "build/workers/search.js",
  "app/domain/search/index-worker.ts": "build/workers/search-index.js",
};

/** Writes every worker into `build/workers/`; a file appears whole or not at all, also when two runs overlap. */
export async function bundleWorkers() {
  await Promise.all(Object.entries(workers).map(([source, target]) => bundle(source, join(root, target))));
}

/** @param {string} source @param {string} target */
async function bundle(source, target) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Native code stays where it is; what asks for its own parts while it runs, too.
    external: ["better-sqlite3", "sharp", "file-type"],
    write: false,
  });
  await mkdir(dirname(target), { recursive: true });
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}`);
  await writeFile(unfinished, outputFiles[0]?.contents ?? "");
  await rename(unfinished, target);
}

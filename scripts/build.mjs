// Builds what production runs: the pages (Remix and Vite), the server and its workers (esbuild), the assets compressed once.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressFolder } from "./compress.mjs";
import { generateIfChanged } from "./generate.mjs";
import { isMain, main, root, runInstalled, step } from "./steps.mjs";
import { isCurrent, takeStamp, writeStamp } from "./stamps.mjs";

const stampFile = join(root, "build/.stamp");
const sources = {
  root,
  paths: [
    "app",
    "public",
    "server.ts",
    "prisma/schema.prisma",
    "package.json",
    "package-lock.json",
    "remix.config.js",
    "vite.config.ts",
    "tsconfig.json",
    "scripts/build.mjs",
    "scripts/bundle-workers.mjs",
    "scripts/compress.mjs",
  ],
  without: ["app/platform/generated"],
};

/**
 * Builds into build/. The stamp is taken before and written last: what was interrupted is built again.
 * @param {{ isAlwaysShown?: boolean }} [options] as a step's
 */
export async function build(options) {
  const stamp = takeStamp(sources);
  rmSync(stampFile, { force: true });
  await generateIfChanged();
  const work = async () => {
    // Remix empties the whole of build/ before it begins, so everything else comes after it.
    await buildPages();
    await Promise.all([bundle(), compressFolder(join(root, "build/client"))]);
  };
  await step("Building", work, options);
  writeStamp(stampFile, stamp);
}

/** Builds unless what is there was built from these sources. */
export async function buildIfChanged() {
  if (!isCurrent(stampFile, sources)) await build();
}

function buildPages() {
  return runInstalled("@remix-run/dev/dist/cli.js", ["vite:build"], {
    name: "remix vite:build",
    env: { NODE_ENV: "production" },
  });
}

/** server.ts becomes build/main.js; build/server.js runs it as production, whoever starts it. */
async function bundle() {
  const esbuild = await import("esbuild");
  const { bundleWorkers } = await import("./bundle-workers.mjs");
  const server = esbuild.build({
    absWorkingDir: root,
    entryPoints: ["server.ts"],
    outfile: "build/main.js",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // Packages are loaded from node_modules. Bundling them too ("bundle") may shorten a cold start; native ones could not be.
    packages: "external",
    // The environment is read when the server runs, except here: development's half falls away.
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  try {
    await Promise.all([server, bundleWorkers()]);
  } finally {
    // The server may go on in this process, where esbuild's would be one too many.
    await esbuild.stop();
  }
  writeFileSync(
    join(root, "build/server.js"),
    'process.env.NODE_ENV = "production";\nawait import("./main.js");\n',
  );
}

/** The workers alone, for development, where the server itself is not bundled. */
export async function buildWorkers() {
  const { bundleWorkers } = await import("./bundle-workers.mjs");
  await bundleWorkers();
}

if (isMain(import.meta.url)) await main(() => build({ isAlwaysShown: true }));

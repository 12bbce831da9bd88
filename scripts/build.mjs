// Builds what production runs: the pages (Remix and Vite), the server and its workers (esbuild), the assets compressed once.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
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
    "scripts/bundle-offline.mjs",
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
    const { bundleOffline } = await import("./bundle-offline.mjs");
    await Promise.all([bundle(), bundleOffline().then(() => compressFolder(join(root, "build/client")))]);
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

/**
 * The server and the pages' own code become one graph with the libraries they use, in few files (build/main.js, build/server/house.js
 * and what they share): half of a cold start went into finding and reading some thousand files of node_modules. build/server.js runs
 * it as production, whoever starts it.
 */
async function bundle() {
  const esbuild = await import("esbuild");
  const { bundleWorkers } = await import("./bundle-workers.mjs");
  const server = esbuild.build({
    absWorkingDir: root,
    entryPoints: { main: "server.ts", "server/house": "build/server/index.js" },
    outdir: "build",
    chunkNames: "server/shared/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // What is compiled for the machine stays where it is; the others are extras that our packages try to load and we do not have.
    external: ["better-sqlite3", "sharp", "bufferutil", "utf-8-validate", "vite"],
    // Older packages among the bundled ones ask for Node's own modules by require.
    banner: {
      js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
    },
    // The environment is read when the server runs, except here: development's half falls away.
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    // V8 keeps the sources in memory, and at twice their size where a comment holds one curved quotation mark.
    minifyWhitespace: true,
    lineLimit: 160,
    plugins: [wasmBeside],
    logLevel: "warning",
    // Vite keeps such imports of packages that do nothing by being imported: nobody who starts Torg can do anything about them.
    logOverride: { "ignored-bare-import": "silent" },
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

/** Prisma's compiler comes as text that spells out a binary: written as the file it is, it is not kept in memory three times. */
const wasmBeside = {
  name: "wasm-beside",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.wasm-base64\.mjs$/ }, async ({ path }) => {
      const name = basename(path).replace("-base64.mjs", "");
      /** @type {{ wasm: string }} */
      const { wasm } = await import(pathToFileURL(path).href);
      mkdirSync(join(root, "build/server/shared"), { recursive: true });
      writeFileSync(join(root, "build/server/shared", name), Buffer.from(wasm, "base64"));
      const contents = `import { readFileSync } from "node:fs";
        export const wasm = readFileSync(new URL(${JSON.stringify(`./${name}`)}, import.meta.url));`;
      return { contents, loader: "js" };
    });
  },
};

/** The workers alone, for development, where the server itself is not bundled. */
export async function buildWorkers() {
  const { bundleWorkers } = await import("./bundle-workers.mjs");
  await bundleWorkers();
}

if (isMain(import.meta.url)) await main(() => build({ isAlwaysShown: true }));

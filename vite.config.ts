import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Rollup } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  server: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The manifest tells the server which files hold a page's words, so that it can have them fetched early.
    manifest: true,
    rollupOptions: { output: isSsrBuild ? {} : { manualChunks: chunkOfReading } },
  },
  clearScreen: false,
}));

/** What a first reader's page is made of. */
const firstPage =
  /\/app\/(root|entry\.client|routes\/networks\.\$network(\.documents\.\$document\._index)?\/route)\.tsx/;

/**
 * What a first reader needs comes in two files, the libraries and the house, and not in some thirty: each file costs headers and
 * compresses by itself. Everything else is divided by Rollup, and so is what the page imports later.
 */
function chunkOfReading(id: string, { getModuleInfo }: Rollup.ManualChunkMeta): string | undefined {
  const seen = new Set<string>();
  const isNeeded = (module: string): boolean => {
    if (firstPage.test(module)) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return getModuleInfo(module)?.importers.some(isNeeded) ?? false;
  };
  if (firstPage.test(id) || !isNeeded(id)) return undefined;
  return id.includes("/app/") ? "house" : "libraries";
}

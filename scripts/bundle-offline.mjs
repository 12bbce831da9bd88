/** Bundles the page that is shown without a network, and the service worker that keeps it: files of their own, beside Vite's. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const client = join(root, "build/client");
/** Where all files of the page lie: the service worker answers for this folder and for nothing else. */
const folder = "/assets/offline/";
const page = "/offline.html";

/** @type {import("esbuild").BuildOptions} */
const forBrowsers = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  minify: true,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
};

/** Writes `build/client/offline.html`, what it needs, and `build/client/service-worker.js`. Comes after the pages, whose styles it takes. */
export async function bundleOffline() {
  await mkdir(join(client, folder), { recursive: true });
  const [script, { style, fonts }] = await Promise.all([bundlePage(), takeStyle()]);
  const html = offlinePage(script, style);
  await writeFile(join(client, page), html);
  const files = [page, script, style, ...fonts];
  const worker = await build({
    ...forBrowsers,
    entryPoints: ["app/editor/offline/service-worker.ts"],
    format: "iife",
    define: {
      offlineFiles: JSON.stringify(files),
      offlineVersion: JSON.stringify(hashOf(JSON.stringify(files) + html)),
    },
  });
  await writeFile(join(client, "service-worker.js"), worker.outputFiles?.[0]?.contents ?? "");
}

/** Of the script; answers its address. */
async function bundlePage() {
  const { outputFiles } = await build({
    ...forBrowsers,
    entryPoints: ["app/editor/offline/offline-page.tsx"],
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [withoutRouter],
  });
  return keep("page.js", outputFiles?.[0]?.contents ?? new Uint8Array());
}

/** The pages have Remix for links and forms and fetch their words; this page has neither. */
const withoutRouter = {
  name: "without-router",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    const instead = (/** @type {string} */ file) => () => ({ path: join(root, "app/editor/offline", file) });
    build.onResolve({ filter: /^@remix-run\/react$/ }, instead("no-router.tsx"));
    build.onResolve({ filter: /\/load-browser-i18n$/ }, instead("no-shelves.ts"));
    build.onLoad({ filter: /\/app\/i18n\/words\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/await import\(`\.\/catalogues\/[^)]*\)/, "{}"),
      loader: "ts",
    }));
  },
};

/** The styles of the pages and the fonts of the text's letters, under addresses of their own. */
async function takeStyle() {
  const assets = join(client, "assets");
  const names = (await readdir(assets)).filter((name) => /^styles-[\w-]+\.css$/.test(name));
  if (names.length !== 1) throw new Error(`one file of styles was expected, not ${names.length}`);
  const css = await readFile(join(assets, names[0] ?? ""), "utf8");
  /** @type {string[]} */
  const fonts = [];
  const needed = /torg-(sans|serif)-latin(-ext)?-[\w-]+\.woff2$/;
  for (const [, address = ""] of css.matchAll(/url\(([^)]+\.woff2)\)/g))
    if (needed.test(address)) fonts.push(address.replace(/^["']|["']$/g, ""));
  const moved = new Map();
  for (const address of new Set(fonts)) {
    const bytes = await readFile(join(client, address));
    await writeFile(join(client, folder, basename(address)), bytes);
    moved.set(address, folder + basename(address));
  }
  let style = css;
  for (const [from, to] of moved) style = style.replaceAll(from, to);
  return { style: await keep("styles.css", Buffer.from(style)), fonts: [...moved.values()] };
}

/**
 * Writes a file under a name of its content; answers its address.
 * @param {string} name @param {Uint8Array} contents
 */
async function keep(name, contents) {
  const address = folder + name.replace(".", `-${hashOf(contents)}.`);
  await writeFile(join(client, address), contents);
  return address;
}

/** @param {string | Uint8Array} contents */
function hashOf(contents) {
  return createHash("sha256").update(contents).digest("base64url").slice(0, 10);
}

/** Says nothing of anybody: what is shown comes from the device. @param {string} script @param {string} style */
function offlinePage(script, style) {
  return `<!DOCTYPE html>
<html lang="en" data-colours="system">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Torg</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${style}">
    <script type="module" src="${script}"></script>
  </head>
  <body><div id="page"></div></body>
</html>
`;
}

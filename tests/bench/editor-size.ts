// How much JavaScript the editing screen is beyond the reading screen: what the build says each of them loads, compressed once.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/steps.mjs";
import { figure, type Figure } from "./figures";

type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[] }>;

const screens = "app/routes/networks.$network.documents.$document";
const frame = ["app/root.tsx", "app/entry.client.tsx", "app/routes/networks.$network/route.tsx"];
/** Loaded by themselves once a screen stands: the line by both; the editor, and what may come with it, by the editing one alone. */
const [laterInBoth, laterInEditing] = [/^node_modules\//, /^(_|app\/(editor|realtime)\/|node_modules\/)/];

/** Of the build that is there. */
export function editorSize(): Figure {
  const manifest = JSON.parse(
    readFileSync(join(root, "build/.vite/client-manifest.json"), "utf8"),
  ) as Manifest;
  const reading = loadedBy(manifest, [...frame, `${screens}._index/route.tsx`], laterInBoth);
  const editing = loadedBy(manifest, [...frame, `${screens}.edit/route.tsx`], laterInEditing);
  const beyond = [...editing].filter((file) => !reading.has(file) && file.endsWith(".js"));
  const sizes = beyond.map((file): [string, number] => [file, compressed(file)]);
  return figure({
    name: "the editing screen's JavaScript beyond the reading screen's, gzip",
    value: sizes.reduce((sum, [, size]) => sum + size, 0) / 1_000,
    unit: "KB",
    atMost: 300,
    note: `${sizes.length} files`,
    details: { files: Object.fromEntries(sizes) },
  });
}

function loadedBy(manifest: Manifest, from: string[], later: RegExp): Set<string> {
  const [seen, files] = [new Set<string>(), new Set<string>()];
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    // Routes are entered by a name of Remix's own.
    const entry = manifest[name] ?? manifest[`${name}?__remix-build-client-route`];
    if (!entry) return;
    files.add(entry.file);
    entry.imports?.forEach(follow);
    entry.dynamicImports?.filter((other) => later.test(other)).forEach(follow);
  };
  from.forEach(follow);
  if (files.size === 0) throw new Error("the build's manifest knows none of the screens");
  return files;
}

function compressed(file: string): number {
  const path = join(root, "build/client", file);
  if (existsSync(`${path}.gz`)) return readFileSync(`${path}.gz`).length;
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

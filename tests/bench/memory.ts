// Figure 5: what the server holds in memory when nobody asks for anything, and how much of that is ours and not the libraries'.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { root } from "../../scripts/steps.mjs";
import { figure, type Figure } from "./figures";
import type { Pinning } from "./machine";
import { cleanEnvironment, residentMemoryOf, serveTorg, stop } from "./serving";
import { read, signIn } from "./visitor";

/** Seconds without a request after which a process is at rest: the rendering thread has ended and V8 has tidied up by then. */
const rest = 40;

/** Measures both processes at the same time: resting they do not disturb each other. */
export async function memoryAtRest(pinning: Pinning, dataFolder: string, path: string): Promise<Figure[]> {
  const [own, libraries] = await Promise.all([
    ofTorg(pinning, dataFolder, path),
    ofLibraries(pinning, join(dataFolder, "torg.db")),
  ]);
  return [
    figure({ name: "memory at rest (RSS), after one visit", value: own / 1e6, unit: "MB", atMost: 215 }),
    figure({ name: "a bare process with the same libraries", value: libraries / 1e6, unit: "MB" }),
    figure({ name: "memory above that process", value: (own - libraries) / 1e6, unit: "MB", atMost: 60 }),
  ];
}

/** A fresh start, a sign-in, the document read once, then quiet. In bytes. */
async function ofTorg(pinning: Pinning, dataFolder: string, path: string): Promise<number> {
  const torg = await serveTorg(pinning, dataFolder);
  try {
    await read(await signIn(torg.origin, "barnsley"), path);
    await quiet();
    return torg.residentMemory();
  } finally {
    await torg.stop();
  }
}

async function ofLibraries(pinning: Pinning, databaseFile: string): Promise<number> {
  const script = join(import.meta.dirname, "bare-process.mjs");
  const [command, args] = pinning.onServerCore(process.execPath, [script, databaseFile, bundledClient()]);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...cleanEnvironment(), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`the bare process ended with ${code}`);
    });
    ended.catch(() => undefined);
    await Promise.race([once(child.stdout, "data"), ended]);
    await quiet();
    return residentMemoryOf(child);
  } finally {
    await stop(child);
  }
}

/** The generated Prisma client is TypeScript: plain Node needs it bundled. */
function bundledClient(): string {
  const outfile = join(root, ".cache/bench-prisma-client.mjs");
  buildSync({
    absWorkingDir: root,
    entryPoints: ["app/platform/generated/client.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  return outfile;
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, rest * 1000));
}

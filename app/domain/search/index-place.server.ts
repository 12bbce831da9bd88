// Which file is the index now: a new one is built beside the one in use, and takes its place in one step, also from another process.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { newId } from "~/platform/id";
import { indexShape } from "./index-file.server";

const unfinished = "building-";
/** Milliseconds after which an index that nobody has finished was given up. */
const givenUp = 86_400_000;
const suffix = `.${indexShape}.db`;

/** The folder of the indexes in a data folder, made where it is missing. Nothing in it has to be kept. */
function folderIn(dataFolder: string): string {
  const folder = join(dataFolder, "search");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The index in use; null where there is none, or one of another shape. */
export function currentIndex(dataFolder: string): string | null {
  const folder = folderIn(dataFolder);
  const pointer = join(folder, "current");
  if (!existsSync(pointer)) return null;
  const name = readFileSync(pointer, "utf8").trim();
  const file = join(folder, name);
  return name.endsWith(suffix) && !name.includes("/") && existsSync(file) ? file : null;
}

/** A place for a new index, under a name that nobody takes for a finished one. */
export function newIndex(dataFolder: string): string {
  return join(folderIn(dataFolder), `${unfinished}${newId()}${suffix}`);
}

/** A place for the first index of a data folder, which is used while it is built. */
export function firstIndex(dataFolder: string): string {
  return join(folderIn(dataFolder), `${newId()}${suffix}`);
}

/** Gives a whole index, closed by everybody, its name; answers it. */
export function finishedIndex(file: string): string {
  const name = join(dirname(file), basename(file).slice(unfinished.length));
  renameSync(file, name);
  return name;
}

/** From now on this file is the index. */
export function takeIndex(dataFolder: string, file: string): void {
  const folder = folderIn(dataFolder);
  const draft = join(folder, `current.${process.pid}`);
  writeFileSync(draft, `${file.slice(folder.length + 1)}\n`, { mode: 0o600 });
  renameSync(draft, join(folder, "current"));
}

/** Removes indexes that are not in use, nor being built: what others still read stays readable to them until they close it. */
export function removeOtherIndexes(dataFolder: string, kept: string): void {
  const folder = folderIn(dataFolder);
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!/\.db(-wal|-shm|-journal)?$/.test(name) || file.startsWith(kept)) continue;
    const isBeingBuilt = name.startsWith(unfinished) && Date.now() - statSync(file).mtimeMs < givenUp;
    if (!isBeingBuilt) rmSync(file, { force: true });
  }
}

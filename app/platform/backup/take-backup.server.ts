// Takes a backup while Torg is in use: copies first, one archive of them, read back before it gets its name.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { makeFolder } from "../data-folder.server";
import { writeArchive, type ArchiveEntry } from "./archive.server";
import { BackupRefusal, codeOf, refusalOf } from "./backup-refusal";
import { contentsNamedIn, copyDatabase, emptyPassing, factsOf } from "./database-copies.server";
import {
  filesName,
  manifestFormat,
  manifestName,
  rowsName,
  secretName,
  textsName,
  type Facts,
  type Manifest,
  type Torg,
} from "./manifest";
import { readBackup } from "./read-backup.server";

export interface Taking {
  dataFolder: string;
  /** The archive to write; nothing may be there yet. Its folder is made where it is missing. */
  target: string;
  own: Torg;
  at: Date;
  /** Told the folder in which everything half done lies, to be removed by whoever breaks off. */
  onBegun?(working: string): void;
}

export interface Taken {
  file: string;
  bytes: number;
  manifest: Manifest;
  /** Contents of attached files that were missing already, and so are missing in it. */
  filesLost: number;
}

/** How often all is copied anew where a text or a file was erased for good meanwhile. */
const tries = 3;

/**
 * Writes the archive (mode 600), reads it back and compares it, and only then gives it its name. Everything that was acknowledged before
 * the call is in it. Refuses with one line; what was half done is removed, and nothing that was there is touched.
 */
export async function takeBackup({ dataFolder, target, own, at, onBegun }: Taking): Promise<Taken> {
  const databaseFile = join(dataFolder, rowsName);
  if (!existsSync(databaseFile))
    throw new BackupRefusal(`There is no database ${databaseFile}. Set TORG_DATA to the data folder.`);
  const working = begin(target);
  onBegun?.(working);
  try {
    const archive = join(working, "archive.tar.gz");
    const { manifest, filesLost } = await writeWhole({ dataFolder, own, at }, working, archive);
    for (const name of [rowsName, textsName]) await rm(join(working, name), { force: true });
    await readBackup({ archive, folder: working, keeps: "databases", own });
    if (existsSync(target)) throw new BackupRefusal(`${target} is there already. Nothing was overwritten.`);
    await rename(archive, target);
    await syncFolder(dirname(target));
    return { file: target, bytes: statSync(target).size, manifest, filesLost };
  } catch (error) {
    throw refusalOf(error, dirname(target));
  } finally {
    rmSync(working, { recursive: true, force: true });
  }
}

/** Writes the archive; all anew where a file was erased since its row was copied. */
async function writeWhole(
  { dataFolder, own, at }: Pick<Taking, "dataFolder" | "own" | "at">,
  working: string,
  archive: string,
): Promise<Pick<Taken, "manifest" | "filesLost">> {
  for (let turn = 1; ; turn += 1) {
    const facts = copyBoth(dataFolder, working);
    const attached = filesBelow(dataFolder);
    const there = new Set(attached.map(({ name }) => basename(name)));
    const isLast = turn === tries;
    // What is missing again and again was lost before: that is told where it stood, and all else kept.
    const lost = contentsNamedIn(working).filter(({ hash }) => !there.has(hash));
    if (!isLast && lost.some(({ isKnown }) => !isKnown)) continue;
    const sources = [
      ...[rowsName, textsName].map((name) => ({ name, path: join(working, name) })),
      { name: secretName, path: join(dataFolder, secretName) },
      // After the rows, so that every file that they name is still to come; only what is erased for good is removed so soon.
      ...attached,
    ].filter(({ path }) => existsSync(path));
    try {
      const files: Manifest["files"] = [];
      for (const { name, path } of sources) files.push({ name, ...(await measured(path)) });
      const manifest: Manifest = {
        format: manifestFormat,
        torg: own.version,
        takenAt: at.toISOString(),
        ...facts,
        files,
      };
      const said = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
      const entries: ArchiveEntry[] = [
        { name: manifestName, bytes: said.length, from: said },
        ...files.map(({ name, bytes }, place) => ({ name, bytes, from: sources[place]?.path ?? "" })),
      ];
      await writeArchive(archive, entries, at);
      return { manifest, filesLost: lost.length };
    } catch (error) {
      const isErased = attached.some(({ path }) => !existsSync(path));
      if (isLast || !isErased) throw error;
      rmSync(archive, { force: true });
    }
  }
}

/** Makes the folder for what is half done, which also keeps a second backup from the same name. */
function begin(target: string): string {
  const working = `${target}.part`;
  if (existsSync(target)) throw new BackupRefusal(`${target} is there already. Nothing was overwritten.`);
  try {
    makeFolder(dirname(target));
    mkdirSync(working, { mode: 0o700 });
    return working;
  } catch (error) {
    if (codeOf(error) === "EEXIST" && existsSync(working))
      throw new BackupRefusal(
        `${working} is there: another backup is writing it, or one was broken off. In that case remove it.`,
      );
    throw refusalOf(error, dirname(target));
  }
}

/** The rows first, then the log, which is never behind them (decision 0021). */
function copyBoth(dataFolder: string, working: string): Facts {
  for (let turn = 1; ; turn += 1) {
    for (const name of [rowsName, textsName]) rmSync(join(working, name), { force: true });
    copyDatabase(join(dataFolder, rowsName), join(working, rowsName));
    emptyPassing(join(working, rowsName));
    if (existsSync(join(dataFolder, textsName)))
      copyDatabase(join(dataFolder, textsName), join(working, textsName));
    const facts = factsOf(working);
    // A text may have been erased between the two. What is behind again and again was lost before: that is told, and all else kept.
    if (facts.textsBehind === 0 || turn === tries) return facts;
  }
}

function filesBelow(dataFolder: string): Array<{ name: string; path: string }> {
  const folder = join(dataFolder, filesName);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile()) throw new BackupRefusal(`${path} is no ordinary file. Nothing was kept.`);
      return { path, name: relative(dataFolder, path).split(sep).join("/") };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
    }
  });
  return { bytes, sha256: hash.digest("hex") };
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

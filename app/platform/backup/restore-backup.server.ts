// Lays a backup into an empty data folder, or only looks whether it could be: all of it or nothing.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeFolder, restoringName } from "../data-folder.server";
import { BackupRefusal, codeOf, refusalOf } from "./backup-refusal";
import { filesName, rowsName, secretName, textsName, type Manifest, type Torg } from "./manifest";
import { readBackup } from "./read-backup.server";

/** Compares everything in the archive with its manifest and restores nothing. Refuses with one line. */
export async function verifyBackup({ archive, own }: { archive: string; own: Torg }): Promise<Manifest> {
  demandArchive(archive);
  const folder = mkdtempSync(join(tmpdir(), "torg-verify-"));
  try {
    return await readBackup({ archive, folder, keeps: "databases", own });
  } catch (error) {
    throw refusalOf(error, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Restoring {
  archive: string;
  /** An empty folder, or one that is not there yet. */
  dataFolder: string;
  own: Torg;
  /** Told what to remove by whoever breaks off. */
  onBegun?(working: string): void;
}

/**
 * Restores the archive; the next start brings it up to date. The database comes last, so that a folder in which it lies is whole. Refuses
 * with one line a folder in which something is, and what `verifyBackup` refuses; the folder is as it was then.
 */
export async function restoreBackup({ archive, dataFolder, own, onBegun }: Restoring): Promise<Manifest> {
  demandArchive(archive);
  const working = join(dataFolder, restoringName);
  const made = begin(dataFolder, working);
  onBegun?.(working);
  try {
    const manifest = await readBackup({ archive, folder: working, keeps: "everything", own });
    demandEmpty(dataFolder, [restoringName]);
    for (const name of [filesName, secretName, textsName, rowsName])
      if (existsSync(join(working, name))) renameSync(join(working, name), join(dataFolder, name));
    rmdirSync(working);
    const handle = await open(dataFolder);
    await handle.sync();
    await handle.close();
    return manifest;
  } catch (error) {
    rmSync(made ?? working, { recursive: true, force: true });
    throw refusalOf(error, dataFolder);
  }
}

/** Makes the folder to work in; answers the uppermost folder that had to be made for it. */
function begin(dataFolder: string, working: string): string | undefined {
  if (existsSync(dataFolder)) demandEmpty(dataFolder, []);
  try {
    const made = makeFolder(dataFolder);
    mkdirSync(working, { mode: 0o700 });
    return made;
  } catch (error) {
    if (codeOf(error) === "EEXIST") demandEmpty(dataFolder, []);
    throw refusalOf(error, dataFolder);
  }
}

function demandEmpty(folder: string, besides: string[]): void {
  let there: string[];
  try {
    there = readdirSync(folder).filter((name) => !besides.includes(name));
  } catch (error) {
    throw refusalOf(error, folder);
  }
  if (there.length > 0)
    throw new BackupRefusal(
      `The folder ${folder} is not empty (${there.sort().slice(0, 3).join(", ")}). Set TORG_DATA to an empty one; nothing was overwritten.`,
    );
}

function demandArchive(archive: string): void {
  let isFile = false;
  try {
    isFile = statSync(archive).isFile();
  } catch (error) {
    throw new BackupRefusal(`There is no backup ${archive} (${codeOf(error)}).`);
  }
  if (!isFile) throw new BackupRefusal(`${archive} is no file in ${dirname(archive)}.`);
}
